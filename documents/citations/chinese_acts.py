"""Resolutions and decisions cited by number in Chinese: the organ, the numbers, then the word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.mention import Mention, Passage
from documents.citations.numbers import Introduced, acts, one_number
from documents.citations.organs import name_pattern, organ_named


class ChineseAct:
    """`第64/166号决议`, `大会第57/301号和第73/299号决议`."""

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield every number of the series before the word."""
        if "第" not in passage.text:
            return
        for match in _chinese().finditer(passage.text):
            kind = CitationKind.DECISION if match["word"] == "决定" else CitationKind.RESOLUTION
            organ = organ_named(match["organ"]) if match["organ"] else ""
            for number in one_number().finditer(passage.text, match.start("list"), match.end("list")):
                yield from acts(number, Introduced(number.start(), 0, kind, organ, "", "zh"))


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(rf"(?P<organ>{name_pattern()})?(?P<list>(?:[、和及]?第[^第号]{{1,20}}号)+)(?P<word>决议|决定)")
