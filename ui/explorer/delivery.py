"""What of a picture still has to be sent: all of it, what changed, or nothing.

The browser says which version it holds with everything that its reader does. Until it has said
so a version is sent again: a message that was overtaken by the next one is never missed.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

Picture = Mapping[str, Any]
"""`nodes` and `edges`, each with an id, and whatever belongs to the picture as a whole."""


@dataclass
class Delivery:
    """Of one canvas in one browser."""

    _name: str = field(default_factory=lambda: secrets.token_hex(4))
    _count: int = 0
    _made_of: Hashable | None = None
    _latest: tuple[str, Picture] = ("", {})
    _held: tuple[str, Picture] = ("", {})

    def of(self, made_of: Any, make: Callable[[], Picture]) -> dict[str, Any]:
        """`version` and `picture`, or `change` upon `base`; drawn only if `made_of` is new."""
        if self._made_of is None or made_of != self._made_of:
            self._made_of = made_of
            self._count += 1
            self._latest = (f"{self._name}-{self._count}", make())
        version, picture = self._latest
        base, held = self._held
        if base == version:
            return {"version": version}
        if not base:
            return {"version": version, "picture": picture}
        return {"version": version, "base": base, "change": change(held, picture)}

    def received(self, version: str) -> None:
        """The browser holds this version; one that we do not know is as good as none."""
        if version == self._latest[0]:
            self._held = self._latest
        elif version != self._held[0]:
            self._held = ("", {})


def change(old: Picture, new: Picture) -> dict[str, Any]:
    """What makes the new picture of the old one: elements new or altered, and the ids of others."""
    found: dict[str, Any] = {
        name: value
        for name, value in new.items()
        if name not in ("nodes", "edges") and value != old.get(name)
    }
    for kind in ("nodes", "edges"):
        known = {item["id"]: item for item in old[kind]}
        wanted = {item["id"] for item in new[kind]}
        found[kind] = [item for item in new[kind] if known.get(item["id"]) != item]
        found[f"{kind}_gone"] = [id for id in known if id not in wanted]
    return found
