// title: 责任分工表
// title_en: Responsibility ledger
// question: 每项任务由谁牵头、谁负责、谁配合？目标和时限是什么？
// question_en: Who leads, answers for and supports each task, with which target and deadline?
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
// narrative: "{plan}共{total}项任务：{filled:lead}项有牵头单位、{filled:responsible}项有负责单位、{filled:deadline}项有时限；第一项是“{first:task}”（{first:document}，第{first:clause}段）。"
// narrative_en: "{plan}: of {total} {total/task/tasks} {filled:lead} {filled:lead/has/have} a lead, {filled:responsible} a responsible body and {filled:deadline} a deadline; the first is “{first:task}” ({first:document}, clause {first:clause})."
// narrative_none: "{plan}没有举措。"
// narrative_none_en: "{plan} has no measures."
// chart: table
// asked: [任务分工, 任务的牵头和配合单位, 任务责任单位表, responsibility matrix, 谁负责什么, 责任清单台账, who leads what, task assignment table]
// tags: [责任, 分工, 牵头, 配合, 台账, ledger]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (m:Measure {document_id: d.id})-[s:STATED_IN]->(c:Clause)
WITH d, m, s, c ORDER BY m.id, s.start, s.id
WITH d, m, collect({quote: s.quote, clause: c.ordinal, start: s.start}) AS places
WITH d, m, places[0] AS place,
     COLLECT { MATCH (m)-[:LED_BY]->(o:Organization) RETURN o.name ORDER BY o.name } AS lead,
     COLLECT { MATCH (m)-[:ASSIGNED_TO]->(o:Organization) RETURN o.name ORDER BY o.name } AS responsible,
     COLLECT { MATCH (m)-[:SUPPORTED_BY]->(o:Organization) RETURN o.name ORDER BY o.name } AS support,
     COLLECT { MATCH (m)-[:GUIDED_BY|SUPERVISED_BY]->(o:Organization) RETURN o.name ORDER BY o.name } AS oversight,
     COLLECT { MATCH (m)-[:SETS_TARGET]->(t:Target) RETURN t.name ORDER BY t.name, t.id } AS targets,
     COLLECT { MATCH (m)-[:SETS_TARGET]->(t:Target) WHERE t.year IS NOT NULL
               RETURN DISTINCT toString(t.year) AS due ORDER BY due } AS years,
     COLLECT { MATCH (m)-[:HAS_MILESTONE]->(x:Milestone) RETURN DISTINCT x.date AS due ORDER BY due } AS dates
RETURN d.title AS document, m.number AS number, m.name AS task, lead, responsible, support, oversight,
       targets, dates + years AS deadline, place.clause AS clause, place.quote AS quote, m.id AS id
ORDER BY document, clause, place.start, id
