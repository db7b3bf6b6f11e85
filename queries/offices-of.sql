-- zh: 这些人担任什么职务？
-- en: Which offices do these people hold?
-- param: people = 李卫平、王勇、王宇翔
SELECT r.subject_name AS person, r.object_name AS body, r.role, r.status,
  coalesce(r.date, r.from_date) AS date, r.evidence AS readings
FROM relations AS r
WHERE r.predicate IN ('worksFor', 'memberOf')
  AND r.subject IN (
    SELECT entity FROM aliases WHERE instr('、' || :people || '、', '、' || alias || '、') > 0)
ORDER BY person, body, r.role, r.status;
