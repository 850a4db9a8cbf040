"""Numbers of parts of a text, written in words or letters: `third`, `الثانية عشرة`, `IV`, `جيم`, `(أ)`."""

from __future__ import annotations

import re
from functools import cache

from documents.folding import pattern_form
from documents.numerals import ARABIC_LETTERS, from_roman, roman

_ENGLISH = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve".split("|")
_ENGLISH_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth"
    "|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
).split("|")
_ARABIC = "اول|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر".split("|")
_ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_LETTERS = {pattern_form(name): letter for name, letter in ARABIC_LETTERS.items()}

ENGLISH_ORDINAL = "|".join(_ENGLISH_ORDINALS)
ARABIC_ORDINAL = rf"ال(?:{'|'.join(_ARABIC)}|حادي)[هي]?(?: عشره?| وال(?:عشر|ثلاث|اربع)(?:ون|ين))?(?!\w)"
ARABIC_LETTER = rf"(?:{'|'.join(_LETTERS)})(?!\w)"
LETTER_IN_BRACKETS = rf"(?:[a-z]{{1,5}}|[{_ABJAD}]|[0-9]{{1,2}})"


@cache
def _words() -> dict[str, int]:
    words = {word: number for number, word in enumerate(_ENGLISH, 1)}
    return words | {word: number for number, word in enumerate(_ENGLISH_ORDINALS, 1)}


def number_of(written: str) -> int | None:
    """Return the number of digits, Roman figures or words in a folded text, None where they are none."""
    if written.isdecimal():
        return int(written)
    if re.fullmatch("[IVXLC]+", written):
        try:
            return from_roman(written)
        except ValueError:
            return None
    return _words().get(written.casefold()) or _arabic(written)


def _arabic(written: str) -> int | None:
    unit, _, rest = written.removeprefix("ال").partition(" ")
    bare = unit if unit in _ARABIC else unit[:-1]
    number = 1 if unit.startswith("حادي") else _ARABIC.index(bare) + 1 if bare in _ARABIC else 0
    if not number:
        return None
    tens = {"عشر": 10, "وال": 20}.get(rest[:3], 0)
    if rest.startswith("والثلاث"):
        tens = 30
    return number + (40 if rest.startswith("والاربع") else tens)


def numeral(written: str) -> str:
    """Return the Latin name of a chapter or section: Roman for a number, a letter for a letter."""
    if written in _LETTERS:
        return _LETTERS[written]
    number = number_of(written)
    return roman(number) if number and number < 400 else written


def figure(written: str) -> str:
    """Return a number in Western digits, a letter as a Latin letter."""
    number = number_of(written)
    return str(number) if number is not None else _LETTERS.get(written, written)


def letter(written: str) -> str:
    """Return the item in brackets in Latin letters: (ب) → `b`, (ii) → `ii`."""
    return chr(ord("a") + _ABJAD.index(written)) if written in _ABJAD[:26] else written
