"""From a claim to the Target it is in the graph, measured by its indicator."""

from __future__ import annotations

from graph.elements import Value
from loaders.document import Span
from loaders.mentions import Link, Mention
from loaders.rules.claims import Claim
from loaders.rules.indicators import canonical_name
from loaders.rules.passages import Horizon
from loaders.units import standard


def target_mention(
    rule: str, name: str, claim: Claim, span: Span, horizon: Horizon, *, strength: int = 3,
    qualifier: str = "", per: str = "", scope: str = "", bindingness: str = "unknown",
    base: tuple[int | None, float | None] = (None, None), part_of: Span | None = None,
) -> Mention:  # fmt: skip
    """A Target with all that is known of it; what is not known is left out."""
    quantity = claim.quantity
    value_std, unit_std = standard(quantity.value, quantity.unit)
    top = quantity.value_max
    properties: dict[str, Value | None] = {
        "name": name,
        "kind": "quantified",
        "comparator": quantity.comparator,
        "value": quantity.value,
        "value_max": top,
        "unit": quantity.unit or None,
        "value_std": value_std,
        "value_max_std": None if top is None else standard(top, quantity.unit)[0],
        "unit_std": unit_std or None,
        "year": horizon.year,
        "deadline_basis": horizon.basis if horizon.year else "none",
        "mode": claim.mode,
        "direction": claim.direction or None,
        "baseline_year": base[0],
        "baseline_value": base[1],
        "per": per or None,
        "qualifier": qualifier or None,
        "scope": scope or None,
        "strength": strength,
        "bindingness": bindingness,
    }
    known = {key: value for key, value in properties.items() if value is not None}
    link = Link("MEASURED_BY", "Indicator", canonical_name(name), span, rule)
    return Mention("Target", rule, (span,), known, (link,), part_of)
