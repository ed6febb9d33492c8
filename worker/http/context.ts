import type { Context } from "hono";

/** The runtime around a request; null where the app was asked without one. */
export function contextOf(c: Context): ExecutionContext | null {
  try {
    return c.executionCtx as ExecutionContext;
  } catch {
    return null;
  }
}
