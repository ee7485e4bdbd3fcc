"""The questions: one .cypher file each, whose leading // lines are YAML and the rest Cypher."""

from __future__ import annotations

import difflib
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from graph.errors import BadQueryFile, NotFound
from graph.schema import NODE_TYPES
from queries import tokens

FOLDER = Path(__file__).parent
Scalar = str | int | float | bool
SEVERITIES = ("error", "warning", "info")


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class _Written(BaseModel):
    """What a person writes: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))


class Parameter(_Written):
    """What a question can be told.

    A parameter without `default` must be given. `suggest` names the properties of the graph that
    hold its values (`ActionPlan.name`), `choices` lists them where they are few.
    """

    name: str
    type: Literal["string", "integer", "number", "boolean"]
    title: str
    title_en: str
    suggest: Annotated[tuple[str, ...], BeforeValidator(_as_tuple)] = ()
    choices: tuple[Scalar, ...] = ()
    example: Scalar
    default: Scalar | None = None

    @property
    def required(self) -> bool:
        """True when the question cannot be asked without it."""
        return "default" not in self.model_fields_set


class Word(_Written):
    """What a code in a column is called in a sentence."""

    zh: str
    en: str


class Query(_Written):
    """A canned question.

    `denominator` says what the rows are out of, `total` is the Cypher that counts it (one row,
    one number). `narrative` is the answer as a sentence, `narrative_none` the one for no rows;
    queries/narrator.py tells what may stand in the braces. A question with a `severity` is a
    check: every row of it is a finding, and `finding` says it, with the row's columns in braces.
    `words` are what codes in the columns are called.
    """

    name: str
    title: str
    title_en: str
    question: str
    question_en: str
    returns: Literal["rows", "graph"]
    params: tuple[Parameter, ...] = ()
    denominator: str
    denominator_en: str
    total: str | None = None
    narrative: str
    narrative_en: str
    narrative_none: str
    narrative_none_en: str
    chart: Literal["table", "bar", "stacked", "matrix", "timeline", "network", "sankey", "number"]
    severity: Literal["error", "warning", "info"] | None = None
    finding: str | None = None
    finding_en: str | None = None
    words: dict[str, Word] = {}
    tags: tuple[str, ...]
    asked: tuple[str, ...] = ()
    cypher: str
    path: Path

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of the answer, also when it has no rows."""
        return tokens.columns(tokens.tokenize(self.cypher))

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, if there is one."""
        return next((p for p in self.params if p.name == name), None)


def parse_query(path: Path, root: Path | None = None) -> Query:
    """Read a query file. Raises BadQueryFile with file and line."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BadQueryFile("the file is not UTF-8", where=str(path)) from error
    header, cypher = _parted(text)
    query = _validated(path, _name(path, root or path.parent.parent), header, cypher)
    _check_parameters(query, header)
    return query


def all_queries(folder: Path | None = None) -> tuple[Query, ...]:
    """Every question by name: ours, and those of a folder of one's own."""
    found = {query.name: query for query in _read_folder(FOLDER)}
    for query in _read_folder(folder) if folder else ():
        if query.name in found:
            hint = f"{query.name} is also {found[query.name].path}; rename the file"
            raise BadQueryFile(
                f"two questions named {query.name}", where=str(query.path), hint=hint
            )
        found[query.name] = query
    return tuple(found[name] for name in sorted(found))


def get_query(name: str, folder: Path | None = None) -> Query:
    """The question of that name. Raises NotFound, whose hint has the nearest names."""
    queries = {query.name: query for query in all_queries(folder)}
    if name not in queries:
        near = nearest(name, queries)
        hint = f"nearest: {', '.join(near)}" if near else "`plangraph queries` lists them"
        raise NotFound(f"no question “{name}”", where=str(folder or "queries"), hint=hint)
    return queries[name]


def nearest(word: str, names: Any, count: int = 3) -> list[str]:
    """The names most like a word: those that hold it, then those spelled alike."""
    inside = [name for name in names if word and (word in name or name in word)]
    alike = difflib.get_close_matches(word, [*names], n=count, cutoff=0.4)
    return list(dict.fromkeys([*sorted(inside, key=lambda n: (len(n), n)), *alike]))[:count]


def _read_folder(folder: Path) -> tuple[Query, ...]:
    if folder == FOLDER:
        return _built_in()
    if not folder.is_dir():
        raise NotFound("no such folder of questions", where=str(folder), hint="give a folder")
    return tuple(parse_query(path, folder) for path in sorted(folder.rglob("*.cypher")))


_cache: dict[Path, tuple[Query, ...]] = {}


