"""Show notes: as the one JSON document of a command, or as lines."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from documents.annotations.model import Annotation
from documents.model import Document
from library import catalogue
from library.database import Database
from services.notes import anchor_resolution
from services.notes.anchor_resolution import PlacedAnnotation
from ui.terminal import note_json as forms
from ui.terminal.session import Session


def show_note(session: Session, options: argparse.Namespace, one: Annotation) -> int:
    """Print a note as it is now; return 0."""
    placed = anchor_resolution.resolve_all(session.db, (one,))[one.id]
    if options.json:
        session.print_json(forms.note(placed))
    else:
        print_lines(session, (placed,))
    return 0


def print_lines(session: Session, shown: Iterable[PlacedAnnotation]) -> None:
    """Print notes a line each; places are named as in the text where it is held (its title is M5, or M1)."""
    texts: dict[tuple[str, str], Document] = {}
    for one in shown:
        name = (one.annotation.document, one.annotation.language)
        if name not in texts:
            texts[name] = _text(session.db, *name)
        session.print(forms.line(one, texts[name]))


def _text(db: Database, symbol: str, language: str) -> Document:
    return catalogue.load(db, symbol, language) if catalogue.has(db, symbol, language) else forms.NO_TEXT
