import { render as renderPage } from "svelte/server";
import Counter from "./Counter.svelte";

export const render = () => {
  const { head, body } = renderPage(Counter);
  return { head, body };
};
