import { createApp, h, ref } from "vue";
import Counter from "./Counter.vue";

const shown = ref(true);
createApp({ render: () => shown.value && h(Counter) }).mount("#app");
document.querySelector("#toggle").addEventListener("click", () => {
  shown.value = !shown.value;
});
