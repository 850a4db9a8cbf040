"""The user's choices for copying a quotation."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class QuotationContent(enum.StrEnum):
    """The parts of a quotation that are copied: the words, their reference, or both."""

    WORDS = "words"
    REFERENCE = "reference"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class QuotationOptions:
    """The parts to copy, the language (ar or en) and the digits of the reference, and a template for both parts.

    `digits` is western, arabic-indic or language (those of the language). The quoted words keep their own digits. An
    empty `template` stands for the default one.
    """

    content: QuotationContent = QuotationContent.BOTH
    language: str = "ar"
    digits: str = "language"
    template: str = ""
