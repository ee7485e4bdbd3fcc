// title: 未明确责任单位的举措
// title_en: Measures without an owner
// question: 哪些举措没有牵头或责任单位，或只写了“各有关部门”？
// question_en: Which measures have no lead, or only a vague owner?
// returns: rows
// severity: warning
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 计划的全部举措
// denominator_en: all measures of the plan
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (x:Measure {document_id: d.id})
//   WHERE EXISTS { MATCH (x)-[:STATED_IN]->(:Clause) }
//   RETURN count(x) AS total
// narrative: "{plan}共{total}项举措，其中{count}项（{share}）未明确责任单位：[{holding:gap:none}项没有写责任单位|{holding:gap:vague}项只写了笼统的单位]（{clauses}）。"
// narrative_en: "{plan}: {count} of {total} {total/measure/measures} ({share}) {count/has/have} no clear owner: [{holding:gap:none} {holding:gap:none/names/name} none|{holding:gap:vague} {holding:gap:vague/names/name} only a vague one] ({clauses})."
// narrative_none: "{plan}的{total}项举措都明确了责任单位。"
// narrative_none_en: "{plan}: each of the {total} measures has a clear owner."
// finding: "举措“{measure}”未明确责任单位"
// finding_en: "the measure “{measure}” has no clear owner"
// chart: table
// asked: [没有牵头单位的任务, 没有责任单位的指标, 无人负责的举措, 责任不明确, 谁来负责没写清楚, unassigned tasks, nobody responsible, 没落实到部门的任务, 只写了各有关部门的任务]
// tags: [责任, 牵头, 分工, 缺口, responsibility]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (m:Measure {document_id: d.id})
WHERE NOT EXISTS {
  MATCH (m)-[:LED_BY|ASSIGNED_TO|GUIDED_BY|SUPERVISED_BY]->(o:Organization) WHERE NOT o.collective }
MATCH (m)-[s:STATED_IN]->(c:Clause)
WITH d, m, s, c ORDER BY m.id, s.start, s.id
WITH d, m, collect({quote: s.quote, clause: c.ordinal, start: s.start}) AS places
WITH d, m, places[0] AS place
OPTIONAL MATCH (m)-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY]->(v:Organization)
WITH d, m, place, v ORDER BY m.id, v.name
WITH d, m, place, collect(DISTINCT v.name) AS named
RETURN d.title AS document, m.name AS measure,
       CASE WHEN size(named) = 0 THEN 'none' ELSE 'vague' END AS gap, named,
       place.clause AS clause, place.quote AS quote, m.id AS id
ORDER BY document, clause, place.start, id
