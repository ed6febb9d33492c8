/** `npm run hosts`: builds publishers' whole projects with their frameworks, serves them, and reads them in Chromium. */
import { ownSuite } from "../runner/own-suite.ts";

await ownSuite("test/hosts/vitest.config.ts");
