// title: 枢纽单位与孤立单位
// title_en: Brokers and isolated bodies
// question: 哪些单位连接最多的伙伴，哪些单位独自承担任务？
// question_en: Which bodies join most partners, and which work alone?
// returns: rows
// denominator: 图中全部责任单位
// denominator_en: all bodies in the graph
// total: |
//   MATCH (o:Organization)
//   RETURN count(o) AS total
// narrative: "{total}个单位中，合作伙伴最多的是{first:organization}（{first:partners}个伙伴，其中{first:only_through}个只与它合作）；{zero:partners}个单位没有合作伙伴。"
// narrative_en: "Of {total} bodies, {first:organization} joins most partners ({first:partners}, {first:only_through} of them through it alone); {zero:partners} have no partner."
// narrative_none: "图中没有责任单位。"
// narrative_none_en: "There are no bodies in the graph."
// chart: bar
// asked: [枢纽部门, 没有伙伴的单位, isolated departments, hubs of cooperation]
// tags: [责任, 枢纽, 孤立, 协同, brokers]
MATCH (o:Organization)
OPTIONAL MATCH (o)<-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY]-(m:Measure)
WITH o, count(DISTINCT m) AS measures
OPTIONAL MATCH (o)<-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY]-(:Measure)-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY]->(q:Organization)
WHERE q <> o
WITH DISTINCT o, measures, q
OPTIONAL MATCH (q)<-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY]-(:Measure)-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY]->(x:Organization)
WHERE x <> q
WITH o, measures, q, count(DISTINCT x) AS reach
WITH o, measures, q, CASE WHEN reach = 1 THEN 1 ELSE 0 END AS leaf
WITH o, measures, count(q) AS partners, sum(leaf) AS only_through
RETURN o.name AS organization, o.collective AS collective, measures, partners, only_through, o.id AS id
ORDER BY partners DESC, only_through DESC, measures DESC, organization, id
