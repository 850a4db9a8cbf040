"""Apply the user's overrides of citations to the citations that the rules found in a text.

An override is anchored to its words. Where these are no longer found, or match two places equally well, the override is
kept as lost: it is never moved by a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from documents.citations.catalogue.instrument_catalogue import Catalogue
from documents.citations.citation import Citation, CitationStatus
from documents.citations.evidence import Evidence, EvidenceCode
from documents.model import Document
from documents.position import Span
from documents.quote_search import find_own_quote
from library.citation_overrides import Override
from library.citations import CitationSet
from services.citations.instrument_lookup import kind_of_target

Anchor = Literal["exact", "moved", "lost"]


@dataclass(frozen=True, slots=True)
class PlacedOverride:
    """An override and the span of its words in the held text. A lost one has the span that it was made on."""

    override: Override
    span: Span
    anchor: Anchor


def place(document: Document, overrides: Iterable[Override]) -> tuple[PlacedOverride, ...]:
    """Return where overrides stand in a text, in the order given."""
    return tuple(_placed(document, override) for override in overrides)


def apply(
    document: Document, found: Sequence[Citation], overrides: Sequence[Override], instruments: Catalogue
) -> CitationSet:
    """Replace citations of the rules by overrides, given latest first. Of two that overlap the later wins."""
    standing, overridden = list(found), []
    claimed: list[Span] = []
    for one in place(document, overrides):
        if one.anchor == "lost" or any(one.span.overlaps(span) for span in claimed):
            continue
        claimed.append(one.span)
        met = [c for c in standing if not c.by_user and c.span == one.span]
        met = met or [c for c in standing if not c.by_user and c.span.overlaps(one.span)]
        overridden += met
        standing = [c for c in standing if c not in met]
        if one.override.target:
            standing.append(_citation(document, one, met, instruments))
    return CitationSet(in_text_order(document, standing), tuple(overridden))


def in_text_order(document: Document, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return citations in the order of the text, footnotes last."""
    order = {id_: number for number, (id_, _) in enumerate(document.texts())}
    return tuple(sorted(citations, key=lambda c: (order[c.span.provision], c.span.start, c.span.end)))


def _citation(document: Document, one: PlacedOverride, met: list[Citation], instruments: Catalogue) -> Citation:
    target = one.override.target
    by_rules = tuple(c.target or c.status.value for c in met)
    evidence = Evidence(EvidenceCode.USER_OVER_RULES, by_rules) if by_rules else Evidence(EvidenceCode.USER)
    return Citation(
        one.span,
        one.span.cut(document.text_of(one.span.provision)),
        kind_of_target(target, instruments),
        target,
        CitationStatus.RESOLVED,
        (evidence,),
        own=target == document.symbol,
        pinpoints=tuple(dict.fromkeys(pinpoint for c in met for pinpoint in c.pinpoints)),
        by_user=True,
    )


def _placed(document: Document, override: Override) -> PlacedOverride:
    span = find_own_quote(document.texts(), override.span, override.quote)
    if span is None:
        return PlacedOverride(override, override.span, "lost")
    return PlacedOverride(override, span, "exact" if span == override.span else "moved")
