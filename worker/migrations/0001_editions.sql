-- What the desk uploads, before anyone else sees it. Only `state` ever changes.
CREATE TABLE batch (
  id          TEXT PRIMARY KEY,          -- hash of its content and base: the same upload is the same batch
  kind        TEXT NOT NULL CHECK (kind IN ('ledger', 'cases')),
  state       TEXT NOT NULL CHECK (state IN ('open', 'sealed', 'published', 'discarded')),
  created_at  TEXT NOT NULL,
  created_by  TEXT NOT NULL,             -- label of the token
  base        INTEGER NOT NULL,          -- the edition it was compared with; 0 before the first
  mode        TEXT NOT NULL CHECK (mode IN ('auto', 'complete', 'partial')), -- may absence mean anything?
  read_on     TEXT NOT NULL,             -- Moscow date on which the courts' sites were read for it
  parts       INTEGER NOT NULL,          -- how many parts make it whole
  provenance  TEXT NOT NULL              -- JSON: files with sha-256, format, rows, rejected, kept out
) STRICT;

-- Which parts have arrived, so that a broken upload goes on where it stopped.
CREATE TABLE batch_part (
  batch_id    TEXT NOT NULL REFERENCES batch (id),
  number      INTEGER NOT NULL,
  received_at TEXT NOT NULL,
  PRIMARY KEY (batch_id, number)
) STRICT, WITHOUT ROWID;

-- The figures of a ledger. A ledger is the batch that brought it, and never changes.
CREATE TABLE figure (
  ledger_id    TEXT NOT NULL REFERENCES batch (id),
  position     INTEGER NOT NULL,         -- the ledger's order is part of its meaning: earlier wins
  id           TEXT NOT NULL,
  unit         TEXT NOT NULL,
  articles     TEXT NOT NULL,            -- joined by ';'
  region       TEXT,
  service      TEXT,
  series       TEXT NOT NULL,
  period_start TEXT NOT NULL,
  period_end   TEXT NOT NULL,            -- inclusive
  kind         TEXT NOT NULL,
  value        REAL NOT NULL,
  qualifier    TEXT NOT NULL CHECK (qualifier IN ('exact', 'at_least', 'about')),
  publisher    TEXT NOT NULL,
  published_on TEXT,
  source_url   TEXT NOT NULL,
  note         TEXT,
  PRIMARY KEY (ledger_id, position),
  UNIQUE (ledger_id, id)
) STRICT, WITHOUT ROWID;

-- A publication. Rows are added, never changed: an edition is immutable.
CREATE TABLE edition (
  sequence        INTEGER PRIMARY KEY,   -- two publications at once want the same number; one gets it
  id              TEXT NOT NULL UNIQUE,  -- 2025-06-30.1: Moscow date, count within the day
  published_at    TEXT NOT NULL,
  published_by    TEXT NOT NULL,
  kind            TEXT NOT NULL CHECK (kind IN ('ledger', 'cases', 'revert')),
  batch_id        TEXT UNIQUE REFERENCES batch (id), -- a batch is published once
  reverts_to      INTEGER REFERENCES edition (sequence),
  ledger_id       TEXT REFERENCES batch (id),        -- the ledger in force; null before the first
  read_on         TEXT,                  -- day as of which the records are known; null before the first
  note            TEXT NOT NULL,
  override_reason TEXT,                  -- why the guard was overridden, if it was
  -- Publishing names its batch by a look-up that finds only a sealed one, so that this check ends the transaction.
  CHECK ((kind = 'revert') = (reverts_to IS NOT NULL)),
  CHECK ((kind = 'revert') = (batch_id IS NULL))
) STRICT;

-- Desk tokens, as hashes: a copy of this table opens nothing.
CREATE TABLE token (
  id           TEXT PRIMARY KEY,
  sha256       TEXT NOT NULL UNIQUE,
  label        TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('editor', 'desk', 'admin')),
  created_at   TEXT NOT NULL,
  expires_at   TEXT NOT NULL,
  revoked_at   TEXT,
  last_used_on TEXT                      -- a date is enough, and saves a write a request
) STRICT;

-- Who changed what, when. Written in the transaction that makes the change.
CREATE TABLE audit (
  id     INTEGER PRIMARY KEY,
  at     TEXT NOT NULL,
  actor  TEXT NOT NULL,
  action TEXT NOT NULL,
  target TEXT NOT NULL,
  detail TEXT NOT NULL                   -- JSON
) STRICT;
