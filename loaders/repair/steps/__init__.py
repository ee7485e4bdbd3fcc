"""The steps of repair in their order, one module for each kind of damage."""

from __future__ import annotations

from loaders.repair.steps.annotations import ANNOTATIONS
from loaders.repair.steps.blanks import BLANKS
from loaders.repair.steps.chrome import CHROME
from loaders.repair.steps.commas import COMMAS
from loaders.repair.steps.contents import CONTENTS
from loaders.repair.steps.emoji import EMOJI
from loaders.repair.steps.entities import ENTITIES
from loaders.repair.steps.invisible import INVISIBLE
from loaders.repair.steps.pages import PAGES
from loaders.repair.steps.repeated import REPEATED
from loaders.repair.steps.script import SCRIPT
from loaders.repair.steps.shifted import SHIFTED
from loaders.repair.steps.step import Step
from loaders.repair.steps.stops import STOPS
from loaders.repair.steps.tags import TAGS
from loaders.repair.steps.vocabulary import VOCABULARY
from loaders.repair.steps.width import WIDTH
from loaders.repair.steps.wrapped import WRAPPED

SOURCE_STEPS: tuple[Step, ...] = (ENTITIES, INVISIBLE, EMOJI)
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
    WIDTH,
    CHROME,
    PAGES,
    CONTENTS,
    REPEATED,
    WRAPPED,
)
"""Bytes before characters, because while a run is shifted the annotations hang on the wrong ones;
characters before lines, because a line is known by its words."""
