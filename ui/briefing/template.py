"""The folder that says what a briefing holds: briefing.yaml, and base.pptx or base.docx if any."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import ExportError
from queries.catalog import get_query
from ui.figures.catalog import FIGURES

DEFAULT = Path(__file__).with_name("template")
FILE = "briefing.yaml"


class SectionPlan(BaseModel):
    """A section as the file asks for it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    heading: str
    summary: bool = False
    say: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    roles: bool = False
    sources: bool = False


class BriefingPlan(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    sections: tuple[SectionPlan, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Template:
    """What a briefing holds, and the office files it is built upon."""

    plan: BriefingPlan
    folder: Path

    def base(self, suffix: str) -> Path | None:
        """base.pptx or base.docx, where there is one."""
        path = self.folder / f"base.{suffix}"
        return path if path.is_file() else None


def read_template(folder: Path | None = None) -> Template:
    """Read a template folder, ours if none is named.

    Raises ExportError for a missing or broken file, an unknown key, question or figure.
    """
    path = (folder or DEFAULT) / FILE
    try:
        data: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        plan = BriefingPlan.model_validate(data)
    except OSError as error:
        raise ExportError(
            f"no template: {error.strerror}", where=str(path), hint=f"copy {DEFAULT.name}/ and edit"
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ExportError(
            f"no YAML: {' '.join(str(error).split())}", where=str(path), hint="see our own file"
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        raise ExportError(
            f"{place}: {first['msg']}", where=str(path),
            hint=f"a section has {', '.join(SectionPlan.model_fields)}",
        ) from error  # fmt: skip
    _check_names(plan, path)
    return Template(plan, path.parent)


def _check_names(plan: BriefingPlan, path: Path) -> None:
    drawable = [name for name, figure in FIGURES.items() if figure.draw]
    for section in plan.sections:
        for name in (*section.say, *section.findings):
            get_query(name)
        for name in section.findings:
            if get_query(name).severity is None:
                raise ExportError(
                    f"{name} is no check", where=str(path), hint="ask it under say instead"
                )
        for name in section.figures:
            if name not in drawable:
                raise ExportError(
                    f"no figure of a plan is called “{name}”", where=str(path),
                    hint="there are: " + ", ".join(drawable),
                )  # fmt: skip
