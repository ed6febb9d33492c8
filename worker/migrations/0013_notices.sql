-- Where notices go. An address and a key are there to be used, so they are stored as they are, and shown to nobody.
CREATE TABLE hook (
  id             TEXT PRIMARY KEY,
  label          TEXT NOT NULL,
  url            TEXT NOT NULL,
  shape          TEXT NOT NULL CHECK (shape IN ('slack', 'discord', 'json')),
  lang           TEXT NOT NULL CHECK (lang IN ('en', 'ru', 'uk')),
  events         TEXT NOT NULL,          -- JSON array
  old_after_days INTEGER NOT NULL,
  signing_key    TEXT,                   -- of the shape json
  own_host       TEXT NOT NULL,          -- where this deployment was when it was set: links lead there, no notice does
  created_at     TEXT NOT NULL,
  created_by     TEXT NOT NULL           -- label of the token
) STRICT;

-- What happened that is to be told. The key names it: it is told once.
CREATE TABLE notice (
  id    TEXT PRIMARY KEY,
  key   TEXT NOT NULL UNIQUE,
  event TEXT NOT NULL,
  at    TEXT NOT NULL,
  facts TEXT NOT NULL                    -- JSON; nothing that isn't public or that a desk may not see
) STRICT;

CREATE TABLE delivery (
  notice_id   TEXT NOT NULL REFERENCES notice (id),
  hook_id     TEXT NOT NULL REFERENCES hook (id) ON DELETE CASCADE,
  state       TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'given-up')),
  tries       INTEGER NOT NULL DEFAULT 0,
  tried_at    TEXT,
  next_try_at TEXT,
  answered    TEXT,
  PRIMARY KEY (notice_id, hook_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_due ON delivery (next_try_at) WHERE state = 'pending';
