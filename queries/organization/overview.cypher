// title: 单位一览图
// title_en: A body on one page
// question: 这个单位与哪些计划、任务、目标和伙伴单位相连？
// question_en: Which plans, tasks, targets and partners is this body joined to?
// returns: graph
// params:
//   organization: {type: string, title: 单位, title_en: body, suggest: Organization.name, example: 市数据局}
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 该单位承担的全部任务
// denominator_en: all tasks of the body
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH d ORDER BY d.id
//   WITH collect(d.id) AS documents
//   MATCH (o:Organization)<-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY|GUIDED_BY|SUPERVISED_BY]-(m)
//   WHERE o.name = $organization AND m.document_id IN documents
//   RETURN count(DISTINCT m) AS total
// narrative: "{organization}承担{total}项任务，连接[{nodes:ActionPlan}个计划|{nodes:Target}项目标|{nodes:Organization}个单位（含本单位）]。"
// narrative_en: "{organization} has {total} {total/task, which joins/tasks, which join} it to [{nodes:ActionPlan} {nodes:ActionPlan/plan/plans}|{nodes:Target} {nodes:Target/target/targets}|{nodes:Organization} {nodes:Organization/body/bodies} (itself included)]."
// narrative_none: "图中没有{organization}的任务。"
// narrative_none_en: "The graph has no task of {organization}."
// chart: network
// asked: [单位关系图, 部门画像, 某单位一览, profile of a department]
// tags: [单位, 概览, 任务, 伙伴, organization]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH d ORDER BY d.id
WITH collect(d.id) AS documents
MATCH (o:Organization)<-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY|GUIDED_BY|SUPERVISED_BY]-(m)
WHERE o.name = $organization AND m.document_id IN documents
WITH DISTINCT m
CALL (m) {
  MATCH (m)-[r:LED_BY|ASSIGNED_TO|SUPPORTED_BY|GUIDED_BY|SUPERVISED_BY|SETS_TARGET|HAS_MILESTONE]->(b)
  RETURN m AS a, r, b
  UNION ALL
  MATCH (a:ActionPlan|Strategy|Pillar)-[r:HAS_MEASURE|SETS_TARGET]->(m)
  RETURN a, r, m AS b
}
WITH DISTINCT a, r, b
RETURN a AS source, r AS relation, b AS target
ORDER BY source.id, relation.id, target.id
