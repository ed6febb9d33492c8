-- The days on which the courts have records are read from this index alone, also without those of the cases that a batch
-- touches. It held the records that are on the courts' sites only; who wants those names them.
DROP INDEX court_in_force;
CREATE INDEX court_in_force ON case_version (
  court_code, coalesce(decided_on, received_on), outcome, removed_on, until_edition, case_key
) WHERE until_edition IS NULL;
