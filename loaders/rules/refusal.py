"""A refusal: the reason why a number is no target, as a rule over the clause around it."""

from __future__ import annotations

from collections.abc import Callable

from loaders.rules.claims import Hit, QuantityRule
from loaders.rules.folding import SIGNS
from loaders.rules.rule import compile_verbose
from loaders.rules.target_words import ABSTRACT, NAMED, WORDS

Make = Callable[[Hit], str | None]


def when(condition: Callable[[Hit], bool]) -> Make:
    """Refuse only where the condition holds."""
    return lambda hit: hit.quantity.kind if condition(hit) else None


def refusal(
    name: str, means: str, pattern: str, yes: tuple[str, ...], no: tuple[str, ...],
    make: Make | None = None,
) -> QuantityRule[str]:  # fmt: skip
    """A rule whose reading is the kind of quantity it refuses; `yes` lists what it refuses."""
    compiled = compile_verbose(pattern, **_PARTS)
    shown = tuple((text, ()) for text in yes)
    return QuantityRule(name, means, compiled, make or when(lambda hit: True), shown, no)


_PARTS = {
    **SIGNS,
    "REACH": f"{WORDS['reach_up']}|{WORDS['reach_down']}",
    "DELIVER": WORDS["deliver"],
    "BENEFIT": WORDS["benefit"],
    "ABSTRACT": ABSTRACT,
    "NAMED": NAMED,
}
