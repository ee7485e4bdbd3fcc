"""Who has what: measures, targets and milestones by the place where they stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from graph.elements import Evidence
from loaders.document import Document, Span
from loaders.resolution.facts import Fact, Facts

OWN_PLAN = "own_plan"
_TAKEN_UP = frozenset({"positioning_taken_up", "task_area"})
_HEADED = frozenset({"task_section", "numbered_action"})


@dataclass(frozen=True, slots=True)
class _Region:
    """A stretch of text that something owns; `alone`: what stands there is nobody else's."""

    start: int
    end: int
    id: str
    alone: bool


@dataclass(slots=True)
class Owners:
    """The regions of a document, and what owns what stands outside them."""

    strategy: str
    plan: str
    goals: str
    regions: list[_Region] = field(default_factory=list)
    measures: list[_Region] = field(default_factory=list)

    @property
    def measure_ids(self) -> set[str]:
        """The measures of the document."""
        return {region.id for region in self.measures}

    def area_of(self, start: int) -> str:
        """The pillar whose paragraph a place stands in; "" elsewhere."""
        for region in self.regions:
            if region.alone and region.start <= start < region.end:
                return region.id
        return ""

    def of_measure(self, start: int) -> list[str]:
        """A pillar's paragraph has its measures alone; a headed area shares them with the plan."""
        around = [region for region in self.regions if region.start <= start < region.end]
        if any(region.alone for region in around):
            return [around[-1].id]
        owners = [region.id for region in around[-1:]]
        return [*owners, self.plan] if self.plan else owners or [self.strategy]

    def of_goal(self, span: Span) -> str:
        """The measure around a target, else the area it stands in, else the whole document's."""
        start, end = span
        index = bisect_right(self.measures, start, key=lambda region: region.start)
        for region in reversed(self.measures[max(index - 3, 0) : index]):
            longer = region.end - region.start > end - start
            if region.start <= start and end <= region.end and longer:
                return region.id
        around = [region for region in self.regions if region.start <= start < region.end]
        return around[-1].id if around else self.goals


def own(facts: Facts, document: Document) -> Owners:
    """Add the edges of ownership: HAS_PILLAR, HAS_PLAN, HAS_MEASURE, SETS_TARGET …"""
    owners = _owners(facts, document)
    for fact in facts.of("Pillar"):
        if owners.strategy:
            facts.link(owners.strategy, "HAS_PILLAR", fact.id, fact.evidence)
    for fact in facts.of("ActionPlan"):
        if owners.strategy:
            facts.link(owners.strategy, "HAS_PLAN", fact.id, fact.evidence)
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
    _parts(facts)
    return owners


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
    goals = strategy if strategy and is_overall else plan
    owners = Owners(strategy, plan, goals or strategy)
    for fact in facts.of("Pillar", "ActionPlan"):
        if fact.mention.rule in _TAKEN_UP | _HEADED:
            start, end = _reach(fact, document)
            alone = fact.mention.rule in _TAKEN_UP
            owners.regions.append(_Region(start, end, fact.id, alone))
    owners.regions.sort(key=lambda region: (region.start, -region.end))
    owners.measures = sorted(
        (region for fact in facts.of("Measure") for region in _measure_regions(fact, document)),
        key=lambda region: (region.start, -region.end),
    )
    return owners


def _reach(fact: Fact, document: Document) -> Span:
    """How far a heading or a lead-in reaches: its section's body, else its paragraph."""
    start, end = fact.span
    for section in document.sections:
        if section.start <= start and end <= section.end + 1:
            return section.start, section.body_end
    line_end = document.text.find("\n", end)
    return start, len(document.text) if line_end < 0 else line_end


def _measure_regions(fact: Fact, document: Document) -> list[_Region]:
    """The places of a measure; of a table row the whole row."""
    if fact.mention.rule != "task_row":
        return [_Region(start, end, fact.id, True) for start, end in fact.mention.spans]
    starts = [clause.start for clause in document.clauses]
    clause = document.clauses[bisect_right(starts, fact.mention.spans[-1][0]) - 1]
    return [_Region(clause.start, clause.end + 1, fact.id, True)]


def whole_at(place: Span, facts: list[Fact]) -> Fact | None:
    """The fact that stands at a place: that very span, else the last that touches it."""
    start, end = place
    exact = [fact for fact in facts if place in fact.mention.spans]
    near = [f for f in facts if any(s < end and start < e for s, e in f.mention.spans)]
    return exact[0] if exact else near[-1] if near else None


def _parts(facts: Facts) -> None:
    """其中 …: a target that is a part of the one before it."""
    targets = facts.of("Target")
    for fact in targets:
        if fact.mention.part_of:
            start, end = fact.mention.part_of
            others = [whole for whole in targets if whole.id != fact.id]
            if whole := whole_at((start, end), others):
                facts.link(fact.id, "PART_OF", whole.id, fact.evidence)
