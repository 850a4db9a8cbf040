"""Undo and redo the user's changes of any kind, made in this or an earlier session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from library import citation_overrides, conflicts, document_versions, journal, labels, notes
from library.database import Database
from services.citations import overrides
from services.citations.overrides import OverrideChange

_APPLY: dict[str, Callable[[Database, str, journal.Values], None]] = {
    notes.SUBJECT: notes.put,
    labels.SUBJECT: labels.apply,
    conflicts.SUBJECT: conflicts.apply,
    document_versions.SUBJECT: document_versions.apply,
}
"""By subject of the journal, the function that writes the values of a step."""


@dataclass(frozen=True, slots=True)
class UndoResult:
    """The subjects that a turn changed, the ids of its annotations, and the citation override it changed, if any."""

    subjects: frozenset[str]
    annotations: tuple[str, ...] = ()
    citation: OverrideChange | None = None


def undo(db: Database) -> UndoResult | None:
    """Undo the last turn. None where there is none."""
    with db.transaction():
        if journal.next_undo(db) == citation_overrides.SUBJECT:
            return _of_citation(overrides.undo(db))
        return _applied(db, journal.undo(db))


def redo(db: Database) -> UndoResult | None:
    """Redo the turn that was undone last. None where there is none."""
    with db.transaction():
        if journal.next_redo(db) == citation_overrides.SUBJECT:
            return _of_citation(overrides.redo(db))
        return _applied(db, journal.redo(db))


def _of_citation(changed: OverrideChange | None) -> UndoResult | None:
    return UndoResult(frozenset({citation_overrides.SUBJECT}), (), changed) if changed else None


def _applied(db: Database, steps: tuple[journal.Step, ...]) -> UndoResult | None:
    if not steps:
        return None
    for step in steps:
        _APPLY[step.subject](db, step.entity, step.to)
    touched = [step.entity for step in steps if step.subject == notes.SUBJECT]
    return UndoResult(frozenset(step.subject for step in steps), tuple(dict.fromkeys(touched)))
