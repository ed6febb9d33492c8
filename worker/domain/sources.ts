import type { Source } from "../contract/common.ts";
import type { Evidence } from "../contract/terms.ts";

/** Whose numbers an answer has that isn't made from one publisher's figure alone. */
export const SOURCES = {
  /** Most of the ledger is Mediazona's own count; each figure names its publisher and link. */
  published: {
    name: "Mediazona and others, named with each figure",
    url: "https://en.zona.media/",
  },
  records: { name: "Records of Russian military courts", url: "https://sudrf.ru/" },
} as const satisfies Record<Evidence, Source>;
