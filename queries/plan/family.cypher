// title: 战略、计划与文件谱系
// title_en: Strategies, plans and documents
// question: 战略由哪些行动计划落实，各载于哪份文件？
// question_en: Which plans carry out the strategy, and which document sets each out?
// returns: graph
// denominator: 图中全部行动计划
// denominator_en: all plans in the graph
// total: |
//   MATCH (p:ActionPlan)
//   RETURN count(p) AS total
// narrative: "图中有{nodes:Strategy}个战略、{total}个行动计划、{nodes:Document}份文件，由{count}条关系相连。"
// narrative_en: "{nodes:Strategy} {nodes:Strategy/strategy/strategies}, {total} {total/plan/plans} and {nodes:Document} {nodes:Document/document/documents} are joined by {count} {count/relation/relations}."
// narrative_none: "图中没有战略和行动计划之间的关系。"
// narrative_none_en: "No relation joins strategies, plans and documents."
// chart: network
// asked: [计划体系, 战略体系图, hierarchy of strategy and plans]
// tags: [谱系, 体系, 战略, 计划, 文件, family]
MATCH (a:Strategy|Pillar|ActionPlan|Document)-[r:HAS_PLAN|DESCRIBED_IN|IMPLEMENTS|ISSUED_WITH|SUPERSEDES]->(b:ActionPlan|Document)
RETURN a AS source, r AS relation, b AS target
ORDER BY source.id, relation.id, target.id
