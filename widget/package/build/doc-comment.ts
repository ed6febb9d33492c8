/** A tag of a doc comment: `@attr {"a" | "b"} [name=default] - text`. */
export interface Tag {
  tag: string;
  type: string;
  name: string;
  /** The default that stands with the name; empty where there is none. */
  default: string;
  text: string;
}

export interface DocComment {
  text: string;
  tags: Tag[];
}

const TAG = /^@(\w+)(?: \{([^}]*)\})?(?: (?!- )\[?([^\s=\]]+)(?:=([^\]]*)\])?)?(?: - (.*))?$/;

/** What a doc comment says: the words before its first tag, and the tags with their lines joined. */
export function docComment(comment: string): DocComment {
  const words = comment
    .replace(/^\/?\*+|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trim())
    .join("\n");
  const [text = "", ...tags] = words.split(/\n(?=@)/);
  return { text: paragraphs(text), tags: tags.map(tagOf) };
}

function tagOf(lines: string): Tag {
  const line = paragraphs(lines).replaceAll("\n", " ");
  const found = TAG.exec(line);
  if (!found) throw new Error(`"${line}" isn't written as "@tag {type} [name=default] - text".`);
  const [, tag = "", type = "", name = "", preset = "", text = ""] = found;
  return { tag, type, name, default: preset, text };
}

/** Lines of one paragraph flow together. */
function paragraphs(text: string): string {
  return text
    .trim()
    .split(/\n\n+/)
    .map((paragraph) => paragraph.replaceAll("\n", " "))
    .join("\n\n");
}
