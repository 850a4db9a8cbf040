"""Letters of the parts of a resolution (`A`, `باء`, Cyrillic look-alikes), their lists and ranges."""

from __future__ import annotations

import re

from documents.folding import pattern_form
from documents.numerals import ARABIC_LETTERS

_CYRILLIC = str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX")
_NAMES = {pattern_form(name): letter for name, letter in ARABIC_LETTERS.items()}
LETTER = rf"(?:(?:{'|'.join(_NAMES)})(?!\w)|[A-ZАВСЕНКМОРТХ](?![^\W一-鿿]|[.']|-(?![A-Z]\b)))"
_AND = r"(?: ?[،,、] ?| )?(?:و ?|and |et |y |и |和|及)?"
_THROUGH = r" ?(?:الي|حتي|to|through|à|a|по|-) ?"
LETTERS = rf"{LETTER}(?:(?:{_THROUGH}|{_AND}){LETTER})*"


def letters_of(match: re.Match[str], group: str) -> list[tuple[int, int, str]]:
    """Return (start, end, Latin letter) for each letter of a list.

    The letters inside a range stand at the word between its ends.
    """
    if match[group] is None:
        return []
    found: list[tuple[int, int, str]] = []
    start = match.start(group)
    for each in re.finditer(rf"(?P<through>{_THROUGH})?(?P<letter>{LETTER})", match[group]):
        letter = _latin(each["letter"])
        if found and (each["through"] or "").strip():
            word = each["through"].strip()
            at = (start + (place := match[group].index(word, each.start("through"))), start + place + len(word))
            inside = range(ord(found[-1][2]) + 1, ord(letter))
            found += [(*at, chr(code)) for code in inside]
        found.append((start + each.start("letter"), start + each.end("letter"), letter))
    return found


def _latin(written: str) -> str:
    return _NAMES.get(written) or written.translate(_CYRILLIC)
