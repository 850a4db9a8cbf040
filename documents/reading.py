"""A document in one reading, received or corrected, with its verbs.

All positions and spans stay in the received text. A reading only changes the words that are shown there.
"""

from __future__ import annotations

from collections.abc import Iterable

from documents import corrections as layer
from documents.corrections import Correction
from documents.model import Document
from documents.offsets import OffsetMap
from documents.position import Span
from documents.verbs import Verb, find_verbs


class Reading:
    """One reading of a document. Texts, offset maps and verbs are computed for each provision on first use.

    With `as_received` no correction is applied. They are still listed.
    """

    def __init__(
        self, document: Document, corrections: Iterable[Correction] = (), *, as_received: bool = False
    ) -> None:
        """Read `document` with those corrections that fit its text. The others are ignored."""
        self.document = document
        self.corrections = layer.fitting(document, corrections)
        self.as_received = as_received
        self._by_provision: dict[str, list[Correction]] = {}
        for correction in self.corrections:
            self._by_provision.setdefault(correction.span.provision, []).append(correction)
        self._maps: dict[str, OffsetMap] = {}
        self._verbs: dict[str, tuple[Verb, ...]] = {}

    def corrections_in(self, id_: str) -> tuple[Correction, ...]:
        """Return the corrections and suspicions of one provision or footnote, in text order."""
        return tuple(self._by_provision.get(id_, ()))

    def offset_map(self, id_: str) -> OffsetMap:
        """Return the map from a provision's received text to its text in this reading."""
        if id_ not in self._maps:
            applied = () if self.as_received else self.corrections_in(id_)
            self._maps[id_] = layer.offset_map(self.document.text_of(id_), applied)
        return self._maps[id_]

    def text(self, id_: str) -> str:
        """Return the text of a provision or footnote in this reading."""
        return self.offset_map(id_).apply(self.document.text_of(id_))

    def cut(self, span: Span) -> str:
        """Return the words of a span in this reading."""
        start, end = self.offset_map(span.provision).span_to_target(span.start, span.end)
        return self.text(span.provision)[start:end]

    def verbs(self, id_: str) -> tuple[Verb, ...]:
        """Return the verbs of a provision.

        They are found in the corrected reading, their spans lie in the received text.
        """
        if id_ not in self._verbs:
            provision = self.document.provision(id_)
            corrected = layer.offset_map(provision.text, self.corrections_in(id_))
            found = find_verbs(corrected.apply(provision.text), provision.kind, self.document.language)
            self._verbs[id_] = tuple(verb.moved(*corrected.span_to_source(verb.start, verb.end)) for verb in found)
        return self._verbs[id_]
