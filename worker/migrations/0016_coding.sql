-- What coders read in verdicts' texts, each by themselves, until an edition has it and after. Choices and numbers alone.
CREATE TABLE coding (
  case_key    TEXT NOT NULL,           -- as it was called when it was coded; a later import may join cases
  defendant   INTEGER NOT NULL,
  round       TEXT NOT NULL CHECK (round IN ('first', 'second', 'third')),
  coder       TEXT NOT NULL,           -- label of the token
  coded_at    TEXT NOT NULL,
  text        TEXT NOT NULL CHECK (text IN ('read', 'missing')),
  outcome     TEXT,                    -- null in all four: no text was found
  sentence    TEXT,
  term_months INTEGER,
  service     TEXT,
  seen        TEXT,                    -- JSON: how the record was coded when the coder had it; null: wasn't shown
  lot         INTEGER NOT NULL,        -- 0 to 9999, by the case and this database's seed
  batch_id    TEXT REFERENCES batch (id), -- in which it is staged as it stands here; null: in none
  edition     INTEGER REFERENCES edition (sequence), -- since which the records say so; null: none does
  PRIMARY KEY (case_key, defendant, round)
) STRICT, WITHOUT ROWID;
-- What a coder has done that no edition has.
CREATE INDEX draft_of_coder ON coding (coder, coded_at) WHERE edition IS NULL;
-- For what is staged and published.
CREATE INDEX coding_of_batch ON coding (batch_id) WHERE batch_id IS NOT NULL;
-- The tenth that somebody else codes once more.
CREATE INDEX drawn_codings ON coding (coded_at, case_key, defendant)
  WHERE round = 'first' AND lot < 1000 AND edition IS NOT NULL;
-- The further looks, of which there are few.
CREATE INDEX further_codings ON coding (round, case_key, defendant) WHERE round <> 'first';

-- Who has which record before them, so that nobody else has it. One that has expired is anybody's.
CREATE TABLE coding_claim (
  case_key  TEXT NOT NULL,
  defendant INTEGER NOT NULL,
  round     TEXT NOT NULL CHECK (round IN ('first', 'second', 'third')),
  coder     TEXT NOT NULL,             -- label of the token
  desk      TEXT NOT NULL,             -- which of the coder's windows
  until     TEXT NOT NULL,
  place     INTEGER NOT NULL,          -- its place in the window's queue
  PRIMARY KEY (case_key, defendant)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_of_desk ON coding_claim (coder, desk, place);

-- By what the tenth is drawn: of this database alone, so that nobody can tell beforehand which cases it holds.
CREATE TABLE coding_seed (seed TEXT NOT NULL) STRICT;
INSERT INTO coding_seed (seed) VALUES (lower(hex(randomblob(16))));

-- Convictions in force of which something isn't coded, newest first: all, and by court.
CREATE INDEX uncoded_in_force ON case_version (decided_on, case_key, defendant, court_code)
  WHERE until_edition IS NULL AND outcome = 'convicted' AND scope <> ''
    AND (sentence = 'unknown' OR service = 'unknown');
CREATE INDEX uncoded_of_court ON case_version (court_code, decided_on, case_key, defendant)
  WHERE until_edition IS NULL AND outcome = 'convicted' AND scope <> ''
    AND (sentence = 'unknown' OR service = 'unknown');

-- From a number to its cases: by the week of the verdict or of the receipt, by court, and what an edition ended.
CREATE INDEX verdict_in_week ON case_version (decided_week, case_key, defendant, court_code)
  WHERE until_edition IS NULL AND outcome = 'convicted';
CREATE INDEX verdict_of_court ON case_version (court_code, decided_week, case_key, defendant)
  WHERE until_edition IS NULL AND outcome = 'convicted';
CREATE INDEX receipt_in_week ON case_version (received_week, case_key, defendant, received_court)
  WHERE until_edition IS NULL;
CREATE INDEX receipt_of_court ON case_version (received_court, received_week, case_key, defendant)
  WHERE until_edition IS NULL;
CREATE INDEX version_until ON case_version (until_edition, case_key, defendant) WHERE until_edition IS NOT NULL;
