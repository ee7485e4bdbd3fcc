// title: 计划—支柱覆盖矩阵
// title_en: Plans by pillars
// question: 每个行动计划在每个支柱下有多少举措和目标？哪些格子是空的？
// question_en: How many measures and targets does each plan have under each pillar, and which cells are empty?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: ActionPlan.name, default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 同一战略下全部“计划×支柱”格子
// denominator_en: all cells of plan and pillar under one strategy
// total: |
//   MATCH (p:ActionPlan)
//   WHERE $plan IS NULL OR p.name = $plan
//   WITH DISTINCT p
//   MATCH (p)<-[:HAS_PLAN]-(:Strategy)-[:HAS_PILLAR]->(k:Pillar)
//   WITH DISTINCT p, k
//   RETURN count(*) AS total
// narrative: "{distinct:plan}个计划与所属战略的支柱（共{distinct:pillar}个）两两相配，构成{total}个格子，其中{zero:measures}个格子没有举措，{zero:targets}个格子没有目标。"
// narrative_en: "{distinct:plan} {distinct:plan/plan/plans}, each paired with the pillars of its strategy ({distinct:pillar} in all), make {total} {total/cell/cells}; {zero:measures} {zero:measures/has/have} no measure and {zero:targets} no target."
// narrative_none: "图中没有同时带有支柱和行动计划的战略。"
// narrative_none_en: "No strategy in the graph has both pillars and plans."
// chart: matrix
// asked: [计划支柱矩阵, 各支柱下各计划的举措和目标数, 哪些支柱没有举措, plans per pillar, which pillar has no measures, 覆盖矩阵, coverage matrix]
// tags: [覆盖, 支柱, 计划, coverage]
MATCH (p:ActionPlan)
WHERE $plan IS NULL OR p.name = $plan
WITH DISTINCT p
CALL (p) {
  MATCH (p)<-[:HAS_PLAN]-(:Strategy)-[:HAS_PILLAR]->(k:Pillar)
  RETURN k, NULL AS m, NULL AS t
  UNION ALL
  MATCH (p)<-[:HAS_PLAN]-(k:Pillar)
  OPTIONAL MATCH (p)-[:HAS_MEASURE]->(m:Measure)
  OPTIONAL MATCH (m)-[:SETS_TARGET|CONTRIBUTES_TO]->(t:Target)
  RETURN k, m, t
  UNION ALL
  MATCH (p)-[:DESCRIBED_IN]->(d:Document)
  MATCH (m:Measure {document_id: d.id})<-[:HAS_MEASURE]-(k:Pillar)
  OPTIONAL MATCH (m)-[:SETS_TARGET|CONTRIBUTES_TO]->(t:Target)
  RETURN k, m, t
  UNION ALL
  MATCH (p)-[:DESCRIBED_IN]->(d:Document)
  MATCH (t:Target {document_id: d.id})<-[:SETS_TARGET]-(k:Pillar)
  RETURN k, NULL AS m, t
}
WITH p, k, count(DISTINCT m) AS measures, count(DISTINCT t) AS targets
RETURN p.name AS plan, k.name AS pillar, k.kind AS pillar_kind, measures, targets,
       p.id AS plan_id, k.id AS pillar_id
ORDER BY measures, targets, plan, pillar, plan_id, pillar_id
