-- What the desk knows of one defendant of one case, from one edition on. A version is closed, never changed:
-- which edition first had a case, which changed it and in which fields, is read off its versions.
CREATE TABLE case_version (
  case_key        TEXT NOT NULL,      -- the case's lasting name in this store, see case_alias
  defendant       INTEGER NOT NULL,   -- ordinal; there is no column for a name
  since_edition   INTEGER NOT NULL REFERENCES edition (sequence),
  until_edition   INTEGER REFERENCES edition (sequence), -- null: in force
  case_uid        TEXT,
  court_code      TEXT NOT NULL,
  case_number     TEXT NOT NULL,
  earlier_numbers TEXT NOT NULL,      -- JSON array
  articles        TEXT NOT NULL,      -- JSON array of article.part
  scope           TEXT NOT NULL,      -- the counted articles among them, joined by ';'
  received_on     TEXT,
  received_week   INTEGER,            -- weeks since Monday 5 January 1970
  decided_on      TEXT,
  decided_week    INTEGER,
  outcome         TEXT NOT NULL,
  sentence        TEXT NOT NULL,
  term_months     INTEGER,
  service         TEXT NOT NULL,
  source_url      TEXT,
  first_seen_on   TEXT,               -- as the desk's file says it
  removed_on      TEXT,               -- gone from the courts' site, found on this date; still counted
  verdict_seen_on TEXT,               -- when the desk first saw the verdict; null: nobody knows (backfill)
  verdict_seen_day INTEGER            -- days since Monday 5 January 1970
) STRICT;

-- At most one version of a defendant is in force.
CREATE UNIQUE INDEX case_in_force ON case_version (case_key, defendant) WHERE until_edition IS NULL;
-- Covers the receipts' tally in the order in which it groups.
CREATE INDEX receipt_in_force
  ON case_version (case_key, received_week, scope, service, court_code) WHERE until_edition IS NULL;
-- Covers the convictions' tally in the order in which it groups, and the reporting triangle.
CREATE INDEX conviction_in_force
  ON case_version (scope, service, sentence, court_code, decided_week, verdict_seen_day)
  WHERE until_edition IS NULL AND outcome = 'convicted';
-- Finds what a re-scrape of a court and a period should have had.
CREATE INDEX court_in_force
  ON case_version (court_code, coalesce(decided_on, received_on))
  WHERE until_edition IS NULL AND removed_on IS NULL;

-- All versions of a case, and what an edition changed.
CREATE INDEX version_of_case ON case_version (case_key, defendant, until_edition);
CREATE INDEX version_since ON case_version (since_edition, case_key);

-- By which names a case is known: its УИД, and court + number for each number it was registered under.
CREATE TABLE case_alias (
  alias    TEXT PRIMARY KEY,
  case_key TEXT NOT NULL,
  case_uid TEXT                       -- two cases with different УИД are two cases, whatever their numbers
) STRICT, WITHOUT ROWID;

-- A staged case, merged with what is in force: what its version will be once published.
CREATE TABLE batch_case (
  batch_id        TEXT NOT NULL REFERENCES batch (id),
  case_key        TEXT NOT NULL,
  defendant       INTEGER NOT NULL,
  change          TEXT NOT NULL CHECK (change IN ('new', 'changed', 'same', 'vanished')),
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
  PRIMARY KEY (batch_id, case_key, defendant)
) STRICT, WITHOUT ROWID;

-- How many cases of each court a batch had: a court that always reports and now has none is missed.
CREATE TABLE batch_court (
  batch_id   TEXT NOT NULL REFERENCES batch (id),
  court_code TEXT NOT NULL,
  cases      INTEGER NOT NULL,
  PRIMARY KEY (batch_id, court_code)
) STRICT, WITHOUT ROWID;
