import "./no-eval.ts";
import { moscowDate } from "../../worker/domain/calendar.ts";
import { serveStates } from "./preview/serve-states.ts";
import "./shell/app.ts";
import { lang, words } from "./words/index.ts";

document.documentElement.lang = lang;
document.title = words.title;
serveStates(window, location.href, () => moscowDate(Date.now()));
