"""What an exported file says about itself, in Arabic for an Arabic document and else in English."""

from __future__ import annotations

from dataclasses import dataclass

from documents.language import arabic_indic_digits
from documents.model import Footnote, Marker
from documents.reading import Reading
from documents.symbol import official_link


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences; those with braces are formatted with what they are about."""

    unofficial: str
    official: str
    as_received: str
    corrected: str
    shown: str
    notes: str
    missing: str
    doubt: str
    orphan: str
    received: str
    suspected: str
    proposed: str
    back: str
    source: str


_ARABIC = Wording(
    unofficial="نصّ غير رسمي؛ يُرجع عند الاستشهاد إلى النصّ المعتمد.",
    official="النصّ المعتمد:",
    as_received="القراءة: كما ورد النصّ في المصدر، من غير تصويب.",
    corrected="القراءة: مصوَّبة. عدد التصويبات: {}.",
    shown="الكلمات المصوَّبة مميَّزة بخط تحتها، وما ورد في الأصل يظهر عند الإشارة إليها.",
    notes="الحواشي",
    missing="نصّ الحاشية غير وارد في الملف.",
    doubt="ورد الرقم في الأصل {}، وهو موضع شكّ.",
    orphan="لا علامة لهذه الحاشية في المتن.",
    received="ورد في الأصل: {}",
    suspected="موضع شكّ",
    proposed="موضع شكّ؛ القراءة المقترحة: {}",
    back="العودة إلى المتن",
    source="المصدر:",
)
_ENGLISH = Wording(
    unofficial="Unofficial text. Check the authoritative text before quoting.",
    official="Authoritative text:",
    as_received="Reading: as received from the source, without corrections.",
    corrected="Reading: corrected. Corrections: {}.",
    shown="Corrected words are underlined; point at one to see what was received.",
    notes="Notes",
    missing="The file lacks this footnote.",
    doubt="Received as {}, which is in doubt.",
    orphan="No marker in the text points to this footnote.",
    received="Received as: {}",
    suspected="In doubt",
    proposed="In doubt; proposed reading: {}",
    back="Back to the text",
    source="Source:",
)


def wording(language: str) -> Wording:
    """Return the sentences for a document's language."""
    return _ARABIC if _arabic(language) else _ENGLISH


def statement(reading: Reading) -> list[str]:
    """Return what stands above the text: that it is unofficial, where the official one is, which reading this is."""
    document = reading.document
    words = wording(document.language)
    applied = 0 if reading.as_received else sum(c.applied for c in reading.corrections)
    link = official_link(document.symbol, document.language)
    lines = [words.unofficial]
    if link:
        lines.append(f"{words.official} {link}")
    lines.append(words.corrected.format(number(applied, document.language)) if applied else words.as_received)
    if document.source.name:
        lines.append(f"{words.source} {document.source.name}")
    return lines


def number(value: object, language: str) -> str:
    """Return a number in the digits of a document's language."""
    return arabic_indic_digits(str(value)) if _arabic(language) else str(value)


def printed(shown: Footnote | Marker, language: str) -> str:
    """Return a note's or marker's sign as it stands in the source, or its number in parentheses."""
    plain = shown.footnote if isinstance(shown, Marker) else shown.number
    return shown.printed or f"({number(plain, language)})"


def _arabic(language: str) -> bool:
    return language.partition("-")[0].lower() == "ar"
