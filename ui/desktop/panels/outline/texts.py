"""The words of the outline that are not the text's own: names of parts, of forces, and counts."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from ui.desktop.panels.outline.groups import Entry, Group, Part
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.place_names import display_name

_PARTS = {
    Part.OPENING: QT_TRANSLATE_NOOP("Outline", "Opening"),
    Part.PREAMBLE: QT_TRANSLATE_NOOP("Outline", "Preamble"),
    Part.OPERATIVE: QT_TRANSLATE_NOOP("Outline", "Operative part"),
    Part.ANNEX: QT_TRANSLATE_NOOP("Outline", "Annex"),
    Part.BODY: QT_TRANSLATE_NOOP("Outline", "Text"),
    Part.CLOSING: QT_TRANSLATE_NOOP("Outline", "Closing"),
}
_FORCES = {
    "statement": QT_TRANSLATE_NOOP("Outline", "Statement"),
    "recommends": QT_TRANSLATE_NOOP("Outline", "Recommends"),
    "invites": QT_TRANSLATE_NOOP("Outline", "Invites"),
    "urges": QT_TRANSLATE_NOOP("Outline", "Urges"),
    "requests": QT_TRANSLATE_NOOP("Outline", "Requests"),
    "decides": QT_TRANSLATE_NOOP("Outline", "Decides"),
}


def part_name(part: Part) -> str:
    """Return the heading of a part."""
    return QCoreApplication.translate("Outline", str(_PARTS[part]))


def force_name(force: str, language: str) -> str:
    """Return the word of a force; none in the English window, whose verbs are that word already."""
    return "" if language == "en" else QCoreApplication.translate("Outline", str(_FORCES[force]))


class OutlineCounts(QObject):
    """Counts of paragraphs in words."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def of_group(self, group: Group) -> str:
        """Return `١٩ فقرة` for the preamble and the operative part, the bare number for the rest."""
        if group.part in {Part.PREAMBLE, Part.OPERATIVE}:
            return self._appearance.number(self.tr("%n paragraph(s)", "", group.numbered))
        return self._appearance.number(len(group.ids))


def said(entry: Entry, appearance: Appearance) -> str:
    """Return a row as assistive technology says it."""
    parts = [display_name(entry.id, entry.label, appearance.number), entry.words(appearance.language)]
    parts += [force_name(entry.force, "") if entry.force else "", " ".join(entry.marks)]
    return " ".join(part for part in parts if part)


def said_group(group: Group, counts: OutlineCounts) -> str:
    """Return a group's heading as assistive technology says it."""
    return f"{part_name(group.part)}, {counts.of_group(group)}"
