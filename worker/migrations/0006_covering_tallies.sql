-- SQLite takes a partial index for covering only if it also holds the columns that its condition names. With them, and
-- with what the totals count, building an edition walks two indexes and looks up no row of the table.
DROP INDEX receipt_in_force;
CREATE INDEX receipt_in_force
  ON case_version (case_key, received_week, received_on, scope, service, court_code, outcome, removed_on, until_edition)
  WHERE until_edition IS NULL;
DROP INDEX conviction_in_force;
CREATE INDEX conviction_in_force
  ON case_version (
    scope, service, sentence, court_code, decided_week, decided_on, verdict_seen_day, outcome, until_edition
  )
  WHERE until_edition IS NULL AND outcome = 'convicted';
