// title: 计划一览图
// title_en: A plan on one page
// question: 这个计划由哪些支柱、行动计划、举措、目标和责任单位组成？
// question_en: Which pillars, plans, measures, targets and bodies make up this plan?
// returns: graph
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [Strategy.name, ActionPlan.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
//   detail: {type: integer, title: 详细程度, title_en: detail, choices: [1, 2, 3], default: 2, example: 3}
// denominator: 所选计划和战略
// denominator_en: the chosen plans and strategies
// total: |
//   MATCH (p:ActionPlan|Strategy)
//   WHERE ($plan IS NULL AND EXISTS { MATCH (p)-[:DESCRIBED_IN]->(:Document) }) OR p.name = $plan
//   RETURN count(p) AS total
// narrative: "{plan}：图中有[{nodes:Pillar}个支柱|{nodes:ActionPlan}个行动计划|{nodes:Measure}项举措|{nodes:Target}项目标|{nodes:Organization}个责任单位]，共{count}条关系。"
// narrative_en: "{plan}: [{nodes:Pillar} {nodes:Pillar/pillar/pillars}|{nodes:ActionPlan} {nodes:ActionPlan/plan/plans}|{nodes:Measure} {nodes:Measure/measure/measures}|{nodes:Target} {nodes:Target/target/targets}|{nodes:Organization} {nodes:Organization/body/bodies}], joined by {count} {count/relation/relations}."
// narrative_none: "图中没有{plan}的内容。"
// narrative_none_en: "{plan}: nothing of it is in the graph."
// chart: network
// asked: [计划概览, 计划结构图, 计划全貌, overview of a plan, structure of the plan]
// tags: [概览, 结构, 支柱, 一览, overview]
// # Of the strategy that a plan serves, what the plan's own documents say of it.
MATCH (p:ActionPlan|Strategy)
WHERE ($plan IS NULL AND EXISTS { MATCH (p)-[:DESCRIBED_IN]->(:Document) }) OR p.name = $plan
WITH p, COLLECT { MATCH (p)-[:DESCRIBED_IN]->(d:Document) RETURN d.id AS id ORDER BY id } AS documents
OPTIONAL MATCH (p)-[:DESCRIBED_IN]->(:Document)<-[:DESCRIBED_IN]-(s:Strategy)
UNWIND [p, s] AS root
WITH DISTINCT root, root = p AS whole, documents WHERE root IS NOT NULL
CALL (root, whole, documents) {
  MATCH (root)-[r:HAS_PILLAR|HAS_PLAN|IN_SECTOR|SETS_TARGET|HAS_MILESTONE]->(b)
  WHERE whole OR r.document_id IN documents
  RETURN root AS a, r, b
  UNION ALL
  MATCH (root)-[:HAS_PILLAR]->(a:Pillar)-[r:HAS_PLAN|SETS_TARGET|HAS_MILESTONE|IN_SECTOR]->(b)
  WHERE whole OR r.document_id IN documents
  RETURN a, r, b
  UNION ALL
  MATCH (root)-[r:HAS_MEASURE]->(b:Measure)
  WHERE $detail >= 2 AND (whole OR r.document_id IN documents)
  RETURN root AS a, r, b
  UNION ALL
  MATCH (root)-[:HAS_PILLAR]->(a:Pillar)-[r:HAS_MEASURE]->(b:Measure)
  WHERE $detail >= 2 AND (whole OR r.document_id IN documents)
  RETURN a, r, b
  UNION ALL
  WITH root, whole, documents
  WHERE $detail >= 3
  MATCH (root)-[:HAS_PILLAR*0..1]->()-[:HAS_MEASURE]->(a:Measure)
  MATCH (a)-[r:LED_BY|ASSIGNED_TO|SETS_TARGET|HAS_MILESTONE|DEPENDS_ON|IN_SECTOR]->(b)
  WHERE whole OR r.document_id IN documents
  RETURN a, r, b
}
WITH DISTINCT a, r, b
RETURN a AS source, r AS relation, b AS target
ORDER BY source.id, relation.id, target.id
