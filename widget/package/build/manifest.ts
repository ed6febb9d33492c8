import type {
  Attribute,
  ClassField,
  CustomElementDeclaration,
  Package,
} from "custom-elements-manifest/schema";
import { parseSync } from "vite";
import { type DocComment, docComment, type Tag } from "./doc-comment.ts";

/** The class in the package, and the module that registers it. */
const CLASS = "element.js";
const REGISTERED = "index.js";

/**
 * The custom elements manifest of a class, from its doc comment and its declared fields: what editors and
 * documentation tools read. https://github.com/webcomponents/custom-elements-manifest
 */
export function customElementsManifest(source: string): Package {
  const element = declarationOf(source);
  const declaration = { name: element.name, module: CLASS };
  return {
    schemaVersion: "2.1.0",
    modules: [
      {
        kind: "javascript-module",
        path: CLASS,
        declarations: [element],
        exports: [{ kind: "js", name: element.name, declaration }],
      },
      {
        kind: "javascript-module",
        path: REGISTERED,
        exports: [
          { kind: "custom-element-definition", name: element.tagName ?? "", declaration },
          { kind: "js", name: element.name, declaration },
        ],
      },
    ],
  };
}

/** The attributes of the element as TypeScript has them: any of them may be missing. */
export function attributeTypes(attributes: readonly Attribute[]): string {
  const lines = attributes.map(({ name, type, description, default: preset }) => {
    const text = type?.text === "number" ? "number | string" : (type?.text ?? "string");
    const note = [description, preset && `Default: \`${preset}\`.`].filter(Boolean).join(" ");
    return `  /** ${note} */\n  "${name}"?: ${text} | undefined;\n`;
  });
  return `/** The attributes of \`<desertion-stats>\`. */\nexport interface DesertionStatsAttributes {\n${lines.join("")}}\n`;
}

function declarationOf(source: string): CustomElementDeclaration {
  const { name, superclass, doc, fields } = readClass(source);
  const all = (tag: string) => doc.tags.filter((one) => one.tag === tag);
  const named = ({ name, text, default: preset }: Tag) => ({
    name,
    description: text,
    ...(preset && { default: preset }),
  });
  return {
    kind: "class",
    name,
    description: doc.text,
    superclass: { name: superclass, package: "lit" },
    customElement: true,
    tagName: all("element")[0]?.name ?? "",
    attributes: all("attr").map((tag) => ({
      ...named(tag),
      type: { text: tag.type },
      ...fieldOf(tag.name, fields),
    })),
    members: fields,
    events: all("fires").map((tag) => ({ ...named(tag), type: { text: tag.type } })),
    slots: all("slot").map(named),
    cssParts: all("csspart").map(named),
    cssProperties: all("cssproperty").map(named),
  };
}

/** The property that an attribute sets: `as-of` → `asOf`. */
function fieldOf(attribute: string, fields: readonly ClassField[]): { fieldName?: string } {
  const name = attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return fields.some((field) => field.name === name) ? { fieldName: name } : {};
}

interface ClassSource {
  name: string;
  superclass: string;
  doc: DocComment;
  fields: ClassField[];
}

/** The class that a module exports: what is public of its own, not what it inherits. */
function readClass(source: string): ClassSource {
  const { program, comments } = parseSync("element.ts", source);
  const docBefore = (start: number): DocComment => {
    const last = comments.findLast(({ end }) => end <= start);
    const near = last && source.slice(last.end, start).trim() === "";
    return docComment(near ? last.value : "");
  };
  const text = ({ start, end }: { start: number; end: number }) => source.slice(start, end);

  for (const statement of program.body) {
    if (statement.type !== "ExportNamedDeclaration") continue;
    const found = statement.declaration;
    if (found?.type !== "ClassDeclaration" || !found.superClass) continue;

    const fields = found.body.body.flatMap((member): ClassField[] => {
      const field = member.type === "PropertyDefinition" ? member : null;
      const getter = member.type === "MethodDefinition" && member.kind === "get" ? member : null;
      const own = field ?? getter;
      if (own?.key.type !== "Identifier" || own.static || own.override || isHidden(own)) return [];
      const type = field?.typeAnnotation ?? getter?.value.returnType;
      const words = docBefore(own.start).text;
      return [
        {
          kind: "field",
          name: own.key.name,
          type: { text: type ? text(type.typeAnnotation) : "unknown" },
          ...(words && { description: words }),
          ...(getter && { readonly: true }),
        },
      ];
    });
    return {
      name: found.id?.name ?? "",
      superclass: text(found.superClass),
      doc: docBefore(statement.start),
      fields,
    };
  }
  throw new Error("The module exports no class that extends another.");
}

function isHidden({ accessibility }: { accessibility?: string | null }): boolean {
  return accessibility === "private" || accessibility === "protected";
}
