// title: 盲点
// title_en: Blind spots
// question: 文本里有哪些看不清的地方：编号缺失、引用未载入、单位笼统、简称相撞、识别率低？
// question_en: "Where is the text unclear: numbering gaps, citations not loaded, vague owners, names that collide, low coverage?"
// returns: rows
// severity: info
// params:
//   coverage: {type: number, title: 识别率下限, title_en: least share of sentences read, default: 0.2, example: 0.5}
// denominator: 图中全部文件
// denominator_en: all documents in the graph
// total: |
//   MATCH (d:Document)
//   WHERE d.status = 'loaded'
//   RETURN count(d) AS total
// narrative: "{total}份文件中有{count}处盲点：[编号缺失{holding:blindspot:numbering_gap}处|引用未载入{holding:blindspot:cited_not_loaded}处|责任单位笼统{holding:blindspot:vague_owner}处|简称相撞{holding:blindspot:name_collision}处|识别率低{holding:blindspot:low_coverage}处][（{clauses}）]。"
// narrative_en: "{count} blind {count/spot/spots} in {total} {total/document/documents}: [numbering gaps: {holding:blindspot:numbering_gap}|citations not loaded: {holding:blindspot:cited_not_loaded}|vague owners: {holding:blindspot:vague_owner}|colliding names: {holding:blindspot:name_collision}|documents read in small part: {holding:blindspot:low_coverage}][ ({clauses})]."
// narrative_none: "{total}份文件没有发现盲点。"
// narrative_none_en: "No blind spot in {total} documents."
// finding: "盲点（{blindspot}）：{subject}"
// finding_en: "blind spot ({blindspot}): {subject}"
// words:
//   numbering_gap: {zh: 编号缺失, en: numbering gap}
//   cited_not_loaded: {zh: 引用未载入, en: citation not loaded}
//   vague_owner: {zh: 责任单位笼统, en: vague owner}
//   name_collision: {zh: 简称相撞, en: colliding name}
//   low_coverage: {zh: 识别率低, en: read in small part}
// chart: table
// asked: [看不清的地方, 编号缺失, 责任笼统, blind spots, vague passages, 文本质量问题]
// tags: [质量, 盲点, 编号, 引用, 笼统, quality]
// # A numeral is its own place in the list, so a section whose forerunner of one less is not beside it
// # shows a gap; 11 to 19 are 十一 to 十九.
CALL () {
  WITH ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六', '十七', '十八', '十九', '二十'] AS numerals
  MATCH (s:Section)
  WITH s, numerals, replace(replace(s.number, '（', ''), '）', '') AS numeral
  WITH s, [i IN range(1, 19) WHERE numerals[i] = numeral | numerals[i - 1]] AS forerunners
  WHERE size(forerunners) = 1
  WITH s, forerunners[0] AS before
  MATCH (s)-[:IN_DOCUMENT]->(d:Document)
  OPTIONAL MATCH (s)-[:PART_OF]->(up:Section)
  OPTIONAL MATCH (x:Section)-[:IN_DOCUMENT]->(d)
  WHERE replace(replace(x.number, '（', ''), '）', '') = before AND x.level = s.level
    AND ((up IS NULL AND NOT EXISTS { MATCH (x)-[:PART_OF]->(:Section) }) OR EXISTS { MATCH (x)-[:PART_OF]->(up) })
  WITH s, d, before, count(x) AS found
  WHERE found = 0
  MATCH (c:Clause)-[:IN_DOCUMENT]->(d)
  WHERE c.start <= s.start AND s.start < c.end
  RETURN 'numbering_gap' AS blindspot, before AS subject, d, c, s.number + s.title AS quote, s.id AS id
  UNION ALL
  MATCH (b:Document)<-[r:CITES|IMPLEMENTS|ISSUED_WITH|SUPERSEDES]-(d:Document)
  WHERE b.status = 'cited'
    AND NOT EXISTS { MATCH (p:ActionPlan {name: b.title})-[:DESCRIBED_IN]->(x:Document) WHERE x.status = 'loaded' }
  MATCH (c:Clause {id: r.clause_id})
  RETURN 'cited_not_loaded' AS blindspot, b.title AS subject, d, c, r.quote AS quote, b.id AS id
  UNION ALL
  MATCH (o:Organization)
  WHERE o.collective
  MATCH (o)<-[r:LED_BY|ASSIGNED_TO]-(m:Measure)
  WHERE NOT EXISTS { MATCH (m)-[:LED_BY|ASSIGNED_TO]->(x:Organization) WHERE NOT x.collective }
  MATCH (c:Clause {id: r.clause_id})-[:IN_DOCUMENT]->(d:Document)
  RETURN 'vague_owner' AS blindspot, m.name AS subject, d, c, r.quote AS quote, m.id AS id
  UNION ALL
  MATCH (o:Organization)
  UNWIND o.aliases AS alias
  MATCH (x:Organization)
  WHERE x <> o AND (x.name = alias OR alias IN x.aliases) AND o.id < x.id
  MATCH (o)-[s:STATED_IN]->(c:Clause)-[:IN_DOCUMENT]->(d:Document)
  WITH o, x, alias, s, c, d ORDER BY o.id, x.id, alias, d.title, s.start, s.id
  WITH o, x, alias, collect({d: d, c: c, quote: s.quote}) AS places
  RETURN 'name_collision' AS blindspot, alias AS subject, places[0].d AS d, places[0].c AS c,
         places[0].quote AS quote, o.id AS id
  UNION ALL
  MATCH (d:Document)
  WHERE d.sentences > 0 AND 1.0 * d.sentences_typed / d.sentences < $coverage
  RETURN 'low_coverage' AS blindspot, toString(d.sentences_typed) + '/' + toString(d.sentences) AS subject,
         d, NULL AS c, NULL AS quote, d.id AS id
}
RETURN blindspot, subject, d.title AS document, c.ordinal AS clause, quote, id
ORDER BY blindspot, document, clause, subject, id
