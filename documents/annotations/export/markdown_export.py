"""Notes as Markdown (CommonMark): block quotes with their references, and the reader's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from documents.annotations.export.contained_markdown import contained
from documents.annotations.export.export_texts import remarks, word
from documents.annotations.export.exported_annotation import ExportedAnnotation
from documents.language import direction, isolate

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])|^([-+])(?=\s)|^(\d+)([.)])(?=\s)", re.MULTILINE)
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x1c-\x1e\x85]")


def write(notes: Sequence[ExportedAnnotation], *, language: str, heading: str = "") -> bytes:
    """Return the notes in their order as UTF-8. Neighbours of one document share a heading."""
    lines = [f"# {_escaped(_one_line(heading)) or word('notes', language)}", ""]
    for (symbol, title), group in groupby(notes, key=lambda one: (one.annotation.document, one.title)):
        name = isolate(_escaped(_one_line(symbol)), "ltr")
        lines += [f"## {_escaped(_one_line(title))} ({name})" if title else f"## {name}", ""]
        for one in group:
            lines += [*_note(one, language), ""]
    return "\n".join(lines).encode("utf-8", "replace")


def _note(cited: ExportedAnnotation, language: str) -> Iterable[str]:
    one = cited.annotation
    side = direction(one.language)
    for place in cited.places:
        yield from (f"> {isolate(_escaped(line), side)}" for line in _BREAK.split(place.words))
        yield ">"
    said = cited.reference if cited.places else f"{cited.reference} · {word('on-document', language)}"
    yield f"> — {isolate(_escaped(_one_line(said)), 'rtl' if language == 'ar' else 'ltr')}"
    yield ""
    if one.text:
        yield contained(one.text)
        yield ""
    yield f"*{_escaped(_one_line(remarks(cited, language)))}*"
    yield ""
    yield "---"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """Return text that Markdown shows unchanged."""

    def safe(met: re.Match[str]) -> str:
        if met[3]:
            return f"{met[3]}\\{met[4]}"
        return f"\\{met[1] or met[2]}"

    return _SPECIAL.sub(safe, text.replace("&", "&amp;"))
