/** `npm run pixels`: compares the studio's preview and the page by pixels, in twenty themes. */
import { ownSuite } from "../runner/own-suite.ts";

await ownSuite("test/pixels/vitest.config.ts");
