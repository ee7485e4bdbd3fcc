// title: 承诺力度
// title_en: How hard the promises are
// question: 各计划的目标措辞是硬约束还是软承诺？
// question_en: How many targets of each plan are worded hard, and how many soft?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 写明力度的目标和举措
// denominator_en: targets and measures whose wording shows how hard they are
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (d)<-[:IN_DOCUMENT]-(:Clause)<-[:STATED_IN]-(x:Target|Measure)
//   WHERE x.strength IS NOT NULL
//   RETURN count(DISTINCT x) AS total
// narrative: "{plan}共{total}项目标和举措带有力度措辞：[必须{sum:must}项|明确承诺{sum:plain}项|力争{sum:strive}项|推动支持{sum:support}项|鼓励探索{sum:explore}项]；约束性指标{sum:binding}项。"
// narrative_en: "{plan}: the wording of {total} targets and measures shows how firm they are: [must {sum:must}|plain {sum:plain}|striving {sum:strive}|support {sum:support}|exploring {sum:explore}]; {sum:binding} {sum:binding/is/are} binding."
// narrative_none: "{plan}没有带力度措辞的目标。"
// narrative_none_en: "{plan}: no wording shows how hard a target is."
// chart: stacked
// asked: [软硬指标, 力争的目标, 措辞力度, hard and soft targets, how firm are the commitments]
// tags: [措辞, 力度, 约束性, 力争, 软指标, 硬指标, wording]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (d)<-[:IN_DOCUMENT]-(:Clause)<-[:STATED_IN]-(x:Target|Measure)
WHERE x.strength IS NOT NULL
WITH DISTINCT d, x
WITH d, x, COLLECT {
       MATCH (x)<-[:SETS_TARGET*0..1]-(:Measure)-[:LED_BY|ASSIGNED_TO]->(o:Organization)
       RETURN DISTINCT o.name AS name ORDER BY name } AS owners
WITH d, owners, count(x) AS items,
     sum(CASE WHEN x.strength = 4 THEN 1 ELSE 0 END) AS must,
     sum(CASE WHEN x.strength = 3 THEN 1 ELSE 0 END) AS plain,
     sum(CASE WHEN x.strength = 2 THEN 1 ELSE 0 END) AS strive,
     sum(CASE WHEN x.strength = 1 THEN 1 ELSE 0 END) AS support,
     sum(CASE WHEN x.strength = 0 THEN 1 ELSE 0 END) AS explore,
     sum(CASE WHEN x.bindingness = 'binding' THEN 1 ELSE 0 END) AS binding
RETURN d.title AS document, owners, items, must, plain, strive, support, explore, binding,
       d.id AS document_id
ORDER BY document, items DESC, owners, document_id
