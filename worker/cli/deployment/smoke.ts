import { createHash } from "node:crypto";

/** What a deployment has to serve of the element: the manifest that the build has just written. */
export interface Built {
  file: string;
  integrity: string;
}

export type Fetch = (address: URL, init?: RequestInit) => Promise<Response>;

interface Asked {
  path: string;
  response: Response;
  text: string;
}

/** A question to a deployment: what is wrong with the answer, as sentences; none: it is good. */
interface Trial {
  path: string;
  /** Also answers 503 where nothing was published yet. */
  ofEdition?: true;
  faults(asked: Asked): string[];
}

const cors = ({ path, response }: Asked) =>
  response.headers.get("Access-Control-Allow-Origin") === "*"
    ? []
    : [`${path} may not be read from other sites: Access-Control-Allow-Origin: * was expected.`];

const typed =
  (type: string) =>
  ({ path, response }: Asked) => {
    const found = response.headers.get("Content-Type") ?? "nothing";
    return found.startsWith(type) ? [] : [`${path} is ${found}; ${type} was expected.`];
  };

const policy =
  (...parts: string[]) =>
  ({ path, response }: Asked) => {
    const found = response.headers.get("Content-Security-Policy") ?? "";
    return parts
      .filter((part) => !found.includes(part))
      .map((part) => `${path} has no ${part} in its policy.`);
  };

/** What forbids a frame: the old header, and a list of who may. */
const framable = ({ path, response: { headers } }: Asked) => {
  const ancestors = /frame-ancestors (?!\*)/.test(headers.get("Content-Security-Policy") ?? "");
  return ancestors || headers.has("X-Frame-Options") ? [`${path} may not stand in other sites' frames.`] : [];
};

const sameBytes =
  (integrity: string) =>
  ({ path, text }: Asked) => {
    const found = `sha384-${createHash("sha384").update(text).digest("base64")}`;
    return found === integrity
      ? []
      : [`${path} has other bytes than were built: ${found}, not ${integrity}.`];
  };

const says =
  (what: string, isSaid: (body: Record<string, unknown>) => boolean) =>
  ({ path, text }: Asked) => {
    try {
      return isSaid(JSON.parse(text) as Record<string, unknown>) ? [] : [`${path} doesn't say ${what}.`];
    } catch {
      return [`${path} isn't JSON.`];
    }
  };

/** What readers and the pages around the element live on. */
function readersTrials({ file, integrity }: Built): Trial[] {
  const all =
    (...faults: Trial["faults"][]) =>
    (asked: Asked) =>
      faults.flatMap((look) => look(asked));
  const script = all(cors, typed("text/javascript"), sameBytes(integrity));
  return [
    {
      path: "/v1/health",
      ofEdition: true,
      faults: all(
        cors,
        says("its state", ({ status }) => typeof status === "string"),
      ),
    },
    {
      path: "/v1/summary",
      ofEdition: true,
      faults: all(
        cors,
        typed("application/json"),
        says("its edition and its type", (body) => "edition" in body && "type" in body),
      ),
    },
    { path: "/embed/v1.js", faults: script },
    { path: `/embed/${file}`, faults: script },
    {
      path: "/embed/manifest.json",
      faults: all(
        cors,
        says(`that its file is ${file}`, (body) => body.file === file),
      ),
    },
    {
      path: "/embed",
      ofEdition: true,
      faults: all(typed("text/html"), policy("default-src 'none'"), framable),
    },
    { path: "/studio", faults: policy("default-src 'none'", "frame-ancestors 'none'") },
  ];
}

/**
 * Tries a deployment from outside, as readers and publishers ask it.
 * @param published whether it has something to serve: until the first publication a 503 is right
 * @returns what is wrong, a sentence each
 */
export async function readersFaults(
  origin: string,
  built: Built,
  published: boolean,
  fetch: Fetch,
): Promise<string[]> {
  const tried = readersTrials(built).map(async ({ path, ofEdition, faults }) => {
    const asked = await ask(origin, path, fetch);
    if (typeof asked === "string") return [asked];
    const { status } = asked.response;
    if (!published && ofEdition && status === 503) return [];
    return status === 200 ? faults(asked) : [`${path} answers ${status}; 200 was expected.`];
  });
  return (await Promise.all(tried)).flat();
}

/** After the migrations: whether code and database are at one version, so that the desk can work. */
export async function deskFaults(origin: string, fetch: Fetch): Promise<string[]> {
  const asked = await ask(origin, "/v1/health", fetch);
  if (typeof asked === "string") return [asked];
  return [
    ...says(
      "that D1 and KV answer",
      ({ storage }) => !JSON.stringify(storage ?? "down").includes("down"),
    )(asked),
    ...says("that code and database are at one version", ({ schema }) => schema === undefined)(asked),
  ];
}

async function ask(origin: string, path: string, fetch: Fetch): Promise<Asked | string> {
  const address = new URL(path, origin);
  // What a cache has kept of the version before says nothing.
  const init = { headers: { "Cache-Control": "no-cache" } };
  try {
    const response = await fetch(address, init);
    return { path, response, text: await response.text() };
  } catch (error) {
    const cause = error instanceof Error ? (error.cause instanceof Error ? error.cause : error).message : "";
    return `${address} gives no answer (${cause}).`;
  }
}
