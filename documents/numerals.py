"""Roman numbers, and the letters of the parts of a resolution in Latin and Arabic."""

from __future__ import annotations

import re

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_CYRILLIC_LOOKALIKES = str.maketrans("ХІСМІ", "XICMI")
_ABJAD = (
    "ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون سين عين فاء صاد قاف راء شين تاء ثاء خاء ذال ضاد".split()
)
ARABIC_LETTERS = {name: chr(ord("A") + index) for index, name in enumerate(_ABJAD)}
"""Names of letters in the order in which UN Arabic numbers A to Z (40/152 O = سين, 41/86 Q = فاء)."""


def roman(number: int) -> str:
    """Return a number from 1 to 399 in Roman form (30 → `XXX`), ValueError outside."""
    if not 1 <= number <= 399:
        raise ValueError(f"no Roman form for {number}")
    parts: list[str] = []
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        parts.append(sign * count)
    return "".join(parts)


def from_roman(written: str) -> int:
    """Read a Roman number, also in Cyrillic look-alikes (`ХХХ`). ValueError for any other text."""
    written = written.translate(_CYRILLIC_LOOKALIKES)
    rest, total = written, 0
    for value, sign in _ROMAN:
        while rest.startswith(sign):
            total, rest = total + value, rest.removeprefix(sign)
    if rest or not re.fullmatch("[CLXVI]+", written) or total > 399 or roman(total) != written:
        raise ValueError(f"not a Roman number: {written!r}")
    return total
