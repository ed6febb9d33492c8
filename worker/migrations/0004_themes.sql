-- Themes as they were published. Rows are added, never changed: an earlier version can be published again.
CREATE TABLE theme_version (
  slug         TEXT NOT NULL,
  version      INTEGER NOT NULL,         -- two publications at once want the same number; one gets it
  published_at TEXT NOT NULL,
  published_by TEXT NOT NULL,            -- label of the token
  style        TEXT,                     -- JSON; null: with this version the theme was deleted
  PRIMARY KEY (slug, version)
) STRICT, WITHOUT ROWID;

-- What editors are working on; one draft a theme.
CREATE TABLE theme_draft (
  slug     TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,             -- grows with each change, also when a draft ends, so that none comes twice
  style    TEXT,                         -- JSON; null: there is no draft now
  based_on INTEGER NOT NULL,             -- the published version that its editor has seen; 0: none
  saved_at TEXT NOT NULL,
  saved_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
