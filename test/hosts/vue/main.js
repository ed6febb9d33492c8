import { createApp, createSSRApp } from "vue";
import { page, shown } from "./page.js";

const app = document.querySelector("#app");
(app.firstChild ? createSSRApp(page) : createApp(page)).mount(app);
document.querySelector("#toggle").addEventListener("click", () => {
  shown.value = !shown.value;
});
