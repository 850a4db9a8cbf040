"""Resolutions and decisions cited by number in languages that put the word before the number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from documents.citations.citation import CitationKind
from documents.citations.forms.act_numbers import Introduced, numbers
from documents.citations.forms.mention import Mention, Numbered, OldNumbered, Passage
from documents.citations.organs import ORGANS, name_pattern, organ_named
from documents.symbol import GA_FIRST_SESSION


class LatinAct:
    """Acts in the languages that put the word before the number and the session first.

    `General Assembly resolution 3452 (XXX)`, `resolutions 57/301 of 13 March 2003 and 73/299`, `decision 31/308`,
    `résolution 57/270 B du 23 juin 2003`, `la resolución 74/133`, `резолюции 3380 (ХХХ)`.
    """

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield every number after a word for resolution or decision."""
        text = passage.text
        yield from _list_that_goes_on(text)
        yield from _announced_lists(text)
        introducing = list(_latin().finditer(text))
        for match, following in zip_longest(introducing, introducing[1:]):
            named = match["organ"] or match["between"] or ""
            if not _known_body(text, match.start(), named):
                continue
            until = following.start() if following else len(text)
            found = list(numbers(text, _said(match, named, _end_of_sentence(match, until))))
            yield from found if named else _with_organ_after(text, found)


def _list_that_goes_on(text: str) -> Iterator[Mention]:
    """Yield a list whose beginning a page break cut off: `69/59 of 2 December 2014, …`. Session and date must agree."""
    if _DATED_NUMBER.match(text):
        found = list(numbers(text, Introduced(0, 0, CitationKind.RESOLUTION, "", "", "en")))
        yield from found if found and _of_the_assembly(found[0]) else ()


_DATED_NUMBER = re.compile(r"[0-9]{2}/[0-9]{1,3} of [0-9]{1,2} [A-Z]")


def _announced_lists(text: str) -> Iterator[Mention]:
    """Yield numbers that follow at a distance: `its resolutions on culture, in particular 41/187 of …`."""
    for match in _announced().finditer(text) if "esolutions" in text else ():
        named = re.search(rf"of the ({name_pattern()})(?!\w)", match["gap"])
        organ = match["organ"] or (named[1] if named else "")
        at = match.end()
        until = _end_of_sentence(match, len(text))
        said = Introduced(at, at, CitationKind.RESOLUTION, organ_named(organ) if organ else "", "", "en", until)
        yield from numbers(text, said)


@cache
def _announced() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<organ>{name_pattern()}) )?[Rr]esolutions (?P<gap>[^.;:0-9]{{3,140}}?"
        r"(?:in particular|including|notably|inter alia|namely|especially|most recently)) {1,3}"
        r"(?=[0-9]{1,3}/[0-9]|[0-9]{1,4}(?: [A-Z])? \()"
    )


def _said(match: re.Match[str], named: str, until: int) -> Introduced:
    word = match["word"].casefold()
    return Introduced(
        match.start(),
        match.end(),
        CitationKind.DECISION if word.startswith(("dec", "déc", "реш")) else CitationKind.RESOLUTION,
        organ_named(named) if named else _organ_whose(match),
        "its" if _POSSESSIVE.search(match.string, max(0, match.start() - 12), match.start()) else "",
        "en",
        until if word.endswith("s") else 0,
    )


def _organ_whose(match: re.Match[str]) -> str:
    """Return the organ that `its` stands for: `the Human Rights Council, in paragraph 5 of its resolution 22/13`."""
    before = _whose().search(match.string, max(0, match.start() - _NEAR), match.start())
    return organ_named(before["organ"]) if before else ""


_NEAR = 90


@cache
def _whose() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)[Tt]he (?P<organ>{name_pattern()}),? (?:in|by|through|under|pursuant to) "
        r"(?:[a-z0-9() ]{2,40} of )?its $"
    )


