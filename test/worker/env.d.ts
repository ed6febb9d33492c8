/** What vitest.config.ts binds beside wrangler.toml's own bindings. */
declare namespace Cloudflare {
  interface Env {
    MIGRATIONS: import("cloudflare:test").D1Migration[];
    LEDGER: string;
    /** A limiter that a test reaches with a few requests. */
    THREE_A_MINUTE: RateLimit;
  }
}
