// title: 指标档案
// title_en: Everything on one indicator
// question: 这个指标在各计划中的目标值是多少？
// question_en: Which values do the plans set for this indicator?
// returns: rows
// params:
//   indicator: {type: string, title: 指标, title_en: indicator, suggest: Indicator.name, example: 二级及以上医院检查检验结果互认率}
// denominator: 该指标的全部目标
// denominator_en: all targets of the indicator
// total: |
//   MATCH (i:Indicator)<-[:MEASURED_BY]-(t:Target)
//   WHERE i.name = $indicator
//   RETURN count(t) AS total
// narrative: "指标“{indicator}”有{total}项目标，出自{distinct:document}个文件[，时限在{span:year}年]：{list:quote}（{clauses}）。"
// narrative_en: "“{indicator}” has {total} {total/target/targets} in {distinct:document} {distinct:document/document/documents}[, due {span:year}]: {list:quote} ({clauses})."
// narrative_none: "指标“{indicator}”没有目标值。"
// narrative_none_en: "“{indicator}” has no targets."
// chart: timeline
// asked: [这个指标的目标值, 某指标在各计划中的数值, values of one indicator]
// tags: [指标, 目标, 对比, indicator]
MATCH (i:Indicator)<-[:MEASURED_BY]-(t:Target)
WHERE i.name = $indicator
MATCH (t)-[s:STATED_IN]->(c:Clause)-[:IN_DOCUMENT]->(d:Document)
WITH t, s, c, d ORDER BY t.id, s.start, s.id
WITH t, d, collect({clause: c.ordinal, quote: s.quote}) AS places
RETURN t.year AS year, d.title AS document, t.comparator AS comparator, t.value AS value,
       t.value_max AS value_max, t.unit AS unit, t.mode AS mode, t.scope AS scope, t.per AS per,
       t.bindingness AS bindingness, places[0].clause AS clause, places[0].quote AS quote, t.id AS id
ORDER BY year, document, clause, id
