-- What a person called an imported file may hold a person's name. Format and hash say which file it was.
UPDATE batch SET provenance = (
  SELECT json_group_array(json_set(
    file.value, '$.file', (file.value ->> 'format') || '-' || substr(file.value ->> 'sha256', 1, 8)
  )) FROM json_each(batch.provenance) AS file
);
