"""Where what a reader made stands in the text that is held now; what is not certain is asked, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from documents.annotations.anchor_search import Anchored, AnchorSearch, AnchorState, overall
from documents.annotations.model import Annotation
from documents.model import Document
from documents.position import Span
from library import catalogue, notes
from library.database import Database
from services.notes.anchor_cache import AnchorMemory, is_where_made, keep_where_made
from services.notes.annotation_edits import targets_for


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
    found, waiting = _at_once(db, document, [one for one in made if one.language == document.language])
    others = [one for one in made if one.language != document.language]
    return (*found, *_carried(db, document, others)), waiting


def _at_once(
    db: Database, document: Document, made: Sequence[Annotation]
) -> tuple[tuple[Placed, ...], tuple[Annotation, ...]]:
    memory, anchorer, held = AnchorMemory(db, document), AnchorSearch(document), dict(document.texts())
    found: list[Placed] = []
    waiting: list[Annotation] = []
    for one in made:
        answers = memory.of(one)
        if answers is not None:
            found.append(Placed(one, overall(answers), answers))
        elif all(held.get(target.span.provision) == target.passage for target in one.targets):
            found.append(_found(anchorer, one))
        else:
            waiting.append(one)
    return tuple(found), tuple(waiting)


def draft_in(document: Document, made: Annotation) -> Placed:
    """Return where a note that is being written stands: where it was begun, unless the text came anew meanwhile."""
    if is_where_made(document, made):
        answers = tuple(Anchored(AnchorState.EXACT, target.span) for target in made.targets)
        return Placed(made, AnchorState.EXACT, answers)
    return _found(AnchorSearch(document), made)


def placed_in(db: Database, document: Document, made: Sequence[Annotation]) -> tuple[Placed, ...]:
    """Return where annotations of a text stand in it now; what was looked for is remembered."""
    found, waiting = _at_once(db, document, made)
    if not waiting:
        return found
    anchorer = AnchorSearch(document)
    searched = {one.id: _found(anchorer, one) for one in waiting}
    AnchorMemory(db, document).keep({placed.annotation: placed.found for placed in searched.values()})
    held = {placed.annotation.id: placed for placed in found}
    return tuple(held.get(one.id) or searched[one.id] for one in made)


def _found(anchorer: AnchorSearch, one: Annotation) -> Placed:
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
    with db.transaction():
        stood = notes.change(db, placed.annotation.id, targets=targets_for(document, wanted))
        keep_where_made(db, document, stood)
    return stood


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


def _carried(db: Database, document: Document, made: Sequence[Annotation]) -> list[Placed]:
    """Return what was made on the text in other languages: on the provisions it stands on there, as a whole.

    Where it is not certain where it stands there, it is not carried; of a text that is not held, where it was made.
    """
    held, carried = dict(document.texts()), list[Placed]()
    for language in dict.fromkeys(one.language for one in made):
        group = [one for one in made if one.language == language]
        places = {one.id: [target.span.provision for target in one.targets] for one in group}
        if catalogue.has(db, document.symbol, language):
            found, _ = _at_once(db, catalogue.load(db, document.symbol, language), group)
            sure = {placed.annotation.id: placed for placed in found if placed.spans or not placed.annotation.targets}
            places = {id_: [span.provision for span in placed.spans] for id_, placed in sure.items()}
        for one in group:
            ids = places.get(one.id)
            if ids is not None and all(id_ in held for id_ in ids):
                there = [Span(id_, 0, len(held[id_])) for id_ in dict.fromkeys(ids)]
                answers = tuple(Anchored(AnchorState.EXACT, span) for span in there)
                carried.append(Placed(one, AnchorState.EXACT, answers, carried=True))
    return carried
