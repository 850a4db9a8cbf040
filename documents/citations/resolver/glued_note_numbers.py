"""Footnote marks that a conversion glued to the number before them: `resolution 59/3009` = 59/300 and note 9."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.citations.forms.mention import Numbered
from documents.model import Document
from documents.position import Span

_LONGEST_MARK = 2


@dataclass(frozen=True, slots=True)
class Unglued:
    """A mention without the last digits of its last number, and the number of the footnote that they name."""

    mention: Numbered
    note: str


def unglued(mention: Numbered, document: Document) -> Iterator[Unglued]:
    """Yield each way to take a footnote mark off the end of a mention.

    The mark must be the number of a footnote of the document. Footnotes without a marker elsewhere are preferred.
    """
    if mention.letter or mention.second < 1000:
        return
    written = str(mention.second)
    marks = [written[-length:] for length in range(1, _LONGEST_MARK + 1)]
    notes = [mark for mark in marks if not mark.startswith("0") and _may_be(mark, document)]
    unmarked = [mark for mark in notes if not document.markers_of(mark)]
    for mark in unmarked or notes:
        yield Unglued(replace(mention, second=int(written[: -len(mark)])), mark)


def _may_be(mark: str, document: Document) -> bool:
    return not document.footnotes or document.has_footnote(mark)


def without_mark(span: Span, text: str, digits: int) -> Span:
    """Return a span of a received text without so many digits at its end."""
    end = span.end
    while digits and end > span.start:
        end -= 1
        digits -= text[end].isdecimal()
    return Span(span.provision, span.start, end)
