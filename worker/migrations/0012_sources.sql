-- Tables that are watched. What may open one is a secret of the deployment: here stands its name.
CREATE TABLE source (
  slug          TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  url           TEXT NOT NULL,
  format        TEXT NOT NULL CHECK (format IN ('desk-csv', 'ledger')),
  every         TEXT NOT NULL CHECK (every IN ('quarter-hour', 'hour', 'six-hours', 'day')),
  absence       TEXT NOT NULL CHECK (absence IN ('partial', 'complete')),
  covers        TEXT,                     -- JSON; null: the table doesn't say
  publishes     TEXT NOT NULL CHECK (publishes IN ('by-itself', 'after-review')),
  secret        TEXT,                     -- name of the deployment's secret
  paused        INTEGER NOT NULL CHECK (paused IN (0, 1)),
  own_host      TEXT NOT NULL,            -- where this deployment was when it was set: no redirect may lead there
  changed_at    TEXT NOT NULL,
  changed_by    TEXT NOT NULL,            -- label of the token
  next_run_at   TEXT NOT NULL,
  failures      INTEGER NOT NULL DEFAULT 0,
  failing_since TEXT,                     -- when somebody was to be told of it
  etag          TEXT,                     -- of the table that was dealt with last
  last_modified TEXT,
  content       TEXT                      -- its SHA-256
) STRICT;

-- Each look at a table, and how far it has come: what is killed goes on from here.
CREATE TABLE source_run (
  id         TEXT PRIMARY KEY,
  source     TEXT NOT NULL,
  asked_by   TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at   TEXT,
  step       TEXT NOT NULL CHECK (step IN ('fetch', 'stage', 'review')),
  leased_until TEXT,                      -- somebody is at it until then; null: nobody
  attempts   INTEGER NOT NULL DEFAULT 0,  -- leases since it last got further
  state      TEXT NOT NULL CHECK (state IN ('running', 'nothing-new', 'published', 'held', 'replaced', 'failed')),
  table_read TEXT,                        -- JSON: what was fetched, but its rows
  batch_id   TEXT,
  review     TEXT,                        -- JSON: why it is held, and the headline before and after
  problem    TEXT                         -- JSON
) STRICT;
CREATE UNIQUE INDEX one_run_a_source ON source_run (source) WHERE ended_at IS NULL;
CREATE INDEX runs_of_source ON source_run (source, started_at);
CREATE INDEX held_runs ON source_run (started_at) WHERE state = 'held';

-- What a run has read, in the parts of its batch, until it ends.
CREATE TABLE source_part (
  run_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  body   TEXT NOT NULL,
  PRIMARY KEY (run_id, number)
) STRICT, WITHOUT ROWID;
