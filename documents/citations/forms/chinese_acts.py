"""Resolutions and decisions cited by number in Chinese: the organ, the numbers, then the word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.forms.act_numbers import Introduced, acts, council_number, one_number
from documents.citations.forms.mention import Mention, Passage
from documents.citations.organs import name_pattern, organ_named
from documents.dates import date_at

_DATE = "[0-9]{4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日"
_NUMBER = (
    r"(?:E?S-)?[0-9]{1,5}(?: ?[A-Z](?![A-Za-z]))?(?: ?/ ?[0-9]{1,5}| ?\( ?(?:(?:E?S-)?[IVXLC]+|[0-9]{4}) ?\))?"
    r"(?: ?[A-Z](?![A-Za-z])(?:[、和及][A-Z])*)?"
)
_ITEM = rf"(?:{_DATE} ?(?:的|通过的)? ?)?(?:第 ?)?{_NUMBER}(?: ?号)?"


class ChineseAct:
    """`第64/166号决议`, `大会第57/301号和第73/299号决议`, `第2014(2011)、第2051(2012)和第2140（2014）号决议`."""

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield every number of the series before the word."""
        if "号" not in passage.text:
            return
        for match in _chinese().finditer(passage.text):
            if match["organ"] or not _OTHER_BODY.search(passage.text, max(0, match.start() - 8), match.start()):
                yield from _listed(match)


def _listed(match: re.Match[str]) -> Iterator[Mention]:
    text, (start, end) = match.string, match.span("list")
    kind = CitationKind.DECISION if match["word"] == "决定" else CitationKind.RESOLUTION
    organ = organ_named(match["organ"]) if match["organ"] else ""
    items = list(_item().finditer(text, start, end))
    for item in items:
        last = item is items[-1]
        said = Introduced(item.start("cited"), item.start("number"), kind, organ, "", "zh")
        number = one_number().match(text, said.at) or council_number().match(text, said.at)
        found = acts(number, said) if number else []
        date = date_at(text, item.start("date")) if item["date"] else None
        for index, act in enumerate(found):
            ends = match.end() if last else item.end()
            whole = index == len(found) - 1
            yield replace(act, end=ends if whole else act.end, date=date.date if date else None)


_OTHER_BODY = re.compile(rf"(?:委员会|理事会|会议|大会|组织)(?:{_DATE})?$")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<date>{_DATE})? ?(?:的|通过的)? ?(?P<cited>(?:第 ?)?(?P<number>(?<![0-9]){_NUMBER})(?: ?号)?)"
    )


@cache
def _chinese() -> re.Pattern[str]:
    joined = r" ?(?:、|，|,|以及|和|及|与)? ?"
    return re.compile(
        rf"(?P<organ>{name_pattern()})?(?:的|通过的)? ?"
        rf"(?P<list>(?<![0-9]){_ITEM}(?:{joined}{_ITEM}){{0,40}}(?<=号)) ?(?P<word>决议|决定)(?!草案)"
    )
