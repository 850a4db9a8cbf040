"""A text as lines for a terminal, with labels, numbers, markers and footnotes, in logical or visual order."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

from documents.exporters.export_texts import statement
from documents.exporters.text import note_line, provision_text
from documents.language import direction
from documents.position import FOOTNOTE_PREFIX, footnote_id
from documents.provision_labels import label
from documents.reading import Reading
from ui.terminal.visual import visual

RLM = "\u200f"
"""Gives a line that begins with a Latin label a right-to-left base direction in terminals that order lines."""


def lines(reading: Reading, only: frozenset[str] | None) -> Iterator[str]:
    """Yield the whole text below its statement, or only the provisions and footnotes (`fn_6`) with these ids."""
    document = reading.document
    if only is None:
        yield from (document.symbol, *statement(reading), "")
    shown = [provision for provision in document.provisions if only is None or provision.id in only]
    for provision in shown:
        yield _labelled(reading, provision.id, provision_text(reading, provision))
        if only is None:
            yield ""
    notes = [note for note in document.footnotes if only is None or footnote_id(note.number) in only]
    if notes and shown and only is not None:
        yield ""
    for note in notes:
        yield note_line(reading, note, isolated=True)


def provisions_shown(reading: Reading, place: str) -> frozenset[str]:
    """Return the ids of a provision, of those below it and of their footnotes, or of a footnote alone."""
    if place.startswith(FOOTNOTE_PREFIX):
        return frozenset({place})
    document = reading.document
    chosen = {place}
    for provision in document.provisions:
        if provision.parent in chosen:
            chosen.add(provision.id)
    notes = {footnote_id(m.footnote) for p in document.provisions if p.id in chosen for m in p.markers}
    return frozenset(chosen | notes)


def shaper(language: str, *, wanted: bool) -> Callable[[str], str]:
    """Return the function that prepares a line: visual order where it is wanted for a right-to-left text."""
    if not wanted or direction(language) != "rtl":
        return str
    width = max(20, shutil.get_terminal_size().columns)
    return lambda line: visual(line, width)


def _labelled(reading: Reading, id_: str, text: str) -> str:
    mark = RLM if direction(reading.document.language) == "rtl" else ""
    return f"{mark}{label(reading.document, id_)}  {text}"
