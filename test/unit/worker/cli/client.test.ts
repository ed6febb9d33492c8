import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { DeskClient, Refused } from "../../../../worker/cli/client.ts";

let server: Server;
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** A server that answers so, one after the other; the last answer for ever. */
async function serve(answers: { status: number; headers?: Record<string, string>; body: object }[]) {
  const asked: string[] = [];
  server = createServer((request, response) => {
    const { status, headers, body } = answers[Math.min(asked.length, answers.length - 1)]!;
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status, { ...headers, Connection: "close" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { desk: new DeskClient(`http://127.0.0.1:${port}`, "ds_token"), asked };
}

const TOO_MANY = { status: 429, headers: { "Retry-After": "0" }, body: { detail: "Go on in a minute." } };

describe("the desk's client", () => {
  it("waits as it is told where it asks too often, and goes on", async () => {
    const { desk, asked } = await serve([TOO_MANY, TOO_MANY, { status: 200, body: { tokens: [] } }]);
    expect(await desk.tokens()).toEqual({ tokens: [] });
    expect(asked).toEqual(Array(3).fill("GET /v1/tokens"));
  });

  it("gives up at last, with the server's own words", async () => {
    const { desk } = await serve([TOO_MANY]);
    await expect(desk.tokens()).rejects.toThrow(new Refused(429, "Go on in a minute."));
  });
});
