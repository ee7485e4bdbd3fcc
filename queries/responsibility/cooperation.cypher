// title: 牵头—配合网络
// title_en: Who works with whom
// question: 哪些单位牵头、哪些单位配合，共同承担多少项任务？
// question_en: Which bodies lead and which support them, in how many tasks?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
//   organization: {type: string, title: 单位, title_en: body, suggest: Organization.name, default: null, example: 市数据局}
// denominator: 有配合单位的举措
// denominator_en: measures with a supporting body
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (x:Measure {document_id: d.id})
//   WHERE EXISTS { MATCH (x)-[:SUPPORTED_BY]->(:Organization) }
//   RETURN count(x) AS total
// narrative: "{plan}共{total}项举措有配合单位；此处列出{organization}的{count}对牵头—配合关系，涉及{distinct:lead}个牵头单位和{distinct:support}个配合单位；合作最多的是{first:lead}与{first:support}（{first:measures}项）。"
// narrative_en: "{plan}: {total} {total/measure has/measures have} supporting bodies; {count} {count/pair/pairs} of {organization} {count/is/are} listed here, of {distinct:lead} {distinct:lead/lead/leads} and {distinct:support} {distinct:support/supporter/supporters}, {first:lead} and {first:support} most often ({first:measures})."
// narrative_none: "{plan}没有符合条件的牵头—配合关系（{organization}）。"
// narrative_none_en: "{plan}: no pair of lead and supporting body fits ({organization})."
// chart: network
// asked: [谁和谁合作, 部门协同, 牵头单位与配合单位, cooperation network, which bodies cooperate]
// tags: [责任, 协同, 合作, 配合, 网络, cooperation]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (m:Measure {document_id: d.id})
MATCH (m)-[:LED_BY|ASSIGNED_TO]->(l:Organization)
MATCH (m)-[:SUPPORTED_BY]->(s:Organization)
WHERE l <> s AND ($organization IS NULL OR l.name = $organization OR s.name = $organization)
WITH DISTINCT l, s, m ORDER BY l.id, s.id, m.name, m.id
WITH l, s, count(m) AS measures, collect(m.name) AS tasks
RETURN l.name AS lead, s.name AS support, measures, tasks, l.id AS lead_id, s.id AS support_id
ORDER BY measures DESC, lead, support, lead_id, support_id
