"""What the list of notes shows of each: notes, places to choose between, conflicts, and what lies in the trash."""

from __future__ import annotations

from dataclasses import dataclass

from documents.annotations.anchoring import AnchorState
from documents.annotations.model import Annotation, first_strong
from documents.language import direction, isolate
from documents.model import Document
from library.conflicts import OpenConflict
from services.anchored import Placed
from ui.desktop.appearance import Appearance
from ui.desktop.names import Digits, name_of
from ui.desktop.note_words import colour_word, kind_word, remarks, stance_word, state_word

_GONE = Document("", "", "", ())
"""Names are the same without the text; a note must be named even when its document is gone."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a row: its words and their direction; `quoted` are words of the text."""

    words: str
    rtl: bool
    quoted: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the list; `note` is what it is about, `offers` how many places there are to choose between."""

    note: Annotation
    name: str
    fact: str
    lines: tuple[Line, ...]
    icon: str
    conflict: OpenConflict | None = None
    placed: Placed | None = None
    offers: int = 0

    @property
    def spoken(self) -> str:
        """What a screen reader says of the row."""
        return ". ".join(filter(None, (self.name, isolate(self.fact, "ltr"), *(line.words for line in self.lines))))


_ICONS = {"bookmark": "bookmark-simple-fill", "highlight": "pencil-line", "note": "note-pencil", "stance": "scales"}


def note_row(note: Annotation, look: Appearance) -> Row:
    """Return the row of a note: its place, the words it stands on, its own words, what else is known of it."""
    quote = " … ".join(target.quote.exact for target in note.targets)
    lines = [Line(f"«{_one_line(quote)}»", direction(note.language) == "rtl", quoted=True)] if quote else []
    if note.text:
        lines.append(Line(_one_line(note.text), note.direction == "rtl"))
    lines.append(Line(remarks(note, look), look.rtl, muted=True))
    return Row(note, note_name(note, look.number), note.document, tuple(lines), _ICONS[note.kind.value])


def look_row(placed: Placed, texts: dict[str, str], look: Appearance) -> Row:
    """Return the row of a note that moved or is not certain: the words before, and the places now."""
    note, rtl = placed.annotation, direction(placed.annotation.language) == "rtl"
    before = " … ".join(target.quote.exact for target in note.targets)
    lines = [Line(f"− {_one_line(before)}", rtl, quoted=True)]
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
    """Return the row of a conflict: both sides, one under the other."""
    sides = [_one_line(side_words(side)) for side in (conflict.mine, conflict.theirs)]
    lines = tuple(
        Line(f"{look.number(number)}. {words}", first_strong(words, note.language) == "rtl")
        for number, words in enumerate(sides, 1)
    )
    source = Line(isolate(conflict.source), look.rtl, muted=True)
    return Row(
        note, note_name(note, look.number), note.document, (*lines, source), "git-diff", conflict=conflict, offers=2
    )


def side_words(values: dict[str, object]) -> str:
    """Return one side of a conflict in words, those of a note as they were written."""
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
    """Return how a note's places are called, also when its document is gone."""
    places = dict.fromkeys(target.span.provision for target in note.targets)
    return " · ".join(name_of(_GONE, id_, digits) if id_ else "" for id_ in places)


def _one_line(words: str, most: int = 240) -> str:
    joined = " ".join(words.split())
    return joined if len(joined) <= most else joined[:most] + "…"
