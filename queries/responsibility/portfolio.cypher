// title: 单位任务清单
// title_en: What a body answers for
// question: 这个单位牵头、负责、配合、督查哪些任务？何时完成？
// question_en: What does this body lead, answer for, support or supervise, and by when?
// returns: rows
// params:
//   organization: {type: string, title: 单位, title_en: body, suggest: Organization.name, example: 市数据局}
//   role: {type: string, title: 角色, title_en: role, choices: [LED_BY, ASSIGNED_TO, SUPPORTED_BY, GUIDED_BY, SUPERVISED_BY], default: null, example: LED_BY}
//   year: {type: integer, title: 年份, title_en: year, suggest: Target.year, default: null, example: 2027}
// denominator: 该单位承担的全部任务
// denominator_en: all tasks of the body
// total: |
//   MATCH (o:Organization)<-[:LED_BY|ASSIGNED_TO|SUPPORTED_BY|GUIDED_BY|SUPERVISED_BY]-(x)
//   WHERE o.name = $organization
//   RETURN count(DISTINCT x) AS total
// narrative: "{organization}共承担{total}项任务，此处{count}项：[牵头{holding:role:LED_BY}项|负责{holding:role:ASSIGNED_TO}项|配合{holding:role:SUPPORTED_BY}项|指导{holding:role:GUIDED_BY}项|督查{holding:role:SUPERVISED_BY}项]（{clauses}）。"
// narrative_en: "{organization}: {total} {total/task/tasks}, {count} listed here; it [leads {holding:role:LED_BY}|answers for {holding:role:ASSIGNED_TO}|supports {holding:role:SUPPORTED_BY}|guides {holding:role:GUIDED_BY}|supervises {holding:role:SUPERVISED_BY}] ({clauses})."
// narrative_none: "{organization}没有符合条件的任务（共{total}项）。"
// narrative_none_en: "{organization} has no such task (of {total})."
// chart: timeline
// asked: [某单位的任务, 这个部门负责哪些工作, 某局牵头的事项, 某单位配合的任务, tasks of a department, what is a body responsible for]
// tags: [责任, 单位, 牵头, 配合, portfolio]
MATCH (o:Organization)<-[r:LED_BY|ASSIGNED_TO|SUPPORTED_BY|GUIDED_BY|SUPERVISED_BY]-(x:Measure|Target|Milestone)
WHERE o.name = $organization AND ($role IS NULL OR type(r) = $role)
WITH r, x,
     COLLECT { MATCH (x)-[:SETS_TARGET]->(t:Target) WHERE t.year IS NOT NULL
               RETURN DISTINCT toString(t.year) AS due ORDER BY due } AS years,
     COLLECT { MATCH (x)-[:HAS_MILESTONE]->(s:Milestone) RETURN DISTINCT s.date AS due ORDER BY due } AS dates
WITH r, x, dates + years + CASE WHEN x.year IS NULL THEN [] ELSE [toString(x.year)] END AS deadline
WHERE $year IS NULL OR any(due IN deadline WHERE left(due, 4) = toString($year))
MATCH (c:Clause {id: r.clause_id})-[:IN_DOCUMENT]->(d:Document)
RETURN type(r) AS role, labels(x)[0] AS item, x.name AS task, deadline, d.title AS document,
       c.ordinal AS clause, r.quote AS quote, x.id AS id, r.id AS relation_id
ORDER BY role, document, clause, task, id, relation_id
