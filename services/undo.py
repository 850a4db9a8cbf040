"""Undo and redo over all that a person changed, whatever it was and whichever session it was in."""

from __future__ import annotations

from dataclasses import dataclass

from library import catalogue, citation_overrides, conflicts, document_versions, journal, labels, notes
from library.database import Database
from services.citations import overrides
from services.citations.overrides import Changed

DOCUMENT = "document"
"""What the journal calls a document that was taken out of the library, or brought back."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What a turn was about: the `subjects` it changed, the annotations, and a citation's place where it was one."""

    subjects: frozenset[str]
    annotations: tuple[str, ...] = ()
    citation: Changed | None = None


def undo(db: Database) -> Undone | None:
    """Take the last turn back; None where there is none."""
    with db.transaction():
        if journal.next_undo(db) == citation_overrides.SUBJECT:
            return _of_citation(overrides.undo(db))
        return _applied(db, journal.undo(db))


def redo(db: Database) -> Undone | None:
    """Take the turn again that was undone last; None where there is none."""
    with db.transaction():
        if journal.next_redo(db) == citation_overrides.SUBJECT:
            return _of_citation(overrides.redo(db))
        return _applied(db, journal.redo(db))


def can_undo(db: Database) -> bool:
    """Say whether there is a turn to take back."""
    return journal.next_undo(db) is not None


def can_redo(db: Database) -> bool:
    """Say whether there is a turn to take again."""
    return journal.next_redo(db) is not None


def remove_document(db: Database, symbol: str, language: str) -> None:
    """Take a document out of the library; one turn to undo. What was written on it stays. NotHeld."""
    with db.transaction():
        id_ = document_versions.remove(db, symbol, language)
        journal.record(db, DOCUMENT, str(id_), {"held": True}, {"held": False})


def _of_citation(changed: Changed | None) -> Undone | None:
    return Undone(frozenset({citation_overrides.SUBJECT}), (), changed) if changed else None


def _applied(db: Database, steps: tuple[journal.Step, ...]) -> Undone | None:
    if not steps:
        return None
    for step in steps:
        if step.subject == notes.SUBJECT:
            notes.put(db, step.entity, step.to)
        elif step.subject == labels.SUBJECT:
            labels.apply(db, step.entity, step.to)
        elif step.subject == conflicts.SUBJECT:
            conflicts.apply(db, step.entity, step.to)
        elif step.subject == DOCUMENT:
            _hold(db, int(step.entity), held=bool(step.to["held"]))
    touched = [step.entity for step in steps if step.subject == notes.SUBJECT]
    return Undone(frozenset(step.subject for step in steps), tuple(dict.fromkeys(touched)))


def _hold(db: Database, id_: int, *, held: bool) -> None:
    """Bring a text back, or take it out again; one that came in its place meanwhile stays."""
    symbol, language = document_versions.name(db, id_)
    if held and not catalogue.has(db, symbol, language):
        document_versions.restore(db, id_)
    elif not held and document_versions.is_held(db, id_):
        document_versions.remove(db, symbol, language)
