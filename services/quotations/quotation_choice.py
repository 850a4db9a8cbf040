"""How a quotation is copied, as a person chose it."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class What(enum.StrEnum):
    """What is copied: the words, where they stand, or both."""

    WORDS = "words"
    REFERENCE = "reference"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class CopyChoice:
    """How it is copied: the language of the reference, its digits, and a template ("" the usual one).

    `digits` is western, arabic-indic or language; they are those of the reference: a quotation is left as it is.
    """

    what: What = What.BOTH
    language: str = "ar"
    digits: str = "language"
    template: str = ""
