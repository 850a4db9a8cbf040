"""Ibid. and المرجع نفسه: the source of the footnote before, or of the brackets before in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.forms.mention import Mention, Passage, Same

IBID = r"(?:المرجع (?:نفسه|السابق)(?! ذكره)|(?:[Ii]bid(?:em)?|Ibíd|ibíd)\.?|[Тт]ам же|同上)"
"""Patterns of the word in folded text."""

_PLACE = (
    r"paras?\b|arts?\b|annex|appendix|chap|sect|pp?\.|part|tables?|figures?|box|principle|rule|preamble|recommendation"
    r"|footnotes?|الفقر|الماد|المرفق|الفصل|الفرع|الجزء|الصفح|الباب|التذييل|الجد[وا]ل|الشكل|الحاشيه|المبدا|القاعده"
)


@cache
def _same() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){IBID}(?!\w)"
        rf"(?: ?[،,] ?(?:Nos?\.|الرقم) ?(?P<number>[0-9]+)(?![0-9/])|(?P<over>[،,] ?(?!{_PLACE})\w)?)"
    )


class SameSource:
    """`المرجع نفسه.`, `Ibid.`, `Ibid., para. 5`: a pinpoint at most in the source before it.

    `Ibid., No. 973`: another number of the same volume of the Treaty Series.
    """

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield it in footnotes, elsewhere only inside brackets. Other words after it mark it as overridden."""
        for match in _same().finditer(passage.text):
            if not passage.note and not in_brackets(passage.text, match.start()):
                continue
            kind, over = CitationKind.SHORT_FORM, bool(match["over"])
            if match["number"]:
                yield Same(match.start(), match.end(), CitationKind.TREATY, number=match["number"])
                continue
            end = match.start("over") if over else match.end()
            written = passage.text[match.start() : end].rstrip(".")
            yield Same(match.start(), match.start() + len(written), kind, overridden=over)


def in_brackets(text: str, at: int) -> bool:
    """Say whether a bracket is open at `at`, opened a few words before."""
    before = text[max(0, at - _NEAR) : at]
    return before.rfind("(") > before.rfind(")")


_NEAR = 60
