-- Of which courts and days a source was read, as an import says it, and as an edition knows it by then.
ALTER TABLE batch ADD COLUMN covers TEXT;    -- JSON: CoveredDays[]; null: the import didn't say
ALTER TABLE edition ADD COLUMN covers TEXT;  -- JSON: StatedDays; null: from before this was kept, no import had said
