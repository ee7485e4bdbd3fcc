// title: 没有举措支撑的目标
// title_en: Targets without a measure
// question: 哪些目标没有任何举措支撑？
// question_en: Which targets does no measure support?
// returns: rows
// severity: warning
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
//   kind: {type: string, title: 类别, title_en: kind, choices: [quantified, qualitative, any], default: quantified, example: any}
// denominator: 该类别的全部目标
// denominator_en: all targets of that kind
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (x:Target {document_id: d.id})
//   WHERE $kind = 'any' OR x.kind = $kind
//   RETURN count(x) AS total
// narrative: "{plan}的{total}项目标中，{count}项（{share}）没有举措支撑：{list:target}（{clauses}）。"
// narrative_en: "{plan}: {count} of {total} {total/target/targets} ({share}) {count/has/have} no measure in support: {list:target} ({clauses})."
// narrative_none: "{plan}的{total}项目标都有举措支撑。"
// narrative_none_en: "{plan}: a measure supports each of the {total} targets."
// finding: "目标“{target}”没有举措支撑"
// finding_en: "no measure supports the target “{target}”"
// chart: table
// asked: [目标没有措施落实, 没有抓手的目标, 没有任务支撑的指标, unsupported targets, targets nobody works on, orphan targets]
// tags: [闭环, 目标, 举措, 支撑, closure]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (t:Target {document_id: d.id})
WHERE ($kind = 'any' OR t.kind = $kind)
  AND NOT EXISTS { MATCH (t)<-[:CONTRIBUTES_TO|SETS_TARGET]-(:Measure) }
MATCH (t)-[s:STATED_IN]->(c:Clause)
WITH d, t, s, c ORDER BY t.id, s.start, s.id
WITH d, t, collect({quote: s.quote, clause: c.ordinal, start: s.start}) AS places
WITH d, t, places[0] AS place
RETURN d.title AS document, t.name AS target, t.comparator AS comparator, t.value AS value,
       t.value_max AS value_max, t.unit AS unit, t.year AS year,
       place.clause AS clause, place.quote AS quote, t.id AS id
ORDER BY document, clause, place.start, id
