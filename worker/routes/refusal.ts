import type { RefusalView } from "../embed/frame/refusal-page.ts";
import { type Failure, problemOf } from "../problem.ts";
import type { AskedInVain } from "../reading/reading.ts";

/** A failure as the page at its address tells of it. */
export function refusalView(failure: Failure, { lang, url }: AskedInVain): RefusalView {
  const frozen = failure.kind === "before-first-edition" ? failure : null;
  const current = new URL(url);
  current.searchParams.delete("as-of");
  return {
    lang,
    reason: reasonOf(failure),
    editions: frozen && { asked: frozen.asked, first: frozen.first },
    current: frozen && current.href,
    details: problemOf(failure).detail,
  };
}

function reasonOf({ kind }: Failure): RefusalView["reason"] {
  switch (kind) {
    case "bad-parameters":
      return "bad-address";
    case "before-first-edition":
      return "no-such-edition";
    case "not-found":
      return "nothing-here";
    default:
      return "not-now";
  }
}
