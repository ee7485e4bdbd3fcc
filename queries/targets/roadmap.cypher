// title: 目标与节点路线图
// title_en: Roadmap of targets and milestones
// question: 每一年要完成哪些目标和节点？由谁负责？
// question_en: Which targets and milestones fall due in each year, and who answers for them?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
//   year: {type: integer, title: 年份, title_en: year, suggest: Target.year, default: null, example: 2027}
// denominator: 计划的全部目标和节点
// denominator_en: all targets and milestones of the plan
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (d)<-[:IN_DOCUMENT]-(:Clause)<-[:STATED_IN]-(x:Target|Milestone)
//   RETURN count(DISTINCT x) AS total
// narrative: "{plan}共{total}项目标和节点，此处列出有明确时间的{count}项（{span:year}年）：{histogram:year}；最早的是“{first:quote}”（{first:document}，第{first:clause}段）。"
// narrative_en: "{plan}: of {total} targets and milestones {count} dated {count/one is/ones are} listed here ({span:year}): {histogram:year}; the first is “{first:quote}” ({first:document}, clause {first:clause})."
// narrative_none: "{plan}没有符合条件的、有明确时间的目标或节点（共{total}项）。"
// narrative_none_en: "{plan}: none of {total} targets and milestones is dated so."
// chart: timeline
// asked: [路线图, 年度目标和节点, 某年要完成的任务, 什么时候完成, roadmap by year, what is due in a year, milestones of a year, 目标时间表]
// tags: [路线图, 时间表, 年份, 节点, 里程碑, roadmap]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (d)<-[:IN_DOCUMENT]-(c:Clause)<-[s:STATED_IN]-(x:Target|Milestone)
WITH x, s, c, d, CASE
       WHEN x.year IS NOT NULL THEN x.year
       WHEN x.date =~ '[0-9]{4}.*' THEN toInteger(left(x.date, 4))
       ELSE NULL END AS year
WHERE year IS NOT NULL AND ($year IS NULL OR year = $year)
WITH x, s, c, d, year ORDER BY x.id, s.start, s.id
WITH x, d, year, collect({clause: c.ordinal, quote: s.quote, start: s.start}) AS places
WITH x, d, year, places[0] AS place,
     COLLECT { MATCH (x)<-[:SETS_TARGET|HAS_MILESTONE]-(:Measure)-[:LED_BY|ASSIGNED_TO]->(o:Organization)
               RETURN DISTINCT o.name AS name ORDER BY name } AS owners
RETURN year, coalesce(x.date, toString(year)) AS due, labels(x)[0] AS item, x.name AS name,
       x.comparator AS comparator, x.value AS value, x.unit AS unit, owners,
       d.title AS document, place.clause AS clause, place.quote AS quote, x.id AS id
ORDER BY year, due, document, clause, place.start, id
