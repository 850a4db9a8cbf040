"""Find words again in a text that came anew: at their place, or where the words around them are the same.

Provisions of resolutions are near-duplicates of one another. Where two places answer equally well none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.model import Document
from documents.position import Quote, Span

CONTEXT = 32
"""The code points that a quote keeps of either side (`Quote.of`)."""


def anchor(document: Document, span: Span, quote: Quote) -> Span | None:
    """Return where the quoted words stand now, None where that is not certain; they stood at `span`."""
    agreed = {place: _agreement(document, place, quote) for place in _places(document, quote.exact)}
    whole = [place for place, sides in agreed.items() if all(sides)]
    if span in whole:
        return span
    if whole:
        return whole[0] if len(whole) == 1 else None
    # One side may have changed, if the other is long enough to tell: "Recalling its" at a beginning is not.
    partly = [
        place
        for place, (before, after) in agreed.items()
        if (before and len(quote.prefix) >= CONTEXT) or (after and len(quote.suffix) >= CONTEXT)
    ]
    return partly[0] if len(partly) == 1 else None


def _places(document: Document, exact: str) -> Iterator[Span]:
    words = exact.split()
    if not words:
        return
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    for id_, text in document.texts():
        for match in pattern.finditer(text):
            yield Span(id_, match.start(), match.end())


def _agreement(document: Document, place: Span, quote: Quote) -> tuple[bool, bool]:
    """Say of the words before and after whether they are those of the quote."""
    text = document.text_of(place.provision)
    before = _folded(text[: place.start])[::-1], _folded(quote.prefix)[::-1]
    after = _folded(text[place.end :]), _folded(quote.suffix)
    return _same(*before, cut=len(quote.prefix) >= CONTEXT), _same(*after, cut=len(quote.suffix) >= CONTEXT)


def _same(found: str, wanted: str, *, cut: bool) -> bool:
    """Compare one side; where the quote was not cut, the provision began or ended there and must do so again."""
    return found.startswith(wanted) if cut else found == wanted


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)
