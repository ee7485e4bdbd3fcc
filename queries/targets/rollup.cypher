// title: 总分目标核对
// title_en: Totals against their parts
// question: 总体目标等于各专项计划或各区目标之和吗？
// question_en: Does the overall target equal the sum of its parts?
// returns: rows
// severity: warning
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
//   only_gaps: {type: boolean, title: 只看差额, title_en: only gaps, default: true, example: false}
// denominator: 可与分项相加核对的总目标
// denominator_en: totals that can be compared with a sum of parts
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (w:Target {document_id: d.id})-[:MEASURED_BY]->(i:Indicator)
//   WHERE w.kind = 'quantified' AND w.mode = 'level'
//   MATCH (i)<-[:MEASURED_BY]-(p:Target)
//   WHERE w <> p AND p.kind = 'quantified' AND p.mode = 'level'
//     AND coalesce(w.year, 0) = coalesce(p.year, 0) AND coalesce(w.unit_std, '') = coalesce(p.unit_std, '')
//     AND ((w.document_id = p.document_id AND w.scope IS NULL AND p.scope IS NOT NULL)
//       OR (w.document_id <> p.document_id AND p.scope IS NULL AND (w.scope CONTAINS '专项' OR EXISTS { MATCH (w)-[q:STATED_IN]->(:Clause) WHERE q.quote CONTAINS '专项' })))
//   WITH w, count(DISTINCT p) AS parts WHERE parts > 1
//   RETURN count(w) AS total
// narrative: "{total}项总目标可以与分项之和核对，此处列出{count}项，{filled:gap}项不相等；例如{first:indicator}总数{first:total}[{first:unit}]，{first:parts}个分项合计{first:sum}[{first:unit}]，差{first:gap}[{first:unit}]（{first:document}，第{first:clause}段“{first:quote}”）。"
// narrative_en: "{total} {total/total/totals} can be compared with the sum of {total/its/their} parts; {count} {count/is/are} listed here, {filled:gap} {filled:gap/differs/differ}: {first:indicator} is to be {first:total}[{first:unit}], its {first:parts} parts make {first:sum}[{first:unit}], a gap of {first:gap}[{first:unit}] ({first:document}, clause {first:clause}: “{first:quote}”)."
// narrative_none: "{total}项总目标与分项之和核对，没有差额。"
// narrative_none_en: "Compared with the sum of {total/its/their} parts: {total} {total/total/totals}, none differs."
// finding: "“{indicator}”总数{total}[{unit}]，{parts}个分项合计{sum}[{unit}]，差{gap}[{unit}]"
// finding_en: "“{indicator}” is to be {total}[{unit}], its {parts} parts make {sum}[{unit}], a gap of {gap}[{unit}]"
// chart: bar
// asked: [总数与分项, 分项之和, 目标分解核对, sum of the parts, does it add up]
// tags: [目标, 总分, 加总, 合计, 分解, rollup]
// # The whole says that it spans the special plans (in its scope or its words), or has no scope beside parts that have one.
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (w:Target {document_id: d.id})-[:MEASURED_BY]->(i:Indicator)
WHERE w.kind = 'quantified' AND w.mode = 'level'
MATCH (i)<-[:MEASURED_BY]-(p:Target)
WHERE w <> p AND p.kind = 'quantified' AND p.mode = 'level'
  AND coalesce(w.year, 0) = coalesce(p.year, 0) AND coalesce(w.unit_std, '') = coalesce(p.unit_std, '')
  AND ((w.document_id = p.document_id AND w.scope IS NULL AND p.scope IS NOT NULL)
    OR (w.document_id <> p.document_id AND p.scope IS NULL AND (w.scope CONTAINS '专项' OR EXISTS { MATCH (w)-[q:STATED_IN]->(:Clause) WHERE q.quote CONTAINS '专项' })))
MATCH (dp:Document {id: p.document_id})
WITH DISTINCT i, w, p, dp ORDER BY i.id, w.id, dp.title, p.scope, p.id
WITH i, w, count(p) AS parts, sum(p.value_std) AS sum_std,
     collect(coalesce(p.scope, dp.title) + ' '
       + CASE WHEN p.value = toInteger(p.value) THEN toString(toInteger(p.value)) ELSE toString(p.value) END
       + coalesce(p.unit, '')) AS part_values
WHERE parts > 1
WITH i, w, parts, part_values, CASE WHEN w.value_std = 0 THEN 1.0 ELSE w.value / w.value_std END AS factor, sum_std
WITH i, w, parts, part_values, round(toFloat(sum_std * factor), 6) AS sum,
     round(toFloat((w.value_std - sum_std) * factor), 6) AS gap
WHERE NOT $only_gaps OR gap <> 0
MATCH (w)-[s:STATED_IN]->(c:Clause)-[:IN_DOCUMENT]->(d:Document)
WITH i, w, parts, part_values, sum, gap, s, c, d ORDER BY w.id, s.start, s.id
WITH i, w, parts, part_values, sum, gap, d, collect({clause: c.ordinal, quote: s.quote}) AS places
RETURN i.name AS indicator, w.year AS year, w.value AS total, sum, gap, w.unit AS unit, parts, part_values,
       d.title AS document, places[0].clause AS clause, places[0].quote AS quote, w.id AS id
ORDER BY indicator, year, document, id
