"""Does a query file run the same on both engines? The rules of portable Cypher, on tokens.

Each rule comes from a wrong answer or an error that was seen: aggregates inside expressions are
grouped wrongly by the embedded engine, dynamic labels and selectors are unknown to it, and what
has no total order differs from run to run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import BadQueryFile
from graph.schema import EDGE_TYPES, NODE_TYPES
from queries.catalog import Query, parse_query
from queries.narrator import template_problems
from queries.tokens import Token, last_clause, projection, split, tokenize

AGGREGATES = frozenset(
    [
        "COUNT",
        "SUM",
        "AVG",
        "MIN",
        "MAX",
        "COLLECT",
        "STDEV",
        "STDEVP",
        "PERCENTILECONT",
        "PERCENTILEDISC",
    ]
)
WRITES = frozenset(
    ["CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "DROP", "LOAD", "INSERT"]
)
UNKNOWN_TO_ONE = frozenset(
    ["USE", "NEXT", "SHOW", "CYPHER", "EXPLAIN", "PROFILE", "FINISH", "FILTER", "LET"]
)
CLAUSES = frozenset(["MATCH", "OPTIONAL", "UNWIND", "CALL", "WITH", "RETURN", "UNION"])
AFTER_AN_ITEM = frozenset(["AS", "ORDER", "SKIP", "LIMIT", "WHERE"]) | CLAUSES


@dataclass(frozen=True, slots=True)
class Problem:
    """A breach of a rule, at a line of a file."""

    path: Path
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.message}"


def lint(path: Path, root: Path | None = None) -> list[Problem]:
    """Every breach in a query file, in the order of its lines; empty when there is none."""
    try:
        query = parse_query(path, root)
    except BadQueryFile as error:
        line = error.where.rpartition(":")[2]
        message = f"{error.title}; {error.hint}" if error.hint else error.title
        return [Problem(path, int(line) if line.isdigit() else 1, "header", message)]
    header = path.read_text(encoding="utf-8").splitlines()
    first = 1 + next(i for i, text in enumerate(header) if not text.startswith("//"))
    found = list(lint_cypher(query.cypher, line=first))
    found += _total_order(query, tokenize(query.cypher, line=first))
    if query.total is not None:
        found += lint_cypher(query.total)
    for key, message in template_problems(query):
        lines = (i for i, text in enumerate(header, 1) if text.startswith(f"// {key}:"))
        at = next(lines, 1)
        found.append((at, "narrative", message))
    problems = [Problem(path, line, rule, message) for line, rule, message in found]
    return sorted(problems, key=lambda problem: (problem.line, problem.rule, problem.message))


Finding = tuple[int, str, str]
Rule = Callable[[Sequence[Token]], Iterator[Finding]]


def lint_cypher(cypher: str, *, line: int = 1) -> Iterator[Finding]:
    """Line, rule and message of every breach in a text of Cypher that begins at `line`."""
    tokens = tokenize(cypher, line=line)
    for rule in _RULES:
        yield from rule(tokens)


def _aggregates(tokens: Sequence[Token]) -> Iterator[Finding]:
    """An aggregate is a whole item of a projection."""
    for index, token in enumerate(tokens):
        if token.word not in AGGREGATES or _text(tokens, index + 1) != "(":
            continue
        before = tokens[index - 1] if index else token
        after = _closing(tokens, index + 1) + 1
        starts = before.depth == token.depth and (
            before.text == "," or before.word in ("WITH", "RETURN", "DISTINCT")
        )
        ends = after >= len(tokens) or _ends_an_item(tokens[after])
        if not (starts and ends):
            yield token.line, "aggregate", f"{token.text}() must be a whole item of WITH or RETURN"


def _ends_an_item(token: Token) -> bool:
    return token.text in (",", "}") or token.word in AFTER_AN_ITEM


def _unknown_to_one(tokens: Sequence[Token]) -> Iterator[Finding]:
    """Constructs that only one engine knows, and everything that writes."""
    for index, token in enumerate(tokens):
        before, after = _text(tokens, index - 1), _text(tokens, index + 1)
        named = before in (".", ":", "|", "&", "!") or after in (":", ".") or before == "AS"
        if token.word in WRITES and not named:
            yield token.line, "read-only", f"a question does not {token.word}"
        if token.word in UNKNOWN_TO_ONE and not named and after != "(":
            yield token.line, "portable", f"{token.word} is not known to both engines"
        if token.word == "SHORTEST" or (token.word == "ANY" and after != "("):
            yield token.line, "portable", "no path selectors; use shortestPath or allShortestPaths"
        if token.text in (":", "|", "&") and after == "$" and _text(tokens, index + 2) == "(":
            yield token.line, "portable", "no dynamic labels or types"
        if token.word == "CALL" and after == "{":
            yield token.line, "portable", "write CALL (x) {…}, not CALL {WITH x …}"
        if token.word == "CALL" and after not in ("{", "("):
            yield token.line, "portable", "no procedures"
        if token.word == "APOC":
            yield token.line, "portable", "no apoc"
        if token.text == ";":
            yield token.line, "portable", "one statement, without a semicolon"


def _unstable(tokens: Sequence[Token]) -> Iterator[Finding]:
    """What differs from run to run, or from engine to engine."""
    for index, token in enumerate(tokens):
        if _text(tokens, index + 1) != "(":
            continue
        if token.word in ("ID", "ELEMENTID"):
            yield token.line, "stable", f"{token.text}() is the engine's own; use the property id"
        if token.word == "KEYS":
            yield token.line, "stable", "the order of keys() is the engine's own"
        if token.word == "LABELS" and _text(tokens, _closing(tokens, index + 1) + 1) != "[":
            yield token.line, "stable", "write labels(x)[0]: a node of ours has one label"
        if token.word == "COLLECT" and not _ordered_before(tokens, index):
            yield token.line, "stable", "collect() needs a WITH … ORDER BY just before"


def _ordered_before(tokens: Sequence[Token], index: int) -> bool:
    """True when the projection that holds a collect() follows a WITH that sorts, or its UNWIND."""
    depth = tokens[index].depth
    while index >= 0 and not (
        tokens[index].depth == depth and tokens[index].word in ("WITH", "RETURN")
    ):
        index -= 1
    sorts = False
    for token in reversed(tokens[: max(index, 0)]):
        if token.depth == depth and token.word == "ORDER":
            sorts = True
        if token.depth == depth and token.word == "UNWIND" and not sorts:
            continue  # an UNWIND keeps the order of its rows
        if token.depth < depth or (token.depth == depth and token.word in CLAUSES):
            return sorts and token.word == "WITH"
    return False


def _limits(tokens: Sequence[Token]) -> Iterator[Finding]:
    """A LIMIT without an order gives any rows."""
    for index, token in enumerate(tokens):
        if token.word not in ("LIMIT", "SKIP"):
            continue
        for before in reversed(tokens[:index]):
            if before.depth == token.depth and before.word == "ORDER":
                break
            if before.depth < token.depth or before.word in CLAUSES:
                yield token.line, "stable", f"{token.word} needs an ORDER BY"
                break


def _known_names(tokens: Sequence[Token]) -> Iterator[Finding]:
    """Labels and types of the schema, as it spells them."""
    open_brackets: list[str] = []
    for index, token in enumerate(tokens):
        if token.text in ("(", "[", "{"):
            open_brackets.append(token.text)
        elif token.text in (")", "]", "}") and open_brackets:
            open_brackets.pop()
        elif token.text == ":" and not _is_a_map(tokens, index, open_brackets):
            yield from _unknown_names(tokens, index)


def _is_a_map(tokens: Sequence[Token], index: int, open_brackets: Sequence[str]) -> bool:
    """`{name: …}` holds a map, but the { of a subquery is followed by a clause."""
    if open_brackets[-1:] != ["{"]:
        return False
    depth = tokens[index].depth
    opening = next(
        i for i in range(index, -1, -1) if tokens[i].text == "{" and tokens[i].depth == depth - 1
    )
    return tokens[opening + 1].word not in CLAUSES


def _unknown_names(tokens: Sequence[Token], index: int) -> Iterator[Finding]:
    while _text(tokens, index) in (":", "|") and index + 1 < len(tokens):
        name = tokens[index + 1]
        if name.kind != "name":
            return
        if name.value not in NODE_TYPES and name.value not in EDGE_TYPES:
            yield name.line, "schema", f"no label or type {name.value} in graph/schema.py"
        index += 2


def _total_order(query: Query, tokens: Sequence[Token]) -> Iterator[Finding]:
    """The answer ends with an order in which no two rows are equal."""
    line = tokens[-1].line if tokens else 1
    if any(token.word == "UNION" and token.depth == 0 for token in tokens):
        yield line, "order", "wrap the UNION in CALL () {…} and sort what it gives"
        return
    items = {
        name: "".join(token.text for token in item)
        for name, item in zip(query.columns, projection(last_clause(tokens, "RETURN")), strict=True)
    }
    order = last_clause(last_clause(tokens, "RETURN"), "ORDER")
    if not order:
        yield line, "order", "no ORDER BY at the end"
        return
    keys = {
        "".join(token.text for token in key if token.word not in ("DESC", "ASC", "BY"))
        for key in split([t for t in order if t.word not in ("BY", "SKIP", "LIMIT")])
    }
    if keys >= set(query.columns):
        return
    if query.returns == "graph":
        wanted = [
            f"{name}.id" for name in query.columns if name in ("source", "relation", "target")
        ]
    else:
        wanted = [name for name in query.columns if name == "id" or name.endswith("_id")]
    missing = [name for name in wanted if name not in keys and items.get(name) not in keys]
    if missing or not wanted:
        yield line, "order", f"ORDER BY must end with {', '.join(missing or ['an id'])}"


def _text(tokens: Sequence[Token], index: int) -> str:
    if not 0 <= index < len(tokens):
        return ""
    token = tokens[index]
    return "$" if token.kind == "parameter" else token.word or token.text


def _closing(tokens: Sequence[Token], opening: int) -> int:
    """Where the bracket that opens here is closed."""
    depth = tokens[opening].depth
    inside = range(opening + 1, len(tokens))
    return next((i for i in inside if tokens[i].depth == depth), len(tokens) - 1)


_RULES: tuple[Rule, ...] = (_aggregates, _unknown_to_one, _unstable, _limits, _known_names)
