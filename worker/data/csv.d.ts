/** Wrangler's rule for `*.csv` (wrangler.toml) and Vitest's hand the text over. */
declare module "*.csv" {
  const text: string;
  export default text;
}
