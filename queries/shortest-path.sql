-- zh: 这两者之间最短的联系是什么？每一步出自哪句话？
-- en: What is the shortest path between two entities, and which sentence proves each step?
-- param: start = 王勇
-- param: goal = 航天宏图
-- param: longest integer = 6

-- Statements in both directions.
WITH RECURSIVE edges AS (
  SELECT subject AS a, object AS b, statement FROM relations WHERE object IS NOT NULL
  UNION ALL
  SELECT object, subject, statement FROM relations WHERE object IS NOT NULL
),
ahead (id, depth) AS (
  SELECT entity, 0 FROM aliases WHERE alias = :start
  UNION
  SELECT edges.b, ahead.depth + 1 FROM ahead JOIN edges ON edges.a = ahead.id
  WHERE ahead.depth < :longest
),
distance (id, depth) AS (SELECT id, min(depth) FROM ahead GROUP BY id),
-- Back from the goal, always one step nearer, by the smallest id: one path of several.
path (id, depth) AS (
  SELECT id, depth FROM (
    SELECT id, depth FROM distance
    WHERE id IN (SELECT entity FROM aliases WHERE alias = :goal) ORDER BY depth, id LIMIT 1)
  UNION ALL
  SELECT (
    SELECT min(edges.b) FROM edges JOIN distance ON distance.id = edges.b
    WHERE edges.a = path.id AND distance.depth = path.depth - 1), path.depth - 1
  FROM path WHERE path.depth > 0
),
steps AS (
  SELECT nearer.depth + 1 AS step, min(edges.statement) AS statement
  FROM path AS nearer JOIN path AS farther ON farther.depth = nearer.depth + 1
  JOIN edges ON edges.a = nearer.id AND edges.b = farther.id
  GROUP BY nearer.depth
)
SELECT steps.step, r.subject_name AS subject, r.predicate, r.object_name AS object,
  coalesce(r.role, r.status) AS role, min(e.sentence) AS sentence
FROM steps
JOIN relations AS r ON r.statement = steps.statement
JOIN evidence AS e ON e.statement = steps.statement
GROUP BY steps.step ORDER BY steps.step;
