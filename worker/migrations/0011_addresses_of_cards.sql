-- Addresses are kept only where they lead to a card on a court's site: the path or the host of any other may be a
-- person's name. Those that were taken before are dropped; no number depends on them.
UPDATE case_version SET source_url = NULL
  WHERE source_url NOT LIKE 'http%://%.sudrf.ru/modules.php?%' AND source_url NOT LIKE 'http%://%.sudrf.ru/modules.php';
UPDATE batch_case SET source_url = NULL
  WHERE source_url NOT LIKE 'http%://%.sudrf.ru/modules.php?%' AND source_url NOT LIKE 'http%://%.sudrf.ru/modules.php';

UPDATE case_version SET cards = (
  SELECT json_group_array(
    CASE WHEN card.value ->> 'source_url' LIKE 'http%://%.sudrf.ru/modules.php%' THEN json(card.value)
    ELSE json_set(card.value, '$.source_url', NULL) END
  ) FROM json_each(case_version.cards) AS card
) WHERE cards IS NOT NULL;
UPDATE batch_case SET cards = (
  SELECT json_group_array(
    CASE WHEN card.value ->> 'source_url' LIKE 'http%://%.sudrf.ru/modules.php%' THEN json(card.value)
    ELSE json_set(card.value, '$.source_url', NULL) END
  ) FROM json_each(batch_case.cards) AS card
) WHERE cards IS NOT NULL;

UPDATE case_version SET coding = json_remove(coding, '$.source_url')
  WHERE coding ->> 'source_url' NOT LIKE 'http%://%.sudrf.ru/modules.php%';
UPDATE batch_case SET coding = json_remove(coding, '$.source_url')
  WHERE coding ->> 'source_url' NOT LIKE 'http%://%.sudrf.ru/modules.php%';
