-- zh: 这篇报道里谁向谁捐赠了什么，价值多少？
-- en: In the articles of that headline, who donated what, worth how much, to whom?
-- param: headline = 农家书屋
-- One row a donation, however often it is printed: `readings` counts the places.
SELECT r.subject_name AS giver, r.role, r.object_name AS receiver, r.kind, r.amount, r.approx,
  r.number, r.purpose, coalesce(r.date, r.from_date) AS date, r.status, r.evidence AS readings
FROM relations AS r
WHERE r.predicate = 'funds'
  AND r.statement IN (
    SELECT statement FROM evidence WHERE headline LIKE '%' || :headline || '%')
ORDER BY giver, receiver, number, r.statement;
