"""Where the nearest footnotes are, for a screen that has none."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from documents.language import isolate
from documents.model import Document
from documents.position import Position
from ui.desktop.panels.apparatus.entries import neighbours, numeral


def neighbour_lines(document: Document, ids: tuple[str, ...]) -> tuple[tuple[str, str, Position], ...]:
    """Return a line (icon, words, place) for the last note before the provisions `ids` and the first after them."""
    previous, following, before, after = neighbours(document, ids)
    lines: list[tuple[str, str, Position]] = []
    if previous is not None:
        words = QCoreApplication.translate("ApparatusPane", "Previous: %1 at %2")
        lines.append(("arrow-up", _filled(words, document, before, previous.name), previous.position))
    if following is not None:
        words = QCoreApplication.translate("ApparatusPane", "Next: %1 at %2")
        lines.append(("arrow-down", _filled(words, document, after, following.name), following.position))
    return tuple(lines)


def _filled(words: str, document: Document, number: str, name: str) -> str:
    mark = isolate(numeral(document, number), "rtl")
    return words.replace("%1", mark).replace("%2", isolate(name, "ltr"))
