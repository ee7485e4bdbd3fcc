// title: 领域—计划覆盖
// title_en: Sectors by plans
// question: 每个领域由哪些计划服务、有哪些量化目标？哪些领域没有计划服务？
// question_en: Which plans serve each sector, with which target values, and which sector does no plan serve?
// returns: rows
// params:
//   sector: {type: string, title: 领域, title_en: sector, suggest: Sector.name, default: null, example: 智慧健康}
// denominator: 图中全部领域
// denominator_en: all sectors
// total: |
//   MATCH (s:Sector)
//   WHERE $sector IS NULL OR s.name = $sector
//   RETURN count(s) AS total
// narrative: "{total}个领域中，{missing:plan:sector}个没有计划服务，其余由{distinct:plan_id}个计划服务，共涉及{sum:targets}项次量化目标。"
// narrative_en: "{total} {total/sector/sectors}: {missing:plan:sector} served by no plan, the others by {distinct:plan_id} {distinct:plan_id/plan/plans}, with {sum:targets} quantified {sum:targets/target/targets} in all."
// narrative_none: "图中没有这个领域。"
// narrative_none_en: "There is no such sector in the graph."
// chart: matrix
// asked: [领域覆盖情况, 哪些行业没有计划, 每个领域有哪些目标, sector coverage, sectors without a plan, 哪个行业没人管, sector gaps]
// tags: [覆盖, 领域, 行业, 计划, coverage]
MATCH (s:Sector)
WHERE $sector IS NULL OR s.name = $sector
WITH DISTINCT s
OPTIONAL MATCH (s)<-[:IN_SECTOR]-(x)<-[:HAS_MEASURE|SETS_TARGET*0..1]-(p:ActionPlan)
OPTIONAL MATCH (x)-[:HAS_MEASURE|SETS_TARGET*0..2]->(t:Target)
WHERE t.kind = 'quantified'
WITH DISTINCT s, p, t ORDER BY s.id, p.id, t.year, t.name, t.id
WITH s, p, count(t) AS targets, collect(t.name + ' ' + t.comparator + ' '
       + CASE WHEN t.value = toInteger(t.value) THEN toString(toInteger(t.value)) ELSE toString(t.value) END
       + coalesce(t.unit, '') + coalesce('（' + toString(t.year) + '）', '')) AS target_values
RETURN s.name AS sector, p.name AS plan, targets, target_values, s.id AS sector_id, p.id AS plan_id
ORDER BY targets, sector, plan, sector_id, plan_id
