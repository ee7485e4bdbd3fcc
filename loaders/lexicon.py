"""Words are data: what lexicon.yaml says, checked when it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import RuleError

Word = Annotated[str, Field(min_length=1)]
LEXICON_FILE = Path(__file__).with_name("lexicon.yaml")


class _Entries(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Body(_Entries):
    """A body under its canonical name, and what else it is called."""

    name: Word
    aliases: tuple[Word, ...] = ()

    @property
    def names(self) -> Iterator[str]:
        """Every name it goes by, the canonical one first."""
        yield self.name
        yield from self.aliases


class Lexicon(_Entries):
    """The words that rules and resolution look up.

    `organizations` are the same body wherever they are named, `departments` belong to the
    place (市财政局 of this city is not that of another); `body_endings` are the words that the
    name of any body ends with, `no_plan_titles` the ends of titles that plan nothing, `slogans`
    what stands in quotes and is no strategy of a place; `sectors` are fields with other names.
    """

    organizations: tuple[Body, ...] = ()
    departments: tuple[Body, ...] = ()
    body_endings: tuple[Word, ...] = ()
    no_plan_titles: tuple[Word, ...] = ()
    slogans: tuple[Word, ...] = ()
    sectors: tuple[Body, ...] = ()

    @cached_property
    def organization_names(self) -> dict[str, str]:
        """Every name of a body that is the same everywhere -> its canonical name."""
        return {name: body.name for body in self.organizations for name in body.names}

    @cached_property
    def department_names(self) -> dict[str, str]:
        """Every name of a local department, without its place -> the canonical one."""
        return {name: body.name for body in self.departments for name in body.names}

    @cached_property
    def body_ending(self) -> re.Pattern[str]:
        """What the name of a body ends with."""
        longest_first = sorted(self.body_endings, key=lambda word: (-len(word), word))
        return re.compile(f"(?:{'|'.join(map(re.escape, longest_first))})(?:（[^（）]*）)?$")

    @cached_property
    def sector_names(self) -> dict[str, str]:
        """Every name of a sector -> the canonical one."""
        return {name: body.name for body in self.sectors for name in body.names}

    @cached_property
    def sector_words(self) -> re.Pattern[str]:
        """Any name of a known sector, the longest first."""
        longest_first = sorted(self.sector_names, key=lambda word: (-len(word), word))
        return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")


def read_lexicon(path: Path = LEXICON_FILE) -> Lexicon:
    """Read a lexicon. Raises RuleError with file and line when it is broken."""
    try:
        text = path.read_text(encoding="utf-8")
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        values = yaml.load(text, Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError("the lexicon is not readable UTF-8 text", where=str(path)) from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise RuleError(f"this is not YAML: {error.problem}", where=f"{path}:{line}") from error
    try:
        return Lexicon.model_validate(_tuples(values))
    except ValidationError as error:
        first = error.errors()[0]
        place = first["loc"]
        raise RuleError(
            f"{'.'.join(map(str, place))}: {first['msg']}",
            where=f"{path}:{_line(root, place)}",
            hint=f"fields: {', '.join(Lexicon.model_fields)}",
        ) from error


def _tuples(value: object) -> object:
    """Lists become tuples, so that a frozen lexicon is frozen all the way down."""
    if isinstance(value, list):
        return tuple(_tuples(item) for item in value)
    if isinstance(value, dict):
        return {name: _tuples(item) for name, item in value.items()}
    return value


def _line(node: yaml.Node | None, place: tuple[int | str, ...]) -> int:
    """The line of a field, as deep as it can be followed."""
    line = 1
    for part in place:
        if isinstance(node, yaml.MappingNode):
            pairs = [pair for pair in node.value if pair[0].value == part]
            if not pairs:
                break
            line = pairs[0][0].start_mark.line + 1
            node = pairs[0][1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            break
    return line


DEFAULT_LEXICON = read_lexicon()
