// title: 没有时限的目标
// title_en: Targets without a deadline
// question: 哪些量化目标没有写明完成时间？
// question_en: Which quantified targets say no date?
// returns: rows
// severity: info
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 计划的全部量化目标
// denominator_en: all quantified targets of the plan
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (x:Target {document_id: d.id})
//   WHERE x.kind = 'quantified'
//   RETURN count(x) AS total
// narrative: "{plan}的{total}项量化目标中，{count}项（{share}）没有写明年份，也不是按年、按季重复的：{list:target}（{clauses}）。"
// narrative_en: "{plan}: {count} of {total} quantified {total/target/targets} ({share}) {count/says/say} neither a year nor a period: {list:target} ({clauses})."
// narrative_none: "{plan}的{total}项量化目标都写明了时间。"
// narrative_none_en: "{plan}: each of the {total} quantified targets says when."
// finding: "目标“{target}”没有写明时间"
// finding_en: "the target “{target}” says no date"
// chart: table
// asked: [没有时限的目标, 没写时间的指标, targets without a date]
// tags: [时限, 目标, 模糊, deadline]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (t:Target {document_id: d.id})-[s:STATED_IN]->(c:Clause)
WHERE t.kind = 'quantified' AND t.year IS NULL AND t.per IS NULL
WITH d, t, s, c ORDER BY t.id, s.start, s.id
WITH d, t, collect({quote: s.quote, clause: c.ordinal, start: s.start}) AS places
WITH d, t, places[0] AS place
RETURN d.title AS document, t.name AS target, t.comparator AS comparator, t.value AS value, t.unit AS unit,
       place.clause AS clause, place.quote AS quote, t.id AS id
ORDER BY document, clause, place.start, id
