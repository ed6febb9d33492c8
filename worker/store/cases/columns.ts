/** The columns that a version and a staged case share, in one order. */
export const CASE_COLUMNS = `case_uid, court_code, case_number, earlier_numbers, articles, scope,
  received_on, received_week, decided_on, decided_week, outcome, sentence, term_months, service,
  source_url, first_seen_on, removed_on, said_on, cards, coding, received_court`;

/** The columns of a version that make its `CourtCase`. */
export const COURT_CASE_COLUMNS = `case_uid, court_code, case_number, earlier_numbers, defendant, articles,
  received_on, decided_on, outcome, sentence, term_months, service, source_url, first_seen_on, removed_on`;

/** Those that hold the state behind it. */
export const STATE_COLUMNS = "said_on, cards, coding";

/** What a record's outcome is called in the store once it was withdrawn: it stands, and counts nowhere. */
export const WITHDRAWN = "withdrawn";
