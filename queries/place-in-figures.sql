-- zh: 报道用哪些数字介绍这个地方，谁代表它发言？
-- en: What is said of a place in figures, and who speaks for it?
-- param: place = 东张联村

-- The place and the bodies that have their seat there.
WITH place (id) AS (SELECT entity FROM aliases WHERE alias = :place),
bodies (id) AS (
  SELECT id FROM place
  UNION
  SELECT subject FROM relations
  WHERE predicate IN ('locatedIn', 'partOf') AND subject_type = 'Organization'
    AND object IN place
),
facts (part, fact, who, name, value, approx, number, unit, date, status) AS (
  SELECT 1, 'figure', subject_name, name, value, approx, number, unit,
    coalesce(date, CASE WHEN from_date IS NULL AND to_date IS NULL THEN NULL
      ELSE coalesce(from_date, '') || '/' || coalesce(to_date, '') END), status
  FROM metrics WHERE subject IN bodies
  UNION ALL
  SELECT 2, 'office', subject_name, object_name, role, NULL, NULL, NULL,
    coalesce(date, from_date), status
  FROM relations WHERE predicate IN ('worksFor', 'memberOf') AND object IN bodies
)
SELECT fact, who, name, value, approx, number, unit, date, status
FROM facts ORDER BY part, who, status IS NOT NULL, date IS NOT NULL, date, name, number, value;
