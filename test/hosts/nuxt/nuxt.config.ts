export default defineNuxtConfig({
  app: { head: { script: [{ type: "module", src: "https://HOST/embed/v1.js" }] } },
  vue: { compilerOptions: { isCustomElement: (tag) => tag === "desertion-stats" } },
});
