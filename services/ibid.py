"""What "ibid." stands for in a footnote: the work that the footnote before it named."""

from __future__ import annotations

import re
from collections.abc import Iterable

from documents.citations.citation import Citation, CitationKind
from documents.model import Document, Footnote
from documents.position import footnote_id

_IBID = re.compile(r"\W*(?:المرجع\s+(?:نفسه|السابق)|ibid\b|ibídem|там же|同上)", re.IGNORECASE)
_TREATY_SERIES = re.compile(
    r"مجموعة\s+المعاهدات|Treaty\s+Series|Recueil\s+des\s+Traités|Serie\s+de\s+Tratados", re.IGNORECASE
)
_RECORDS = re.compile(
    r"الوثائق\s+الرسمية|Official\s+Records|Documents\s+officiels|Documentos\s+Oficiales", re.IGNORECASE
)
_ORGANS = {"A": "GA", "E": "ECOSOC", "S": "SC"}


def ibid_chain(document: Document, citations: Iterable[Citation]) -> dict[str, str]:
    """Map the number of each footnote that says "ibid." to the work it means, as data.

    `UNTS` is the Treaty Series, `OR ECOSOC` the Official Records of an organ; any other work is the last
    target that the footnote before cites. Footnotes are taken in printed order; one without a source breaks the chain.
    """
    by_note: dict[str, list[Citation]] = {}
    for citation in citations:
        by_note.setdefault(citation.span.provision, []).append(citation)
    found: dict[str, str] = {}
    work = ""
    for note in document.footnotes:
        if _IBID.match(note.text):
            if work:
                found[note.number] = work
        elif note.text:
            work = _work(note, by_note.get(footnote_id(note.number), []))
    return found


def _work(note: Footnote, cited: list[Citation]) -> str:
    if _TREATY_SERIES.search(note.text):
        return "UNTS"
    if _RECORDS.search(note.text):
        targets = [c.target for c in cited if c.kind in (CitationKind.OFFICIAL_RECORDS, CitationKind.DOCUMENT)]
        organ = _ORGANS.get(targets[0].partition("/")[0], "") if targets else ""
        return f"OR {organ}".strip()
    return cited[-1].target if cited else ""
