"""What is searched: one passage for each provision and each footnote, as received and as corrected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from documents.corrections import Correction, fitting
from documents.model import Document
from documents.offsets import Edit, OffsetMap

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Passage:
    """A provision or footnote with what a hit on it must show; `place` counts through the document.

    `text` is the received text; `edits` make the corrected reading of it, none where nothing is corrected.
    """

    document: str
    language: str
    title: str
    provision: str
    label: str
    place: int
    text: str
    edits: tuple[Edit, ...] = ()

    @cached_property
    def corrected(self) -> OffsetMap:
        """The map from the received text to the corrected reading."""
        return OffsetMap(self.edits, len(self.text))

    @property
    def order(self) -> str:
        """A key that sorts passages by document (numbers by their value), language and place."""
        return f"{document_order(self.document, self.language)}\0{self.place:08}"


def document_order(symbol: str, language: str) -> str:
    """Return a key that sorts documents: by symbol, numbers by their value, then by language."""
    return _NUMBER.sub(lambda number: number[0].zfill(8), symbol) + f"\0{symbol}\0{language}"


def passages(
    document: Document, corrections: Iterable[Correction], label: Callable[[Document, str], str]
) -> Iterator[Passage]:
    """Yield the passages of a document in reading order; `label` names a provision or footnote."""
    edits: dict[str, list[Edit]] = {}
    for c in fitting(document, corrections):
        if c.applied:
            edits.setdefault(c.span.provision, []).append(Edit(c.span.start, c.span.end, c.corrected or ""))
    for place, (id_, text) in enumerate(document.texts()):
        yield Passage(
            document.symbol,
            document.language,
            document.title,
            id_,
            label(document, id_),
            place,
            text,
            tuple(edits.get(id_, ())),
        )
