"""What is remembered of where annotations stand in a text, so that opening it need not look for them again.

An answer holds for one text (by its digest) and for targets that have not been changed since.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from documents.annotations.anchor_search import Anchored, AnchorSearch, AnchorState, Candidate
from documents.annotations.merge import stamps_of
from documents.annotations.model import Annotation
from documents.model import Document
from documents.position import Span
from library import anchor_cache, catalogue
from library.database import Database
from library.errors import LibraryError

Answers = Sequence[Anchored]
"""One for each target of an annotation."""


class AnchorMemory:
    """The answers that are remembered for one text."""

    def __init__(self, db: Database, document: Document) -> None:
        self._db, self._document = db, document
        self._digest = catalogue.digest(db, document.symbol, document.language) or ""
        self._known = anchor_cache.known(db, document.symbol, document.language, self._digest)

    def of(self, one: Annotation) -> tuple[Anchored, ...] | None:
        """Return where an annotation stands in the text; None where that is not remembered."""
        told = self._known.get((one.id, _key(one)))
        return None if told is None else _read(told)

    def keep(self, found: Mapping[Annotation, Answers]) -> None:
        """Remember answers; in a library that cannot be written they are found again the next time."""
        if not found or self._db.read_only:
            return
        try:
            with self._db.transaction():
                rows = {one.id: (_key(one), _told(answers)) for one, answers in found.items()}
                anchor_cache.remember(self._db, self._digest, rows)
        except LibraryError:
            return


def is_where_made(document: Document, made: Annotation) -> bool:
    """Say whether the provisions that an annotation was made on stand in a text as they were."""
    held = dict(document.texts())
    return all(held.get(target.span.provision) == target.passage for target in made.targets)


def keep_where_made(db: Database, document: Document, made: Annotation) -> None:
    """Remember where an annotation was made, where its text alone would not tell it from the same words elsewhere."""
    anchorer = AnchorSearch(document)
    if not is_where_made(document, made):
        return  # the text came anew while it was written
    if any(anchorer.find(target).state is not AnchorState.EXACT for target in made.targets):
        answers = tuple(Anchored(AnchorState.EXACT, target.span) for target in made.targets)
        AnchorMemory(db, document).keep({made: answers})


def _key(one: Annotation) -> str:
    """Return the time at which the targets of an annotation were last changed."""
    return stamps_of(one, "targets")[0]


def _told(answers: Answers) -> str:
    return json.dumps(
        [[one.state, _row(one.span), [[*_row(c.span), c.score] for c in one.candidates]] for one in answers]
    )


def _row(span: Span | None) -> list[object]:
    return [] if span is None else [span.provision, span.start, span.end]


def _read(told: str) -> tuple[Anchored, ...]:
    return tuple(
        Anchored(
            AnchorState(state), Span(*span) if span else None, tuple(Candidate(Span(*c[:3]), c[3]) for c in candidates)
        )
        for state, span, candidates in json.loads(told)
    )
