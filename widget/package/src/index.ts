/** Registers `<desertion-stats>`, where the page hasn't got it yet. */
import "../../stats/define.ts";

export * from "./element.ts";
