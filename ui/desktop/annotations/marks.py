"""A bookmark as its list shows it."""

from __future__ import annotations

from dataclasses import dataclass

from documents.model import Document
from library.bookmarks import Bookmark
from ui.desktop.names import Digits, name_of

_GONE = Document("", "", "", ())
"""Names are the same without the text; a bookmark must be named even when its document is gone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark with the name of its clause and the first words of it, in the marks of quotation."""

    bookmark: Bookmark
    name: str
    words: str


def shown(bookmark: Bookmark, digits: Digits = str, most: int = 120) -> Mark:
    """Return a bookmark as it is listed, whether or not its document is still held."""
    text = bookmark.quote.exact
    if len(text) > most:
        text = text[:most].rsplit(maxsplit=1)[0] + "…"
    return Mark(bookmark, name_of(_GONE, bookmark.provision, digits), f"«{text}»")
