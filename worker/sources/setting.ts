/** A variable or a secret of the deployment that wrangler.toml doesn't name. */
export function settingOf(env: object, name: string): string | null {
  const value: unknown = (env as Readonly<Record<string, unknown>>)[name];
  return typeof value === "string" && value !== "" ? value : null;
}
