// title: 两者之间的路径
// title_en: How two things are linked
// question: 这两者之间是怎样联系起来的？
// question_en: Why are these two linked?
// returns: graph
// params:
//   start: {type: string, title: 起点, title_en: from, suggest: [Strategy.name, Pillar.name, ActionPlan.name, Organization.name, Sector.name, Indicator.name, Measure.name, Target.name], example: 市数据局}
//   end: {type: string, title: 终点, title_en: to, suggest: [Strategy.name, Pillar.name, ActionPlan.name, Organization.name, Sector.name, Indicator.name, Measure.name, Target.name], example: 智慧健康}
// denominator: 一条最短路径
// denominator_en: one shortest path
// narrative: "“{start}”与“{end}”之间最短相隔{count}步：{path}。"
// narrative_en: "“{start}” and “{end}” are {count} {count/step/steps} apart: {path}."
// narrative_none: "“{start}”与“{end}”之间没有不超过6步的路径。"
// narrative_none_en: "No path of up to 6 steps joins “{start}” and “{end}”."
// chart: network
// asked: [两者关系, 怎么联系起来的, how are two things connected, path between two things]
// tags: [路径, 关联, 联系, 依赖, path]
UNWIND [$start, $end] AS given
CALL (given) {
  MATCH (x:Strategy {name: given}) RETURN x UNION ALL MATCH (x:Strategy {id: given}) RETURN x UNION ALL
  MATCH (x:Pillar {name: given}) RETURN x UNION ALL MATCH (x:Pillar {id: given}) RETURN x UNION ALL
  MATCH (x:ActionPlan {name: given}) RETURN x UNION ALL MATCH (x:ActionPlan {id: given}) RETURN x UNION ALL
  MATCH (x:Organization {name: given}) RETURN x UNION ALL MATCH (x:Organization {id: given}) RETURN x UNION ALL
  MATCH (x:Sector {name: given}) RETURN x UNION ALL MATCH (x:Sector {id: given}) RETURN x UNION ALL
  MATCH (x:Indicator {name: given}) RETURN x UNION ALL MATCH (x:Indicator {id: given}) RETURN x UNION ALL
  MATCH (x:Measure {name: given}) RETURN x UNION ALL MATCH (x:Measure {id: given}) RETURN x UNION ALL
  MATCH (x:Target {name: given}) RETURN x UNION ALL MATCH (x:Target {id: given}) RETURN x
}
WITH DISTINCT x ORDER BY x.id
WITH collect(x) AS found
UNWIND found AS a
UNWIND found AS b
WITH a, b
WHERE a <> b AND $start IN [a.name, a.id] AND $end IN [b.name, b.id]
MATCH path = allShortestPaths((a)-[:HAS_PILLAR|HAS_PLAN|HAS_MEASURE|SETS_TARGET|MEASURED_BY|PART_OF|CONTRIBUTES_TO|DEPENDS_ON|LED_BY|ASSIGNED_TO|SUPPORTED_BY|GUIDED_BY|SUPERVISED_BY|IN_SECTOR*1..6]-(b))
WITH path, length(path) AS steps, [r IN relationships(path) | r.id] AS ids
ORDER BY steps, ids LIMIT 1
UNWIND range(0, length(path) - 1) AS i
WITH i + 1 AS step, relationships(path)[i] AS relation, nodes(path)[i] AS one, nodes(path)[i + 1] AS other
RETURN step, startNode(relation) AS source, relation, endNode(relation) AS target
ORDER BY step, source.id, relation.id, target.id
