import type { LockFile } from "./lock-faults.ts";

/** What `npm audit --json` says, as far as it is read here. */
export interface AuditReport {
  vulnerabilities?: Readonly<
    Record<
      string,
      {
        severity: string;
        nodes: readonly string[];
        via: readonly (string | { title?: string; url?: string })[];
      }
    >
  >;
  metadata?: { vulnerabilities?: { total?: number } };
  message?: string;
}

export interface Verdict {
  /** Nobody could be asked, and why. */
  unasked?: string;
  /** What has to be dealt with before a release: grave, and in what is shipped. */
  grave: string[];
  /** What is told: of less weight, or in tools that readers never meet. */
  told: string[];
}

const GRAVE = ["high", "critical"];

/** Sorts known weaknesses by whether they are grave and reach anybody but us. */
export function verdictOn(report: AuditReport | null, lock: LockFile): Verdict {
  if (!report?.vulnerabilities || report.metadata?.vulnerabilities?.total === undefined) {
    return { unasked: report?.message ?? "no answer", grave: [], told: [] };
  }
  const found: Verdict = { grave: [], told: [] };
  for (const [name, { severity, nodes, via }] of Object.entries(report.vulnerabilities)) {
    const shipped = nodes.some((path) => !lock.packages[path]?.dev);
    const reasons = via
      .map((one) => (typeof one === "string" ? `by ${one}` : `${one.title} ${one.url}`))
      .join("; ");
    const line = `${name} (${severity}, ${shipped ? "shipped" : "development only"}): ${reasons}`;
    (shipped && GRAVE.includes(severity) ? found.grave : found.told).push(line);
  }
  return found;
}
