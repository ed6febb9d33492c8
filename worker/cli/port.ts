import { createServer } from "node:net";

const DEFAULT = 8787;

/**
 * The port to serve on: PORT, or 8787.
 * @throws Error where that is no port, or somebody else's
 */
export async function portToServe(asked = String(DEFAULT)): Promise<number> {
  const port = Number(asked);
  if (!/^\d+$/.test(asked) || port < 1 || port > 65_535)
    throw new Error(
      `PORT is ${JSON.stringify(asked)}; expected a number from 1 to 65535, such as ${DEFAULT}.`,
    );
  if (await isTaken(port))
    throw new Error(
      `Port ${port} is in use, perhaps by an earlier start. Stop that one, or use another port: PORT=${port === 65_535 ? DEFAULT : port + 1} npm start`,
    );
  return port;
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(true));
    probe.listen(port, "localhost", () => probe.close(() => resolve(false)));
  });
}
