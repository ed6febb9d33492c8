-- Nearly every case has one defendant. Counted in the order of this index, such cases need no sorting, however many
-- they are; only the others, which the second index names, are put together case by case.
DROP INDEX receipt_in_force;
CREATE INDEX receipt_in_force
  ON case_version (
    scope, service, court_code, received_week, received_on, case_key, outcome, removed_on, until_edition
  )
  WHERE until_edition IS NULL;
CREATE INDEX other_defendant_in_force
  ON case_version (case_key, defendant, until_edition) WHERE until_edition IS NULL AND defendant > 1;
