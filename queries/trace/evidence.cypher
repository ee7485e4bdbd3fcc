// title: 出处
// title_en: Where it is stated
// question: 这个节点或这条关系出自哪一句话？由哪条规则读出？
// question_en: Which sentence states this node or relation, and which rule read it?
// returns: rows
// params:
//   thing: {type: string, title: 名称或编号, title_en: name or id, suggest: [Measure.name, Target.name, Pillar.name, ActionPlan.name, Organization.name, Strategy.name, Sector.name, Indicator.name, Milestone.name], example: 推动健康数据安全合规利用}
// denominator: 该事物的全部出处
// denominator_en: all places that state it
// narrative: "“{thing}”有{count}处出处（{clauses}），首见于“{first:quote}”。"
// narrative_en: "“{thing}” is stated in {count} {count/place/places} ({clauses}), first as “{first:quote}”."
// narrative_none: "图中没有“{thing}”，或没有它的出处。"
// narrative_none_en: "The graph has no “{thing}”, or no place that states it."
// chart: table
// asked: [出自哪里, 原文哪一句, 原句, where does it come from, source sentence]
// tags: [出处, 原文, 证据, 条款, evidence]
CALL () {
  CALL () {
    MATCH (n:Strategy {name: $thing}) RETURN n UNION ALL MATCH (n:Strategy {id: $thing}) RETURN n UNION ALL
    MATCH (n:Pillar {name: $thing}) RETURN n UNION ALL MATCH (n:Pillar {id: $thing}) RETURN n UNION ALL
    MATCH (n:ActionPlan {name: $thing}) RETURN n UNION ALL MATCH (n:ActionPlan {id: $thing}) RETURN n UNION ALL
    MATCH (n:Measure {name: $thing}) RETURN n UNION ALL MATCH (n:Measure {id: $thing}) RETURN n UNION ALL
    MATCH (n:Target {name: $thing}) RETURN n UNION ALL MATCH (n:Target {id: $thing}) RETURN n UNION ALL
    MATCH (n:Indicator {name: $thing}) RETURN n UNION ALL MATCH (n:Indicator {id: $thing}) RETURN n UNION ALL
    MATCH (n:Milestone {name: $thing}) RETURN n UNION ALL MATCH (n:Milestone {id: $thing}) RETURN n UNION ALL
    MATCH (n:Organization {name: $thing}) RETURN n UNION ALL MATCH (n:Organization {id: $thing}) RETURN n UNION ALL
    MATCH (n:Sector {name: $thing}) RETURN n UNION ALL MATCH (n:Sector {id: $thing}) RETURN n UNION ALL
    MATCH (n:Observation {name: $thing}) RETURN n UNION ALL MATCH (n:Observation {id: $thing}) RETURN n UNION ALL
    MATCH (n:Section {id: $thing}) RETURN n UNION ALL MATCH (n:Document {id: $thing}) RETURN n
  }
  WITH DISTINCT n
  MATCH (n)-[s:STATED_IN]->(c:Clause)
  RETURN labels(n)[0] AS what, n.name AS name, n.id AS id, s.quote AS quote, s.rule AS rule,
         s.start AS start, s.end AS end, c
  UNION ALL
  WITH $thing AS edge
  WHERE edge =~ '[a-z_]+-[0-9a-z]{12}'
  MATCH (a)-[r]->(b)
  WHERE r.id = edge
  MATCH (c:Clause {id: r.clause_id})
  RETURN type(r) AS what, a.name + ' → ' + b.name AS name, r.id AS id, r.quote AS quote,
         r.rule AS rule, r.start AS start, r.end AS end, c
}
MATCH (c)-[:IN_DOCUMENT]->(d:Document)
RETURN what, name, d.title AS document, c.ordinal AS clause, quote, rule, start, end,
       c.text AS text, c.id AS clause_id, id
ORDER BY document, clause, start, end, id, clause_id, rule
