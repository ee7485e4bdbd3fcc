// plangraph, schema version 2. Made from graph/schema.py by
// `plangraph schema --write`; do not edit.

// What the store says of itself, no fact
CREATE CONSTRAINT plangraph_store_id IF NOT EXISTS FOR (n:PlangraphStore) REQUIRE n.id IS UNIQUE;

// 文件 document: a plan, notice, news text or regulation, loaded or only cited
//   title: the title without 《》
//   doc_number: 发文字号, as in 津政办发〔2017〕112号
//   issuer: as signed
//   issued: 成文日期 as an ISO date
//   kind: what sort of text it is (official, news, draft, table)
//   url: where it was published
//   sha256: of the original file; only loaded documents have it
//   source: file name of the original
//   status: loaded, or cited by others (loaded, cited)
//   metadata_from: where title, number, issuer and date come from (plan.yaml, text, file)
//   sentences: sentences in the cleaned text
//   sentences_typed: of these, sentences that gave at least one fact
//   aliases: other names for the same thing
CREATE CONSTRAINT document_id IF NOT EXISTS FOR (n:Document) REQUIRE n.id IS UNIQUE;
CREATE INDEX document_title IF NOT EXISTS FOR (n:Document) ON (n.title);

// 章节 section: a heading and what stands under it
//   number: 一, （一）, 1, 附件 …; empty for an un-numbered lead-in
//   title: the text after the number
//   level: nesting depth, from 1
//   kind: what the section is for (goals, principles, requirements, tasks, safeguards, annex, lead_in, other)
//   ordinal: place among its like, from 1
//   document_id: the Document it belongs to
//   start: first character in the cleaned text
//   end: one past the last character
//   raw_start: the same in the text as received
//   raw_end: the same in the text as received
CREATE CONSTRAINT section_id IF NOT EXISTS FOR (n:Section) REQUIRE n.id IS UNIQUE;
CREATE INDEX section_title IF NOT EXISTS FOR (n:Section) ON (n.title);
CREATE INDEX section_document_id IF NOT EXISTS FOR (n:Section) ON (n.document_id);

// 条款 clause: a paragraph or table row, the unit that evidence is shown in
//   text: the cleaned text
//   ordinal: place in the document, from 1
//   kind: paragraph or table row (paragraph, heading, row)
//   raw_text: the text as received; only where repair changed it
//   repair_confidence: how sure the least sure of its repairs is, 0 to 1; only where there is one
//   document_id: the Document it belongs to
//   start: first character in the cleaned text
//   end: one past the last character
//   raw_start: the same in the text as received
//   raw_end: the same in the text as received
CREATE CONSTRAINT clause_id IF NOT EXISTS FOR (n:Clause) REQUIRE n.id IS UNIQUE;
CREATE INDEX clause_document_id IF NOT EXISTS FOR (n:Clause) ON (n.document_id);

// 战略 strategy: the named strategy that plans carry out
//   name: as the text writes it
//   vision: what the place is to become, in the text's words
//   period_start: first year
//   period_end: last year
CREATE CONSTRAINT strategy_id IF NOT EXISTS FOR (n:Strategy) REQUIRE n.id IS UNIQUE;
CREATE INDEX strategy_name IF NOT EXISTS FOR (n:Strategy) ON (n.name);

// 支柱 pillar: a positioning or a task area that carries the strategy
//   name: as the text writes it
//   kind: 定位 or 任务领域 (positioning, task_area)
//   ordinal: place among its like, from 1
CREATE CONSTRAINT pillar_id IF NOT EXISTS FOR (n:Pillar) REQUIRE n.id IS UNIQUE;
CREATE INDEX pillar_name IF NOT EXISTS FOR (n:Pillar) ON (n.name);

// 行动计划 action plan: an overall, special, district or annual plan
//   name: as the text writes it
//   kind: which sort of plan (overall, special, district, annual)
//   ordinal: place among its like, from 1
//   period_start: first year
//   period_end: last year
//   aliases: other names for the same thing
CREATE CONSTRAINT action_plan_id IF NOT EXISTS FOR (n:ActionPlan) REQUIRE n.id IS UNIQUE;
CREATE INDEX action_plan_name IF NOT EXISTS FOR (n:ActionPlan) ON (n.name);

