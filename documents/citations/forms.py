"""The written forms of citation, one class each; acts cited by number are in `acts`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from documents.citations.acts import LatinAct, OwnNumber
from documents.citations.arabic_acts import ArabicAct
from documents.citations.chinese_acts import ChineseAct
from documents.citations.citation import CitationKind
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.ibid import IBID, RECORDS, UNTS, SameSource
from documents.citations.instruments import Catalogue
from documents.citations.mention import Form, Known, Mention, Passage
from documents.citations.names import TreatyName
from documents.citations.short_forms import ShortForm
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
        """Yield every symbol of a known series that has a number in it, but `World Health Organization, document …`."""
        text = passage.text
        if "/" not in text:
            return
        for known in _symbols_in(text, 0, len(text)):
            before = text[max(0, known.start - _NEAR) : known.start]
            if not (before.endswith("document ") and _ANOTHER_ORGANIZATION.search(before)):
                yield known


_ANOTHER_ORGANIZATION = re.compile(r"(?:Organi[sz]ation|Agency|Union|Bank)(?: [a-z][^.;()]{0,60})?, document $")
_NEAR = 120


def _symbols_in(text: str, start: int, end: int) -> Iterator[Known]:
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


_LIST = r"[0-9]+(?:(?: ?[،,] ?| ?- ?| and | et | y | и | و ?|和|、)+[0-9]+)*"


_NOT_THE_LEAGUE = "".join(
    f"(?<!{name}, )(?<!{name}، )"
    for name in ("League of Nations", "Société des Nations", "Sociedad de las Naciones", "Лига Наций", "عصبه الامم")
)


@cache
def _series() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:(?:United Nations|Nations Unies|Naciones Unidas|الامم المتحده"
        r"|Организация Объединенных Наций|联合国) ?[،,] ?)?"
        rf"{_NOT_THE_LEAGUE}(?:Treaty Series|Recueil des Traités|(?:Recopilación|Serie) de (?:los )?Tratados"
        r"|Сборник договоров"
        rf"|مجموعه (?:المعاهدات|معاهدات الامم المتحده)|《?条约汇编》?)|(?P<ibid>{IBID})) ?[،,]? ?"
        rf"(?:المجلد(?:ان|ين|ات)?|[Vv]ols?\.|томы?|тома|第) ?(?P<volumes>{_LIST})卷? ?[،,]? ?"
        rf"(?:الرقم(?:ان|ين)?|الارقام|رقم|[Nn]os?\.?|n[°º]s?|[Nn]úms?\.|№|第) ?(?P<numbers>{_LIST})号?"
    )


class TreatySeries:
    """The place of a treaty in the Treaty Series.

    `United Nations, Treaty Series, vol. 2225, No. 39574`, `المرجع نفسه، المجلد ١٥٧٧، الرقم ٢٧٥٣١`,
    `vols. 2171, 2173 and 2983, No. 27531` (three), `المجلد 75، الأرقام 970-973` (one entry of several numbers).
    """

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield one mention for each volume, or for each number of a volume."""
        for match in _series().finditer(passage.text):
            ibid = UNTS if match["ibid"] else ""
            volumes, numbers = _split(match, "volumes"), _split(match, "numbers")
            pieces = volumes if len(volumes) > 1 else numbers
            ends = [*(end for end, _ in pieces[:-1]), match.end()]
            starts = [match.start(), *(end - len(item) for end, item in pieces[1:])]
            for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
                volume = volumes[index if len(volumes) > 1 else 0][1]
                number = numbers[0 if len(volumes) > 1 else index][1]
                target = f"UNTS {volume}/{number}"
                evidence = Evidence(EvidenceCode.VOLUME_AND_NUMBER)
                yield Known(start, end, CitationKind.TREATY, target, evidence, ibid)


def _split(match: re.Match[str], group: str) -> list[tuple[int, str]]:
    """Split a list of numbers into (end offset, number); a range of numbers is one."""
    found = re.finditer(r"[0-9]+(?: ?- ?[0-9]+)*", match[group])
    return [(match.start(group) + m.end(), m[0].replace(" ", "")) for m in found]


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
        """Yield the citation with its symbol; symbols beyond the first stand for themselves."""
        if "(" not in passage.text:
            return
        for match in _records().finditer(passage.text):
            found = list(_symbols_in(passage.text, *match.span("symbols")))
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


FORMS: tuple[Form, ...] = (
    TreatySeries(),
    OfficialRecords(),
    OwnNumber(),
    ArabicAct(),
    LatinAct(),
    ChineseAct(),
    LatinSymbol(),
    TreatyName(),
    SameSource(),
    ShortForm(),
)
"""Every form, in the order in which they may claim a stretch of text."""


def forms_with(catalogue: Catalogue | None) -> tuple[Form, ...]:
    """Return every form, with the names of a catalogue in place of the bundled ones."""
    if catalogue is None:
        return FORMS
    return tuple(TreatyName(catalogue) if isinstance(form, TreatyName) else form for form in FORMS)
