"""Find words in the open text: folded as everywhere, in slices so that a long text never holds up the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from documents.folding import Folded, Profile, fold, fold_key, keeping
from documents.position import Span
from services.documents.open_text import OpenText


@dataclass(frozen=True, slots=True)
class FindOptions:
    """What is not folded away: marks, hamza; and whether only whole words count."""

    match_marks: bool = False
    match_hamza: bool = False
    whole_word: bool = False

    def fold(self, text: str) -> Folded:
        """Fold a text under these options."""
        return fold(text, self._profile())

    def key(self, text: str) -> str:
        """Fold what was typed; white space counts once."""
        return " ".join(fold_key(text, self._profile()).split())

    def _profile(self) -> Profile:
        kept = {"marks": self.match_marks, "hamza": self.match_hamza}
        return keeping(*(difference for difference, is_kept in kept.items() if is_kept))


def find(text: OpenText, typed: str, options: FindOptions) -> Iterator[tuple[Span, ...]]:
    """Yield the hits of each provision in turn, often none, as spans of the received text.

    The reading that is shown is searched: what a person sees is what is found.
    """
    key = options.key(typed)
    if not key:
        return
    for provision in text.document.provisions:
        offsets = text.reading.offset_map(provision.id)
        folded = options.fold(offsets.apply(provision.text))
        yield tuple(
            Span(provision.id, *offsets.span_to_source(*folded.source_span(start, start + len(key))))
            for start in _places(folded.text, key)
            if not options.whole_word or _is_word(folded.text, start, start + len(key))
        )


def _places(text: str, key: str) -> Iterator[int]:
    start = text.find(key)
    while start >= 0:
        yield start
        start = text.find(key, start + len(key))


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not before.isalnum() and not after.isalnum()
