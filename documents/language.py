"""The languages of documents: direction, codes, digits, isolation of runs."""

from __future__ import annotations

import re

OFFICIAL = ("ar", "en", "fr", "es", "ru", "zh")
"""The six official languages of the United Nations, BCP 47."""

_ISO_639_3 = {"ar": "ara", "en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "zh": "zho"}
_ISO_639_1 = {long: short for short, long in _ISO_639_3.items()}
_RTL = frozenset({"ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "syr"})

ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
_TO_WESTERN = {ord(d): str(i) for digits in (ARABIC_INDIC, "۰۱۲۳۴۵۶۷۸۹") for i, d in enumerate(digits)}
_TO_ARABIC_INDIC = {ord(str(i)): d for i, d in enumerate(ARABIC_INDIC)}

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
"""Isolates of UAX #9, for display only: stored text never gains or loses one."""

_RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def direction(language: str) -> str:
    """Return the direction of a BCP 47 tag, `rtl` or `ltr`. It is never guessed from the text."""
    return "rtl" if language.partition("-")[0].lower() in _RTL else "ltr"


def iso_639_3(language: str) -> str:
    """Return the three-letter code that Akoma Ntoso uses (`ar` → `ara`). An unknown tag is returned as it is."""
    return _ISO_639_3.get(language, language)


def bcp_47(code: str) -> str:
    """Return the BCP 47 tag of a three-letter code (`ara` → `ar`). An unknown code is returned as it is."""
    return _ISO_639_1.get(code, code)


def western_digits(text: str) -> str:
    """Replace Arabic-Indic and Persian digits by 0-9. The length is kept."""
    return text.translate(_TO_WESTERN)


def arabic_indic_digits(text: str) -> str:
    """Replace 0-9 by Arabic-Indic digits. The length is kept."""
    return text.translate(_TO_ARABIC_INDIC)


def has_rtl_letter(text: str) -> bool:
    """Say whether a text holds a letter or digit form of a right-to-left script."""
    return _RTL_LETTER.search(text) is not None


def isolate(text: str, direction_: str | None = None) -> str:
    """Wrap `text` so that it does not disturb the sentence around it (UAX #9 isolates).

    `direction_` is `ltr`, `rtl`, or None for the direction of the first strong character.
    """
    return {"ltr": LRI, "rtl": RLI}.get(direction_ or "", FSI) + text + PDI
