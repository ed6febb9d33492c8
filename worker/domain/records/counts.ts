/** Convictions of one scope and week by how many weeks later the desk first saw them. */
export interface DelayCount {
  scope: string;
  week: number;
  delay: number;
  count: number;
}

export interface RecordCounts {
  cases: number;
  defendants: number;
  convictions: number;
  removed: number;
}

/** So many cases of one scope and week. */
export interface ScopeCount {
  week: number;
  scope: string;
  count: number;
}

/** What came in with an edition, or was found gone from the courts' sites. */
export interface ArrivalCounts {
  /** By week of the verdict. */
  convictions: readonly ScopeCount[];
  /** By week of the receipt; the scopes of several defendants are joined by `,`. */
  receipts: readonly ScopeCount[];
  /** Convictions by week of the verdict. */
  vanished: readonly ScopeCount[];
}
