-- From a court's week, in whatever state its cases are, to its records.
CREATE INDEX record_of_court ON case_version (
  court_code, coalesce(decided_week, received_week), case_key, defendant
) WHERE until_edition IS NULL;