// 举措 measure: something the plan says will be done
//   name: as the text writes it
//   text: the whole measure as written
//   number: the item's number, where it has one
//   ordinal: place among its like, from 1
//   modality: the verb class as worded: 必须, 要, 支持, 鼓励, 探索 …
//   strength: how hard the wording is: 4 must, 3 plain, 2 strive, 1 support, 0 explore
//   document_id: the Document it belongs to
CREATE CONSTRAINT measure_id IF NOT EXISTS FOR (n:Measure) REQUIRE n.id IS UNIQUE;
CREATE INDEX measure_name IF NOT EXISTS FOR (n:Measure) ON (n.name);
CREATE INDEX measure_document_id IF NOT EXISTS FOR (n:Measure) ON (n.document_id);

// 目标 target: an outcome the plan promises, with or without a number
//   name: as the text writes it
//   kind: with a number or without (quantified, qualitative)
//   comparator: how the value binds (=, >=, <=, ~, range)
//   value: as written, in `unit`; the lower end of a range
//   value_max: the upper end of a range
//   unit: as written: 亿元
//   value_std: the value in unit_std: 1000亿元 -> 1e11
//   value_max_std: the upper end in unit_std
//   unit_std: the base unit: 元
//   year: the year by which; see deadline_basis
//   deadline_basis: where the year comes from (explicit, inherited, relative, table, none)
//   mode: level, change, rate or multiple (level, delta, growth_rate, multiple)
//   direction: when a verb of change says so (up, down)
//   baseline_year: the year compared with
//   baseline_value: the value compared with, in `unit`
//   per: the unit of repetition: 年, 乡镇
//   qualifier: restricting words inside the indicator
//   scope: region or population, when narrower than the document
//   strength: how hard the wording is: 4 must, 3 plain, 2 strive, 1 support, 0 explore
//   bindingness: 约束性, 预期性, or unknown unless stated (binding, anticipatory, unknown)
//   document_id: the Document it belongs to
CREATE CONSTRAINT target_id IF NOT EXISTS FOR (n:Target) REQUIRE n.id IS UNIQUE;
CREATE INDEX target_name IF NOT EXISTS FOR (n:Target) ON (n.name);
CREATE INDEX target_document_id IF NOT EXISTS FOR (n:Target) ON (n.document_id);

// 指标 indicator: what targets of several plans measure in common
//   name: as the text writes it
//   aliases: other names for the same thing
CREATE CONSTRAINT indicator_id IF NOT EXISTS FOR (n:Indicator) REQUIRE n.id IS UNIQUE;
CREATE INDEX indicator_name IF NOT EXISTS FOR (n:Indicator) ON (n.name);

// 节点 milestone: a dated act without an indicator
//   name: as the text writes it
//   date: 2031-05, 2032, issue+20d
//   document_id: the Document it belongs to
CREATE CONSTRAINT milestone_id IF NOT EXISTS FOR (n:Milestone) REQUIRE n.id IS UNIQUE;
CREATE INDEX milestone_name IF NOT EXISTS FOR (n:Milestone) ON (n.name);
CREATE INDEX milestone_document_id IF NOT EXISTS FOR (n:Milestone) ON (n.document_id);

// 责任单位 organization: a body that leads, answers for, supports, guides or supervises
//   name: as the text writes it
//   aliases: other names for the same thing
//   collective: 各区、各有关部门 and the like
CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE;
CREATE INDEX organization_name IF NOT EXISTS FOR (n:Organization) ON (n.name);

// 领域 sector: a field or industry
//   name: as the text writes it
//   aliases: other names for the same thing
CREATE CONSTRAINT sector_id IF NOT EXISTS FOR (n:Sector) REQUIRE n.id IS UNIQUE;
CREATE INDEX sector_name IF NOT EXISTS FOR (n:Sector) ON (n.name);

// 观测值 observation: what was measured of an indicator or target at a date
//   value: as reported, in `unit`
//   unit: as reported
//   date: ISO date
//   note: what the source adds
//   document_id: the Document it belongs to
CREATE CONSTRAINT observation_id IF NOT EXISTS FOR (n:Observation) REQUIRE n.id IS UNIQUE;
CREATE INDEX observation_document_id IF NOT EXISTS FOR (n:Observation) ON (n.document_id);

// Relations, read from source to target

// 支柱 has pillar: rests on
//   (:Strategy)-[:HAS_PILLAR]->(:Pillar)
CREATE CONSTRAINT has_pillar_id IF NOT EXISTS FOR ()-[r:HAS_PILLAR]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX has_pillar_document_id IF NOT EXISTS FOR ()-[r:HAS_PILLAR]-() ON (r.document_id);

