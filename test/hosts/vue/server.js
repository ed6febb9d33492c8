import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import { page } from "./page.js";

export const render = () => renderToString(createSSRApp(page));
