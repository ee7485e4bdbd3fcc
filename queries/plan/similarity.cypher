// title: 计划相似度
// title_en: How alike plans are
// question: 哪些计划在领域、责任单位和指标上最相近？
// question_en: Which plans share most sectors, bodies and indicators?
// returns: rows
// denominator: 已载入文件的两两组合
// denominator_en: pairs of loaded documents
// total: |
//   MATCH (d:Document)
//   WHERE d.status = 'loaded'
//   WITH count(d) AS documents
//   RETURN documents * (documents - 1) / 2 AS total
// narrative: "{total}对文件中，{count}对有共同的领域、单位或指标；最相近的是《{first:document}》与《{first:other_document}》，相似度{first:similarity}，共同单位{first:organizations}个、指标{first:indicators}个、领域{first:sectors}个。"
// narrative_en: "{count} of {total} pairs of documents share something; “{first:document}” and “{first:other_document}” are most alike ({first:similarity}): {first:organizations} bodies, {first:indicators} indicators, {first:sectors} sectors in common."
// narrative_none: "{total}对文件没有共同的领域、单位或指标。"
// narrative_none_en: "None of {total} pairs of documents shares a sector, body or indicator."
// chart: matrix
// asked: [相似的计划, 计划比较, plans most alike]
// tags: [相似, 比较, 重复, 计划, similarity]
MATCH (d:Document)
WHERE d.status = 'loaded'
MATCH (d)<-[:IN_DOCUMENT]-(:Clause)<-[:STATED_IN]-(y:Sector|Organization|Indicator)
WITH d, count(DISTINCT y) AS own
MATCH (d)<-[:IN_DOCUMENT]-(:Clause)<-[:STATED_IN]-(x:Sector|Organization|Indicator)
WITH DISTINCT d, own, x
MATCH (x)-[:STATED_IN]->(:Clause)-[:IN_DOCUMENT]->(e:Document)
WHERE d.title < e.title
WITH DISTINCT d, own, e, x
WITH d, own, e, count(x) AS shared,
     sum(CASE WHEN x:Sector THEN 1 ELSE 0 END) AS sectors,
     sum(CASE WHEN x:Organization THEN 1 ELSE 0 END) AS organizations,
     sum(CASE WHEN x:Indicator THEN 1 ELSE 0 END) AS indicators
MATCH (e)<-[:IN_DOCUMENT]-(:Clause)<-[:STATED_IN]-(y:Sector|Organization|Indicator)
WITH d, own, e, shared, sectors, organizations, indicators, count(DISTINCT y) AS theirs
RETURN d.title AS document, e.title AS other_document,
       round(1.0 * shared / (own + theirs - shared), 3) AS similarity,
       sectors, organizations, indicators, d.id AS document_id, e.id AS other_id
ORDER BY similarity DESC, document, other_document, document_id, other_id
