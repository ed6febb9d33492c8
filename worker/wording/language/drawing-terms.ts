/** What is written beside a drawing, in as few letters as the language allows: a column may be 160 pixels wide. */
export interface DrawingTerms {
  /** January to December. */
  months: readonly string[];
  /** Of the weeks whose records are still coming in. */
  estimate: string;
  /** Of the time of which only a lower bound is known. */
  bound: string;
  /** Of what is recorded of the current week. */
  soFar: string;
}
