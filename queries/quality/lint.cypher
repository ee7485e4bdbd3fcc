// title: 图的完整性
// title_en: Soundness of the graph
// question: 图里有没有循环、重复、悬空或没有出处的事实？（应为0）
// question_en: Does the graph hold cycles, doubles, dangling ends or facts without a source? (must be none)
// returns: rows
// severity: error
// denominator: 图中全部事实
// denominator_en: all facts in the graph
// total: |
//   MATCH (x:Strategy|Pillar|ActionPlan|Measure|Target|Indicator|Milestone|Organization|Sector)
//   RETURN count(x) AS total
// narrative: "{total}项事实中有{count}处问题：[没有出处{holding:problem:no_source}处|悬空{holding:problem:dangling}处|循环{holding:problem:cycle}处|重复{holding:problem:duplicate}处]。"
// narrative_en: "{count} {count/problem/problems} in {total} facts: [{holding:problem:no_source} without a source|{holding:problem:dangling} dangling|{holding:problem:cycle} in a cycle|{holding:problem:duplicate} doubled]."
// narrative_none: "{total}项事实没有循环、重复、悬空，出处齐全。"
// narrative_none_en: "{total} facts: no cycle, no double, nothing dangling, every source there."
// finding: "图有问题（{problem}）：{item}“{name}”"
// finding_en: "the graph is unsound ({problem}): {item} “{name}”"
// words:
//   no_source: {zh: 没有出处, en: no source}
//   dangling: {zh: 悬空, en: dangling}
//   cycle: {zh: 循环, en: cycle}
//   duplicate: {zh: 重复, en: double}
// chart: number
// asked: [数据质量检查, 图谱自检, integrity check of the graph, duplicates and orphans, 数据质量, data quality]
// tags: [质量, 完整性, 循环, 重复, 出处, lint]
// # What a measure depends on may stand in a document that is not loaded: then it has a name only.
CALL () {
  MATCH (x:Strategy|Pillar|ActionPlan|Measure|Target|Indicator|Milestone|Organization|Sector)
  WHERE NOT (x)-[:STATED_IN]->(:Clause) AND NOT (x)<-[:DEPENDS_ON]-()
  RETURN 'no_source' AS problem, x
  UNION ALL
  MATCH (x:Measure|Target|Milestone)
  WHERE NOT (x)<-[:HAS_MEASURE|SETS_TARGET|HAS_MILESTONE]-() AND NOT (x)-[:PART_OF]->() AND NOT (x)<-[:DEPENDS_ON]-()
  RETURN 'dangling' AS problem, x
  UNION ALL
  MATCH (x:Measure|Target|Section)-[:PART_OF*1..8]->(x)
  RETURN DISTINCT 'cycle' AS problem, x
  UNION ALL
  MATCH (x:Measure)-[:DEPENDS_ON*1..8]->(x)
  RETURN DISTINCT 'cycle' AS problem, x
  UNION ALL
  MATCH (x:Organization|Sector|Indicator|ActionPlan|Strategy)
  WHERE x.collective IS NULL OR NOT x.collective
  WITH labels(x)[0] AS label, x.name AS name, count(x) AS times
  WHERE times > 1
  MATCH (x:Organization|Sector|Indicator|ActionPlan|Strategy {name: name})
  WHERE labels(x)[0] = label
  RETURN 'duplicate' AS problem, x
  UNION ALL
  MATCH (x:Measure|Target)
  WITH x.name AS name, count(x) AS times
  WHERE times > 1
  MATCH (x:Measure|Target {name: name})
  WITH x.document_id AS document, x.name AS name, x.text AS text, x.year AS year, x.value AS value,
       x.comparator AS comparator, x.mode AS mode, x.scope AS scope, x.per AS per, count(x) AS times
  WHERE times > 1
  MATCH (x:Measure|Target {name: name})
  WHERE x.document_id = document AND coalesce(x.text, '') = coalesce(text, '') AND coalesce(x.year, 0) = coalesce(year, 0)
    AND coalesce(x.value, 0.5) = coalesce(value, 0.5) AND coalesce(x.comparator, '') = coalesce(comparator, '')
    AND coalesce(x.mode, '') = coalesce(mode, '') AND coalesce(x.scope, '') = coalesce(scope, '')
    AND coalesce(x.per, '') = coalesce(per, '')
  RETURN 'duplicate' AS problem, x
}
RETURN problem, labels(x)[0] AS item, coalesce(x.name, x.title) AS name, x.id AS id
ORDER BY problem, item, name, id
