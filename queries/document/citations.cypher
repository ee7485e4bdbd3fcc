// title: 文件引用关系
// title_en: Which document cites which
// question: 这些文件引用、贯彻、废止了哪些文件？
// question_en: Which documents do they cite, implement or repeal?
// returns: graph
// params:
//   document: {type: string, title: 文件, title_en: document, suggest: Document.title, default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 图中全部文件
// denominator_en: all documents in the graph
// total: |
//   MATCH (d:Document)
//   RETURN count(d) AS total
// narrative: "{document}：{count}条引用、贯彻、同时印发或废止关系，涉及图中{total}份文件中的{nodes:Document}份。"
// narrative_en: "{document}: {count} {count/relation/relations} of citing, implementing, issuing together or repealing {count/joins/join} {nodes:Document} of the {total} documents in the graph."
// narrative_none: "{document}没有引用关系（图中共{total}份文件）。"
// narrative_none_en: "{document}: no relation of citing (of {total} documents in the graph)."
// chart: network
// asked: [引用关系, 依据哪些文件, 文件关系图, what does it cite]
// tags: [文件, 引用, 依据, 贯彻, 废止, citations]
MATCH (a:Document)-[r:CITES|IMPLEMENTS|ISSUED_WITH|SUPERSEDES]->(b:Document)
WHERE $document IS NULL OR a.title = $document OR b.title = $document
RETURN a AS source, r AS relation, b AS target
ORDER BY source.id, relation.id, target.id
