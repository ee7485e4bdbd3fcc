"""Can this Cypher do nothing but read? An allow-list, made on tokens.

A read session still runs LOAD CSV and procedures, so what is not known to be harmless is refused,
with the word and its line. In Cypher a word that follows a finished expression is an operator, a
part of a clause, or the begin of a new clause. So it is enough to know which words may stand
there, and which may begin a statement, a subquery or a branch of a UNION: all other clauses, also
those of versions to come, have no place to stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.errors import QueryError
from queries.tokens import Token, split, tokenize

_LONGEST = 20_000
"""Characters of a query."""
_MOST_STEPS = 1_000_000
"""Elements of all ranges of a query, multiplied: neither engine stops inside an expression."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEGINNINGS = _words("MATCH OPTIONAL WITH UNWIND RETURN CALL")
"""What may begin a statement, a subquery or a branch of a UNION."""

AFTER_AN_EXPRESSION = BEGINNINGS | _words(
    "WHERE ORDER SKIP LIMIT OFFSET AS YIELD UNION ASC ASCENDING DESC DESCENDING"
    " AND OR XOR IN IS STARTS ENDS CONTAINS WHEN THEN ELSE END"
)
_FINISHED = _words("NULL TRUE FALSE END ASC ASCENDING DESC DESCENDING")
_UNFINISHED = (AFTER_AN_EXPRESSION - _FINISHED) | _words("BY NOT CASE DISTINCT")

PROCEDURES = _words("db.labels db.relationshiptypes db.propertykeys db.index.fulltext.querynodes")
_TEMPORAL = _words("date datetime time localtime localdatetime duration")
FUNCTIONS = _TEMPORAL | _words(
    # aggregates and predicates
    "count sum avg min max collect stdev stdevp percentilecont percentiledisc"
    " exists isempty all any none single coalesce nullif"
    # of nodes, paths and lists
    " labels type id elementid keys properties nodes relationships startnode endnode length size"
    " shortestpath allshortestpaths head last tail reverse range reduce"
    # of text and numbers
    " left right substring replace split trim ltrim rtrim btrim upper lower toupper tolower"
    " char_length character_length normalize abs ceil floor round sign sqrt exp log log10 e pi"
    " sin cos tan cot asin acos atan atan2 degrees radians rand isnan point"
    " tointeger tofloat toboolean tostring tointegerornull tofloatornull tobooleanornull"
    " tostringornull tointegerlist tofloatlist tobooleanlist tostringlist valuetype timestamp"
)
_VALUES = ("number", "string", "parameter")
_SIGNS = _words("( ) [ ] { } . , : | + - * / % ^ = < > ! & $ <= >= <> =~ .. +=")
_NUMBER = re.compile(r"\d+(\.\d*)?([eE][+-]?\d+)?|0x[0-9a-fA-F]+|0o[0-7]+")
_HIDDEN = re.compile(
    r"[^\S \t\r\n\u3000]|[\x00-\x08\x0e-\x1f\x7f\u180e\u200b-\u200f\u2060-\u2064\ufeff]"
)


def allowed(cypher: str) -> None:
    """Raises QueryError, with line and word, unless the text can do nothing but read."""
    if len(cypher) > _LONGEST:
        raise QueryError("the query is too long", hint=f"at most {_LONGEST} characters")
    if "\\u" in cypher.lower():
        raise _refusal(
            "no unicode escapes", _line(cypher, cypher.lower().index("\\u")), "type the character"
        )
    if hidden := _HIDDEN.search(cypher):
        raise _refusal(
            "a character that cannot be seen", _line(cypher, hidden.start()), "delete it"
        )
    tokens = tokenize(cypher)
    if tokens and tokens[-1].text == ";":
        tokens = tokens[:-1]
    if not tokens:
        raise QueryError("there is no query", hint="type one, as in MATCH (t:Target) RETURN t.name")
    _check_signs(tokens)
    _check_clauses(tokens)
    _check_calls(tokens)
    _check_ranges(tokens)


def _check_signs(tokens: Sequence[Token]) -> None:
    for index, token in enumerate(tokens):
        if token.text == ";":
            raise _refusal("one statement at a time", token.line, "send the second one alone")
        if token.text in ("'", '"', "`"):
            raise _refusal("a quote is never closed", token.line, "close the text with its quote")
        if token.text == "/" and _text(tokens, index + 1) == "*":
            raise _refusal("a comment is never closed", token.line, "end it with */")
        if token.kind == "sign" and token.text not in _SIGNS:
            raise _refusal(f"a stray “{token.text}”", token.line, "it belongs inside quotes")
        if token.kind == "number" and not _NUMBER.fullmatch(token.text):
            raise _refusal(f"“{token.text}” is no number", token.line, "put a space between them")


