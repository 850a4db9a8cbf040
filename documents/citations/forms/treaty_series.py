"""Treaties cited by volume and number of the United Nations Treaty Series."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.forms.ibid import IBID
from documents.citations.forms.mention import UNTS, Known, Mention, Passage

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
    """Split a list of numbers into (end offset, number). A range of numbers is one."""
    found = re.finditer(r"[0-9]+(?: ?- ?[0-9]+)*", match[group])
    return [(match.start(group) + m.end(), m[0].replace(" ", "")) for m in found]
