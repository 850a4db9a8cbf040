"""Find the spans of annotations in the text that is held now. Uncertain matches are left to the user."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from documents.annotations.anchor_search import Anchored, AnchorSearch, AnchorState, overall
from documents.annotations.model import Annotation
from documents.model import Document
from documents.position import Span
from library import catalogue, notes
from library.database import Database
from services.notes.anchor_cache import AnchorCache, is_unchanged, remember_original_spans
from services.notes.annotation_edits import targets_for
from services.progress import IsCancelled, never


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation with the anchors of its targets in a text, in `found`.

    `carried` marks an annotation on the text in another language. It is anchored to the same provisions as a whole.
    """

    annotation: Annotation
    state: AnchorState
    found: tuple[Anchored, ...] = ()
    carried: bool = False

    @property
    def spans(self) -> tuple[Span, ...]:
        """The spans of its targets, none where they are not certain."""
        if self.state in {AnchorState.AMBIGUOUS, AnchorState.ORPHANED}:
            return ()
        return tuple(one.span for one in self.found if one.span is not None)

    @property
    def needs_review(self) -> bool:
        """Whether the user should review its place: it moved or is not certain."""
        return self.state is not AnchorState.EXACT and not self.carried


def resolve_text(db: Database, document: Document) -> tuple[PlacedAnnotation, ...]:
    """Return the annotations of a text with their anchors, those on its other languages too."""
    found, waiting = resolve_text_at_once(db, document)
    return (*found, *resolve(db, document, waiting))


def resolve_text_at_once(
    db: Database, document: Document
) -> tuple[tuple[PlacedAnnotation, ...], tuple[Annotation, ...]]:
    """Return the annotations of a text that are anchored without a search, and those that need one.

    Annotations need no search where their anchors are cached or their provisions are unchanged. `resolve` searches
    for the others, in a thread where that may take long.
    """
    made = notes.of_document(db, document.symbol)
    found, waiting = _without_search(db, document, [one for one in made if one.language == document.language])
    others = [one for one in made if one.language != document.language]
    return (*found, *_carried(db, document, others)), waiting


def _without_search(
    db: Database, document: Document, made: Sequence[Annotation]
) -> tuple[tuple[PlacedAnnotation, ...], tuple[Annotation, ...]]:
    cache, anchorer, held = AnchorCache(db, document), AnchorSearch(document), dict(document.texts())
    found: list[PlacedAnnotation] = []
    waiting: list[Annotation] = []
    for one in made:
        answers = cache.get(one)
        if answers is not None:
            found.append(PlacedAnnotation(one, overall(answers), answers))
        elif all(held.get(target.span.provision) == target.passage for target in one.targets):
            found.append(_search(anchorer, one))
        else:
            waiting.append(one)
    return tuple(found), tuple(waiting)


def resolve_draft(document: Document, made: Annotation) -> PlacedAnnotation:
    """Return an unsaved note with its anchors: the spans it was begun on, unless the text was replaced meanwhile."""
    if is_unchanged(document, made):
        answers = tuple(Anchored(AnchorState.EXACT, target.span) for target in made.targets)
        return PlacedAnnotation(made, AnchorState.EXACT, answers)
    return _search(AnchorSearch(document), made)


def resolve(db: Database, document: Document, made: Sequence[Annotation]) -> tuple[PlacedAnnotation, ...]:
    """Return annotations of a text with their anchors, in the order given. Anchors found by a search are cached."""
    found, waiting = _without_search(db, document, made)
    if not waiting:
        return found
    anchorer = AnchorSearch(document)
    searched = {one.id: _search(anchorer, one) for one in waiting}
    AnchorCache(db, document).put({placed.annotation: placed.found for placed in searched.values()})
    held = {placed.annotation.id: placed for placed in found}
    return tuple(held.get(one.id) or searched[one.id] for one in made)


def _search(anchorer: AnchorSearch, one: Annotation) -> PlacedAnnotation:
    answers = tuple(anchorer.find(target) for target in one.targets)
    return PlacedAnnotation(one, overall(answers), answers)


def resolve_all(
    db: Database, made: Iterable[Annotation], *, cancelled: IsCancelled = never
) -> dict[str, PlacedAnnotation]:
    """Return by id the annotations with their anchors in the texts they are on. Without its text one is orphaned.

    A cancelled call returns those of the texts done so far.
    """
    by_text: dict[tuple[str, str], list[Annotation]] = {}
    for one in made:
        by_text.setdefault((one.document, one.language), []).append(one)
    found: dict[str, PlacedAnnotation] = {}
    for (symbol, language), group in by_text.items():
        if cancelled():
            break
        if catalogue.has(db, symbol, language):
            placed = resolve(db, catalogue.load(db, symbol, language), group)
        else:
            placed = tuple(PlacedAnnotation(one, AnchorState.ORPHANED) for one in group)
        found.update((one.annotation.id, one) for one in placed)
    return found


def count_to_review(db: Database, symbol: str, language: str) -> int:
    """Return how many annotations of a held text moved in it or are not certain. NotHeld."""
    made = notes.of_document(db, symbol, language)
    return sum(one.needs_review for one in resolve_all(db, made).values())


def accept(db: Database, document: Document, placed: PlacedAnnotation, spans: Sequence[Span] = ()) -> Annotation:
    """Anchor an annotation to the spans found for it, or to `spans` that the user chose. One turn to undo.

    ValueError where there are no spans, KeyError for an unknown provision.
    """
    wanted = tuple(spans) or placed.spans
    if not wanted:
        raise ValueError("nowhere to stand")
    with db.transaction():
        stood = notes.change(db, placed.annotation.id, targets=targets_for(document, wanted))
        remember_original_spans(db, document, stood)
    return stood


def candidate_spans(placed: PlacedAnnotation, number: int) -> tuple[Span, ...]:
    """Return the spans of an uncertain annotation if the user takes its candidate `number`, counted from 0.

    Empty where there is no such candidate, or where several of its targets are uncertain.
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


def _carried(db: Database, document: Document, made: Sequence[Annotation]) -> list[PlacedAnnotation]:
    """Return the annotations on other languages of the text, anchored to the same provisions as a whole.

    An annotation whose place in its own text is uncertain is left out. Where its own text is not held, the
    provisions it was made on are taken.
    """
    held, carried = dict(document.texts()), list[PlacedAnnotation]()
    for language in dict.fromkeys(one.language for one in made):
        group = [one for one in made if one.language == language]
        places = {one.id: [target.span.provision for target in one.targets] for one in group}
        if catalogue.has(db, document.symbol, language):
            found, _ = _without_search(db, catalogue.load(db, document.symbol, language), group)
            sure = {placed.annotation.id: placed for placed in found if placed.spans or not placed.annotation.targets}
            places = {id_: [span.provision for span in placed.spans] for id_, placed in sure.items()}
        for one in group:
            ids = places.get(one.id)
            if ids is not None and all(id_ in held for id_ in ids):
                there = [Span(id_, 0, len(held[id_])) for id_ in dict.fromkeys(ids)]
                answers = tuple(Anchored(AnchorState.EXACT, span) for span in there)
                carried.append(PlacedAnnotation(one, AnchorState.EXACT, answers, carried=True))
    return carried
