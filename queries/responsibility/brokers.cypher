// title: 枢纽单位与孤立单位
// title_en: Brokers and isolated bodies
// question: 哪些单位连接最多的伙伴，哪些单位独自承担任务？
// question_en: Which bodies join most partners, and which work alone?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 牵头、负责或配合任务的单位
// denominator_en: bodies that lead, answer for or support a task
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (m:Measure {document_id: d.id})
//   MATCH (m)-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY]->(o:Organization)
//   RETURN count(DISTINCT o) AS total
// narrative: "{plan}的{total}个单位中，合作伙伴最多的是{first:organization}（{first:partners}个伙伴[，其中{first:only_through}个只与它合作]）[；{zero:partners}个单位没有合作伙伴]。"
// narrative_en: "{plan}: of {total} {total/body/bodies}, {first:organization} joins most partners ({first:partners}[, {first:only_through} of them through it alone])[; {zero:partners} {zero:partners/has/have} no partner]."
// narrative_none: "{plan}没有写明责任单位。"
// narrative_none_en: "{plan}: no body is named."
// chart: bar
// asked: [枢纽部门, 没有伙伴的单位, isolated departments, hubs of cooperation]
// tags: [责任, 枢纽, 孤立, 协同, brokers]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (m:Measure {document_id: d.id})
MATCH (m)-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY]->(o:Organization)
OPTIONAL MATCH (m)-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY]->(q:Organization)
WHERE q <> o
WITH DISTINCT o, q, m ORDER BY o.id, q.id, m.id
WITH o, q, collect(m) AS tasks
WITH o, q, tasks ORDER BY o.id, q.id
WITH q, collect({body: o, tasks: tasks}) AS partners
UNWIND partners AS partner
WITH q, partner.body AS o, partner.tasks AS tasks, size(partners) = 1 AS alone
UNWIND tasks AS task
WITH o, count(DISTINCT task) AS measures, count(DISTINCT q) AS partners,
     count(DISTINCT CASE WHEN alone THEN q ELSE NULL END) AS only_through
RETURN o.name AS organization, o.collective AS collective, measures, partners, only_through, o.id AS id
ORDER BY partners DESC, only_through DESC, measures DESC, organization, id
