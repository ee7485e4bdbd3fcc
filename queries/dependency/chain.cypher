// title: 依赖链条
// title_en: Chains of dependencies
// question: 任务之间最长的依赖链条是什么？有没有循环依赖？
// question_en: What are the longest chains of dependencies, and are there cycles?
// returns: rows
// params:
//   plan: {type: string, title: 计划, title_en: plan, suggest: [ActionPlan.name, Strategy.name], default: null, example: 江屿市智慧健康专项行动计划（2026—2030年）}
// denominator: 有前置依赖的举措
// denominator_en: measures that depend on something
// total: |
//   MATCH (d:Document)
//   WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
//   WITH DISTINCT d
//   MATCH (m:Measure {document_id: d.id})
//   WHERE EXISTS { MATCH (m)-[:DEPENDS_ON]->() }
//   RETURN count(m) AS total
// narrative: "{plan}：{total}项举措有前置依赖，形成{count}条链条，最长{max:steps}步[；其中循环依赖{holding:cycle:True}条]。最长的一条：{chain:names}。"
// narrative_en: "{plan}: {total} {total/measure depends/measures depend} on something; {count} {count/chain/chains}, the longest of {max:steps} {max:steps/step/steps}[, {holding:cycle:True} of them {holding:cycle:True/a cycle/cycles}]. The longest: {chain:names}."
// narrative_none: "{plan}没有写明任务之间的依赖关系。"
// narrative_none_en: "{plan}: no dependency is stated."
// chart: sankey
// asked: [依赖关系, 前置任务, 循环依赖, dependencies between measures, circular dependencies]
// tags: [依赖, 链条, 循环, 关键路径, chain]
MATCH (d:Document)
WHERE $plan IS NULL OR EXISTS { MATCH (d)<-[:DESCRIBED_IN]-(p:ActionPlan|Strategy) WHERE p.name = $plan }
WITH DISTINCT d
MATCH (a:Measure {document_id: d.id})
WHERE EXISTS { MATCH (a)-[:DEPENDS_ON]->() }
MATCH path = (a)-[:DEPENDS_ON*1..8]->(b)
WHERE a = b
   OR (NOT EXISTS { MATCH (a)<-[:DEPENDS_ON]-() } AND NOT EXISTS { MATCH (b)-[:DEPENDS_ON]->() })
WITH a = b AS cycle, length(path) AS steps, [n IN nodes(path) | n.name] AS names,
     [n IN nodes(path) | n.id] AS ids, relationships(path)[0] AS r, b
WITH cycle, steps, names, ids, r, CASE WHEN EXISTS { MATCH (b)-[:STATED_IN]->() } THEN [] ELSE
     COLLECT { MATCH (x:Measure) WHERE x.name CONTAINS b.name AND EXISTS { MATCH (x)-[:STATED_IN]->(:Clause) }
               RETURN DISTINCT x.name AS name ORDER BY name } END AS built_by
MATCH (c:Clause {id: r.clause_id})-[:IN_DOCUMENT]->(d:Document)
RETURN steps, cycle, names, built_by, d.title AS document, c.ordinal AS clause, r.quote AS quote, ids[0] AS id, ids[-1] AS last_id, ids AS path_id
ORDER BY steps DESC, path_id, id, last_id
