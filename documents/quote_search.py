"""Find the words of a quote in a text: where they stood, or where the words around them agree.

Provisions of resolutions are near-duplicates of one another. Where two places answer equally well, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from documents.folding import comparable
from documents.position import QUOTE_CONTEXT, Quote, Span


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """A place of the quoted words. `before` and `after` say whether the words on that side agree with the quote."""

    span: Span
    before: bool
    after: bool

    @property
    def agrees(self) -> bool:
        """Whether both sides agree."""
        return self.before and self.after


def occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of words in a text, overlapping ones too. Any white space matches any other."""
    pieces = words.split()
    if not pieces:
        return
    pattern = re.compile(r"(?=(" + r"\s+".join(map(re.escape, pieces)) + "))")
    for match in pattern.finditer(text):
        yield match.span(1)


def quote_matches(texts: Iterable[tuple[str, str]], quote: Quote, *, edges: bool = False) -> list[QuoteMatch]:
    """Return the places of a quote's words in texts, given as (id, text), in their order.

    With `edges` the quote was made by `Quote.of`: a side shorter than `QUOTE_CONTEXT` reached the edge of its
    provision, and agrees only where it does so again. Spelling and white space of the sides are not compared.
    """
    return [
        QuoteMatch(
            Span(id_, start, end),
            _agrees(
                comparable(text[:start])[::-1],
                comparable(quote.prefix)[::-1],
                whole=edges and not _is_long(quote.prefix),
            ),
            _agrees(comparable(text[end:]), comparable(quote.suffix), whole=edges and not _is_long(quote.suffix)),
        )
        for id_, text in texts
        for start, end in occurrences(text, quote.exact)
    ]


def certain_match(matches: Sequence[QuoteMatch], span: Span, quote: Quote, *, edges: bool = False) -> Span | None:
    """Return the one place that is certain, None where there is none. The quoted words stood at `span`.

    A place with agreement on one side alone is certain only with `edges`, where that side is `QUOTE_CONTEXT` long:
    "Recalling its" at a beginning tells nothing.
    """
    full = [match.span for match in matches if match.agrees]
    if span in full and (edges or quote.prefix or quote.suffix):
        return span
    if full or not edges:
        return full[0] if len(full) == 1 else None
    partly = [
        match.span
        for match in matches
        if (match.before and _is_long(quote.prefix)) or (match.after and _is_long(quote.suffix))
    ]
    return partly[0] if len(partly) == 1 else None


def find_own_quote(texts: Iterable[tuple[str, str]], span: Span, quote: Quote) -> Span | None:
    """Return where words quoted by `Quote.of` at `span` stand now, None where that is not certain."""
    return certain_match(quote_matches(texts, quote, edges=True), span, quote, edges=True)


def _agrees(found: str, wanted: str, *, whole: bool) -> bool:
    return found == wanted if whole else found.startswith(wanted)


def _is_long(side: str) -> bool:
    return len(side) >= QUOTE_CONTEXT
