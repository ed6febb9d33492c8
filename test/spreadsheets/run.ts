/** `npm run spreadsheets`: has LibreOffice read the CSV in the locales of its users. */
import { ownSuite } from "../runner/own-suite.ts";

await ownSuite("test/spreadsheets/vitest.config.ts", { soffice: "libreoffice-calc" });
