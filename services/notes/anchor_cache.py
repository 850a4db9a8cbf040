"""Cache the anchors of annotations in a text, so that opening it does not search for them again.

An entry is valid for one text, known by its digest, and while the targets of its annotation are unchanged.
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
"""The anchors of one annotation, one for each of its targets."""


class AnchorCache:
    """The cached anchors in one text."""

    def __init__(self, db: Database, document: Document) -> None:
        self._db, self._document = db, document
        self._digest = catalogue.digest(db, document.symbol, document.language) or ""
        self._known = anchor_cache.load(db, document.symbol, document.language, self._digest)

    def get(self, one: Annotation) -> tuple[Anchored, ...] | None:
        """Return the anchors of an annotation, None where they are not cached."""
        stored = self._known.get((one.id, _targets_changed(one)))
        return None if stored is None else _from_json(stored)

    def put(self, found: Mapping[Annotation, Answers]) -> None:
        """Cache anchors. In a library that cannot be written they are searched for again the next time."""
        if not found or self._db.read_only:
            return
        try:
            with self._db.transaction():
                rows = {one.id: (_targets_changed(one), _to_json(answers)) for one, answers in found.items()}
                anchor_cache.store(self._db, self._digest, rows)
        except LibraryError:
            return


def is_unchanged(document: Document, made: Annotation) -> bool:
    """Return whether the provisions that an annotation is on have the text they had when it was made."""
    held = dict(document.texts())
    return all(held.get(target.span.provision) == target.passage for target in made.targets)


def remember_original_spans(db: Database, document: Document, made: Annotation) -> None:
    """Cache the spans of a new annotation where a search would find its words in several places."""
    anchorer = AnchorSearch(document)
    if not is_unchanged(document, made):
        return  # the text was replaced meanwhile
    if any(anchorer.find(target).state is not AnchorState.EXACT for target in made.targets):
        answers = tuple(Anchored(AnchorState.EXACT, target.span) for target in made.targets)
        AnchorCache(db, document).put({made: answers})


def _targets_changed(one: Annotation) -> str:
    """Return the time of the last change of the targets."""
    return stamps_of(one, "targets")[0]


def _to_json(answers: Answers) -> str:
    return json.dumps(
        [[one.state, _row(one.span), [[*_row(c.span), c.score] for c in one.candidates]] for one in answers]
    )


def _row(span: Span | None) -> list[object]:
    return [] if span is None else [span.provision, span.start, span.end]


def _from_json(stored: str) -> tuple[Anchored, ...]:
    return tuple(
        Anchored(
            AnchorState(state), Span(*span) if span else None, tuple(Candidate(Span(*c[:3]), c[3]) for c in candidates)
        )
        for state, span, candidates in json.loads(stored)
    )
