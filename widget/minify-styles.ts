import type { Plugin } from "vite";

/** Styles in template literals are out of the minifier's sight. */
export function minifyStyles(): Plugin {
  return {
    name: "minify-styles",
    transform: {
      filter: { id: /widget\/.*\/styles[\w-]*\.ts$/ },
      handler: (code) =>
        code.replace(/`[^`$]*`/g, (styles) =>
          styles
            .replace(/\/\*.*?\*\//gs, "")
            .replace(/\s+/g, " ")
            .replace(/ ?([{};,]|: ) ?/g, (_, sign: string) => sign.trim())
            .replace(/;}/g, "}"),
        ),
    },
  };
}
