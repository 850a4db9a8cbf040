"""Resolutions and decisions cited by number in Arabic: the word, the organ, then one number or several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.mention import Mention, Passage
from documents.citations.numbers import Introduced, numbers
from documents.citations.organs import name_pattern, organ_named


class ArabicAct:
    """In Arabic, either order, one or several.

    `قرارها ١٥٤/٧٣`, `وقرار مجلس الأمن 1325 (2000)`, `قراراتها 36/87 ألف وباء`, `القرار دإ-30/1`, `مقرر … 2004 / 285`.
    """

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield every number after a word for resolution or decision."""
        for match in _arabic().finditer(passage.text):
            word = match["word"]
            whole = match["clitic"].endswith("ل") and word.startswith("ل")
            yield from numbers(
                passage.text,
                Introduced(
                    match.start("word") - whole,
                    match.end(),
                    CitationKind.DECISION if "مقرر" in word else CitationKind.RESOLUTION,
                    organ_named(match["organ"]) if match["organ"] else "",
                    {"ها": "f", "ه": "m"}.get(match["pronoun"] or "", ""),
                    "ar",
                ),
            )


@cache
def _arabic() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?P<clitic>[وف]?[بلك]?)"
        r"(?P<word>(?:ال|ل(?=[قم]))?(?:قرار|مقرر)(?:ات|ين|ان|ي|ا)?(?P<pronoun>ها|ه)?)(?!\w)"
        rf"(?: (?P<organ>{name_pattern()})(?: التابعه? للامم المتحده)?)?"
        r"(?: (?:السابقه?|الاخيره?|التاليه?|رقم|ارقام|ذي الرقم):?)?"
        r" {1,3}(?=[0-9]|د ?ا)"
    )
