// title: 原文检索
// title_en: Search the text
// question: 哪些条款写到这些字？从中读出了多少事实？
// question_en: Which clauses hold these words, and how many facts were read from each?
// returns: rows
// params:
//   words: {type: string, title: 字词, title_en: words, example: 数据交易额}
// denominator: 全部条款
// denominator_en: all clauses
// total: |
//   MATCH (c:Clause)
//   RETURN count(c) AS total
// narrative: "{total}条条款中，{count}条写到“{words}”（{clauses}），从中读出{sum:facts}项事实。"
// narrative_en: "{count} of {total} clauses {count/holds/hold} “{words}” ({clauses}); {sum:facts} {sum:facts/fact was/facts were} read from {count/it/them}."
// narrative_none: "{total}条条款都没有写到“{words}”。"
// narrative_none_en: "None of {total} clauses holds “{words}”."
// chart: table
// asked: [搜索原文, 查找字词, 哪里提到, search the text for a word]
// tags: [检索, 搜索, 原文, 条款, search]
MATCH (c:Clause)
WHERE c.text CONTAINS $words
MATCH (c)-[:IN_DOCUMENT]->(d:Document)
RETURN d.title AS document, c.ordinal AS clause, c.text AS quote,
       COUNT { MATCH (c)<-[:STATED_IN]-() } AS facts, c.id AS id
ORDER BY document, clause, id
