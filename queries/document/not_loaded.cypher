// title: 被引用而未载入的文件
// title_en: Cited documents that are not loaded
// question: 哪些被引用的文件还没有载入？
// question_en: Which cited documents are not loaded?
// returns: rows
// severity: info
// denominator: 被引用的全部文件
// denominator_en: all documents that others cite
// total: |
//   MATCH (b:Document)
//   WHERE EXISTS { MATCH (b)<-[:CITES|IMPLEMENTS|ISSUED_WITH|SUPERSEDES]-(:Document) }
//   RETURN count(b) AS total
// narrative: "{total}份被引用的文件中，{distinct:id}份没有载入：{list:title}（{clauses}）。"
// narrative_en: "{distinct:id} of {total} cited {total/document/documents} {distinct:id/is/are} not loaded: {list:title} ({clauses})."
// narrative_none: "{total}份被引用的文件都已载入。"
// narrative_none_en: "Of {total} cited {total/document/documents} none is missing."
// finding: "引用的《{title}》没有载入"
// finding_en: "the cited “{title}” is not loaded"
// chart: table
// asked: [缺少的文件, 未载入的引用文件, citations that are not loaded, 找不到的文件]
// tags: [文件, 引用, 未载入, 缺失, citations]
MATCH (b:Document)<-[r:CITES|IMPLEMENTS|ISSUED_WITH|SUPERSEDES]-(a:Document)
WHERE b.status = 'cited'
  AND NOT EXISTS { MATCH (p:ActionPlan {name: b.title})-[:DESCRIBED_IN]->(x:Document) WHERE x.status = 'loaded' }
MATCH (c:Clause {id: r.clause_id})
RETURN b.title AS title, type(r) AS relation, a.title AS document, c.ordinal AS clause, r.quote AS quote,
       b.id AS id, r.id AS relation_id
ORDER BY document, clause, title, relation, id, relation_id
