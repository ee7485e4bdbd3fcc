"""Who has what: measures, targets and milestones by the place where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.elements import Evidence
from loaders.document import Document, Span
from loaders.resolution.facts import Fact, Facts
from loaders.spans import Region, Regions

OWN_PLAN = "own_plan"
_TAKEN_UP = frozenset({"positioning_taken_up", "task_area"})
_AND_OF_THEM = 5
"""So near before a part, with ，其中 between them, stands its whole."""
_HEADED = frozenset({"task_section", "numbered_action"})


@dataclass(frozen=True, slots=True)
class Owners:
    """What owns the regions of a document, and what owns the rest.

    A pillar's paragraph has what stands in it alone (`paragraphs`); what stands under a heading
    that is a pillar or a plan (`headed`) is also the document's own plan's.
    """

    strategy: str
    plan: str
    goals: str
    paragraphs: Regions[str]
    headed: Regions[str]
    measures: Regions[str]
    measure_ids: frozenset[str]

    def area_of(self, start: int) -> str:
        """The pillar whose paragraph a place stands in; "" elsewhere."""
        around = self.paragraphs.around(start)
        return around[0].owner if around else ""

    def of_measure(self, start: int) -> list[str]:
        """The owners of a measure that begins here."""
        if area := self.area_of(start):
            return [area]
        headed = [region.owner for region in self.headed.around(start)[:1]]
        return [*headed, self.plan] if self.plan else headed or [self.strategy]

    def of_goal(self, span: Span) -> str:
        """The measure around a target, else the area it stands in, else the whole document's."""
        start, end = span
        for region in self.measures.around(start, end):
            if region.end - region.start > end - start:
                return region.owner
        headed = [region.owner for region in self.headed.around(start)[:1]]
        return self.area_of(start) or next(iter(headed), self.goals)


def own(facts: Facts, document: Document) -> Owners:
    """Add the edges of ownership: HAS_PILLAR, HAS_PLAN, HAS_MEASURE, SETS_TARGET …"""
    owners = _owners(facts, document)
    for label, type in (("Pillar", "HAS_PILLAR"), ("ActionPlan", "HAS_PLAN")):
        for fact in facts.of(label):
            if owners.strategy:
                facts.link(owners.strategy, type, fact.id, fact.evidence)
    for fact in facts.of("Strategy", "ActionPlan"):
        if fact.mention.label == "Strategy" or fact.mention.rule == OWN_PLAN:
            facts.link(fact.id, "DESCRIBED_IN", facts.frame.document_id, fact.evidence[:1])
    for fact in facts.of("Measure"):
        for owner in owners.of_measure(fact.span[0]):
            if owner:
                facts.link(owner, "HAS_MEASURE", fact.id, fact.evidence)
    for label, type in (("Target", "SETS_TARGET"), ("Milestone", "HAS_MILESTONE")):
        for fact in facts.of(label):
            for owner, evidence in _owners_of_places(fact, owners).items():
                facts.link(owner, type, fact.id, evidence)
    for part, whole in parts_and_wholes(facts.of("Target")):
        facts.link(part.id, "PART_OF", whole.id, part.evidence)
    return owners


def parts_and_wholes(targets: list[Fact]) -> Iterable[tuple[Fact, Fact]]:
    """其中 …: each target that is a part, with the one right before it, else where it points to."""
    ends = {end: fact for fact in targets for _, end in fact.mention.spans}
    places = {span: fact for fact in targets for span in fact.mention.spans}
    for fact in targets:
        if fact.mention.part_of:
            start = fact.span[0]
            before = [ends.get(at) for at in range(start, start - _AND_OF_THEM, -1)]
            whole = next(filter(None, before), places.get(fact.mention.part_of))
            if whole and whole.id != fact.id:
                yield fact, whole


def _owners_of_places(fact: Fact, owners: Owners) -> dict[str, tuple[Evidence, ...]]:
    """A fact that stands in two places may have two owners."""
    found: dict[str, tuple[Evidence, ...]] = {}
    for item in fact.evidence:
        if owner := owners.of_goal((item.start, item.end)):
            found[owner] = (*found.get(owner, ()), item)
    return found


def _owners(facts: Facts, document: Document) -> Owners:
    strategy = next((fact.id for fact in facts.of("Strategy")), "")
    plans = [fact for fact in facts.of("ActionPlan") if fact.mention.rule == OWN_PLAN]
    plan = plans[0].id if plans else ""
    is_overall = not plans or plans[0].mention.properties["kind"] == "overall"
    areas = facts.of("Pillar", "ActionPlan")
    measures = facts.of("Measure")
    return Owners(
        strategy=strategy,
        plan=plan,
        goals=(strategy if strategy and is_overall else plan) or strategy,
        paragraphs=_regions((f for f in areas if f.mention.rule in _TAKEN_UP), document),
        headed=_regions((f for f in areas if f.mention.rule in _HEADED), document),
        measures=Regions(
            region for fact in measures for region in _measure_regions(fact, document)
        ),
        measure_ids=frozenset(fact.id for fact in measures),
    )


def _regions(facts: Iterable[Fact], document: Document) -> Regions[str]:
    """How far each heading or lead-in reaches: its section's body, else its paragraph."""
    reach = {section.start: section.body_end for section in document.sections}
    found = []
    for fact in facts:
        start, end = fact.span
        line_end = document.text.find("\n", end)
        paragraph_end = len(document.text) if line_end < 0 else line_end
        found.append(Region(start, reach.get(start, paragraph_end), fact.id))
    return Regions(found)


def _measure_regions(fact: Fact, document: Document) -> list[Region[str]]:
    """The places of a measure; of a table row the whole row."""
    if fact.mention.rule != "task_row":
        return [Region(start, end, fact.id) for start, end in fact.mention.spans]
    at = fact.mention.spans[-1][0]
    row_start = document.text.rfind("\n", 0, at) + 1
    row_end = document.text.find("\n", at)
    return [Region(row_start, (len(document.text) if row_end < 0 else row_end) + 1, fact.id)]