def _check_clauses(tokens: Sequence[Token]) -> None:
    """Walk through the tokens and know at each whether an expression is finished before it."""
    begins, finished = True, False
    for index, token in enumerate(tokens):
        word, after = token.word, _text(tokens, index + 1)
        if begins and word in ("ALL", "DISTINCT") and _text(tokens, index - 1).upper() == "UNION":
            continue
        if begins and not _may_begin(tokens, index):
            raise _not_allowed(token)
        if finished and ((word and word not in AFTER_AN_EXPRESSION) or token.kind in _VALUES):
            raise _not_allowed(token)
        if word and after == "[" and _is_quantified(tokens, index - 1):
            raise _not_allowed(token)
        if word == "OPTIONAL" and (begins or finished) and after.upper() != "MATCH":
            raise _not_allowed(token)
        operand = not finished and not begins and word not in _UNFINISHED
        begins = token.text == "{" or (word == "UNION" and (begins or finished))
        finished = (
            token.text in (")", "]", "}")
            or token.kind in _VALUES
            or (token.kind == "name" and (not word or operand or word in _FINISHED))
            or (
                token.text == "*"
                and _text(tokens, index - 1).upper() in ("WITH", "RETURN", "DISTINCT")
            )
        )


def _is_quantified(tokens: Sequence[Token], index: int) -> bool:
    """True after `)+` and `)*`: the end of a pattern as well as a sum."""
    return _text(tokens, index) in ("+", "*") and _text(tokens, index - 1) == ")"


def _may_begin(tokens: Sequence[Token], index: int) -> bool:
    """True for an allowed clause, and inside braces for what makes a map or a pattern."""
    token, after = tokens[index], _text(tokens, index + 1)
    if token.word in BEGINNINGS:
        return True
    if index == 0 or _text(tokens, index - 1) != "{":
        return False
    return token.kind != "name" or after in (":", ",", "}", ".", "=")


def _check_calls(tokens: Sequence[Token]) -> None:
    for index, token in enumerate(tokens):
        if token.word == "TRANSACTIONS":
            raise _not_allowed(token)
        before = _text(tokens, index - 1)
        if token.kind != "name" or before == ".":
            continue
        name, end = _dotted(tokens, index)
        if before.upper() == "CALL":
            if name.lower() not in PROCEDURES:
                hint = f"allowed: {_listed(PROCEDURES)}"
                raise _refusal(f"procedure {name} is not allowed", token.line, hint)
            continue
        called = _text(tokens, end) == "(" and before not in (":", "|", "&", "!")
        if called and token.word not in _UNFINISHED and not _is_known(name):
            hint = "the functions of openCypher are"
            raise _refusal(f"function {name} is not allowed", token.line, hint)


def _check_ranges(tokens: Sequence[Token]) -> None:
    steps = 1
    for index, token in enumerate(tokens):
        if token.word != "RANGE" or _text(tokens, index + 1) != "(":
            continue
        inside = [t for t in tokens[index + 2 :] if t.depth > token.depth]
        end = next((i for i, t in enumerate(tokens[index + 2 :]) if t.depth <= token.depth), None)
        bounds = split(inside[:end])
        if all(_is_whole(bound) for bound in bounds) and len(bounds) in (2, 3):
            first, last, *step = (int("".join(t.text for t in bound)) for bound in bounds)
            steps *= max(1, abs(last - first) // max(1, abs(step[0]) if step else 1) + 1)
        elif not any(t.word in ("SIZE", "LENGTH") for t in inside[:end]):
            raise _refusal("range() of what?", token.line, "give numbers, or size(…) of a list")
        if steps > _MOST_STEPS:
            hint = f"all ranges together make at most {_MOST_STEPS} steps"
            raise _refusal("the range is too long", token.line, hint)


def _is_whole(bound: Sequence[Token]) -> bool:
    return bool(re.fullmatch(r"-?\d{1,18}", "".join(token.text for token in bound)))


def _is_known(name: str) -> bool:
    first, dot, _ = name.lower().partition(".")
    return first in (_TEMPORAL | {"point"}) if dot else name.lower() in FUNCTIONS


def _dotted(tokens: Sequence[Token], index: int) -> tuple[str, int]:
    """A name with its name spaces, and where it ends."""
    parts: list[str] = []
    while index < len(tokens) and tokens[index].kind == "name":
        parts.append(tokens[index].value)
        index += 1
        if _text(tokens, index) != ".":
            break
        index += 1
    return ".".join(parts), index


def _not_allowed(token: Token) -> QueryError:
    return _refusal(
        f"“{token.text}” is not allowed here", token.line,
        f"the console only reads: {_listed(BEGINNINGS)}",
    )  # fmt: skip


def _refusal(title: str, line: int, hint: str) -> QueryError:
    return QueryError(title, where=f"line {line}", hint=hint)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def _text(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].text if 0 <= index < len(tokens) else ""
