-- zh: 这项活动由谁主办、协办，在哪里举办？
-- en: Who hosted and co-hosted an activity, and where was it?
-- param: activity = 希望林
SELECT hosted.object_name AS activity, hosted.role, hosted.subject_name AS organiser,
  place.object_name AS place, coalesce(hosted.date, hosted.from_date) AS date
FROM relations AS hosted
LEFT JOIN relations AS place
  ON place.predicate = 'locatedIn' AND place.subject = hosted.object
WHERE hosted.predicate = 'organizes'
  AND hosted.object IN (SELECT entity FROM aliases WHERE alias LIKE '%' || :activity || '%')
ORDER BY activity,
  CASE hosted.role WHEN '主办' THEN 1 WHEN '承办' THEN 2 WHEN '协办' THEN 3 ELSE 4 END,
  hosted.role, organiser, place;
