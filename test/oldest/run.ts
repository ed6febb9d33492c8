/** `npm run oldest`: shows the element to the oldest browsers that it supports, and to one that is older. */
import { ownSuite } from "../runner/own-suite.ts";

await ownSuite("test/oldest/vitest.config.ts");
