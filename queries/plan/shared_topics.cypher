// title: 多个计划共同涉及的领域、单位和指标
// title_en: Topics that plans share
// question: 哪些领域、单位、指标同时出现在多个计划里？
// question_en: Which sectors, bodies and indicators stand in several plans?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
//   plans: {type: integer, title: 至少几个文件, title_en: at least so many documents, default: 2, example: 3}
//   label: {type: string, title: 类别, title_en: kind, choices: [Sector, Organization, Indicator], default: null, example: Organization}
// denominator: 图中全部领域、单位和指标
// denominator_en: all sectors, bodies and indicators
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (d)<-[:IN_DOCUMENT]-(:Clause)<-[:STATED_IN]-(x:Sector|Organization|Indicator)
//   WHERE $label IS NULL OR labels(x)[0] = $label
//   RETURN count(DISTINCT x) AS total
// narrative: "{total}个领域、单位和指标（{label}）中，{count}个出现在至少{plans}个文件里：[领域{holding:item:Sector}个|单位{holding:item:Organization}个|指标{holding:item:Indicator}个]；最多的是{first:name}（{first:documents}个文件）。"
// narrative_en: "{count} of {total} sectors, bodies and indicators ({label}) {count/stands/stand} in at least {plans} documents: [{holding:item:Sector} {holding:item:Sector/sector/sectors}|{holding:item:Organization} {holding:item:Organization/body/bodies}|{holding:item:Indicator} {holding:item:Indicator/indicator/indicators}]; {first:name} stands in most ({first:documents})."
// narrative_none: "没有领域、单位或指标（{label}）出现在至少{plans}个文件里（共{total}个）。"
// narrative_none_en: "None of {total} sectors, bodies and indicators ({label}) stands in {plans} documents."
// chart: bar
// asked: [多个计划共同的单位, 共同领域, 交叉的指标, topics common to several plans]
// tags: [共同, 交叉, 领域, 单位, 指标, shared]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (d)<-[:IN_DOCUMENT]-(:Clause)<-[:STATED_IN]-(x:Sector|Organization|Indicator)
WHERE size(x.documents) >= $plans AND ($label IS NULL OR labels(x)[0] = $label)
WITH DISTINCT x ORDER BY x.id
UNWIND x.documents AS document
WITH document, collect(x) AS topics
MATCH (e:Document {id: document})
WITH topics, e ORDER BY e.title, e.id
UNWIND topics AS x
WITH x, collect(e.title) AS titles
RETURN labels(x)[0] AS item, x.name AS name, size(titles) AS documents, titles, x.id AS id
ORDER BY documents DESC, item, name, id
