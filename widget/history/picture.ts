/** What a picture has around its chart. */
export interface Caption {
  heading: string;
  label: string;
  /** The keys with the colours of their lines. */
  keys: readonly { name: string; colour: string }[];
  /** Source and edition. */
  footer: string;
  font: string;
  ink: string;
  ground: string;
}

const MARGIN = 24;
/** Pixels of the picture for one of the page, so that it can be printed. */
const SCALE = 2;

/** The chart as a picture that says by itself what it shows, by whom and as of when; null where none can be made. */
export function picture(chart: HTMLCanvasElement, caption: Caption): Promise<Blob | null> {
  const { clientWidth: width, clientHeight: height } = chart;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) return Promise.resolve(null);
  const { font, ink, ground, keys } = caption;

  /** Writes words below each other and returns where the next line begins; draws nothing on `dry`. */
  const write = (dry: boolean): number => {
    let y = MARGIN;
    const line = (words: string, style: string, size: number, colour: string) => {
      context.font = `${style} ${size}px ${font}`;
      context.fillStyle = colour;
      for (const part of lines(context, words, width)) {
        y += size * 1.3;
        if (!dry) context.fillText(part, MARGIN, y);
      }
    };
    line(caption.heading, "bold", 18, ink);
    line(caption.label, "", 14, ink);
    for (const { name, colour } of keys) line(`— ${name}`, "", 14, colour);
    y += 12;
    if (!dry) context.drawImage(chart, MARGIN, y, width, height);
    y += height + 6;
    line(caption.footer, "", 12, ink);
    return y + MARGIN;
  };

  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = write(true) * SCALE;
  context.scale(SCALE, SCALE);
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  write(false);
  return new Promise((resolve) => canvas.toBlob(resolve));
}

/** What doesn't fit into one line breaks at its dots first, and they go: none begins or ends with one. */
function lines(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  if (context.measureText(text).width <= width) return [text];
  return text.split(/\s· /).flatMap((part) => {
    const lines: string[] = [];
    for (const word of part.split(" ")) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  });
}
