import type { Operation, Parameter } from "./shape.ts";

/** Where the reader's own deployment is, and an edition that it has. */
export interface Deployment {
  origin: string;
  editionId: string;
}

/**
 * A line for the shell that asks the address.
 * @param example query of a public address that shows what it can do
 */
export function curlLine(operation: Operation, example: string | undefined, at: Deployment): string {
  const { method, path, parameters = [], requestBody, security } = operation;
  const address = `${at.origin}${filledPath(path, parameters, at, security !== undefined)}`;
  const url = example ? `${address}?${example}` : address;
  return [
    "curl",
    ...(method === "GET" ? [] : [`-X ${method}`]),
    ...(security ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(requestBody ? ["-H 'Content-Type: application/json'", "-d @body.json"] : []),
    security ? `"${url}"` : `'${url}'`,
  ].join(" ");
}

/** `{id}` of a public address is an edition's; one of the desk's is a variable that its reader sets. */
function filledPath(path: string, parameters: readonly Parameter[], at: Deployment, desk: boolean): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!desk && name === "id") return at.editionId;
    const example = parameters.find((parameter) => parameter.name === name)?.schema.example;
    return name === "id" ? "$ID" : String(example ?? name);
  });
}
