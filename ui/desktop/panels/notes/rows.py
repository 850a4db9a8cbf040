"""The rows of the notes page as values: notes, uncertain places, conflicts and removed notes, with their texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from documents.annotations.anchor_search import AnchorState
from documents.annotations.model import Annotation
from documents.language import direction, isolate
from documents.model import Document
from services.notes.anchor_resolution import PlacedAnnotation
from services.notes.note_merge import OpenConflict
from services.notes.note_query import Listed
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.note_text import colour_word, kind_word, plain_words, remarks, stance_word, state_word
from ui.desktop.support.place_names import Digits, name_of

_GONE = Document("", "", "", ())
"""A note whose document is gone is named by labels alone, which need no text."""

_MOST, _SHOWN = 2000, 240
"""The most characters of a note that are read for its row, and that are shown of any text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a row. `quoted` marks words of the text, and `closing` follows an ellipsis."""

    words: str
    rtl: bool
    quoted: bool = False
    muted: bool = False
    closing: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list, with the number of places or sides it `offers` to choose between."""

    note: Annotation
    name: str
    fact: str
    lines: tuple[Line, ...]
    icon: str
    conflict: OpenConflict | None = None
    placed: PlacedAnnotation | None = None
    offers: int = 0

    @property
    def is_gone(self) -> bool:
        """Whether the note is in the trash."""
        return self.note.removed is not None and self.conflict is None

    @property
    def sign(self) -> str:
        """The icon of the button at the end of the row: remove or restore, "" for a conflict."""
        if self.conflict is not None:
            return ""
        return "arrow-u-up-left" if self.is_gone else "x"

    @property
    def spoken(self) -> str:
        """The row as assistive technology says it."""
        return ". ".join(filter(None, (self.name, isolate(self.fact, "ltr"), *(line.words for line in self.lines))))


_ICONS = {"bookmark": "bookmark-simple-fill", "highlight": "pencil-line", "note": "note-pencil", "stance": "scales"}


def row_of(listed: Listed, texts: Mapping[tuple[str, str], Mapping[str, str]], look: Appearance) -> Row:
    """Return the row of an item of a listing, with `texts` as in `NoteListing`."""
    if isinstance(listed, Annotation):
        return note_row(listed, look)
    if isinstance(listed, PlacedAnnotation):
        key = (listed.annotation.document, listed.annotation.language)
        return look_row(listed, texts.get(key, {}), look)
    return conflict_row(*listed, look)


def note_row(note: Annotation, look: Appearance) -> Row:
    """Return the row of a note: place, quotation, the user's words, remarks."""
    quote, rtl = " … ".join(target.quote.exact for target in note.targets), direction(note.language) == "rtl"
    lines = [Line(f"«{_one_line(quote)}»", rtl, quoted=True, closing="»")] if quote else []
    lines += _own(note)
    lines.append(Line(remarks(note, look), look.rtl, muted=True))
    return Row(note, note_name(note, look.number), note.document, tuple(lines), _ICONS[note.kind.value])


def look_row(placed: PlacedAnnotation, texts: Mapping[str, str], look: Appearance) -> Row:
    """Return the row of a note that moved or is uncertain: its quotation, its words, and the present places."""
    note, rtl = placed.annotation, direction(placed.annotation.language) == "rtl"
    before = " … ".join(target.quote.exact for target in note.targets)
    lines = [Line(f"− {_one_line(before)}", rtl, quoted=True)] if before else []
    lines += _own(note)
    spans = placed.spans or tuple(
        candidate.span for one in placed.found if one.span is None for candidate in one.candidates
    )
    lines += [
        Line(
            f"{look.number(number)}. {isolate(name_of(_GONE, span.provision, look.number))} "
            f"{_one_line(span.cut(texts.get(span.provision, '')))}",
            rtl,
            quoted=True,
        )
        for number, span in enumerate(spans[:3], 1)
    ]
    lines.append(Line(state_word(placed.state), look.rtl, muted=True))
    icon = "check" if placed.state is AnchorState.MOVED else "warning"
    offers = 1 if placed.spans else len(spans)
    return Row(note, note_name(note, look.number), note.document, tuple(lines), icon, placed=placed, offers=offers)


def conflict_row(conflict: OpenConflict, note: Annotation, look: Appearance) -> Row:
    """Return the row of a conflict: both sides, and the source of theirs."""
    heads = (
        QCoreApplication.translate("Notes", "Mine: {words}"),
        QCoreApplication.translate("Notes", "Theirs: {words}"),
    )
    lines = [
        Line(f"{look.number(number)}. {head.format(words=isolate(_one_line(side_words(side))))}", look.rtl)
        for number, (head, side) in enumerate(zip(heads, (conflict.mine, conflict.theirs), strict=True), 1)
    ]
    lines.append(Line(source_words(conflict), look.rtl, muted=True))
    return Row(note, note_name(note, look.number), note.document, tuple(lines), "git-diff", conflict=conflict, offers=2)


def source_words(conflict: OpenConflict) -> str:
    """Return the source of the other side of a conflict: the name of a file, or this computer."""
    if not conflict.source:
        return QCoreApplication.translate("Notes", "Written elsewhere on this computer")
    return QCoreApplication.translate("Notes", "From {source}").format(source=isolate(conflict.source, "ltr"))


def side_words(values: dict[str, object]) -> str:
    """Return one side of a conflict in words, those of a note as they were typed."""
    told = []
    for name, value in values.items():
        if name == "targets" and isinstance(value, list):
            told += [f"«{_one_line(str(target[3]))}»" for target in value]
        elif name == "labels" and isinstance(value, list):
            told += [isolate(str(label)) for label in value]
        elif name in {"colour", "kind", "stance"} and value:
            told.append({"colour": colour_word, "kind": kind_word, "stance": stance_word}[name](str(value)))
        elif name == "removed":
            told.append(state_word("removed" if value else "kept"))
        elif value:
            told.append(str(value))
    return " · ".join(told) or "–"


def note_name(note: Annotation, digits: Digits) -> str:
    """Return the names of a note's places, also when its document is gone."""
    places = dict.fromkeys(target.span.provision for target in note.targets if target.span.provision)
    if not note.targets:
        return QCoreApplication.translate("Notes", "Whole document")
    return " · ".join(name_of(_GONE, id_, digits) for id_ in places)


def _own(note: Annotation) -> list[Line]:
    """Return the line of the user's own words without Markdown signs, or no line without words."""
    words = _one_line(plain_words(note.text.strip()[:_MOST]))
    return [Line(words, note.direction == "rtl")] if words else []


def _one_line(words: str) -> str:
    joined = " ".join(words.split())
    return joined if len(joined) <= _SHOWN else joined[:_SHOWN].rstrip() + "…"
