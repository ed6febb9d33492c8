/** The Worker that ours is compared with: Hono, one route, the same bytes from memory. */
import { Hono } from "hono";

/** An answer of our Worker, as it came. */
export interface Answer {
  headers: Record<string, string>;
  body: string;
}

const app = new Hono<{ Bindings: { ANSWERS: Record<string, Answer> } }>();

app.get("/v1/:name", (c) => {
  const answer = c.env.ANSWERS[c.req.path];
  if (!answer) return c.notFound();
  const { headers, body } = answer;
  // A Response of its own: Hono's c.body copies headers one by one, which would flatter what is compared with it.
  const known = c.req.header("If-None-Match") === headers.etag;
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
});

export default app;
