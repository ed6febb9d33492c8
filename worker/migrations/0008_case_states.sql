-- What a case is depends on all that its cards said, not on the order in which they came: so a version keeps the cards
-- and what a person wrote over them, where that is more than its own columns say.
ALTER TABLE case_version ADD COLUMN said_on TEXT;         -- day on which the sites were first read for it; null: before this was kept
ALTER TABLE case_version ADD COLUMN cards TEXT;           -- JSON array; null: the version is its only card
ALTER TABLE case_version ADD COLUMN coding TEXT;          -- JSON object: what a person wrote; null: nothing
ALTER TABLE case_version ADD COLUMN received_court TEXT;  -- the court that received the case first; court_code is the one that decided
UPDATE case_version SET received_court = court_code;

DROP INDEX receipt_in_force;
CREATE INDEX receipt_in_force
  ON case_version (
    scope, service, received_court, received_week, received_on, case_key, outcome, removed_on, until_edition
  )
  WHERE until_edition IS NULL;

-- By which names a case is known. A number may be that of several cases: each УИД is a case of its own.
CREATE TABLE case_name (
  name     TEXT NOT NULL,             -- УИД, or court + number
  case_key TEXT NOT NULL,
  PRIMARY KEY (name, case_key)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO case_name (name, case_key) SELECT alias, case_key FROM case_alias;
INSERT OR IGNORE INTO case_name (name, case_key)
  SELECT case_uid, case_key FROM case_version WHERE case_uid IS NOT NULL
  UNION SELECT court_code || '|' || case_number, case_key FROM case_version
  UNION SELECT court_code || '|' || number.value, case_key FROM case_version, json_each(earlier_numbers) AS number;
DROP TABLE case_alias;

-- Staged rows, with two more things that an import can do to a record. What is staged now stays staged.
CREATE TABLE staged_case (
  batch_id        TEXT NOT NULL REFERENCES batch (id),
  case_key        TEXT NOT NULL,
  defendant       INTEGER NOT NULL,
  change          TEXT NOT NULL CHECK (change IN ('new', 'changed', 'same', 'vanished', 'absorbed')),
  day             TEXT,               -- the file's own: verdict, else receipt; what it says of other days is nothing
  case_uid        TEXT,
  court_code      TEXT NOT NULL,
  case_number     TEXT NOT NULL,
  earlier_numbers TEXT NOT NULL,
  articles        TEXT NOT NULL,
  scope           TEXT NOT NULL,
  received_on     TEXT,
  received_week   INTEGER,
  decided_on      TEXT,
  decided_week    INTEGER,
  outcome         TEXT NOT NULL,
  sentence        TEXT NOT NULL,
  term_months     INTEGER,
  service         TEXT NOT NULL,
  source_url      TEXT,
  first_seen_on   TEXT,
  removed_on      TEXT,
  verdict_seen_on TEXT,               -- set in the publication's transaction
  verdict_seen_day INTEGER,
  said_on         TEXT,
  cards           TEXT,
  coding          TEXT,
  received_court  TEXT,
  PRIMARY KEY (batch_id, case_key, defendant)
) STRICT, WITHOUT ROWID;
INSERT INTO staged_case SELECT *, NULL, NULL, NULL, court_code FROM batch_case;
DROP TABLE batch_case;
ALTER TABLE staged_case RENAME TO batch_case;
