-- zh: 这个单位开展了哪些活动，在哪里？
-- en: Which activities did a body hold, and where?
-- param: body = 共青团运城市委
WITH held AS (
  SELECT DISTINCT subject_name AS body, object AS activity, object_name AS name, role,
    coalesce(date, from_date) AS date
  FROM relations
  WHERE predicate = 'organizes' AND subject IN (SELECT entity FROM aliases WHERE alias = :body)
)
SELECT held.body, held.role, held.name AS activity,
  place.object_name AS place, upper.object_name AS within, held.date
FROM held
LEFT JOIN relations AS place ON place.predicate = 'locatedIn' AND place.subject = held.activity
LEFT JOIN relations AS upper ON upper.predicate = 'partOf' AND upper.subject = place.object
ORDER BY activity, place, within, held.role, held.body;
