"""What is searched: one passage for each provision and each footnote, as received and as corrected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from documents.corrections import Correction, fitting
from documents.model import Document
from documents.offsets import Edit, OffsetMap
from index.query import Field

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is the same for all passages of a document; a year in four digits, a date as in ISO 8601, "" unknown."""

    organ: str = ""
    session: str = ""
    year: str = ""
    date: str = ""


@dataclass(frozen=True)
class Passage:
    """A provision or footnote with what a hit on it must show; `place` counts through the document.

    `text` is the received text; `edits` make the corrected reading of it, none where nothing is corrected. `kind` is
    one of the document model's, or footnote or note; `verbs` are lemmas, `forces` their classes, `cites` targets.
    """

    document: str
    language: str
    title: str
    provision: str
    label: str
    place: int
    text: str
    edits: tuple[Edit, ...] = ()
    kind: str = ""
    verbs: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    about: DocumentFacts = DocumentFacts()

    def values(self, field: Field) -> tuple[str, ...]:
        """Return what this passage has of a field."""
        return _VALUES[field](self)

    @cached_property
    def corrected(self) -> OffsetMap:
        """The map from the received text to the corrected reading."""
        return OffsetMap(self.edits, len(self.text))

    @property
    def order(self) -> str:
        """A key that sorts passages by document (numbers by their value), language and place."""
        return f"{document_order(self.document, self.language)}\0{self.place:08}"


_VALUES: Mapping[Field, Callable[[Passage], tuple[str, ...]]] = {
    Field.SYMBOL: lambda passage: (passage.document,),
    Field.LANGUAGE: lambda passage: (passage.language,),
    Field.ORGAN: lambda passage: (passage.about.organ,),
    Field.SESSION: lambda passage: (passage.about.session,),
    Field.YEAR: lambda passage: (passage.about.year,),
    Field.DATE: lambda passage: (passage.about.date,),
    Field.LABEL: lambda passage: (passage.label,),
    Field.KIND: lambda passage: (passage.kind,),
    Field.VERB: lambda passage: passage.verbs,
    Field.FORCE: lambda passage: passage.forces,
    Field.CITES: lambda passage: passage.cites,
    Field.TAG: lambda passage: passage.tags,
}


@lru_cache(maxsize=1 << 15)
def document_order(symbol: str, language: str) -> str:
    """Return a key that sorts documents: by symbol, numbers by their value, then by language."""
    return _NUMBER.sub(lambda number: number[0].zfill(8), symbol) + f"\0{symbol}\0{language}"


@dataclass(frozen=True, slots=True)
class PassageFacts:
    """What is known of the passages of one document, by provision or footnote id; `about` of the whole."""

    about: DocumentFacts = DocumentFacts()
    verbs: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Lemma and force of each verb."""
    cites: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def passages(
    document: Document,
    corrections: Iterable[Correction],
    label: Callable[[Document, str], str],
    facts: PassageFacts = PassageFacts(),
) -> Iterator[Passage]:
    """Yield the passages of a document in reading order; `label` names a provision or footnote."""
    edits: dict[str, list[Edit]] = {}
    for c in fitting(document, corrections):
        if c.applied:
            edits.setdefault(c.span.provision, []).append(Edit(c.span.start, c.span.end, c.corrected or ""))
    kinds = {provision.id: provision.kind.value for provision in document.provisions}
    for place, (id_, text) in enumerate(document.texts()):
        verbs = facts.verbs.get(id_, ())
        yield Passage(
            document.symbol,
            document.language,
            document.title,
            id_,
            label(document, id_),
            place,
            text,
            tuple(edits.get(id_, ())),
            kinds.get(id_, "footnote"),
            tuple(dict.fromkeys(lemma for lemma, _ in verbs)),
            tuple(dict.fromkeys(force for _, force in verbs)),
            facts.cites.get(id_, ()),
            about=facts.about,
        )
