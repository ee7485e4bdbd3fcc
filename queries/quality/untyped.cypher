// title: 没有读出事实的段落
// title_en: Paragraphs without a fact
// question: 哪些段落没有读出任何事实？
// question_en: From which paragraphs was no fact read?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 全部段落和表格行
// denominator_en: all paragraphs and table rows
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (c:Clause {document_id: d.id})
//   WHERE c.kind <> 'heading'
//   RETURN count(c) AS total
// narrative: "{plan}的{total}个段落和表格行中，{count}个（{share}）没有读出事实（{clauses}）。"
// narrative_en: "{plan}: no fact was read from {count} of {total} {total/paragraph or row/paragraphs and rows} ({share}: {clauses})."
// narrative_none: "{plan}的{total}个段落和表格行都读出了事实。"
// narrative_none_en: "{plan}: facts were read from each of the {total} paragraphs and rows."
// chart: table
// asked: [未识别的段落, 没有读出的句子, paragraphs not understood]
// tags: [质量, 盲区, 未识别, 覆盖率, quality]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (c:Clause {document_id: d.id})
WHERE c.kind <> 'heading' AND NOT EXISTS { MATCH (c)<-[:STATED_IN]-() }
RETURN d.title AS document, c.ordinal AS clause, c.kind AS kind, c.text AS quote, c.id AS id
ORDER BY document, clause, id
