/** Functions of a profile in which nothing of the Worker's works. */
const NOT_WORKING = new Set(["(idle)", "(program)", "(root)"]);
const SAMPLED_EVERY_US = 100;
/** `wrangler dev` lets a program in that says where it comes from. An option of Node's, which browsers' types don't know. */
const FROM_HERE = { headers: { Origin: "http://localhost" } } as unknown as string[];

/** A CPU profile as V8 writes it; times in microseconds. */
export interface Profile {
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Processor time of a profile that is the Worker's own (ms). */
export function workedMs({ nodes, samples, timeDeltas }: Profile): number {
  const idle = new Set(
    nodes.filter(({ callFrame }) => NOT_WORKING.has(callFrame.functionName)).map(({ id }) => id),
  );
  // A delta is the time since the sample before: a sample lasts until the next one.
  return samples.reduce(
    (sum, node, index) => (idle.has(node) ? sum : sum + (timeDeltas[index + 1] ?? 0) / 1e3),
    0,
  );
}

interface Message {
  id?: number;
  method?: string;
  params?: { context?: { id: number } };
  result?: {
    usedSize?: number;
    backingStorageSize?: number;
    profile?: Profile;
    result?: { value?: unknown };
  };
}

/** One isolate of workerd, looked into by the inspector's protocol. */
export interface Isolate {
  /** What it holds once its garbage is collected, in bytes. Needs workerd's flag `--expose-gc`. */
  collected(): Promise<{ heap: number; buffers: number }>;
  /** Processor time that its code takes for a job (ms), by V8's own profile. */
  worked(job: () => Promise<unknown>): Promise<number>;
  close(): void;
}

/** @param address of the isolate's inspector, as `serveInspected` names it */
export async function inspect(address: string): Promise<Isolate> {
  const socket = new WebSocket(address, FROM_HERE);
  const waiting = new Map<number, (message: Message) => void>();
  let context: number | undefined;
  let last = 0;
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.method === "Runtime.executionContextCreated") context = message.params?.context?.id;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  };
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const send = (method: string, params: object = {}) =>
    new Promise<Message>((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send("Runtime.enable");
  return {
    close: () => socket.close(),
    async collected() {
      const expression = "gc(), 'collected'";
      const { result } = await send("Runtime.evaluate", {
        expression,
        contextId: context,
        returnByValue: true,
      });
      if (result?.result?.value !== "collected") throw new Error("The isolate's garbage can't be collected.");
      const usage = (await send("Runtime.getHeapUsage")).result;
      return { heap: usage?.usedSize ?? Number.NaN, buffers: usage?.backingStorageSize ?? Number.NaN };
    },
    async worked(job) {
      await send("Profiler.enable");
      await send("Profiler.setSamplingInterval", { interval: SAMPLED_EVERY_US });
      await send("Profiler.start");
      await job();
      const { result } = await send("Profiler.stop");
      if (!result?.profile) throw new Error("The isolate gives no profile.");
      return workedMs(result.profile);
    },
  };
}
