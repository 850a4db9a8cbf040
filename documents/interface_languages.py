"""The languages of the interface: one row for each, read by the window, the command line and the exports.

A language is a row here, a .ts file for each part of the window and a catalogue (`documents.message_catalogue`)
for each other part. A string without a translation appears in `SOURCE`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from documents.language import ARABIC_INDIC, arabic_indic_digits, direction

SOURCE = "en"
"""The language that the others are translated from."""


@dataclass(frozen=True, slots=True)
class InterfaceLanguage:
    """A language of the interface and its typography.

    `code` is BCP 47 without a region, `name` the language's name in itself, `digits` the ten digits from zero.
    `plurals` lists the forms of a counted sentence by their CLDR category, in the order in which Qt Linguist numbers
    them; `plural_of(n)` returns the one for a whole number n ≥ 0. `quotation_marks` are the outer and the inner pair.
    """

    code: str
    name: str
    plurals: tuple[str, ...]
    plural_of: Callable[[int], str]
    digits: str = "0123456789"
    comma: str = ", "
    percent: str = "%"
    quotation_marks: tuple[str, str, str, str] = ("“", "”", "‘", "’")

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return direction(self.code)

    def number(self, value: object) -> str:
        """Return a number in the digits of the language. Other characters are kept."""
        return arabic_indic_digits(str(value)) if self.digits == ARABIC_INDIC else str(value)


def _arabic_plural(n: int) -> str:
    if n <= 2:
        return ("zero", "one", "two")[n]
    rest = n % 100
    return "few" if 3 <= rest <= 10 else "many" if rest > 10 else "other"


LANGUAGES = (
    InterfaceLanguage(
        code="ar",
        name="العربية",
        plurals=("zero", "one", "two", "few", "many", "other"),
        plural_of=_arabic_plural,
        digits=ARABIC_INDIC,
        comma="، ",
        percent="٪",
        quotation_marks=("«", "»", "“", "”"),
    ),
    InterfaceLanguage(
        code="en",
        name="English",
        plurals=("one", "other"),
        plural_of=lambda n: "one" if n == 1 else "other",
    ),
)
"""Every language of the interface, in the order in which they are offered."""

CODES = tuple(row.code for row in LANGUAGES)
_ROWS = {row.code: row for row in LANGUAGES}


def interface_language(tag: str) -> InterfaceLanguage:
    """Return the row for a BCP 47 tag or a POSIX locale (`ar-EG`, `ar_EG.UTF-8`), by its language alone.

    A language without a row gets that of `SOURCE`.
    """
    if tag in _ROWS:
        return _ROWS[tag]
    return _ROWS.get(re.split(r"[-_.@]", tag, maxsplit=1)[0].lower(), _ROWS[SOURCE])


def next_language(code: str) -> InterfaceLanguage:
    """Return the row after that of `code`, after the last one the first."""
    return LANGUAGES[(LANGUAGES.index(interface_language(code)) + 1) % len(LANGUAGES)]
