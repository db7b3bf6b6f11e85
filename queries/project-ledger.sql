-- zh: 这个工程的面积、能力、日期和状态各是什么？
-- en: The ledger of a project: its figures, dates, status, builders and place.
-- param: project = 汾东污水处理厂水质提升工程
WITH project (id) AS (SELECT entity FROM aliases WHERE alias = :project),
facts (part, fact, what, value, approx, number, unit, date, status) AS (
  SELECT 1, 'figure', name, value, approx, number, unit, coalesce(date, from_date), status
  FROM metrics WHERE subject IN project
  UNION ALL
  SELECT CASE predicate WHEN 'startDate' THEN 2 WHEN 'status' THEN 3 WHEN 'endDate' THEN 4 ELSE 5 END,
    predicate, role, value, NULL, NULL, NULL, coalesce(date, from_date), status
  FROM relations
  WHERE predicate IN ('startDate', 'endDate', 'status', 'award') AND subject IN project
  UNION ALL
  SELECT 6, 'builder', role, subject_name, NULL, NULL, NULL, coalesce(date, from_date), status
  FROM relations WHERE predicate IN ('undertakes', 'organizes', 'leads') AND object IN project
  UNION ALL
  SELECT 7, 'money', subject_name, amount, approx, number, unit, coalesce(date, from_date), status
  FROM relations WHERE predicate = 'funds' AND object IN project
  UNION ALL
  SELECT 8, predicate, NULL, object_name, NULL, NULL, NULL, NULL, NULL
  FROM relations WHERE predicate IN ('locatedIn', 'partOf') AND subject IN project
)
SELECT fact, what, value, approx, number, unit, date, status
FROM facts ORDER BY part, date IS NULL, date, what, number, value;
