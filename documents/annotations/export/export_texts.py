"""The few words that a file of notes needs, in Arabic and English."""

from __future__ import annotations

from documents.annotations.export.exported_annotation import Cited
from documents.dates import un_date
from documents.language import isolate

_WORDS = {
    "notes": ("ملاحظات", "Notes"),
    "bookmark": ("إشارة مرجعية", "Bookmark"),
    "highlight": ("تظليل", "Highlight"),
    "note": ("ملاحظة", "Note"),
    "stance": ("موقف", "Stance"),
    "yellow": ("أصفر", "yellow"),
    "green": ("أخضر", "green"),
    "blue": ("أزرق", "blue"),
    "pink": ("وردي", "pink"),
    "violet": ("بنفسجي", "violet"),
    "support": ("تأييد", "support"),
    "amend": ("تعديل", "amend"),
    "delete": ("حذف", "delete"),
    "red-line": ("خط أحمر", "red line"),
    "ask-capital": ("استشارة العاصمة", "ask capital"),
    "on-document": ("على الوثيقة كلها", "On the whole document"),
    "not-found": ("ملاحظات لم يُعثر على موضعها في هذا النصّ", "Notes whose place in this text was not found"),
    "to-words": ("إلى الكلمات في المتن", "To the words in the text"),
    "same-note": ("الملاحظة نفسها", "The same note"),
    "corrected-words": ("الكلمات المصوَّبة تحتها خط منقَّط.", "Corrected words have a dotted line under them."),
}


def word(key: str, language: str) -> str:
    """Return a word in Arabic (`ar`) or else in English; a key without one is its own word."""
    pair = _WORDS.get(key)
    return key if pair is None else pair[0 if language == "ar" else 1]


def remarks(cited: Cited, language: str) -> str:
    """Return what is said of a note in one line: stance, who took it and when; colour, labels, date."""
    one = cited.annotation
    parts = []
    taken = one.stance_taken
    if taken is not None:
        known = (one.author, un_date(taken.date(), language))
        by = ("، " if language == "ar" else ", ").join(isolate(part) for part in known if part)
        parts.append(f"{word('stance', language)}: {word(one.stance, language)} ({by})")
    elif one.kind == "bookmark":
        parts.append(word("bookmark", language))
    if one.colour:
        parts.append(word(one.colour, language))
    parts += [isolate(f"#{label}") for label in one.labels]
    if taken is None or taken.date() != one.changed.date():
        parts.append(isolate(un_date(one.changed.date(), language)))
    return " · ".join(parts)
