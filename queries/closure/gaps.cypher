// title: 闭环缺口
// title_en: Gaps in the loop
// question: 哪些支柱、计划、举措缺少举措、目标、责任单位或时限？
// question_en: Which pillars, plans and measures lack a measure, a target, an owner or a deadline?
// returns: rows
// severity: info
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 计划的全部支柱、行动计划和举措
// denominator_en: all pillars, plans and measures
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (d)<-[:IN_DOCUMENT]-(:Clause)<-[:STATED_IN]-(x:Pillar|ActionPlan|Measure)
//   RETURN count(DISTINCT x) AS total
// narrative: "{plan}共有支柱、行动计划和举措{total}项，闭环{rest}项（闭环率{rest_share}），{count}项有缺口：[缺举措{holding:lacks:measure}项|缺目标{holding:lacks:target}项|缺责任单位{holding:lacks:owner}项|缺时限{holding:lacks:deadline}项]。"
// narrative_en: "{plan}: of {total} {total/pillar, plan or measure/pillars, plans and measures} {rest} {rest/is/are} closed ({rest_share}); {count} {count/has/have} gaps: [{holding:lacks:measure} {holding:lacks:measure/lacks/lack} a measure|{holding:lacks:target} {holding:lacks:target/lacks/lack} a target|{holding:lacks:owner} {holding:lacks:owner/lacks/lack} an owner|{holding:lacks:deadline} {holding:lacks:deadline/lacks/lack} a deadline]."
// narrative_none: "{plan}的{total}项支柱、行动计划和举措全部闭环。"
// narrative_none_en: "{plan}: all {total} pillars, plans and measures are closed."
// finding: "“{name}”缺：{lacks}"
// finding_en: "“{name}” lacks: {lacks}"
// words:
//   measure: {zh: 举措, en: measure}
//   target: {zh: 目标, en: target}
//   owner: {zh: 责任单位, en: owner}
//   deadline: {zh: 时限, en: deadline}
// chart: stacked
// asked: [闭环率, 缺举措缺目标缺责任缺时限, 哪些环节不闭环, what is incomplete, closure rate]
// tags: [闭环, 缺口, 检查, closure, gaps]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (d)<-[:IN_DOCUMENT]-(c:Clause)<-[s:STATED_IN]-(x:Pillar|ActionPlan|Measure)
WITH x, d, c, s ORDER BY x.id, d.title, s.start, s.id
WITH x, collect({document: d.title, clause: c.ordinal, quote: s.quote, start: s.start}) AS places
WITH x, places[0] AS place, CASE WHEN x:Measure THEN
    CASE WHEN EXISTS { MATCH (x)-[:SETS_TARGET|CONTRIBUTES_TO]->(:Target) } THEN [] ELSE ['target'] END
    + CASE WHEN EXISTS { MATCH (x)-[:LED_BY|ASSIGNED_TO|GUIDED_BY|SUPERVISED_BY]->(o:Organization) WHERE NOT o.collective }
           THEN [] ELSE ['owner'] END
    + CASE WHEN EXISTS { MATCH (x)-[:HAS_MILESTONE]->(:Milestone) }
             OR EXISTS { MATCH (x)-[:SETS_TARGET|CONTRIBUTES_TO]->(t:Target) WHERE t.year IS NOT NULL }
           THEN [] ELSE ['deadline'] END
  ELSE
    CASE WHEN EXISTS { MATCH (x)-[:HAS_PLAN*0..1]->()-[:HAS_MEASURE]->(:Measure) } THEN [] ELSE ['measure'] END
    + CASE WHEN EXISTS { MATCH (x)-[:SETS_TARGET]->(:Target) }
             OR EXISTS { MATCH (x)-[:HAS_PLAN*0..1]->()-[:HAS_MEASURE|SETS_TARGET*1..2]->(:Target) }
             OR EXISTS { MATCH (x)-[:HAS_PLAN*0..1]->()-[:HAS_MEASURE]->(:Measure)-[:CONTRIBUTES_TO]->(:Target) }
           THEN [] ELSE ['target'] END
  END AS lacks
WHERE size(lacks) > 0
RETURN labels(x)[0] AS item, x.name AS name, lacks,
       place.document AS document, place.clause AS clause, place.quote AS quote, x.id AS id
ORDER BY document, clause, place.start, id
