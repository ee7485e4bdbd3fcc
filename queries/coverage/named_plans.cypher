// title: 只有名称的计划
// title_en: Plans known by name only
// question: 哪些行动计划只被提到名称，还没有载入正文？
// question_en: Which plans are only named, and their text is not loaded?
// returns: rows
// denominator: 图中全部行动计划
// denominator_en: all plans in the graph
// total: |
//   MATCH (p:ActionPlan)
//   RETURN count(p) AS total
// narrative: "图中{total}个行动计划，{count}个（{share}）只有名称、没有正文：{list:plan}（{clauses}）。"
// narrative_en: "{count} of {total} {total/plan/plans} ({share}) {count/is/are} known by name only: {list:plan} ({clauses})."
// narrative_none: "图中{total}个行动计划都已载入正文。"
// narrative_none_en: "The text of each of the {total} plans is loaded."
// chart: table
// asked: [还没有正文的计划, 只提到名称的专项计划, plans whose text is missing]
// tags: [覆盖, 计划, 未载入, coverage]
MATCH (p:ActionPlan)
WHERE NOT EXISTS { MATCH (p)-[:DESCRIBED_IN]->(x:Document) WHERE x.status = 'loaded' }
MATCH (p)-[s:STATED_IN]->(c:Clause)-[:IN_DOCUMENT]->(d:Document)
WITH p, s, c, d ORDER BY p.id, d.title, s.start, s.id
WITH p, collect({document: d.title, clause: c.ordinal, quote: s.quote}) AS places
RETURN p.name AS plan, p.kind AS kind, size(places) AS mentions, places[0].document AS document,
       places[0].clause AS clause, places[0].quote AS quote, p.id AS id
ORDER BY document, clause, plan, id
