-- zh: 这个单位的哪位干部为谁做了什么？
-- en: Which of a body's people did what, and for whom?
-- param: body = 河津经济技术开发区

-- The body by any of its names, and what is part of it or has its seat there.
WITH RECURSIVE house (id) AS (
  SELECT entity FROM aliases WHERE alias = :body
  UNION
  SELECT r.subject FROM relations AS r JOIN house ON r.object = house.id
  WHERE r.predicate IN ('partOf', 'locatedIn') AND r.subject_type = 'Organization'
),
-- Its own people; and those whom its articles name without saying where they work.
cadre (id) AS (
  SELECT subject FROM relations
  WHERE predicate IN ('worksFor', 'memberOf') AND object IN house
  UNION
  SELECT person.entity
  FROM mentions AS here
  JOIN mentions AS person ON person.document = here.document AND person.article = here.article
  WHERE here.entity IN house AND person.type = 'Person'
    AND person.entity NOT IN (
      SELECT subject FROM relations WHERE predicate IN ('worksFor', 'memberOf'))
)
SELECT r.subject_name AS cadre, r.predicate, coalesce(r.object_name, r.value) AS target,
  coalesce(r.manner, r.role, r.purpose) AS deed, r.amount, coalesce(r.date, r.from_date) AS date,
  min(e.quote) AS quote
FROM relations AS r JOIN evidence AS e ON e.statement = r.statement
WHERE r.subject IN cadre
  AND r.predicate NOT IN ('worksFor', 'memberOf', 'authorOf', 'metric')
GROUP BY r.statement
ORDER BY cadre, target, r.predicate, deed, r.statement;
