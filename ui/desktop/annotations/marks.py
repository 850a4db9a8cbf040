"""A bookmark as its list shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from library.bookmarks import Bookmark

_NUMBERED = re.compile(r"(?P<outer>outer_)?(?P<kind>pp|op)_(?P<number>\w+)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark with the label of its clause and the first words of it, in the marks of quotation."""

    bookmark: Bookmark
    label: str
    words: str


def shown(bookmark: Bookmark, most: int = 120) -> Mark:
    """Return a bookmark as it is listed, whether or not its document is still held."""
    text = bookmark.quote.exact
    if len(text) > most:
        text = text[:most].rsplit(maxsplit=1)[0] + "…"
    return Mark(bookmark, _label(bookmark.provision), f"«{text}»")


def _label(provision: str) -> str:
    """Return `OP5 (a)` for `op_5_a`; the bookmark must be named even when its document is gone."""
    found = _NUMBERED.fullmatch(provision)
    if found is None:
        return {"title": "M5", "chapeau": "ch", "outer_chapeau": "E-ch"}.get(provision, provision.replace("_", " "))
    number, *parts = found["number"].split("_")
    prefix = "E-" if found["outer"] else ""
    return f"{prefix}{found['kind'].upper()}{number} {''.join(f'({part})' for part in parts)}".strip()
