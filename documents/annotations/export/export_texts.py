"""Words and remarks in files of notes, in the language of the interface."""

from __future__ import annotations

from documents.annotations.export.exported_annotation import ExportedAnnotation
from documents.dates import un_date
from documents.exporters.export_texts import EXPORTS
from documents.interface_languages import interface_language
from documents.language import isolate


def word(code: str, language: str) -> str:
    """Return a word of the catalogue `exports`, or the code itself where it has none."""
    return EXPORTS.message(language, code) if code in EXPORTS else code


def remarks(cited: ExportedAnnotation, language: str) -> str:
    """Return the remarks on a note in one line: stance (author, date) or kind, colour, labels, date."""
    one = cited.annotation
    parts = []
    taken = one.stance_taken
    if taken is not None:
        known = (one.author, un_date(taken.date(), language))
        by = interface_language(language).comma.join(isolate(part) for part in known if part)
        parts.append(f"{word('stance', language)}: {word(one.stance, language)} ({by})")
    elif one.kind == "bookmark":
        parts.append(word("bookmark", language))
    if one.colour:
        parts.append(word(one.colour, language))
    parts += [isolate(f"#{label}") for label in one.labels]
    if taken is None or taken.date() != one.changed.date():
        parts.append(isolate(un_date(one.changed.date(), language)))
    return " · ".join(parts)
