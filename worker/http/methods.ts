import type { Hono } from "hono";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** The methods that a path takes, for `Allow`; empty where nothing is. Middleware alone takes none. */
export function methodsAt(app: Hono<{ Bindings: Env }>, path: string): string[] {
  const taken = METHODS.filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method === method),
  );
  if (taken.length === 0) return [];
  return [...taken.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : method)), "OPTIONS"];
}