// 行动计划 has plan: is carried out by
//   (:Strategy|Pillar)-[:HAS_PLAN]->(:ActionPlan)
CREATE CONSTRAINT has_plan_id IF NOT EXISTS FOR ()-[r:HAS_PLAN]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX has_plan_document_id IF NOT EXISTS FOR ()-[r:HAS_PLAN]-() ON (r.document_id);

// 举措 has measure: says will be done
//   (:Strategy|Pillar|ActionPlan)-[:HAS_MEASURE]->(:Measure)
CREATE CONSTRAINT has_measure_id IF NOT EXISTS FOR ()-[r:HAS_MEASURE]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX has_measure_document_id IF NOT EXISTS FOR ()-[r:HAS_MEASURE]-() ON (r.document_id);

// 设定目标 sets target: promises
//   (:Strategy|Pillar|ActionPlan|Measure)-[:SETS_TARGET]->(:Target)
CREATE CONSTRAINT sets_target_id IF NOT EXISTS FOR ()-[r:SETS_TARGET]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX sets_target_document_id IF NOT EXISTS FOR ()-[r:SETS_TARGET]-() ON (r.document_id);

// 节点 has milestone: is to be reached on the way
//   (:Strategy|Pillar|ActionPlan|Measure)-[:HAS_MILESTONE]->(:Milestone)
CREATE CONSTRAINT has_milestone_id IF NOT EXISTS FOR ()-[r:HAS_MILESTONE]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX has_milestone_document_id IF NOT EXISTS FOR ()-[r:HAS_MILESTONE]-() ON (r.document_id);

// 衡量指标 measured by: is a value of
//   (:Target)-[:MEASURED_BY]->(:Indicator)
CREATE CONSTRAINT measured_by_id IF NOT EXISTS FOR ()-[r:MEASURED_BY]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX measured_by_document_id IF NOT EXISTS FOR ()-[r:MEASURED_BY]-() ON (r.document_id);

// 属于 part of: stands under, or is a part of
//   (:Measure|Target|Section)-[:PART_OF]->(:Measure|Target|Section)
CREATE CONSTRAINT part_of_id IF NOT EXISTS FOR ()-[r:PART_OF]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX part_of_document_id IF NOT EXISTS FOR ()-[r:PART_OF]-() ON (r.document_id);

// 支撑 contributes to: helps to reach
//   (:Measure)-[:CONTRIBUTES_TO]->(:Target)
CREATE CONSTRAINT contributes_to_id IF NOT EXISTS FOR ()-[r:CONTRIBUTES_TO]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX contributes_to_document_id IF NOT EXISTS FOR ()-[r:CONTRIBUTES_TO]-() ON (r.document_id);

// 依赖 depends on: cannot be done without
//   (:Measure)-[:DEPENDS_ON]->(:Measure|Target|ActionPlan)
CREATE CONSTRAINT depends_on_id IF NOT EXISTS FOR ()-[r:DEPENDS_ON]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX depends_on_document_id IF NOT EXISTS FOR ()-[r:DEPENDS_ON]-() ON (r.document_id);

// 牵头 led by: who answers first
//   (:Measure|Target|Milestone)-[:LED_BY]->(:Organization)
CREATE CONSTRAINT led_by_id IF NOT EXISTS FOR ()-[r:LED_BY]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX led_by_document_id IF NOT EXISTS FOR ()-[r:LED_BY]-() ON (r.document_id);

// 负责 assigned to: who is responsible
//   (:Measure|Target|Milestone)-[:ASSIGNED_TO]->(:Organization)
CREATE CONSTRAINT assigned_to_id IF NOT EXISTS FOR ()-[r:ASSIGNED_TO]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX assigned_to_document_id IF NOT EXISTS FOR ()-[r:ASSIGNED_TO]-() ON (r.document_id);

// 配合 supported by: who takes part
//   (:Measure|Target|Milestone)-[:SUPPORTED_BY]->(:Organization)
CREATE CONSTRAINT supported_by_id IF NOT EXISTS FOR ()-[r:SUPPORTED_BY]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX supported_by_document_id IF NOT EXISTS FOR ()-[r:SUPPORTED_BY]-() ON (r.document_id);

// 指导 guided by: who guides
//   (:Measure|Target|Milestone)-[:GUIDED_BY]->(:Organization)
CREATE CONSTRAINT guided_by_id IF NOT EXISTS FOR ()-[r:GUIDED_BY]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX guided_by_document_id IF NOT EXISTS FOR ()-[r:GUIDED_BY]-() ON (r.document_id);

