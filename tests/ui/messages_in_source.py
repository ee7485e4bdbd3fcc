"""What the source may say: the sentences of every error and issue, found without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path

from graph.errors import StrategyError

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("graph", "loaders", "queries", "ui")
HOLE = "{}"
_DEEPEST = 8
_SAID_BY = {
    "Issue": ("level", "code", "message", "span", "quote", "fix"),
    "Doubt": ("code", "start", "end", "message"),
    "StrategyError": ("title", "where", "hint"),
}
_SHOWN = ("title", "where", "hint", "message", "fix")


@dataclass(frozen=True, order=True)
class Message:
    """A sentence with {} for what is only known at run time, and the file that says it."""

    path: str
    text: str


@dataclass(frozen=True)
class _Module:
    path: str
    tree: ast.Module
    parents: dict[ast.AST, ast.AST]


@cache
def messages() -> frozenset[Message]:
    """Every title, where, hint, message and fix of the four packages."""
    modules = list(_modules())
    return frozenset(
        Message(module.path, text)
        for module in modules
        for call in _calls(module)
        for value in _said(call)
        for text in _Resolver(modules, module).texts(value)
    )


def _modules() -> Iterator[_Module]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            parents = {c: p for p in ast.walk(tree) for c in ast.iter_child_nodes(p)}
            yield _Module(path.relative_to(ROOT).as_posix(), tree, parents)


def _calls(module: _Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    function = call.func
    return getattr(function, "id", "") or getattr(function, "attr", "")


@cache
def _errors() -> frozenset[str]:
    def below(kind: type[StrategyError]) -> Iterator[str]:
        yield kind.__name__
        for one in kind.__subclasses__():
            yield from below(one)

    return frozenset(below(StrategyError))


def _said(call: ast.Call) -> Iterator[ast.expr]:
    """What is handed to an error or an issue to be shown."""
    name = "StrategyError" if _called(call) in _errors() else _called(call)
    if name in _SAID_BY:
        given = dict(zip(_SAID_BY[name], call.args, strict=False))
        given |= {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
        yield from (given[field] for field in _SHOWN if field in given)


class _Resolver:
    """The texts that an expression may have, with holes for what cannot be seen."""

    def __init__(self, modules: Sequence[_Module], module: _Module) -> None:
        self.modules, self.module = modules, module

    def texts(self, value: ast.expr, depth: int = 0) -> set[str]:
        """All of them; {} alone where nothing is known."""
        if depth > _DEEPEST:
            return {HOLE}
        match value:
            case ast.Constant(value=str(text)):
                return {text}
            case ast.JoinedStr(values=parts):
                return self._joined(parts, depth)
            case ast.FormattedValue(value=inner, conversion=-1, format_spec=None):
                return self.texts(inner, depth + 1)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self._joined([left, right], depth)
            case ast.IfExp(body=body, orelse=other):
                return self.texts(body, depth + 1) | self.texts(other, depth + 1)
            case ast.Name(id=name):
                return self._named(name, value, depth + 1)
            case ast.Call(func=ast.Name(id=name)):
                returned = self._returned(name)
                return set().union(*(self.texts(v, depth + 1) for v in returned)) or {HOLE}
        return {HOLE}

    def _joined(self, parts: Iterable[ast.expr], depth: int) -> set[str]:
        return {"".join(one) for one in product(*(self.texts(p, depth + 1) for p in parts))}

    def _named(self, name: str, place: ast.AST, depth: int) -> set[str]:
        """What was assigned to a name in its function, handed to it, or said at the top."""
        function = self._function(place)
        if function is not None:
            found = {t for v in _assigned(name, function) for t in self.texts(v, depth)}
            arguments = [a.arg for a in (*function.args.args, *function.args.kwonlyargs)]
            if name in arguments:
                return found | self._handed(function, arguments, name, depth)
            if found:
                return found
        top = [s for s in self.module.tree.body if isinstance(s, ast.Assign | ast.AnnAssign)]
        values = [v for s in top for v in _assigned(name, s)]
        return {t for v in values for t in self.texts(v, depth)} or {HOLE}

    def _function(self, place: ast.AST) -> ast.FunctionDef | None:
        while (above := self.module.parents.get(place)) is not None:
            if isinstance(above, ast.FunctionDef):
                return above
            place = above
        return None

    def _handed(
        self, function: ast.FunctionDef, arguments: list[str], name: str, depth: int
    ) -> set[str]:
        """The argument at every call; a private function is called in its own module only."""
        private = function.name.startswith("_")
        own = arguments[1:] if arguments[:1] == ["self"] else arguments
        found: set[str] = set()
        for module in [self.module] if private else self.modules:
            for call in _calls(module):
                if _called(call) == function.name:
                    given = dict(zip(own, call.args, strict=False))
                    given |= {k.arg: k.value for k in call.keywords if k.arg}
                    if name in given:
                        resolver = _Resolver(self.modules, module)
                        found |= resolver.texts(given[name], depth + 1)
        return found or {HOLE}

    def _returned(self, name: str) -> list[ast.expr]:
        return [
            inner.value
            for node in self.module.tree.body
            if isinstance(node, ast.FunctionDef) and node.name == name
            for inner in ast.walk(node)
            if isinstance(inner, ast.Return) and inner.value is not None
        ]


def _assigned(name: str, within: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(within):
        match node:
            case ast.Assign(targets=[ast.Name(id=found)], value=value) if found == name:
                yield value
            case ast.AnnAssign(target=ast.Name(id=found), value=ast.expr() as value):
                if found == name:
                    yield value
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                for target, value in zip(names, values, strict=False):
                    if isinstance(target, ast.Name) and target.id == name:
                        yield value
            case ast.For(target=target):
                inside = (n for n in ast.walk(target) if isinstance(n, ast.Name))
                if any(n.id == name for n in inside):
                    yield ast.Attribute(ast.Name(name), name)  # not to be seen: a hole
