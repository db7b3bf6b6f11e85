-- zh: 这段时间里谁和谁一起到访了哪里？
-- en: Who visited what with whom between two days?
-- param: first = 2025-10-15
-- param: last = 2025-10-16

-- A date is a day, a month, a year or an interval `first/last`; it counts if any of it lies within.
WITH visits AS (
  SELECT DISTINCT coalesce(from_date || coalesce('/' || to_date, ''), date) AS date,
    object, object_name AS visited, subject_name AS visitor, role
  FROM relations WHERE predicate = 'visited'
),
dated AS (
  SELECT *, CASE instr(date, '/') WHEN 0 THEN date ELSE substr(date, 1, instr(date, '/') - 1) END
      AS begins,
    substr(date, instr(date, '/') + 1) AS ends
  FROM visits WHERE date GLOB '[0-9][0-9][0-9][0-9]*'
)
SELECT DISTINCT date, visited,
  group_concat(visitor, '、') OVER (
    PARTITION BY date, object, role ORDER BY visitor
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS visitors,
  role
FROM dated
WHERE begins <= :last AND ends || '~' >= :first
ORDER BY date, visited, role;
