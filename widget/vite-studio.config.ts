import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

process.env.NODE_ENV = "production";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The studio, in a build of its own: the element has to stand alone, so it can share no script with other pages. */
export default defineConfig({
  root: path("pages"),
  publicDir: false,
  build: {
    outDir: path("../dist/site"),
    emptyOutDir: false,
    target: "es2024",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
    license: { fileName: "assets/studio-licenses.md" },
    rolldownOptions: {
      input: {
        studio: path("pages/studio.html"),
        "studio-page": path("pages/studio-page.html"),
        "studio-frame": path("pages/studio-frame.html"),
      },
    },
  },
  worker: { format: "es" },
});