def _end_of_sentence(match: re.Match[str], until: int) -> int:
    end = _SENTENCE.search(match.string, match.end(), min(until, match.end() + _LONGEST_SENTENCE))
    return end.start() if end else min(until, match.end() + _LONGEST_SENTENCE)


_SENTENCE = re.compile(r"[.:] {1,3}[A-Z“\"(]|[,;] {1,3}“[A-Z]")
_LONGEST_SENTENCE = 1500


def _known_body(text: str, start: int, named: str) -> bool:
    """Say whether the act is of an organ that has symbols, not of a body named before the word.

    `Governing Council decision 267 (2009)`, `African Commission … Rights resolution 263`: a capital inside a sentence.
    """
    return " " in named or _OTHER_BODY.search(text, max(0, start - 40), start) is None


_OTHER_BODY = re.compile(r"\w [A-Z][\w'’-]+ $")
_OF_OTHER_BODY = re.compile(
    r"(?: of [0-9]{1,2} \w+ [0-9]{4})? of the (?!(?:United Nations )?(?:General Assembly|Assembly|Security Council"
    r"|Economic and Social Council|Human Rights Council|Commission on|Council)\b)[A-Z]\w+ "
)
_ROMANCE_DAY = r"(?: (?:du|de|del) [0-9]{1,2}(?:er|º)? (?:de )?\w+ (?:de )?[0-9]{4})?"
_FOREIGN_BODY = re.compile(
    rf"{_ROMANCE_DAY},? (?:de la |du |des |del |de l')(?:Commission (?!des droits)|Comisión (?!de Derechos)|Conférence"
    r"|Conferencia|Conseil d'|Consejo de (?:Administración|Gobernadores)|Reunión|Union |Unión )"
    r"|(?: от [0-9]{1,2} \w+ [0-9]{4} года)? (?:\w+ой [Кк]омиссии|Комиссии (?!по правам)|Совета управляющих"
    r"|Конференции|Союза )"
)
_POSSESSIVE = re.compile(r"\b(?:[Ii]ts|sa|ses|su|sus|son|свое[йм]|своих|его|ее|её) $")
_OF = r"(?:of the|de l'|de la|du|del|des) ?"


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<organ>{name_pattern()}) )?"
        r"(?P<word>[Rr]esolutions?|[Dd]ecisions?|[Rr]ésolutions?|[Dd]écisions?|[Rr]esoluci(?:ón|ones)|[Dd]ecisi(?:ón|ones)"
        r"|[Рр]езолюци\w{1,3}|[Рр]ешени\w{1,3})"
        rf"(?: (?:{_OF})?(?P<between>{name_pattern()}))?"
        r"(?: (?:[Nn]os?\.?|[Nn][°º]s?|[Nn]úms?\.|№))? {1,3}(?=[0-9]|ES-|S-)"
    )


@cache
def _organ_after() -> re.Pattern[str]:
    return re.compile(rf",? (?:{_OF})?(?:United Nations )?(?P<organ>{name_pattern()})(?!\w)")


def _of_the_assembly(mention: Mention) -> bool:
    """Say whether session and date agree, so that `of the Independent …` after them names no other body."""
    if not isinstance(mention, Numbered) or mention.date is None:
        return False
    return mention.first >= GA_FIRST_SESSION and mention.first in ORGANS["GA"].sessions_on(mention.date)


def _of_a_stranger(text: str, last: Mention) -> bool:
    other = _OF_OTHER_BODY.match(text, last.end) or _FOREIGN_BODY.match(text, last.end)
    return other is not None and not _of_the_assembly(last)


def _with_organ_after(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Give acts the organ named after them: `resolution 1325 (2000) of the Security Council`.

    Acts of an unknown body are none.
    """
    if found and _of_a_stranger(text, found[-1]):
        return
    match = _organ_after().match(text, found[-1].end) if found else None
    for mention in found:
        if match and isinstance(mention, Numbered | OldNumbered):
            yield replace(mention, organ=organ_named(match["organ"]))
        else:
            yield mention
