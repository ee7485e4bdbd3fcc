// title: 同名任务不同牵头
// title_en: One task, two leads
// question: 哪些任务在不同计划里由不同单位牵头？
// question_en: Which tasks have different leads in different plans?
// returns: rows
// severity: warning
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 出现在两个以上计划中的同名任务
// denominator_en: tasks of one name in two or more plans
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (x:Measure {document_id: d.id})
//   MATCH (y:Measure {name: x.name})
//   WHERE x.document_id <> y.document_id
//   RETURN count(DISTINCT x.name) AS total
// narrative: "{total}项任务在多个计划中出现，{count}对牵头单位不一致：{list:task}（{clauses}）。"
// narrative_en: "{total} {total/task stands/tasks stand} in several plans; {count} {count/pair disagrees/pairs disagree} on the lead: {list:task} ({clauses})."
// narrative_none: "{total}项任务在多个计划中出现，写明的牵头单位没有不一致。"
// narrative_none_en: "{total} {total/task stands/tasks stand} in several plans; no stated leads disagree."
// finding: "“{task}”：《{document}》由{lead}牵头，《{other_document}》由{other_lead}牵头"
// finding_en: "“{task}” is led by {lead} in “{document}”, by {other_lead} in “{other_document}”"
// chart: table
// asked: [同名任务牵头不一致, 一件事两家牵头, one task led by different bodies, 牵头单位冲突, 一项任务两个牵头单位]
// tags: [责任, 牵头, 冲突, 不一致, conflict]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (x:Measure {document_id: d.id})
MATCH (y:Measure {name: x.name})
WHERE x.document_id <> y.document_id
WITH DISTINCT CASE WHEN x.document_id < y.document_id THEN x ELSE y END AS a,
     CASE WHEN x.document_id < y.document_id THEN y ELSE x END AS b
WITH a.name AS task, a, b,
     COLLECT { MATCH (a)-[:LED_BY|ASSIGNED_TO]->(o:Organization) RETURN DISTINCT o.name AS name ORDER BY name } AS lead,
     COLLECT { MATCH (b)-[:LED_BY|ASSIGNED_TO]->(o:Organization) RETURN DISTINCT o.name AS name ORDER BY name } AS other_lead
WHERE size(lead) > 0 AND size(other_lead) > 0 AND lead <> other_lead
MATCH (a)-[s:STATED_IN]->(c:Clause)-[:IN_DOCUMENT]->(d:Document)
WITH task, a, b, lead, other_lead, d, c, s ORDER BY a.id, b.id, s.start, s.id
WITH task, a, b, lead, other_lead, collect({document: d.title, clause: c.ordinal, quote: s.quote}) AS places
MATCH (b)-[s:STATED_IN]->(c:Clause)-[:IN_DOCUMENT]->(d:Document)
WITH task, a, b, lead, other_lead, places, d, c, s ORDER BY a.id, b.id, s.start, s.id
WITH task, a, b, lead, other_lead, places, collect({document: d.title, clause: c.ordinal, quote: s.quote}) AS others
RETURN task, lead, other_lead, places[0].document AS document, places[0].clause AS clause,
       places[0].quote AS quote, others[0].document AS other_document,
       others[0].clause AS other_clause, others[0].quote AS other_quote, a.id AS id, b.id AS other_id
ORDER BY task, document, other_document, id, other_id
