import { hydrate, mount, unmount } from "svelte";
import Counter from "./Counter.svelte";

const target = document.querySelector("#app");
const show = () => mount(Counter, { target });
let page = target.firstChild ? hydrate(Counter, { target }) : show();
document.querySelector("#toggle").addEventListener("click", async () => {
  if (page) {
    await unmount(page);
    page = null;
  } else page = show();
});
