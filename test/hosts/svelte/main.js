import { mount, unmount } from "svelte";
import Counter from "./Counter.svelte";

const show = () => mount(Counter, { target: document.querySelector("#app") });
let page = show();
document.querySelector("#toggle").addEventListener("click", async () => {
  if (page) {
    await unmount(page);
    page = null;
  } else page = show();
});
