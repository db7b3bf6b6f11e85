-- zh: 每篇报道和每幅照片出自谁之手？
-- en: Which articles and photographs are whose?
-- param: author =
-- param: headline =
-- A picture without a headline goes by its caption. Empty parameters mean everyone, everything.
SELECT r.value AS work, r.subject_name AS author, r.role, r.kind, e.document, e.article
FROM relations AS r JOIN evidence AS e ON e.statement = r.statement
WHERE r.predicate = 'authorOf'
  AND (:author = '' OR r.subject IN (SELECT entity FROM aliases WHERE alias = :author))
  AND (r.value LIKE '%' || :headline || '%')
GROUP BY r.statement, e.document, e.article
ORDER BY e.document, e.article, r.kind, author;
