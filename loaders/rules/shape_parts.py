"""The parts that the patterns of all shapes share."""

from __future__ import annotations

from loaders.rules.folding import SIGNS
from loaders.rules.target_words import WORDS

PARTS = {
    **SIGNS,
    "REACH_UP": WORDS["reach_up"],
    "REACH_DOWN": WORDS["reach_down"],
    "REACH": rf"(?<![成分作认称视])为|(?:{WORDS['reach']})(?<!成为|分为|作为|认为)",
    "GROW": WORDS["grow"],
    "RISE": WORDS["rise"],
    "FALL": WORDS["fall"],
    "DELIVER": WORDS["deliver"],
}
"""Signs of quantities and dates, and verbs, by the names the patterns use."""
