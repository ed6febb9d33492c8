-- The convictions' tally also says how many of a week come before the turn of the month: with the date in its index
-- it still reads no row of the table.
DROP INDEX conviction_in_force;
CREATE INDEX conviction_in_force
  ON case_version (scope, service, sentence, court_code, decided_week, decided_on, verdict_seen_day)
  WHERE until_edition IS NULL AND outcome = 'convicted';
