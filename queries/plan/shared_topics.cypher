// title: 多个计划共同涉及的领域、单位和指标
// title_en: Topics that plans share
// question: 哪些领域、单位、指标同时出现在多个计划里？
// question_en: Which sectors, bodies and indicators stand in several plans?
// returns: rows
// params:
//   plans: {type: integer, title: 至少几个文件, title_en: at least so many documents, default: 2, example: 3}
//   label: {type: string, title: 类别, title_en: kind, choices: [Sector, Organization, Indicator], default: null, example: Organization}
// denominator: 图中全部领域、单位和指标
// denominator_en: all sectors, bodies and indicators
// total: |
//   MATCH (x:Sector|Organization|Indicator)
//   WHERE $label IS NULL OR labels(x)[0] = $label
//   RETURN count(x) AS total
// narrative: "{total}个领域、单位和指标中，{count}个出现在至少{plans}个文件里：领域{holding:item:Sector}个、单位{holding:item:Organization}个、指标{holding:item:Indicator}个；最多的是{first:name}（{first:documents}个文件）。"
// narrative_en: "{count} of {total} sectors, bodies and indicators stand in at least {plans} documents: {holding:item:Sector} sectors, {holding:item:Organization} bodies, {holding:item:Indicator} indicators; {first:name} stands in most ({first:documents})."
// narrative_none: "没有领域、单位或指标出现在至少{plans}个文件里（共{total}个）。"
// narrative_none_en: "None of {total} sectors, bodies and indicators stands in {plans} documents."
// chart: bar
// asked: [多个计划共同的单位, 共同领域, 交叉的指标, topics common to several plans]
// tags: [共同, 交叉, 领域, 单位, 指标, shared]
MATCH (x:Sector|Organization|Indicator)-[:STATED_IN]->(:Clause)-[:IN_DOCUMENT]->(d:Document)
WHERE $label IS NULL OR labels(x)[0] = $label
WITH DISTINCT x, d ORDER BY x.id, d.title, d.id
WITH x, count(d) AS documents, collect(d.title) AS titles
WHERE documents >= $plans
RETURN labels(x)[0] AS item, x.name AS name, documents, titles, x.id AS id
ORDER BY documents DESC, item, name, id
