/** `node test/bench/element/run.ts`: the element's figures alone. Needs `npm run build`. */
import { startNewsroom, stateFolder } from "../../e2e/newsroom.ts";
import { tableOf } from "../figure.ts";
import { measureElement } from "./measure.ts";

const { folder, remove } = stateFolder();
const newsroom = await startNewsroom(folder);
try {
  console.log(tableOf(await measureElement(newsroom.origin)));
} finally {
  await newsroom.stop();
  remove();
}
