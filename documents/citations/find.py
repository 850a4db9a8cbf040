"""Find every citation of a document: read each text by all forms, then resolve the mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from documents import corrections as layer
from documents.citations.catalogue.instrument_catalogue import Catalogue
from documents.citations.citation import Citation, Pinpoint
from documents.citations.forms.form_list import forms_with
from documents.citations.forms.mention import Act, Form, Known, Mention, Numbered, Passage, Same, Short, Stranger
from documents.citations.organs import organs_in
from documents.citations.pinpoints.find import pinpoints
from documents.citations.pinpoints.places import Place
from documents.citations.resolver.act_resolver import ActResolver, preferred_order
from documents.citations.resolver.answer import Answer, Found
from documents.citations.resolver.antecedents import Antecedents
from documents.citations.resolver.glued_note_numbers import without_mark
from documents.citations.resolver.ibid_sources import IbidSources
from documents.citations.reversed_figures import ReversedFigures
from documents.citations.rules_version import RULES_VERSION
from documents.folding import RECOGNITION, Folded, fold
from documents.model import Document
from documents.offsets import OffsetMap
from documents.position import FOOTNOTE_PREFIX, Span
from documents.reading import Reading

__all__ = ["RULES_VERSION", "find_citations"]

_MEMORY = 8
"""The number of organs named before a citation that its pronoun may mean."""


def find_citations(
    document: Document, reading: Reading | None = None, catalogue: Catalogue | None = None
) -> tuple[Citation, ...]:
    """Return the citations of a document in text order, footnotes last.

    With a reading, names are also found in corrected words. Spans always lie in the received text. Names are those of
    the catalogue, by default the bundled one.
    """
    forms = forms_with(catalogue)
    found = [each for passage in _passages(document, reading) for each in passage.found(forms)]
    resolver = ActResolver(document)
    acts = [resolver.act(each) for each in found if isinstance(each.mention, Act)]
    resolver.order = preferred_order(acts)
    answers = _Answers(
        document, resolver, Antecedents(document, catalogue or Catalogue.bundled()), IbidSources(document)
    )
    return tuple(cited for each in found if (cited := answers.citation(each)) is not None)


@dataclass(frozen=True, slots=True)
class _PlacedPassage:
    """A passage with the maps back to the received text of its provision."""

    id: str
    text: str
    passage: Passage
    folded: Folded
    corrected: OffsetMap | None

    def found(self, forms: tuple[Form, ...]) -> list[Found]:
        """Return the mentions of the passage in text order, without those that overlap one of an earlier form."""
        mentions = _unclaimed(self.passage, forms)
        organs = organs_in(self.passage.text) if any(isinstance(m, Act) for m in mentions) else []
        at_organs = [at for at, _ in organs]
        places_of = pinpoints(self.passage.text, mentions)
        found: list[Found] = []
        for index, mention in enumerate(mentions):
            before = bisect_left(at_organs, mention.start)
            named = tuple(code for _, code in organs[max(0, before - _MEMORY) : before])
            beside = tuple(map(self._pinpoint, places_of.get(index, ())))
            found.append(Found(mention, self._span(mention), named, self.passage.note, beside))
        return found

    def _pinpoint(self, place: Place) -> Pinpoint:
        span = self._span(place)
        return Pinpoint(span, span.cut(self.text), place.name)

    def _span(self, mention: Mention | Place) -> Span:
        start, end = self.folded.source_span(mention.start, mention.end)
        if self.corrected is not None:
            start, end = self.corrected.span_to_source(start, end)
        return Span(self.id, start, end)


def _passages(document: Document, reading: Reading | None) -> Iterator[_PlacedPassage]:
    reversed_figures = ReversedFigures.of(text for _, text in document.texts())
    for id_, text in document.texts():
        note = id_.removeprefix(FOOTNOTE_PREFIX) if id_.startswith(FOOTNOTE_PREFIX) else ""
        edits = reading.corrections_in(id_) if reading else ()
        corrected = layer.offset_map(text, edits) if any(edit.applied for edit in edits) else None
        folded = fold(reversed_figures.mend(corrected.apply(text) if corrected else text), RECOGNITION)
        kind = None if note else document.provision(id_).kind
        language = (document.footnote(note).language if note else None) or document.language
        yield _PlacedPassage(id_, text, Passage(folded.text, language, kind, note), folded, corrected)


def _unclaimed(passage: Passage, forms: tuple[Form, ...]) -> list[Mention]:
    taken: list[tuple[int, int]] = []
    found: list[Mention] = []
    for form in forms:
        mine: list[Mention] = []
        at = 0
        for mention in sorted(form.find(passage), key=lambda mention: mention.start):
            while at < len(taken) and taken[at][1] <= mention.start:
                at += 1
            if at == len(taken) or mention.end <= taken[at][0]:
                mine.append(mention)
        found += mine
        taken = sorted((mention.start, mention.end) for mention in found)
    return sorted(found, key=lambda mention: (mention.start, mention.end))


@dataclass
class _Answers:
    """Resolve mentions in text order, so that "ibid." finds the source of the footnote before."""

    document: Document
    resolver: ActResolver
    antecedents: Antecedents
    sources: IbidSources

    def citation(self, found: Found) -> Citation | None:
        """Return the citation of a mention, None for a short form without a certain antecedent."""
        if isinstance(found.mention, Short):
            repeated = self.antecedents.answer(found, found.mention)
            return _citation(self.document, found, *repeated) if repeated else None
        if isinstance(found.mention, Stranger):
            self.antecedents.saw(found, Answer(found.mention.kind))
            return None
        answer = self._of(found)
        if _counts_something_else(found.mention, answer):
            return None
        self.antecedents.saw(found, answer)
        self.sources.keep(found, answer)
        return _citation(self.document, found, answer)

    def _of(self, found: Found) -> Answer:
        mention = found.mention
        if isinstance(mention, Known):
            return self.sources.known(found, mention)
        if isinstance(mention, Same):
            return self.sources.same(found, mention)
        return self.resolver.act(found)


def _counts_something_else(mention: Mention, answer: Answer) -> bool:
    """Say whether numbers fit no organ and name none: `قرار رقم (٩ / ٣)` of a ministry."""
    return isinstance(mention, Act) and not answer.target and not answer.candidates and not mention.organ


def _citation(document: Document, found: Found, answer: Answer, antecedent: Span | None = None) -> Citation:
    own = answer.own or (isinstance(found.mention, Numbered) and found.mention.own)
    received = document.text_of(found.span.provision)
    span = without_mark(found.span, received, answer.glued)
    return Citation(
        span=span,
        text=span.cut(received),
        kind=answer.kind,
        target=answer.target,
        status=answer.status,
        evidence=answer.evidence,
        candidates=answer.candidates,
        own=own or (bool(answer.target) and answer.target == document.symbol),
        pinpoints=found.pinpoints,
        antecedent=antecedent,
    )
