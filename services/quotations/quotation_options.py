"""How a quotation is copied, as a person chose it."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class QuotationContent(enum.StrEnum):
    """What is copied: the words, where they stand, or both."""

    WORDS = "words"
    REFERENCE = "reference"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class QuotationOptions:
    """How it is copied: the reference in Arabic or English, its digits, and a template ("" the language's own).

    `digits` is western, arabic-indic or language; they are those of the reference: a quotation is left as it is.
    """

    what: QuotationContent = QuotationContent.BOTH
    language: str = "ar"
    digits: str = "language"
    template: str = ""
