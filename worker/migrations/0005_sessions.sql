-- Browsers that signed in with a token. A session is its cookie's hash: a copy of this table opens nothing.
CREATE TABLE session (
  sha256     TEXT PRIMARY KEY,
  token_id   TEXT NOT NULL REFERENCES token (id),  -- revoked or expired, it takes its sessions with it
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
