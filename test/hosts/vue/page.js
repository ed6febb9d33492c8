import { h, ref } from "vue";
import Counter from "./Counter.vue";

export const shown = ref(true);
export const page = { render: () => shown.value && h(Counter) };