// 督查督办 supervised by: who inspects
//   (:Measure|Target|Milestone)-[:SUPERVISED_BY]->(:Organization)
CREATE CONSTRAINT supervised_by_id IF NOT EXISTS FOR ()-[r:SUPERVISED_BY]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX supervised_by_document_id IF NOT EXISTS FOR ()-[r:SUPERVISED_BY]-() ON (r.document_id);

// 领域 in sector: is about
//   (:ActionPlan|Pillar|Measure|Target)-[:IN_SECTOR]->(:Sector)
CREATE CONSTRAINT in_sector_id IF NOT EXISTS FOR ()-[r:IN_SECTOR]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX in_sector_document_id IF NOT EXISTS FOR ()-[r:IN_SECTOR]-() ON (r.document_id);

// 引用 cites: names
//   (:Document)-[:CITES]->(:Document)
CREATE CONSTRAINT cites_id IF NOT EXISTS FOR ()-[r:CITES]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX cites_document_id IF NOT EXISTS FOR ()-[r:CITES]-() ON (r.document_id);

// 贯彻 implements: carries out, rests on
//   (:Document)-[:IMPLEMENTS]->(:Document)
CREATE CONSTRAINT implements_id IF NOT EXISTS FOR ()-[r:IMPLEMENTS]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX implements_document_id IF NOT EXISTS FOR ()-[r:IMPLEMENTS]-() ON (r.document_id);

// 同时印发 issued with: was issued together with
//   (:Document)-[:ISSUED_WITH]->(:Document)
CREATE CONSTRAINT issued_with_id IF NOT EXISTS FOR ()-[r:ISSUED_WITH]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX issued_with_document_id IF NOT EXISTS FOR ()-[r:ISSUED_WITH]-() ON (r.document_id);

// 废止 supersedes: puts out of force
//   (:Document)-[:SUPERSEDES]->(:Document)
CREATE CONSTRAINT supersedes_id IF NOT EXISTS FOR ()-[r:SUPERSEDES]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX supersedes_document_id IF NOT EXISTS FOR ()-[r:SUPERSEDES]-() ON (r.document_id);

// 载于 described in: is set out in
//   (:ActionPlan|Strategy)-[:DESCRIBED_IN]->(:Document)
CREATE CONSTRAINT described_in_id IF NOT EXISTS FOR ()-[r:DESCRIBED_IN]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX described_in_document_id IF NOT EXISTS FOR ()-[r:DESCRIBED_IN]-() ON (r.document_id);

// 观测 observes: reports on
//   (:Observation)-[:OBSERVES]->(:Target|Indicator)
CREATE CONSTRAINT observes_id IF NOT EXISTS FOR ()-[r:OBSERVES]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX observes_document_id IF NOT EXISTS FOR ()-[r:OBSERVES]-() ON (r.document_id);

// 出处 stated in: the sentence it came from
//   (:Document|Section|Strategy|Pillar|ActionPlan|Measure|Target|Indicator|Milestone|Organization|Sector|Observation)-[:STATED_IN]->(:Clause)
CREATE CONSTRAINT stated_in_id IF NOT EXISTS FOR ()-[r:STATED_IN]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX stated_in_document_id IF NOT EXISTS FOR ()-[r:STATED_IN]-() ON (r.document_id);

// 所在章节 in section: stands under
//   (:Clause)-[:IN_SECTION]->(:Section)
CREATE CONSTRAINT in_section_id IF NOT EXISTS FOR ()-[r:IN_SECTION]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX in_section_document_id IF NOT EXISTS FOR ()-[r:IN_SECTION]-() ON (r.document_id);

// 所在文件 in document: stands in
//   (:Section|Clause)-[:IN_DOCUMENT]->(:Document)
CREATE CONSTRAINT in_document_id IF NOT EXISTS FOR ()-[r:IN_DOCUMENT]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX in_document_document_id IF NOT EXISTS FOR ()-[r:IN_DOCUMENT]-() ON (r.document_id);

// 下一条 next: is followed by
//   (:Clause)-[:NEXT]->(:Clause)
CREATE CONSTRAINT next_id IF NOT EXISTS FOR ()-[r:NEXT]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX next_document_id IF NOT EXISTS FOR ()-[r:NEXT]-() ON (r.document_id);
