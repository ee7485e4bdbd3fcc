"""How the title of a document is written in a sentence."""

from __future__ import annotations

_WITHIN = str.maketrans("《》", "〈〉")


def titled(title: object) -> str:
    """《…》; a title within it stands in 〈…〉 (GB/T 15834)."""
    return f"《{str(title).translate(_WITHIN)}》"
