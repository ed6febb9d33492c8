-- What rows were when they were let in, and what an edition was counted from: a plausible change that nobody published
-- can't be told from the rows themselves.
CREATE TABLE prints (
  subject TEXT PRIMARY KEY,   -- a ledger by its batch, or an edition by its id
  version INTEGER NOT NULL,   -- how the prints are made: those of another version say nothing
  prints  TEXT NOT NULL       -- JSON: a ledger's figures in their order, or an edition's records by court
) STRICT, WITHOUT ROWID;
