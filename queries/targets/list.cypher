// title: 目标清单
// title_en: List of targets
// question: 各计划提出了哪些目标？数值、单位、时限、属性各是什么？
// question_en: Which targets do the plans set, with value, unit, deadline and bindingness?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
//   year: {type: integer, title: 年份, title_en: year, suggest: Target.year, default: null, example: 2030}
//   bindingness: {type: string, title: 属性, title_en: bindingness, choices: [binding, anticipatory, unknown], default: null, example: binding}
//   kind: {type: string, title: 类别, title_en: kind, choices: [quantified, qualitative, any], default: any, example: quantified}
// denominator: 计划的全部目标
// denominator_en: all targets of the plan
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (x:Target {document_id: d.id})
//   RETURN count(x) AS total
// narrative: "{plan}共有{total}项目标，此处列出{count}项：[{filled:value}项定量|{zero:value}项定性][，时限在{span:year}年]；例如“{first:quote}”（{first:document}，第{first:clause}段）。"
// narrative_en: "{plan}: {total} {total/target/targets}, {count} listed here: [{filled:value} with a number|{zero:value} without a number][, due {span:year}]; for instance “{first:quote}” ({first:document}, clause {first:clause})."
// narrative_none: "{plan}没有符合条件的目标（共{total}项目标）。"
// narrative_none_en: "{plan}: none of {total} targets fits."
// chart: table
// asked: [目标清单, 有哪些指标, 约束性目标, 某年的目标, all targets of a year, what are the goals, 量化指标一览, quantified targets]
// tags: [目标, 指标, 年份, 约束性, targets]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (t:Target {document_id: d.id})-[s:STATED_IN]->(c:Clause)
WHERE ($year IS NULL OR t.year = $year)
  AND ($bindingness IS NULL OR t.bindingness = $bindingness)
  AND ($kind = 'any' OR t.kind = $kind)
WITH d, t, s, c ORDER BY t.id, s.start, s.id
WITH d, t, collect({quote: s.quote, clause: c.ordinal, start: s.start}) AS places
WITH d, t, places[0] AS place
RETURN d.title AS document, t.name AS target, t.kind AS kind, t.comparator AS comparator,
       t.value AS value, t.value_max AS value_max, t.unit AS unit,
       t.value_std AS value_std, t.unit_std AS unit_std, t.mode AS mode, t.scope AS scope,
       t.per AS per, t.year AS year, t.deadline_basis AS deadline_basis,
       t.strength AS strength, t.bindingness AS bindingness,
       place.clause AS clause, place.quote AS quote, t.id AS id
ORDER BY document, clause, place.start, id
