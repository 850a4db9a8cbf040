"""Supplements of Official Records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.forms.ibid import IBID
from documents.citations.forms.mention import RECORDS, Known, Mention, Passage
from documents.citations.forms.symbols import symbols_in


@cache
def _records() -> re.Pattern[str]:
    return re.compile(
        r"(?:الوثائق الرسميه|Official Records|Documents officiels|Documentos Oficiales|Официальные отчеты|正式记录"
        rf"|(?P<ibid>{IBID}))[^()\n]{{0,160}}?"
        r"(?:(?P<number>(?:الملحق رقم|Supplements? Nos?\.) ?[0-9]+[A-Z]?)"
        r"|الملحق|Suppl[ée]ment|Suplemento|Дополнение|补编|(?<=ibid\., )vol\.|(?<=Ibid\., )vol\.)"
        r"[^()\n]{0,60}?\((?P<symbols>[^()]{3,80}(?:\([^()]{1,20}\)[^()]{0,40})?)\)"
    )


class OfficialRecords:
    """A supplement of an organ's Official Records, by the symbol in parentheses.

    `الوثائق الرسمية للمجلس الاقتصادي والاجتماعي، ٢٠٠٧، الملحق رقم ١٠ (E/2007/30/Rev.1)`,
    `Ibid., Seventy-third Session, Supplement No. 53A (A/73/53/Add.1)`.
    """

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield the supplement with its first symbol, and every further symbol by itself."""
        if "(" not in passage.text:
            return
        for match in _records().finditer(passage.text):
            found = list(symbols_in(passage.text, *match.span("symbols")))
            evidence = _supplement(match["number"])
            for index, known in enumerate(found):
                start, end = (known.start, known.end) if index else (match.start(), known.end)
                if len(found) == 1:
                    end = match.end()
                ibid = RECORDS if match["ibid"] else ""
                yield Known(start, end, CitationKind.OFFICIAL_RECORDS, known.target, evidence, ibid)


def _supplement(written: str | None) -> Evidence:
    number = re.search(r"[0-9]+[A-Z]?$", written or "")
    return Evidence(EvidenceCode.RECORDS_SUPPLEMENT, (number[0],)) if number else Evidence(EvidenceCode.RECORDS)
