// title: 到期集中度
// title_en: Where deadlines pile up
// question: 哪一年到期的目标和节点最多？
// question_en: In which year do most targets and milestones fall due?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 有明确时间的目标和节点
// denominator_en: dated targets and milestones
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (d)<-[:IN_DOCUMENT]-(:Clause)<-[:STATED_IN]-(x:Target|Milestone)
//   WHERE x.year IS NOT NULL OR x.date =~ '[0-9]{4}.*'
//   RETURN count(DISTINCT x) AS total
// narrative: "{plan}有{total}项目标和节点写明时间，最集中的是{first:year}年：{first:targets}项目标、{first:milestones}个节点，其中约束性{first:binding}项。"
// narrative_en: "{plan}: of {total} dated targets and milestones most fall due in {first:year}: {first:targets} {first:targets/target/targets} and {first:milestones} {first:milestones/milestone/milestones}, {first:binding} of them binding."
// narrative_none: "{plan}没有写明时间的目标或节点。"
// narrative_none_en: "{plan} has no dated target or milestone."
// chart: bar
// asked: [到期最多的年份, 时限集中在哪年, which year has most deadlines]
// tags: [时限, 到期, 集中, 年份, deadline]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (d)<-[:IN_DOCUMENT]-(:Clause)<-[:STATED_IN]-(x:Target|Milestone)
WHERE x.year IS NOT NULL OR x.date =~ '[0-9]{4}.*'
WITH DISTINCT x, CASE WHEN x.year IS NULL THEN toInteger(left(x.date, 4)) ELSE x.year END AS year
WITH year, sum(CASE WHEN x:Target THEN 1 ELSE 0 END) AS targets,
     sum(CASE WHEN x:Milestone THEN 1 ELSE 0 END) AS milestones,
     sum(CASE WHEN x.bindingness = 'binding' THEN 1 ELSE 0 END) AS binding
RETURN year, targets, milestones, binding
ORDER BY targets + milestones DESC, year, targets, milestones, binding
