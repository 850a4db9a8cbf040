"""Short forms of citations, and the nouns that they may mean although no form recognises them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.forms.mention import Mention, Passage, Short, Stranger

_ENGLISH = ("Convention", "Covenant", "Protocol", "Treaty", "Charter", "Statute")
_ARABIC = {
    "اتفاقيه": "Convention",
    "عهد": "Covenant",
    "بروتوكول": "Protocol",
    "معاهده": "Treaty",
    "ميثاق": "Charter",
}
_ACTS = {"قرار": "resolution", "مقرر": "decision", "resolution": "resolution", "decision": "decision"}
_POINTING = "said|aforementioned|aforesaid|above-mentioned|same"
_BACK = r"المذكوره?|نفسها?|ذاتها?|(?:السالفه?|الانفه?) الذكر|المشار اليها?"


class ShortForm:
    """`the Convention`, `the said Protocol`, `of that resolution`, `القرار المذكور أعلاه`, `للاتفاقية`, `ذلك القرار`.

    Any other words with the noun of a treaty are a stranger, which a later short form may mean. `this resolution` and
    `the present Convention` are the document itself.
    """

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield short forms, names they are defined by, and strangers."""
        text = passage.text
        if any(noun in text for noun in _ENGLISH):
            for match in _english().finditer(text):
                yield from _of_english(text, match)
        if any(noun in text for noun in _ARABIC):
            for match in _arabic().finditer(text):
                yield from _of_arabic(text, match)
        if any(word in text for word in _ACTS):
            yield from _acts(text)


@cache
def _english() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:Optional )?(?P<noun>{'|'.join(_ENGLISH)})(?P<thereto> thereto)?(?![\w-])")


@cache
def _arabic() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<noun>{'|'.join(_ARABIC)})(?P<optional> الاختياري)?(?P<said> (?:{_BACK})(?: (?:اعلاه|انفا))?)?(?!\w)"
    )


_THE = re.compile(rf"(?<!\w)[Tt]he {{1,3}}(?P<said>(?:{_POINTING}) {{1,3}})?$")
_OWN = re.compile(r"(?:[Tt]his|[Pp]resent|هذ[هاي]) {1,3}$")
_ARTICLE = re.compile(r"(?<!\w)[وف]?(?:[بك]?(?P<the>ال)|(?P<to>لل)|[بلك]?)$")
_GOES_ON = re.compile(
    r" {1,3}(?:on(?! [0-9])|against|for|relating|relative|concerning|of|regarding|between|among|establishing|governing"
    r"|to (?:the |[A-Z])|[0-9A-Z“\"(]|No\.)|/"
)
_GOES_ON_IN_ARABIC = re.compile(
    r" {1,3}(?!التي|الذي|اللذ|اللت|لم |لن |لا |لدي |لكن )(?:ال\w|لل?\w|بشان|في شان|ضد|حول|من اجل|رقم|بين|[0-9(])"
)
_NAME_GIVEN = re.compile(r"\( ?(?:hereinafter|hereafter|المشار|يشار)?[^()]{0,40}?[“\"«'‘]? ?$")
_THE_CHARTER = re.compile("Charter of the United Nations")
"""Never a stranger, not even inside the name of a committee."""
_INSIDE_ANOTHER = re.compile(
    r"(?:Protocols? (?:thereto )?to|[Ss]upplementing|المكمل\w{0,3}|الملحق\w{0,3}) (?:the |[بل]{1,2}(?:ال)?)?$"
)
_ANNEXED = re.compile(r" الملحق به[ام]?(?!\w)(?! (?:بشان|المتعلق|ل))")
_LOOK_BACK = 60


def _of_english(text: str, match: re.Match[str]) -> Iterator[Mention]:
    start, end, noun = *match.span(), match["noun"]
    before = text[max(0, start - _LOOK_BACK) : start]
    the = _THE.search(before)
    begin = start - len(the["said"]) if the and the["said"] else start
    if match["thereto"]:
        yield Short(start, end, CitationKind.SHORT_FORM, noun, thereto=True)
    elif _names(before[: the.start()] if the else before, text, end):
        yield Short(begin, end, CitationKind.SHORT_FORM, noun, defines=True)
    elif the and not _GOES_ON.match(text, end):
        yield Short(begin, end, CitationKind.SHORT_FORM, noun, said=bool(the["said"]))
    elif not _INSIDE_ANOTHER.search(before) and not _OWN.search(before) and not _THE_CHARTER.match(text, start):
        yield Stranger(start, end, CitationKind.SHORT_FORM, noun)


def _of_arabic(text: str, match: re.Match[str]) -> Iterator[Mention]:
    end, noun = match.end(), _ARABIC[match["noun"]]
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    article = _ARTICLE.search(before)
    if article is None:
        return
    the = bool(article["the"] or article["to"])
    start = match.start() - 2 * the
    before = before[: article.start()]
    if the and _ANNEXED.match(text, end):
        yield Short(start, end, CitationKind.SHORT_FORM, noun, thereto=True)
    elif the and _names(before, text, end):
        yield Short(start, end, CitationKind.SHORT_FORM, noun, defines=True)
    elif the and (match["said"] or not _GOES_ON_IN_ARABIC.match(text, end)):
        yield Short(start, end, CitationKind.SHORT_FORM, noun, said=bool(match["said"]))
    elif not _INSIDE_ANOTHER.search(before) and not _OWN.search(before):
        yield Stranger(start, end, CitationKind.SHORT_FORM, noun)


def _names(before: str, text: str, end: int) -> bool:
    """Say whether the noun stands alone in brackets: `(hereinafter “the Convention”)`."""
    return text[end : end + 2].lstrip("”\"»'’").startswith(")") and _NAME_GIVEN.search(before) is not None


@cache
def _act() -> re.Pattern[str]:
    return re.compile(
        r"(?P<latin>[Rr]esolution|[Dd]ecision)s?(?![\w-])|(?P<arabic>قرار|مقرر)(?P<said> (?:" + _BACK + r"))?(?!\w)"
    )


_THAT = re.compile(
    r"(?<!\w)(?:(?:of|in|to|by|under|with|from|for|implementing|adopting) {1,3}(?P<that>that {1,3})"
    rf"|[Tt]he {{1,3}}(?P<said>(?:{_POINTING}) {{1,3}}))$"
)
_THAT_IN_ARABIC = re.compile(r"(?<!\w)[وف]?[ب]?(?P<that>ذلك ال|لذلك ال)$")
_NUMBER = re.compile(r" {1,3}(?:[0-9]|[IVX]+[/.-][0-9]|S-|ES-)")
_NOT_AN_ACT = re.compile(r" {1,3}(?:of|on|that|[0-9(]|S-|ES-)")


def _acts(text: str) -> Iterator[Mention]:
    """Yield `that resolution`, `القرار نفسه`, and as strangers the numbers that no form could read."""
    for match in _act().finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        noun = _ACTS[(match["latin"] or match["arabic"]).lower()]
        that = (_THAT if match["latin"] else _THAT_IN_ARABIC).search(before)
        article = _ARTICLE.search(before) if match["said"] else None
        if _NUMBER.match(text, match.end()):
            yield Stranger(match.start(), match.end(), CitationKind.SHORT_FORM, noun)
        elif match["said"] and article and (article["the"] or article["to"]):
            yield Short(match.start() - 2, match.end(), CitationKind.SHORT_FORM, noun, said=True)
        elif that and not match[0].endswith("s") and not _NOT_AN_ACT.match(text, match.end()):
            start = match.start() - len(that["that"] or that["said"])
            yield Short(start, match.end(), CitationKind.SHORT_FORM, noun, said=True)
