// title: 延误影响
// title_en: What a delay would hit
// question: 如果它延误，哪些举措会受影响，哪些目标会失去支撑？
// question_en: If it slips, what depends on it, and which targets lose all support?
// returns: rows
// params:
//   thing: {type: string, title: 举措、计划、目标或单位, title_en: measure plan target or body, suggest: [Measure.name, ActionPlan.name, Target.name, Organization.name], example: 推进检查检验结果互认}
// denominator: 图中全部举措和目标
// denominator_en: all measures and targets
// total: |
//   RETURN COUNT { MATCH (:Measure) } + COUNT { MATCH (:Target) } AS total
// narrative: "如果“{thing}”延误，{count}项举措或目标受影响：[{holding:effect:depends}项依赖于它|{holding:effect:loses_support}项目标失去全部支撑]（{clauses}）。"
// narrative_en: "If “{thing}” slips, {count} {count/measure or target is/measures or targets are} hit: [{holding:effect:depends} {holding:effect:depends/depends/depend} on it|{holding:effect:loses_support} {holding:effect:loses_support/target loses/targets lose} all support] ({clauses})."
// narrative_none: "没有举措依赖“{thing}”，也没有目标只靠它支撑。"
// narrative_none_en: "Nothing depends on “{thing}”, and no target rests on it alone."
// chart: table
// asked: [延期影响, 做不成会怎样, 影响哪些目标, what if a measure is late, impact of a delay]
// tags: [影响, 延误, 依赖, 风险, impact]
// # What another plan builds is known to the measure that needs it by its name only.
CALL () {
  MATCH (x:Measure {name: $thing}) RETURN x UNION ALL MATCH (x:Measure {id: $thing}) RETURN x UNION ALL
  MATCH (x:ActionPlan {name: $thing}) RETURN x UNION ALL MATCH (x:ActionPlan {id: $thing}) RETURN x UNION ALL
  MATCH (x:Target {name: $thing}) RETURN x UNION ALL MATCH (x:Target {id: $thing}) RETURN x UNION ALL
  MATCH (x:Organization {name: $thing}) RETURN x UNION ALL MATCH (x:Organization {id: $thing}) RETURN x
}
WITH DISTINCT x
CALL (x) {
  MATCH path = (x)<-[:DEPENDS_ON*1..6]-(y:Measure)
  RETURN 'depends' AS effect, y, length(path) AS steps
  UNION ALL
  MATCH path = (x)-[:HAS_MEASURE]->(m:Measure)<-[:DEPENDS_ON*1..6]-(y:Measure)
  RETURN 'depends' AS effect, y, length(path) - 1 AS steps
  UNION ALL
  MATCH (n:Measure)
  WHERE x:Measure AND x <> n AND x.name CONTAINS n.name
  WITH x, n
  WHERE NOT EXISTS { MATCH (n)-[:STATED_IN]->(:Clause) }
  MATCH (n)<-[:DEPENDS_ON]-(y:Measure)
  WHERE x <> y
  RETURN 'depends' AS effect, y, 1 AS steps
  UNION ALL
  MATCH (x)-[:CONTRIBUTES_TO|SETS_TARGET]->(y:Target)
  WHERE x:Measure AND NOT EXISTS { MATCH (y)<-[:CONTRIBUTES_TO|SETS_TARGET]-(m:Measure) WHERE m <> x }
  RETURN 'loses_support' AS effect, y, 1 AS steps
  UNION ALL
  MATCH (x)-[:HAS_MEASURE]->(:Measure)-[:CONTRIBUTES_TO|SETS_TARGET]->(y:Target)
  WHERE x:ActionPlan AND NOT EXISTS {
    MATCH (y)<-[:CONTRIBUTES_TO|SETS_TARGET]-(m:Measure) WHERE NOT EXISTS { MATCH (m)<-[:HAS_MEASURE]-(x) } }
  RETURN 'loses_support' AS effect, y, 2 AS steps
  UNION ALL
  MATCH (x)<-[:LED_BY|ASSIGNED_TO]-(:Measure)-[:CONTRIBUTES_TO|SETS_TARGET]->(y:Target)
  WHERE x:Organization AND NOT EXISTS {
    MATCH (y)<-[:CONTRIBUTES_TO|SETS_TARGET]-(m:Measure) WHERE NOT EXISTS { MATCH (m)-[:LED_BY|ASSIGNED_TO]->(x) } }
  RETURN 'loses_support' AS effect, y, 2 AS steps
}
WITH effect, y, min(steps) AS steps
MATCH (y)-[s:STATED_IN]->(c:Clause)-[:IN_DOCUMENT]->(d:Document)
WITH effect, y, steps, d, c, s ORDER BY effect, y.id, s.start, s.id
WITH effect, y, steps, d, collect({clause: c.ordinal, quote: s.quote}) AS places
RETURN effect, labels(y)[0] AS item, y.name AS name, steps, d.title AS document,
       places[0].clause AS clause, places[0].quote AS quote, y.id AS id
ORDER BY effect, steps, document, clause, name, id
