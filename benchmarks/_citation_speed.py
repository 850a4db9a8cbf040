"""How fast citations are found, against one expression over the same text, and how time grows with length."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from _reference import records, text_of

from documents.citations.find import find_citations
from documents.model import Document, Kind, Masthead, Provision

_EXPRESSION = re.compile(
    r"(?:resolutions?|decisions?) (?:\d+/\d+|\d+ \([IVXLC]+\)|\d+ \(\d{4}\))|\b[A-Z]+(?:/[A-Za-z0-9.]+)+"
    r"|Treaty Series, vols?\. \d+|Official Records|Ibid|(?:Convention|Covenant|Protocol|Charter|Treaty|Statute)\b"
)
LENGTHS = (250_000, 500_000, 1_000_000, 2_000_000)


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds for all documents, for one expression over the same text, and for single texts of growing length."""

    documents: int
    characters: int
    seconds: float
    plain: float
    doubling: tuple[tuple[int, float], ...]


def measure(corpus: Path) -> Speed:
    """Read all English documents once each way; the building of documents is not counted."""
    name = "ga_resolutions_en/texts.jsonl.gz"
    texts = {key: text for key, text in records(corpus / name).items() if "/" in key}
    built = [text_of(text, "en", f"{name}#{key}").document for key, text in texts.items()]
    find_citations(built[0])
    start = perf_counter()
    for document in built:
        find_citations(document)
    seconds = perf_counter() - start
    together = "\n".join(text for document in built for _, text in document.texts())
    start = perf_counter()
    sum(1 for _ in _EXPRESSION.finditer(together))
    plain = perf_counter() - start
    doubling = tuple((length, _one_text(together[:length])) for length in LENGTHS)
    return Speed(len(built), len(together), seconds, plain, doubling)


def _one_text(text: str) -> float:
    document = Document("A/RES/79/1", "en", "", (Provision("op_1", Kind.OPERATIVE, text),), (), Masthead(organ="GA"))
    start = perf_counter()
    find_citations(document)
    return perf_counter() - start
