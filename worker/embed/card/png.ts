import sans from "@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf";
import sansBold from "@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf";
import serif from "@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf";
import serifBold from "@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import renderer from "@resvg/resvg-wasm/index_bg.wasm";

/** One for each face of the card; there are no others in a Worker. */
const FONTS = [sans, sansBold, serif, serifBold];

/** Made ready by the first picture: most Workers never draw one. */
let ready: Promise<void> | null = null;

/** The pixels of a card, in its own size, as PNG. */
export async function rasterise(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(renderer);
  await ready;
  const fontBuffers = FONTS.map((font) => new Uint8Array(font));
  const drawing = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: "PT Sans" } });
  try {
    const image = drawing.render();
    try {
      // A copy: what the renderer hands out may be a view of its own memory.
      return new Uint8Array(image.asPng());
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
