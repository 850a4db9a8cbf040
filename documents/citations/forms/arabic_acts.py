"""Resolutions and decisions cited by number in Arabic: the word, the organ, then one number or several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.forms.act_numbers import Introduced, numbers
from documents.citations.forms.mention import Mention, Numbered, OldNumbered, Passage
from documents.citations.organs import name_pattern, organ_after_lam, organ_named
from documents.dates import date_at


class ArabicAct:
    """Acts in Arabic, with number and session in either order, one or several.

    `قرارها ١٥٤/٧٣`, `وقرار مجلس الأمن 1325 (2000)`, `قراراتها 36/87 ألف وباء`, `القرار دإ-30/1`, `مقرر … 2004 / 285`,
    `القرارات من ٥٧/٣٠١ إلى ٥٧/٣٠٥`, `القرار 26/9 الصادر عن مجلس حقوق الإنسان`.
    """

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield every number after a word for resolution or decision."""
        introducing = list(_arabic().finditer(passage.text))
        if not introducing:
            return
        ends = [*(match.start() for match in introducing[1:]), len(passage.text)]
        for match, until in zip(introducing, ends, strict=True):
            said = _said(match, until)
            found = list(numbers(passage.text, said))
            yield from found if said.organ or said.pronoun else _with_organ_after(passage.text, found)


def _said(match: re.Match[str], until: int) -> Introduced:
    word = match["word"]
    whole = match["clitic"].endswith("ل") and word.startswith("ل")
    return Introduced(
        match.start("word") - whole,
        match.end(),
        CitationKind.DECISION if "مقرر" in word else CitationKind.RESOLUTION,
        organ_named(match["organ"]) if match["organ"] else organ_after_lam(match["after"] or ""),
        {"ها": "f", "ه": "m"}.get(match["pronoun"] or "", ""),
        "ar",
        until if match["several"] else 0,
    )


@cache
def _arabic() -> re.Pattern[str]:
    named = rf"(?:(?P<organ>{name_pattern()})|ل(?P<after>{name_pattern(lam=True)}))(?: الدولي)?"
    described = (
        "السابقه?|السابقين|الاخيره?|التاليه?|التاليين|التاريخي|الشهير|ذ[اوي] الصله|ذات الصله|المتعاقبه"
        "|الصادره?|المتخذه?"
    )
    numbered = "رقم|رقمي|رقما|الرقم|ارقام|برقم|رقمها|ارقامها|ذ[اوي] الرقم|ذوات? الارقام|ذات الارقام|المرقمه?"
    return re.compile(
        r"(?<!\w)(?P<clitic>[وف]?[بلك]?)"
        r"(?P<word>(?:ال|ل(?=[قم]))?(?:قرار|مقرر)(?P<several>ات|ين|ان|ي|ا)?(?P<pronoun>ها|ه)?)(?!\w)"
        rf"(?: {named}(?: التابعه? للامم المتحده| للامم المتحده)?)?"
        rf"(?: (?:{described}))?(?: ?[:،])?(?: (?:{numbered}):?)?(?: من)?"
        r"(?: {1,3}| ?\()(?=[0-9]|د ?[-.]? ?ا|\( ?(?:19|20)[0-9]{2} ?\) ?[0-9]|\( ?د ?-)"
    )


_ADJECTIVES = "الاقتصادي|الفرعي|التنفيذي|الافريقي|الاوروبي|العربي|المركزي|الوطني|الوزاري|الاعلي|الاستشاري"
"""Adjectives with which `المجلس` or `اللجنة` is another body."""


@cache
def _organ_after() -> re.Pattern[str]:
    """Return the pattern of the words after the numbers that name the organ. Group `body` is one without symbols."""
    return re.compile(
        r"(?: ?، ?| )(?:(?:(?:(?:الصادر|المتخذ|المعتمد)\w*) (?:عن|من)(?: قبل)?"
        r"|(?:الذي|التي|اللذين|اللذان|اللتين) (?:اتخذ|اعتمد|اصدر)\w*) "
        rf"(?:(?P<organ>{name_pattern()})(?!\w| (?:{_ADJECTIVES}))|(?P<body>\w))"
        rf"|ل(?P<after>{name_pattern(lam=True)})(?!\w)"
        r"|ل(?:ل|)(?P<other>مؤتمر|مجلس|لجنه|جمعيه|اجتماع|هييه)(?!\w))"
    )


def _with_organ_after(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Give acts the organ named after them: `القرار 26/9 الصادر عن مجلس حقوق الإنسان`.

    Acts of an unknown body are none.
    """
    if not found:
        return
    date = date_at(text, _dated_from(text, found[-1].end))
    match = _organ_after().match(text, date.end if date else found[-1].end)
    organ = organ_named(match["organ"]) if match and match["organ"] else ""
    organ = organ or (organ_after_lam(match["after"]) if match and match["after"] else "")
    if match and not organ:
        return
    for mention in found:
        yield replace(mention, organ=organ) if organ and isinstance(mention, Numbered | OldNumbered) else mention


def _dated_from(text: str, at: int) -> int:
    match = _dated().match(text, at)
    return match.end() if match else at


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(r" ?،? ?(?:الم[ؤو]رخ\w*|بتاريخ) ")
