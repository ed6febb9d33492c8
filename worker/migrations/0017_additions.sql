-- What was said of an edition after it was published. The edition's own note stays as it is, and so does what was added.
CREATE TABLE edition_addition (
  id       INTEGER PRIMARY KEY,
  edition  INTEGER NOT NULL REFERENCES edition (sequence),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL CHECK (added_by IN ('desk', 'admin')), -- the role, which readers are told; who it was, the audit knows
  text     TEXT NOT NULL,
  UNIQUE (edition, text)                 -- what is sent again, as no answer came, is said once
) STRICT;

-- A repeated insertion, also one that would replace, changes nothing.
CREATE TRIGGER addition_is_said BEFORE INSERT ON edition_addition
WHEN EXISTS (SELECT 1 FROM edition_addition WHERE id = NEW.id OR (edition = NEW.edition AND text = NEW.text))
BEGIN
  SELECT RAISE(IGNORE);
END;

CREATE TRIGGER addition_stays BEFORE UPDATE ON edition_addition
BEGIN
  SELECT RAISE(ABORT, 'What was added to an edition is never changed.');
END;

CREATE TRIGGER addition_is_kept BEFORE DELETE ON edition_addition
BEGIN
  SELECT RAISE(ABORT, 'What was added to an edition is never deleted.');
END;
