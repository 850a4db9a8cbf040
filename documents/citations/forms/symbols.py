"""Documents cited by symbol in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.forms.mention import Known, Mention, Passage
from documents.symbol import canonical

_SERIES = (
    "A|S|E|T|ST|TD|DP|UNEP|CRC|CCPR|CEDAW|CAT|CERD|CMW|CRPD|CED|OPCAT|HRI|HSP|ISBA|SPLOS|CCW|BWC|FCCC|CBD|CTOC|CAC|ICCD"
    "|NPT|TPNW|APLC|JIU|LOS|CD|DC|GC|ECE|ESCAP|ECLAC|ECA|TRANS|ID|IDB|UNW|HS|PBC|CCPCJ"
)


def _symbols() -> str:
    part = r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*"
    bracket = r" ?\((?:S-)?[IVXLC0-9]+\)[A-Z]?| ?\((?:Part|Vol\.?|Resumption) [IVX0-9]+\)"
    letter = r" ?[A-Z] ?\([IVXLC]+\)"
    return rf"(?<![\w/.-])(?:{_SERIES})(?:/{part})+(?:{letter}|{bracket})?(?:/(?:Add|Rev|Corr)\.[0-9]+)*"


@cache
def _symbol() -> re.Pattern[str]:
    return re.compile(_symbols())


_NUMBERED_PART = re.compile(r"/(?:[A-Za-z]{1,4}[.-])?[0-9]+(?:[A-Z]|-[A-Z]+)?(?=[/(]|$)")


class LatinSymbol:
    """`A/RES/73/154`, `A/58/23 (Part I)`, `E/CN.15/2019/L.3/Rev.1`, `S/RES/1325 (2000)`, `A/65/L.78*`."""

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield every symbol of a known series with a number in it.

        The document of an organization outside the United Nations is left out (`World Health Organization, document`).
        """
        text = passage.text
        if "/" not in text:
            return
        for known in symbols_in(text, 0, len(text)):
            before = text[max(0, known.start - _NEAR) : known.start]
            if not (before.endswith("document ") and _ANOTHER_ORGANIZATION.search(before)):
                yield known


_ANOTHER_ORGANIZATION = re.compile(r"(?:Organi[sz]ation|Agency|Union|Bank)(?: [a-z][^.;()]{0,60})?, document $")
_NEAR = 120


def symbols_in(text: str, start: int, end: int) -> Iterator[Known]:
    """Yield the symbols that stand between two offsets of a passage."""
    for match in _symbol().finditer(text, start, end):
        try:
            target = canonical(match[0])
        except ValueError:
            continue
        if _NUMBERED_PART.search(target):
            kind = _kind(target)
            yield Known(match.start(), match.end(), kind, target, Evidence(EvidenceCode.SYMBOL))


def _kind(symbol: str) -> CitationKind:
    if "/RES/" in symbol:
        return CitationKind.RESOLUTION
    return CitationKind.DECISION if "/DEC/" in symbol else CitationKind.DOCUMENT
