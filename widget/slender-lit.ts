import type { Plugin } from "vite";

/** In Lit's minified production files: what stands there, and what stands for it. */
type Edit = readonly [there: RegExp, instead: string];

/** A guest leaves nothing on `window` but its element: no versions, no hooks of polyfills or development tools. */
const TRACES: readonly Edit[] = [
  [/\(\w+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/, "(void 0)"],
  [/\w+\.\w+(Polyfill|Hydrate)Support\b/g, "(void 0)"],
  [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ""],
  [/const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{[^{}]*\}/, ""],
];

/**
 * What the element has no use for, and every reader would load. By file; each must be found.
 *
 * Browsers that run the rest of the script (ES2022, container queries) have adopted style sheets. All properties are
 * strings that no accessor of their own guards, as they are written. No template binds properties or booleans, whole elements, comments, or the text of a `<style>`, and none
 * uses a directive: `TEMPLATE_BEYOND` holds the sources to that.
 */
const UNUSED: Readonly<Record<string, readonly Edit[]>> = {
  "reactive-element/css-tag.js": [[/\w+\.ShadowRoot&&.*?"replace"in CSSStyleSheet\.prototype/, "!0"]],
  "reactive-element/reactive-element.js": [
    [/\{toAttribute\(.*?\}return \w+\},fromAttribute\(.*?\}return \w+\}\}/, "0"],
    [/\(void 0!==\w+\.converter\?\.toAttribute\?.*?\.toAttribute\((\w+),\w+\.type\)/, "$1"],
    [/const \w+=\w+\.getPropertyOptions\(\w+\),\w+="function"==.*?:\w+;(?=this\._\$Em=)/, ""],
    [/const \w+=\w+\.fromAttribute\((\w+),.*?(this\[\w+\]=).*?(?=,this\._\$Em=null)/, "$2$1"],
    [/\|\|\w+\.useDefault&&.*?_\$Eu\(\w+,\w+\)\)/, ""],
    [/\{useDefault:\w+,(reflect:\w+),wrapped:\w+\},\w+\)\{.*?\|\|\((?=this\._\$AL)/, "{$1}){("],
    [/(this\.hasUpdated)\|\|\w+(?=\|\|\()/, "$1"],
    [/const \w+=this\.constructor\.elementProperties;if\(\w+\.size>0\)for\(.*?,\w+,\w+\)\}/, ""],
    [
      /const\{get:\w+,set:\w+\}=.*?return\{get:\w+,set\((\w+)\)\{.*?this\.requestUpdate\((\w+),\w+/,
      "const key=$1;return{get(){return this[key]},set(value){const before=this[key];this[key]=value,this.requestUpdate($2,before",
    ],
    [/(static finalizeStyles)\(\w+\)\{.*?\}(?=static)/, "$1(){return[]}"],
    [/void 0!==\w+\.l&&\(.*?\),/, ""],
    [/,this\.constructor\.l\?\.forEach\(.*?\)\)/, ""],
    [/static addInitializer\(\w+\)\{.*?\}(?=static)/, ""],
    [/removeController\(\w+\)\{.*?\}(?=_)/, ""],
  ],
  "lit-html/lit-html.js": [
    [/"\."===(\w+)\[1\]\?\w+:"\?"===\1\[1\]\?\w+:/, ""],
    [/else \w+\.startsWith\(\w+\)&&\(\w+\.push\(\{type:6.*?\)\);/, ";"],
    [/:6===\w+\.type&&\((\w+)=new \w+\(\w+,this,\w+\)\)/, ":0"],
    [/if\(\w+\.test\(\w+\.tagName\)\)\{.*?\}(?=\}else if\(8)/, ""],
    [/else\{let \w+=-1;for\(;-1!==.*?\}(?=\w+\+\+\}\})/, ""],
    [/(function \w+\(\w+,(\w+),\w+=\w+,\w+\)\{).*?void 0!==\w+&&\(\2=.*?,\2\}(?=class)/, "$1return $2}"],
  ],
};

/** A binding that the Lit in the bundle doesn't know, though the Lit of the tests does. */
const TEMPLATE_BEYOND = /\s[.?][a-z][\w-]*="?\$\{|<[\w-]+ \$\{|from "lit\/directive/i;

/** Lit without what this element has no use for. A Lit that is written otherwise fails the build. */
export function slenderLit(): Plugin {
  return {
    name: "slender-lit",
    transform: {
      filter: { id: /node_modules\/(@lit|lit-html|lit-element)\/|widget\/(stats|history)\// },
      handler(code, id) {
        if (!id.includes("node_modules")) {
          const beyond = TEMPLATE_BEYOND.exec(code);
          if (beyond) this.error(`${id}: the bundle's Lit knows no ${beyond[0]}; see widget/slender-lit.ts.`);
          return;
        }
        const [, edits = []] = Object.entries(UNUSED).find(([file]) => id.endsWith(file)) ?? [];
        const slender = edits.reduce((rest, [there, instead]) => {
          if (!there.test(rest)) this.error(`${id} is another Lit than expected: it has no ${there}.`);
          return rest.replace(there, instead);
        }, code);
        const quiet = TRACES.reduce((rest, [there, instead]) => rest.replace(there, instead), slender);
        const left = /\w+Versions\b|\w+(Polyfill|Hydrate)Support\b|litPropertyMetadata/.exec(quiet);
        if (left)
          this.error(
            `Lit would leave ${left[0]} on window; widget/slender-lit.ts doesn't know this version.`,
          );
        return quiet;
      },
    },
  };
}
