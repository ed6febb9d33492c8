import { globSync, readFileSync } from "node:fs";
import { LANGS, OFFENCES } from "../../../../worker/contract/terms.ts";
import { fallbackText } from "../../../../worker/wording/index.ts";
import { customElementsManifest } from "../../build/manifest.ts";
import { ANY_QUESTION } from "../words/words.ts";
import { translationFiles } from "./translations.ts";

const SOURCE = "widget/package/wordpress/plugin";

/**
 * Every file of the plugin by its path in the zip.
 * @param version of the project
 * @param host origin of the deployment that the plugin asks where its settings name none; empty: none
 */
export function pluginFiles(version: string, host = ""): Record<string, Uint8Array> {
  const own = globSync("**/*.*", { cwd: SOURCE }).sort();
  const texts = {
    ...Object.fromEntries(
      own.map((path) => [path, filled(readFileSync(`${SOURCE}/${path}`, "utf8"), version, host)]),
    ),
    "includes/attributes.php": attributesPhp(),
    "includes/words.php": wordsPhp(),
    LICENSE: readFileSync("LICENSE", "utf8"),
  };
  const encoder = new TextEncoder();
  const files = Object.entries(texts).map(([path, text]) => [path, encoder.encode(text)] as const);
  const translations = Object.entries(translationFiles()).map(
    ([name, data]) => [`languages/${name}`, data] as const,
  );
  return Object.fromEntries(
    [...files, ...translations].map(([path, data]) => [`desertion-stats/${path}`, data]),
  );
}

function filled(text: string, version: string, host: string): string {
  return text.replaceAll(/\bVERSION\b/g, version).replace("'BUILT_FOR'", `'${host}'`);
}

/** What the element knows, without the origin: that is the settings'. */
function attributesPhp(): string {
  const { modules } = customElementsManifest(readFileSync("widget/stats/desertion-stats.ts", "utf8"));
  const element = modules[0]?.declarations?.[0];
  const attributes = element && "attributes" in element ? (element.attributes ?? []) : [];
  const names = attributes.map(({ name }) => name).filter((name) => name !== "src");
  return `<?php\n/** Made by the build from the element's own list. */\n\nreturn array( ${names.map((name) => `'${name}'`).join(", ")} );\n`;
}

/** The service's own words for each offence, for none (`''`), and for questions that they don't tell of (`any`). */
function wordsPhp(): string {
  const quoted = (text: string) => `'${text.replaceAll(/[\\']/g, "\\$&")}'`;
  const languages = LANGS.map((lang) => {
    const scopes: [string, string][] = [
      ["", fallbackText(null, lang)],
      ...OFFENCES.map((offence): [string, string] => [offence, fallbackText(offence, lang)]),
      ["any", ANY_QUESTION[lang]],
    ];
    return `\t'${lang}' => array(\n${scopes.map(([scope, words]) => `\t\t'${scope}' => ${quoted(words)},\n`).join("")}\t),\n`;
  });
  return `<?php\n/** Made by the build from the service's own words. */\n\nreturn array(\n${languages.join("")});\n`;
}