def _built_in() -> tuple[Query, ...]:
    if FOLDER not in _cache:
        paths = sorted(FOLDER.rglob("*.cypher"))
        _cache[FOLDER] = tuple(parse_query(path, FOLDER) for path in paths)
    return _cache[FOLDER]


def _name(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts)


def _parted(text: str) -> tuple[str, str]:
    """Header without its // and Cypher; the Cypher keeps the line it stands on."""
    lines = text.splitlines()
    count = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = [line[2:].removeprefix(" ") for line in lines[:count]]
    return "\n".join(header), "\n".join(lines[count:]).rstrip() + "\n"


def _validated(path: Path, name: str, header: str, cypher: str) -> Query:
    try:
        data = _yaml(header)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BadQueryFile(
            f"the header is no YAML: {error.problem}",
            where=f"{path}:{line}",
            hint="the leading // lines are YAML; quote a text that holds “: ” or “{”",
        ) from error
    if not isinstance(data, dict):
        raise BadQueryFile("no header", where=f"{path}:1", hint="begin with // title: …")
    for key in ("name", "cypher", "path"):
        if key in data:
            raise BadQueryFile(f"unknown key “{key}”", where=_place(path, header, key))
    if isinstance(data.get("params"), dict):
        data["params"] = [
            {"name": key, **value} if isinstance(value, dict) else value
            for key, value in data["params"].items()
        ]
    if not cypher.strip():
        where = f"{path}:{header.count(chr(10)) + 1}"
        raise BadQueryFile("no Cypher below the header", where=where)
    try:
        return Query.model_validate({**data, "name": name, "cypher": cypher, "path": path})
    except ValidationError as error:
        raise _bad_header(path, header, data, error) from error


def _yaml(text: str) -> Any:
    """YAML by the quick loader where there is one; the slow one tells better what is wrong."""
    try:
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return yaml.safe_load(text)


def _bad_header(
    path: Path, header: str, data: dict[str, Any], error: ValidationError
) -> BadQueryFile:
    first = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
    keys = [key for key in first["loc"] if isinstance(key, str)]
    index = next((key for key in first["loc"] if isinstance(key, int)), None)
    if keys[:1] == ["params"] and index is not None and isinstance(data["params"], list):
        keys.insert(1, str(data["params"][index].get("name", "")))
    key = keys[-1] if keys else ""
    missing = first["type"] == "missing"
    if first["type"] == "extra_forbidden":
        known = Parameter.model_fields if keys[:1] == ["params"] else Query.model_fields
        near = nearest(key, [k for k in known if k not in ("name", "cypher", "path")], 1)
        title, hint = f"unknown key “{key}”", f"did you mean “{near[0]}”?" if near else ""
    elif missing:
        lacking = [str(e["loc"][-1]) for e in error.errors()
                   if e["type"] == "missing" and e["loc"][:-1] == first["loc"][:-1]]  # fmt: skip
        title = f"the header lacks {', '.join(f'“{one}”' for one in lacking)}"
        hint = f"add // {key}: …"
    else:
        title, hint = f"“{key}”: {first['msg']}", ""
    return BadQueryFile(title, where=_place(path, header, *(keys[:-1] if missing else keys)),
                        hint=hint)  # fmt: skip


def _place(path: Path, header: str, *keys: str) -> str:
    """file:line of a key, found by the keys above it; line 1 when it is not there."""
    line = 0
    lines = header.splitlines()
    for key in keys:
        for index in range(line, len(lines)):
            if f"{key}:" in lines[index].replace('"', ""):
                line = index
                break
    return f"{path}:{line + 1}"


def _check_parameters(query: Query, header: str) -> None:
    line = header.count("\n") + 2
    used = tokens.tokenize(query.cypher, line=line)
    lines = {token.value: token.line for token in reversed(used) if token.kind == "parameter"}
    names = tokens.parameters(used) | tokens.parameters(tokens.tokenize(query.total or ""))
    declared = {parameter.name for parameter in query.params}
    for name in sorted(names - declared):
        raise BadQueryFile(
            f"${name} is used but not declared",
            where=f"{query.path}:{lines.get(name, 1)}",
            hint=f"add {name} under // params:",
        )
    for name in sorted(declared - names):
        raise BadQueryFile(
            f"parameter “{name}” is declared but not used",
            where=_place(query.path, header, "params", name),
            hint=f"use ${name} in the Cypher, or take it out of // params:",
        )
    for parameter in query.params:
        for source in parameter.suggest:
            label, _, name = source.partition(".")
            known = NODE_TYPES.get(label)
            if known is None or name not in {"id", *(p.name for p in known.properties)}:
                raise BadQueryFile(
                    f"suggest: no property {source}",
                    where=_place(query.path, header, "params", parameter.name),
                    hint="write Label.property as in graph/schema.py",
                )
