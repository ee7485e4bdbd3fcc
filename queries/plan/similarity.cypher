// title: 计划相似度
// title_en: How alike plans are
// question: 哪些计划在领域、责任单位和指标上最相近？
// question_en: Which plans share most sectors, bodies and indicators?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 已载入文件的两两组合
// denominator_en: pairs of loaded documents
// total: |
//   MATCH (d:Document)
//   WHERE d.status = 'loaded'
//     AND ($plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan })
//   WITH DISTINCT d
//   MATCH (e:Document)
//   WHERE e.status = 'loaded' AND d <> e AND ($plan IS NOT NULL OR d.id < e.id)
//   RETURN count(*) AS total
// narrative: "{total}对文件中，{count}对有共同的领域、单位或指标；最相近的是《{first:document}》与《{first:other_document}》，相似度{first:similarity}，共同单位{first:organizations}个、指标{first:indicators}个、领域{first:sectors}个。"
// narrative_en: "{count} of {total} {total/pair/pairs} of documents {count/shares/share} something; “{first:document}” and “{first:other_document}” are most alike ({first:similarity}): {first:organizations} {first:organizations/body/bodies}, {first:indicators} {first:indicators/indicator/indicators} and {first:sectors} {first:sectors/sector/sectors} in common."
// narrative_none: "{total}对文件没有共同的领域、单位或指标。"
// narrative_none_en: "None of {total} pairs of documents shares a sector, body or indicator."
// chart: matrix
// asked: [相似的计划, 计划比较, plans most alike]
// tags: [相似, 比较, 重复, 计划, similarity]
CALL () {
  MATCH (x:Sector|Organization|Indicator)
  UNWIND x.documents AS document
  WITH document, count(x) AS topics ORDER BY document
  RETURN collect({document: document, topics: topics}) AS sizes
}
MATCH (d:Document)
WHERE d.status = 'loaded'
  AND ($plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan })
WITH DISTINCT d, sizes
WITH d, sizes, [s IN sizes WHERE s.document = d.id | s.topics][0] AS own
CALL (d) {
  MATCH (x:Sector|Organization|Indicator)
  WHERE d.id IN x.documents
  UNWIND x.documents AS other
  RETURN other, count(x) AS shared,
         sum(CASE WHEN x:Sector THEN 1 ELSE 0 END) AS sectors,
         sum(CASE WHEN x:Organization THEN 1 ELSE 0 END) AS organizations,
         sum(CASE WHEN x:Indicator THEN 1 ELSE 0 END) AS indicators
}
MATCH (e:Document {id: other})
WHERE d <> e AND ($plan IS NOT NULL OR d.title < e.title OR (d.title = e.title AND d.id < e.id))
WITH d, e, own, shared, sectors, organizations, indicators,
     [s IN sizes WHERE s.document = e.id | s.topics][0] AS theirs
RETURN d.title AS document, e.title AS other_document,
       round(1.0 * shared / (own + theirs - shared), 3) AS similarity,
       sectors, organizations, indicators, d.id AS document_id, e.id AS other_id
ORDER BY similarity DESC, document, other_document, document_id, other_id
