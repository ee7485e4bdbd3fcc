// title: 目标冲突
// title_en: Conflicting targets
// question: 同一指标在不同计划里的数值、单位或时限是否不一致？
// question_en: Does one indicator have other values, units or deadlines in other plans?
// returns: rows
// severity: error
// params:
//   indicator: {type: string, title: 指标, title_en: indicator, suggest: Indicator.name, default: null, example: 累计建成智能工厂}
// denominator: 在两个以上文件中有目标值的指标
// denominator_en: indicators with targets in two or more documents
// total: |
//   MATCH (i:Indicator)
//   WHERE $indicator IS NULL OR i.name = $indicator
//   WITH DISTINCT i
//   MATCH (i)<-[:MEASURED_BY]-(t:Target)
//   WITH i, count(DISTINCT t.document_id) AS documents
//   WHERE documents > 1
//   RETURN count(i) AS total
// narrative: "{total}个指标在多个文件中都有目标值，发现{count}处不一致：[数值{holding:conflict:value}处|单位{holding:conflict:unit}处|时限{holding:conflict:deadline}处]，涉及{list:indicator}（{clauses}）。"
// narrative_en: "{total} {total/indicator has/indicators have} targets in several documents; {count} {count/disagreement/disagreements}: [{holding:conflict:value} in value|{holding:conflict:unit} in unit|{holding:conflict:deadline} in deadline]: {list:indicator} ({clauses})."
// narrative_none: "{total}个指标在多个文件中都有目标值，没有发现不一致。"
// narrative_none_en: "{total} {total/indicator has/indicators have} targets in several documents, without disagreement."
// finding: "“{indicator}”：《{document}》为{value}[{unit}][（{year}年）]，《{other_document}》为{other_value}[{other_unit}][（{other_year}年）]"
// finding_en: "“{indicator}” is {value}[{unit}][ ({year})] in “{document}”, {other_value}[{other_unit}][ ({other_year})] in “{other_document}”"
// chart: table
// asked: [同一指标数值不同, 指标冲突, 目标矛盾, 数值不一致, 时限不一致, conflicts between plans, inconsistent targets]
// tags: [目标, 冲突, 不一致, 指标, 矛盾, conflict]
// # Two targets are compared when indicator, mode, scope, qualifier and period of repetition agree:
// # a district's part, a change and a level, a total over all plans say other things. Where a total
// # over the special plans is set, theirs are its parts (targets.rollup), no contradictions.
MATCH (i:Indicator)
WHERE $indicator IS NULL OR i.name = $indicator
WITH DISTINCT i
MATCH (i)<-[:MEASURED_BY]-(a:Target), (i)<-[:MEASURED_BY]-(b:Target)
WHERE a.document_id <> b.document_id
  AND a.kind = 'quantified' AND b.kind = 'quantified'
  AND a.mode = b.mode
  AND coalesce(a.scope, '') = coalesce(b.scope, '')
  AND coalesce(a.qualifier, '') = coalesce(b.qualifier, '')
  AND coalesce(a.per, '') = coalesce(b.per, '')
MATCH (da:Document {id: a.document_id}), (db:Document {id: b.document_id})
WHERE da.title < db.title AND coalesce(da.kind, '') <> 'draft' AND coalesce(db.kind, '') <> 'draft'
WITH i, a, b, da, db,
     coalesce(a.year, 0) = coalesce(b.year, 0) AS same_year,
     coalesce(a.unit_std, '') = coalesce(b.unit_std, '') AS same_unit,
     abs(a.value_std - b.value_std) <= 0.000000001 * abs(a.value_std)
       AND abs(coalesce(a.value_max_std, 0.0) - coalesce(b.value_max_std, 0.0))
         <= 0.000000001 * abs(coalesce(a.value_max_std, 0.0)) AS same_value,
     a.comparator + b.comparator IN ['>=<=', '<=>='] AS opposed
WITH i, a, b, da, db,
     CASE
       WHEN same_year AND NOT same_unit THEN 'unit'
       WHEN same_year AND (opposed OR NOT same_value) THEN 'value'
       WHEN NOT same_year AND same_unit AND same_value
         AND a.year IS NOT NULL AND b.year IS NOT NULL
         AND NOT EXISTS { MATCH (i)<-[:MEASURED_BY]-(x:Target) WHERE x.document_id = b.document_id AND x.year = a.year }
         AND NOT EXISTS { MATCH (i)<-[:MEASURED_BY]-(x:Target) WHERE x.document_id = a.document_id AND x.year = b.year }
         THEN 'deadline'
       ELSE NULL
     END AS conflict
WITH i, a, b, da, db, conflict ORDER BY a.id, b.id
WHERE conflict IS NOT NULL
  AND NOT EXISTS { MATCH (i)<-[:MEASURED_BY]-(w:Target) WHERE w.year = a.year
    AND (w.scope CONTAINS '专项' OR EXISTS { MATCH (w)-[q:STATED_IN]->(:Clause) WHERE q.quote CONTAINS '专项' }) }
WITH i, da, db, conflict, a.year AS year, b.year AS other_year, a.value_std AS value, b.value_std AS other_value,
     collect({a: a, b: b}) AS pairs
WITH i, da, db, conflict, pairs[0].a AS a, pairs[0].b AS b
MATCH (a)-[sa:STATED_IN]->(ca:Clause)
WITH i, a, b, da, db, conflict, sa, ca ORDER BY a.id, b.id, sa.start, sa.id
WITH i, a, b, da, db, conflict, collect({clause: ca.ordinal, quote: sa.quote}) AS here
MATCH (b)-[sb:STATED_IN]->(cb:Clause)
WITH i, a, b, da, db, conflict, here, sb, cb ORDER BY a.id, b.id, sb.start, sb.id
WITH i, a, b, da, db, conflict, here, collect({clause: cb.ordinal, quote: sb.quote}) AS there
RETURN i.name AS indicator, conflict, a.comparator AS comparator, a.value AS value, a.unit AS unit,
       a.year AS year, da.title AS document, here[0].clause AS clause, here[0].quote AS quote,
       b.comparator AS other_comparator, b.value AS other_value, b.unit AS other_unit,
       b.year AS other_year, db.title AS other_document, there[0].clause AS other_clause,
       there[0].quote AS other_quote, a.id AS id, b.id AS other_id
ORDER BY indicator, year, document, other_document, id, other_id
