"""Names of colours, stances, kinds and states of notes, and their remarks in one line."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from documents.annotations.model import Annotation, Colour
from documents.dates import un_date
from documents.interface_languages import interface_language
from documents.language import isolate
from ui.desktop.support.appearance import Appearance

_COLOURS = {
    "yellow": (QT_TRANSLATE_NOOP("Notes", "Yellow"), QT_TRANSLATE_NOOP("Actions", "Highlight in yellow")),
    "green": (QT_TRANSLATE_NOOP("Notes", "Green"), QT_TRANSLATE_NOOP("Actions", "Highlight in green")),
    "blue": (QT_TRANSLATE_NOOP("Notes", "Blue"), QT_TRANSLATE_NOOP("Actions", "Highlight in blue")),
    "pink": (QT_TRANSLATE_NOOP("Notes", "Pink"), QT_TRANSLATE_NOOP("Actions", "Highlight in pink")),
    "violet": (QT_TRANSLATE_NOOP("Notes", "Violet"), QT_TRANSLATE_NOOP("Actions", "Highlight in violet")),
}
HIGHLIGHT_COMMANDS = {colour.value: str(_COLOURS[colour][1]) for colour in Colour}
"""English source of the command of each highlight colour, translated in the context `Actions`."""

_MARKDOWN = re.compile(r"[*_`]|^\s*(?:#|>|[-+]\s|\d+[.)]\s)", re.MULTILINE)


def colour_word(colour: str) -> str:
    """Return the name of a highlight colour, or any other word as it is."""
    return QCoreApplication.translate("Notes", str(_COLOURS[colour][0])) if colour in _COLOURS else colour


def stance_word(stance: str) -> str:
    """Return the name of a stance."""
    known = {
        "support": QCoreApplication.translate("Notes", "Support"),
        "amend": QCoreApplication.translate("Notes", "Amend"),
        "delete": QCoreApplication.translate("Notes", "Delete"),
        "red-line": QCoreApplication.translate("Notes", "Red line"),
        "ask-capital": QCoreApplication.translate("Notes", "Ask capital"),
    }
    return known.get(stance, stance)


def kind_word(kind: str) -> str:
    """Return the name of a kind of annotation."""
    known = {
        "bookmark": QCoreApplication.translate("Notes", "Bookmark"),
        "highlight": QCoreApplication.translate("Notes", "Highlight"),
        "note": QCoreApplication.translate("Notes", "Note"),
        "stance": QCoreApplication.translate("Notes", "Stance"),
    }
    return known.get(kind, kind)


def state_word(state: str) -> str:
    """Return how certain the place of a note is, or whether it was removed."""
    known = {
        "exact": QCoreApplication.translate("Notes", "At its place"),
        "moved": QCoreApplication.translate("Notes", "Moved with its words"),
        "ambiguous": QCoreApplication.translate("Notes", "More than one possible place"),
        "orphaned": QCoreApplication.translate("Notes", "Its words are lost"),
        "removed": QCoreApplication.translate("Notes", "Removed"),
        "kept": QCoreApplication.translate("Notes", "Kept"),
    }
    return known.get(state, state)


def date_words(moment: datetime.datetime, appearance: Appearance) -> str:
    """Return a day in the language and digits of the interface."""
    return isolate(appearance.number(un_date(moment.astimezone().date(), appearance.language)))


def remarks(note: Annotation, appearance: Appearance) -> str:
    """Return stance with author and date, colour, labels and date of a note in one line."""
    parts, taken = [], note.stance_taken
    if taken is not None:
        who = f"{isolate(note.author)}{interface_language(appearance.language).comma}" if note.author else ""
        parts.append(f"{stance_word(note.stance)} ({who}{date_words(taken, appearance)})")
    if note.colour:
        parts.append(colour_word(note.colour))
    parts += [isolate(label) for label in note.labels]
    if taken is None or taken.astimezone().date() != note.changed.astimezone().date():
        parts.append(date_words(note.changed, appearance))
    return " · ".join(parts)


def plain_words(markdown: str) -> str:
    """Return the words of a note without Markdown signs, line by line."""
    if _MARKDOWN.search(markdown):
        markdown = _without_signs(markdown)
    return "\n".join(line.strip() for line in markdown.splitlines() if line.strip())


@lru_cache(maxsize=1000)  # lists are made anew at every change; reading takes a millisecond a note
def _without_signs(markdown: str) -> str:
    from documents.annotations.rich_text import blocks

    return "\n".join(f"{block.mark} {block.text}" for block in blocks(markdown))
