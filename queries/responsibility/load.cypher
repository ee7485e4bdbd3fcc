// title: 责任单位负荷
// title_en: Load of the bodies
// question: 哪些单位牵头最多？任务集中在哪一年？哪些任务只靠一个单位？
// question_en: Which bodies lead most, in which year do their tasks pile up, and which stand alone?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 有责任单位的举措
// denominator_en: measures that name a body
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (x:Measure {document_id: d.id})
//   WHERE EXISTS { MATCH (x)-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY|GUIDED_BY|SUPERVISED_BY]->(:Organization) }
//   RETURN count(x) AS total
// narrative: "{plan}共{total}项举措写明了单位，涉及{count}个单位；牵头或负责最多的是{first:organization}（{first:leads}项[，其中{first:alone}项无配合单位]）[，{first:peak_year}年到期{first:peak}项]。"
// narrative_en: "{plan}: {total} {total/measure names/measures name} {count} {count/body/bodies}; {first:organization} answers for most ({first:leads})[, {first:alone} of them alone][, {first:peak} due in {first:peak_year}]."
// narrative_none: "{plan}没有写明责任单位。"
// narrative_none_en: "{plan} names no body."
// chart: bar
// asked: [任务最多的单位, 牵头数量排名, 责任单位压力, 部门负担, workload of departments, who leads most]
// tags: [责任, 负荷, 牵头, 集中, load]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (m:Measure {document_id: d.id})
MATCH (m)-[r:LED_BY|ASSIGNED_TO|SUPPORTED_BY|GUIDED_BY|SUPERVISED_BY]->(o:Organization)
WITH o, m, CASE WHEN type(r) IN ['LED_BY', 'ASSIGNED_TO'] THEN 1 ELSE 0 END AS leading
WITH o, m, max(leading) AS leading
OPTIONAL MATCH (m)-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY]->(other:Organization) WHERE other <> o
WITH o, m, leading, count(DISTINCT other) AS others
OPTIONAL MATCH (m)-[:SETS_TARGET|CONTRIBUTES_TO]->(t:Target) WHERE leading = 1
WITH o, m, leading, CASE WHEN leading = 1 AND others = 0 THEN 1 ELSE 0 END AS alone, min(t.year) AS due
WITH o, due, sum(leading) AS leads, count(m) AS tasks, sum(alone) AS alone
WITH o, due, leads, tasks, alone ORDER BY o.id, CASE WHEN due IS NULL THEN 1 ELSE 0 END, leads DESC, due
WITH o, collect({due: due, leads: leads}) AS years, sum(leads) AS leads, sum(tasks) AS tasks, sum(alone) AS alone
WITH o, leads, tasks, alone, CASE WHEN years[0].leads > 0 THEN years[0].due ELSE NULL END AS peak_year,
     CASE WHEN years[0].leads > 0 AND years[0].due IS NOT NULL THEN years[0].leads ELSE 0 END AS peak
RETURN o.name AS organization, o.collective AS collective, leads, tasks - leads AS other_roles, alone,
       peak_year, peak, o.id AS id
ORDER BY leads DESC, other_roles DESC, organization, id
