-- What the desk's machine left for a person when nobody watched it, as a run of a watched table leaves what it holds.
CREATE TABLE hold (
  batch_id TEXT PRIMARY KEY REFERENCES batch (id),
  held_at  TEXT NOT NULL,
  held_by  TEXT NOT NULL,               -- label of the token: a later batch by the same may take its place
  own_host TEXT NOT NULL,               -- where the review is
  review   TEXT NOT NULL                -- JSON: why it is held, and the headline before and after
) STRICT;

-- By which a reader of another language is told why an hour went by in vain.
ALTER TABLE embargo ADD COLUMN problem_code TEXT;
