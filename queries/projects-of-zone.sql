-- zh: 这个园区的报道点名了哪些项目，各自的状态和数字是什么？
-- en: Which projects are named in the articles about a zone, with status and figures?
-- param: zone = 临猗现代农业产业示范区

-- Projects, and firms and roads a status is told of, in the articles that name the zone. The
-- totals of a batch of projects belong to the zone and are not here.
WITH zone (id) AS (SELECT entity FROM aliases WHERE alias = :zone),
named (work, name, type) AS (
  SELECT DISTINCT other.entity, other.name, other.type
  FROM mentions AS here
  JOIN mentions AS other ON other.document = here.document AND other.article = here.article
  WHERE here.entity IN zone AND other.entity NOT IN zone
    AND (other.type = 'Project' OR EXISTS (
      SELECT 1 FROM relations AS r WHERE r.subject = other.entity
        AND r.predicate IN ('status', 'startDate', 'endDate')))
),
facts (work, fact, what, value, approx, number, unit, date, status) AS (
  SELECT subject, predicate, coalesce(name, role), value, approx, number, unit,
    coalesce(date, from_date, to_date), status
  FROM relations WHERE predicate IN ('metric', 'status', 'startDate', 'endDate')
  UNION ALL
  SELECT object, 'builder', role, subject_name, NULL, NULL, NULL, coalesce(date, from_date), status
  FROM relations WHERE predicate IN ('undertakes', 'organizes')
  UNION ALL
  SELECT object, 'money', subject_name, amount, approx, number, unit,
    coalesce(date, from_date), status
  FROM relations WHERE predicate = 'funds'
)
SELECT named.name, named.type, fact, what, value, approx, number, unit, date, facts.status
FROM named LEFT JOIN facts USING (work)
ORDER BY named.type DESC, named.name, fact, what, number, value, date, facts.status;
