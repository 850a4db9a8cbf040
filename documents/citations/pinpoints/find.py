"""Pinpoints: the paragraph, article, annex or chapter of an instrument that is named with its citation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import chain

from documents.citations.forms.mention import Mention
from documents.citations.pinpoints.places import Place, chains, chinese_places
from documents.dates import date_at


def pinpoints(text: str, mentions: Sequence[Mention]) -> dict[int, tuple[Place, ...]]:
    """Return the places named with each mention, by its index, in text order.

    A place belongs to the mention after it where `of` joins the two (`paragraph 3 of resolution 73/154`, `الفقرة ٣ من
    القرار …`), else to the one just before it (`resolution 217 A (III), annex`). A place of another thing belongs to
    none.
    """
    found: dict[int, tuple[Place, ...]] = {}
    starts = [mention.start for mention in mentions]
    for start, end, places in chain(chains(text), chinese_places(text)) if mentions else ():
        after = bisect_left(starts, end)
        before = mentions[after - 1] if after else None
        if before and before.end > start:
            continue
        if after < len(mentions) and _is_of(text, start, end, mentions[after]):
            owner = after
        elif before and _stands_after(text, before, start, end):
            owner = after - 1
        else:
            continue
        found[owner] = (*found.get(owner, ()), *places)
    return found


_FARTHEST = 80
"""The code points between a place and its citation: a date and a few words."""


@cache
def _of() -> re.Pattern[str]:
    words = (
        "the|its|their|his|that|this|said|same|aforementioned|above-mentioned|United Nations|landmark|previous|earlier"
        "|relevant|subsequent|recent|historic"
    )
    return re.compile(
        rf",? {{1,3}}(?:of|to|in) {{1,3}}(?:(?:{words}) {{1,3}}){{0,3}}| {{1,3}}من(?: نص)? {{1,3}}"
        r"| (?:de (?:la|sa|ses|su|sus|ladite|l'|cette|dicha|las) ?|des? |du |del? |ее |своей )"
    )


def _is_of(text: str, start: int, end: int, mention: Mention) -> bool:
    """Say whether the words between a place and the citation after it join the two."""
    if mention.start - end > _FARTHEST:
        return False
    if _of().fullmatch(text, end, mention.start):
        return True
    between = text[end : mention.start]
    if between == " ب":
        return text[end - 1] not in "قل"
    return between == " " and (
        text.startswith(("ل", "مرفق", "рез", "Кон", "Пак", "Уст"), mention.start)
        or text.endswith(("ديباجه", "منطوق"), start, end)
        or text.startswith("مرفق", start)
    )


_WORDS_AFTER = re.compile(
    r" ?\(?[،,] ?(?:and |و ?)?(?:(?:in particular|notably|especially|see|in|وبخاصه|ولا سيما|لا سيما|وخصوصا|انظر|في) )?"
    r"(?:(?:the|its) )?| ?\((?:see |انظر )?|\. ?, ?"
)
_ELSEWHERE = re.compile(
    r",? {1,3}(?:of|to|in|under) {1,3}(?:the|its|that|this|those|these|an?|which|resolutions?|decisions?|[A-Z]\w*)\b"
    r"| {1,3}من (?!الوثيقه)| {1,3}[بل]{1,2}(?:ال)?(?:قرار|اتفاقي|بروتوكول|تقرير)"
)
_CHINESE_ACT = re.compile("号?(?:决议|决定)?")
_DATED = re.compile(r"\)?(?: ?,? {1,3}(?:of|dated|adopted on|الم[ؤو]رخ\w*|الصادر\w* في|المتخذ\w* في) {1,3})?")


def _stands_after(text: str, mention: Mention, start: int, end: int) -> bool:
    """Say whether a place follows a citation, its date and a comma, and is of no other thing named after it."""
    if start - mention.end > _FARTHEST or _ELSEWHERE.match(text, end):
        return False
    if text[start:end] in ("annex", "المرفق") and "(" in text[mention.end : start]:
        return False  # `(see annex)` is the annex of the text itself
    dated = _DATED.match(text, mention.end)
    date = date_at(text, dated.end()) if dated else None
    if text.startswith("第", start):
        return _CHINESE_ACT.fullmatch(text, mention.end, start) is not None
    at = date.end if date else mention.end + (text[mention.end : mention.end + 1] == ")")
    return at <= start and _WORDS_AFTER.fullmatch(text, at, start) is not None
