// title: 不支撑任何目标的举措
// title_en: Measures without a target
// question: 哪些举措没有对应任何目标？
// question_en: Which measures contribute to no target?
// returns: rows
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
// narrative: "{plan}的{total}项举措中，{count}项（{share}）没有对应的目标：{list:measure}（{clauses}）。"
// narrative_en: "{plan}: {count} of {total} {total/measure/measures} ({share}) {count/contributes/contribute} to no target: {list:measure} ({clauses})."
// narrative_none: "{plan}的{total}项举措都有对应的目标。"
// narrative_none_en: "{plan}: each of the {total} measures contributes to a target."
// chart: table
// asked: [举措没有目标, 没有指标的任务, 不支撑目标的措施, measures that serve no target]
// tags: [闭环, 举措, 目标, closure]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (m:Measure {document_id: d.id})
WHERE NOT EXISTS { MATCH (m)-[:CONTRIBUTES_TO|SETS_TARGET]->(:Target) }
MATCH (m)-[s:STATED_IN]->(c:Clause)
WITH d, m, s, c ORDER BY m.id, s.start, s.id
WITH d, m, collect({quote: s.quote, clause: c.ordinal, start: s.start}) AS places
WITH d, m, places[0] AS place
RETURN d.title AS document, m.name AS measure, place.clause AS clause, place.quote AS quote, m.id AS id
ORDER BY document, clause, place.start, id
