/** A line of letters as the browser has set it. */
export interface Line {
  text: string;
  /** What stands around it in the words as they were given: where the browser broke them. */
  before: string;
  after: string;
  box: DOMRect;
}

/** The lines of a block, in the order of its words. What is clipped at its side isn't there. */
export function linesOf(block: Element): Line[] {
  const isClipped = getComputedStyle(block).overflowX === "clip";
  const clip = isClipped ? block.getBoundingClientRect().left + 1 : Number.NEGATIVE_INFINITY;
  const lines: { text: string; boxes: DOMRect[]; before: string; after: string }[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  let previous: { box: DOMRect; parent: Element | null } | null = null;
  let blank = "";
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    for (let at = 0; at < node.length; at++) {
      const letter = node.data[at]!;
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      // What has no width is no letter: a blank at the end of a line, or what holds a range together.
      if (box.width === 0 || box.right <= clip || /\s/.test(letter)) {
        if (/\s/.test(letter)) blank = letter;
        continue;
      }
      const isNext = previous && (box.left < previous.box.left || box.top > previous.box.bottom);
      const last = lines.at(-1);
      if (!last || isNext) {
        // Parts of a label are boxes of their own, and so are the blocks of a footer.
        const between = previous && parent !== previous.parent ? " " : blank;
        if (last) last.after = between;
        lines.push({ text: letter, boxes: [box], before: between, after: "" });
      } else {
        last.text += `${blank}${letter}`;
        last.boxes.push(box);
      }
      previous = { box, parent };
      blank = "";
    }
  }
  return lines.map(({ boxes, ...line }) => ({ ...line, box: around(boxes) }));
}

function around(boxes: readonly DOMRect[]): DOMRect {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** The element's blocks of words: parts, the lines of its footer, the keys of its drawing. */
export function blocksOf(root: ShadowRoot): Element[] {
  const blocks = root.querySelectorAll("p, figcaption > *, [part=sparkline] > div > span, [part=number]");
  return [...blocks].filter((block) => block.getClientRects().length > 0);
}

/** What is wrong with how a block's words are broken into lines; empty where nothing is. */
export function badBreaks(block: Element): string[] {
  const lines = linesOf(block);
  return lines.flatMap(({ text, after }, index) => {
    const next = lines[index + 1];
    const where = `${text} | ${next?.text ?? ""}`;
    const found: string[] = [];
    // A dash alone stands for a number that isn't known.
    if (/^[–—·]./.test(text)) found.push(`begins with a dash or dot: ${text}`);
    if (/[^\s]–$|·$/.test(text)) found.push(`ends with a dash or dot: ${where}`);
    // A hyphen ends a line; nothing else does within what a blank doesn't part.
    if (next && !/^[ \n\t]$/.test(after) && !/[-/]$/.test(text)) found.push(`cut: ${where}`);
    if (next && /\d-$/.test(text) && /^\p{L}/u.test(next.text)) found.push(`torn from its number: ${where}`);
    return found;
  });
}
