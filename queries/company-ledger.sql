-- zh: 这家企业及其党组织由谁负责？有多少产值、纳税和投入，获得哪些荣誉，捐助了谁，在哪一年？
-- en: Who leads a company and its party bodies; what did it earn, pay, invest, win and give, and when?
-- param: company = 山西中信金石实业集团有限公司

-- The company by any of its names, and whatever is part of it.
WITH RECURSIVE house (id) AS (
  SELECT entity FROM aliases WHERE alias = :company
  UNION
  SELECT r.subject FROM relations AS r JOIN house ON r.object = house.id
  WHERE r.predicate = 'partOf'
),
ledger (part, fact, who, about, amount, approx, number, date, purpose, readings) AS (
  SELECT 1, 'office', subject_name, object_name, role, NULL, NULL,
    coalesce(date, from_date, to_date), NULL, evidence
  FROM relations WHERE predicate IN ('worksFor', 'memberOf') AND object IN house
  UNION ALL
  SELECT 2, 'figure', subject_name, name, value, approx, number, coalesce(date, from_date, to_date), NULL,
    evidence
  FROM metrics WHERE currency IS NOT NULL AND subject IN house
  UNION ALL
  SELECT 3, CASE WHEN role LIKE '%捐%' OR role LIKE '%助%' THEN 'gift' ELSE 'investment' END,
    subject_name, object_name, amount, approx, number, coalesce(date, from_date, to_date),
    coalesce(purpose, kind), evidence
  FROM relations WHERE predicate = 'funds' AND subject IN house
  UNION ALL
  SELECT 4, 'honour', subject_name, value, NULL, NULL, NULL, coalesce(date, from_date, to_date), given_by,
    evidence
  FROM relations WHERE predicate = 'award' AND subject IN house
)
SELECT fact, who, about, amount, approx, number, date, purpose, readings
FROM ledger ORDER BY part, fact, date IS NULL, date, number DESC, who, about, amount;
