"""Find the citation that a footnote marker belongs to: its words, date or title end right before the marker."""

from __future__ import annotations

import re
from collections.abc import Iterable

from documents.citations.citation import Citation
from documents.model import Document

_CLOSING = re.compile(r"[\s\"'«»“”’)\]]*")
# The date and the title that follow the number of a cited instrument, and the instrument it supplements.
_DATE_OR_TITLE = re.compile(
    r"[\s\"'»”)\]]*(?:الم[ـؤو]+رّ?[َّ]*خ|المعنون|بشأن|المتعلق|بعنوان|of \d|dated|entitled|on )[^؛;:]*", re.IGNORECASE
)
_SUPPLEMENT = re.compile(
    r"(?:،?\s*وبخاصة النساء والأطفال)?\W*(?:المكم[ّ]?لة?|المكتملة?|الملحقة?|supplementing|thereto)\b[^،,؛;]*",
    re.IGNORECASE,
)


def cited_before(document: Document, citations: Iterable[Citation], provision: str, offset: int) -> Citation | None:
    """Return the resolved citation that a marker at `offset` of a provision belongs to, None without one.

    Its words, or the date, title or supplement that follow them, must end at the marker.
    """
    before = [c for c in citations if c.span.provision == provision and c.span.end <= offset]
    last = max(before, key=lambda c: (c.span.end, -c.span.start), default=None)
    if last is None or not last.target:
        return None
    text = document.text_of(provision)
    if any(last.span.end <= m.offset < offset for m in document.provision(provision).markers):
        return None
    gap = text[last.span.end : offset]
    rules = (_CLOSING, _SUPPLEMENT, _DATE_OR_TITLE)
    return last if any(rule.fullmatch(gap) for rule in rules) else None
