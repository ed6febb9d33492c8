import "./no-eval.ts";
import "./shell/app.ts";
import { lang } from "./words/index.ts";

document.documentElement.lang = lang;
