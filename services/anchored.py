"""Where what a reader made stands in the text that is held now; what is not certain is asked, never guessed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from documents.annotations.anchoring import Anchored, Anchorer, AnchorState, Candidate, overall
from documents.annotations.model import Annotation
from documents.model import Document
from documents.position import Span
from library import anchors, catalogue, notes
from library.database import Database
from library.errors import LibraryError
from services.noting import targets_for


@dataclass(frozen=True, slots=True)
class Placed:
    """An annotation and where it stands: `found` has one answer for each of its targets.

    `carried` is one that was made on the text in another language: it stands on the same provisions, as a whole.
    """

    annotation: Annotation
    state: AnchorState
    found: tuple[Anchored, ...] = ()
    carried: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where its targets stand for certain; in a text that lost it, none."""
        if self.state in {AnchorState.AMBIGUOUS, AnchorState.ORPHANED}:
            return ()
        return tuple(one.span for one in self.found if one.span is not None)

    @property
    def needs_a_look(self) -> bool:
        """Say whether the user should look at it: it was moved, or is not found for certain."""
        return self.state is not AnchorState.EXACT and not self.carried


def of_text(db: Database, document: Document) -> tuple[Placed, ...]:
    """Return all that stands on a text and where, that made on its other languages too."""
    found, waiting = of_text_at_once(db, document)
    return (*found, *placed_in(db, document, waiting))


def of_text_at_once(db: Database, document: Document) -> tuple[tuple[Placed, ...], tuple[Annotation, ...]]:
    """Return what stands on a text and where, as far as that is told without a search; and what has to be looked for.

    What was looked for once is remembered: `placed_in`, in a thread where that can take its time, finds the rest.
    """
    made = notes.of_document(db, document.symbol)
    mine = [one for one in made if one.language == document.language]
    others = [placed for one in made if one.language != document.language if (placed := _carried(document, one))]
    known, anchorer, held = _known(db, document), Anchorer(document), dict(document.texts())
    found: list[Placed] = []
    waiting: list[Annotation] = []
    for one in mine:
        told = known.get((one.id, one.changed.isoformat()))
        if told is not None:
            found.append(_read(one, told))
        elif all(held.get(target.span.provision) == target.passage for target in one.targets):
            found.append(_found(anchorer, one))
        else:
            waiting.append(one)
    return (*found, *others), tuple(waiting)


def placed_in(db: Database, document: Document, made: Sequence[Annotation]) -> tuple[Placed, ...]:
    """Return where annotations of a text stand in it now; what was looked for is remembered."""
    if not made:
        return ()
    known, anchorer, held = _known(db, document), Anchorer(document), dict(document.texts())
    placed: list[Placed] = []
    fresh: dict[str, tuple[str, str]] = {}
    for one in made:
        changed = one.changed.isoformat()
        told = known.get((one.id, changed))
        if told is not None:
            placed.append(_read(one, told))
            continue
        placed.append(_found(anchorer, one))
        searched = any(held.get(target.span.provision) != target.passage for target in one.targets)
        if searched or placed[-1].state is not AnchorState.EXACT:
            fresh[one.id] = (changed, _told(placed[-1].found))
    if fresh and not db.read_only:
        _remember(db, catalogue.digest(db, document.symbol, document.language) or "", fresh)
    return tuple(placed)


def _known(db: Database, document: Document) -> dict[tuple[str, str], str]:
    digest = catalogue.digest(db, document.symbol, document.language) or ""
    return anchors.known(db, document.symbol, document.language, digest)


def _found(anchorer: Anchorer, one: Annotation) -> Placed:
    answers = tuple(anchorer.find(target) for target in one.targets)
    return Placed(one, overall(answers), answers)


def everywhere(
    db: Database, made: Iterable[Annotation], *, cancelled: Callable[[], bool] = lambda: False
) -> dict[str, Placed]:
    """Return by id where annotations stand in the texts they were made on; those of texts not held are orphaned."""
    by_text: dict[tuple[str, str], list[Annotation]] = {}
    for one in made:
        by_text.setdefault((one.document, one.language), []).append(one)
    found: dict[str, Placed] = {}
    for (symbol, language), group in by_text.items():
        if cancelled():
            break
        if catalogue.has(db, symbol, language):
            placed = placed_in(db, catalogue.load(db, symbol, language), group)
        else:
            placed = tuple(Placed(one, AnchorState.ORPHANED) for one in group)
        found.update((one.annotation.id, one) for one in placed)
    return found


def to_look_at(db: Database, symbol: str, language: str) -> int:
    """Return how many annotations of a text that is held moved in it or are not found for certain; NotHeld."""
    made = notes.of_document(db, symbol, language)
    return sum(one.needs_a_look for one in everywhere(db, made).values())


def accept(db: Database, document: Document, placed: Placed, spans: Sequence[Span] = ()) -> Annotation:
    """Let an annotation stand where it was found, or at `spans` the user chose; a step to undo.

    ValueError where neither is certain. KeyError where a provision is not there.
    """
    wanted = tuple(spans) or placed.spans
    if not wanted:
        raise ValueError("nowhere to stand")
    return notes.change(db, placed.annotation.id, targets=targets_for(document, wanted))


def offered(placed: Placed, number: int) -> tuple[Span, ...]:
    """Return the spans that stand if the user takes the place offered as `number` (from 0) where it was not certain.

    Empty where there is no such offer, or where more than one of several targets is uncertain.
    """
    spans: list[Span] = []
    unsure = 0
    for one in placed.found:
        if one.span is not None:
            spans.append(one.span)
        elif 0 <= number < len(one.candidates):
            unsure += 1
            spans.append(one.candidates[number].span)
        else:
            return ()
    return tuple(spans) if unsure <= 1 else ()


def _carried(document: Document, one: Annotation) -> Placed | None:
    ids = [target.span.provision for target in one.targets]
    held = dict(document.texts())
    if not all(id_ in held for id_ in ids):
        return None
    found = tuple(Anchored(AnchorState.EXACT, Span(id_, 0, len(held[id_]))) for id_ in dict.fromkeys(ids))
    return Placed(one, AnchorState.EXACT, found, carried=True)


def _remember(db: Database, digest: str, fresh: dict[str, tuple[str, str]]) -> None:
    try:
        with db.transaction():
            anchors.remember(db, digest, fresh)
    except LibraryError:
        return  # a cache: it is found again the next time


def _told(answers: tuple[Anchored, ...]) -> str:
    return json.dumps(
        [[one.state, _row(one.span), [[*_row(c.span), c.score] for c in one.candidates]] for one in answers]
    )


def _row(span: Span | None) -> list[object]:
    return [] if span is None else [span.provision, span.start, span.end]


def _read(one: Annotation, told: str) -> Placed:
    answers = tuple(
        Anchored(
            AnchorState(state), Span(*span) if span else None, tuple(Candidate(Span(*c[:3]), c[3]) for c in candidates)
        )
        for state, span, candidates in json.loads(told)
    )
    return Placed(one, overall(answers), answers)
