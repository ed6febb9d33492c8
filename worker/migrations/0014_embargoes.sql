-- Batches that wait for an hour to be published. What a person decided is kept with them: the note, and why the guard's
-- objection doesn't hold.
CREATE TABLE embargo (
  batch_id        TEXT PRIMARY KEY REFERENCES batch (id),
  until           TEXT NOT NULL,
  note            TEXT NOT NULL,
  override_reason TEXT,
  set_at          TEXT NOT NULL,
  set_by          TEXT NOT NULL,        -- label of the token
  problem         TEXT                  -- why it couldn't be published when its hour had come
) STRICT;
