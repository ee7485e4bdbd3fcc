"""The steps of repair in their order, one module for each kind of damage."""

from __future__ import annotations

from loaders.repair.steps.annotations import ANNOTATIONS
from loaders.repair.steps.blanks import BLANKS
from loaders.repair.steps.commas import COMMAS
from loaders.repair.steps.emoji import EMOJI
from loaders.repair.steps.entities import ENTITIES
from loaders.repair.steps.script import SCRIPT
from loaders.repair.steps.shifted import SHIFTED
from loaders.repair.steps.step import Step
from loaders.repair.steps.stops import STOPS
from loaders.repair.steps.tags import TAGS
from loaders.repair.steps.vocabulary import VOCABULARY

SOURCE_STEPS: tuple[Step, ...] = (ENTITIES, EMOJI)
"""What hides other signs: after these the text is looked at again."""

TEXT_STEPS: tuple[Step, ...] = (
    COMMAS,
    SHIFTED,
    STOPS,
    ANNOTATIONS,
    TAGS,
    BLANKS,
    VOCABULARY,
    SCRIPT,
)
"""Bytes before characters: while a run is shifted, annotations hang on the wrong characters."""
