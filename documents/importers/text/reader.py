"""Read plain text: the layout of the bundled resolution, hard-wrapped United Nations text, any other text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from documents.importers import footnotes, openings
from documents.importers.blocks import Block, MarkerForms
from documents.importers.footnotes import Definition
from documents.importers.formats import TEXT
from documents.importers.language_detection import language_of
from documents.importers.masthead import facts, symbol_of
from documents.importers.structure import recognise
from documents.importers.text.decoder import decode
from documents.importers.text.paragraphs import paragraphs
from documents.language import OFFICIAL
from documents.model import Document, Kind, Provision, Source, SourceWarning
from documents.symbol import symbols_for

_SUFFIXES = re.compile(rf"(?:\.(?:{'|'.join(OFFICIAL)}))?(?:{'|'.join(map(re.escape, TEXT.suffixes))})$", re.IGNORECASE)
"""The end of a text file's name, with a language before the suffix where there is one."""


def read_text(data: bytes, name: str) -> Document:
    """Return the document in a text file called `name`. ImportFailure `empty` or `unreadable`."""
    text = decode(data, name)
    language = language_of(text)
    parts = _parted(paragraphs(text, language))
    structure = recognise(parts.blocks, language)
    bound = footnotes.bind(structure.provisions, parts.definitions, language)
    masthead = facts(bound.provisions, nested=structure.nested)
    symbol = symbol_of(bound.provisions, masthead, language) or _symbol_of_name(name)
    warnings = (*bound.warnings, *(SourceWarning("furniture", words) for words in parts.furniture))
    return Document(
        symbol=symbol,
        language=language,
        title=_title(bound.provisions) or symbol,
        provisions=bound.provisions,
        footnotes=bound.footnotes,
        masthead=masthead,
        source=Source(PurePath(name).name, sha256(data).hexdigest(), "text", warnings),
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    blocks: tuple[Block, ...]
    definitions: tuple[Definition, ...]
    furniture: tuple[str, ...]


def _parted(lines: Sequence[tuple[str, str]]) -> _Parts:
    """Separate footnotes and furniture from the text. `lines` are (`text`, `foot` or `furniture`, words)."""
    candidates = {
        index: found
        for index, (kind, words) in enumerate(lines)
        if kind == "text" and (found := footnotes.candidate(words))
    }
    caret = any("^(" in words for _, words in lines)
    forms = MarkerForms(frozenset(found.number for found in candidates.values()), attached=not caret)
    read = {
        index: forms.read(words)
        for index, (kind, words) in enumerate(lines)
        if kind == "text" and index not in candidates
    }
    marked = {marker.footnote for block in read.values() for marker in block.markers}
    blocks: list[Block] = []
    definitions: list[Definition] = []
    last = ""
    for index, (kind, words) in enumerate(lines):
        found = candidates.get(index) if kind == "text" else footnotes.at_foot(words) if kind == "foot" else None
        if found is not None and (kind == "foot" or footnotes.is_definition(found, marked, last)):
            definitions.append(found)
            last = found.number
        elif kind != "furniture":
            blocks.append(read[index] if index in read else forms.read(words))
    return _Parts(tuple(blocks), tuple(definitions), tuple(words for kind, words in lines if kind == "furniture"))


def _title(provisions: Sequence[Provision]) -> str:
    """Return the title without its number, or the first words of a text without one."""
    for provision in provisions:
        if provision.kind is Kind.TITLE:
            start = openings.title_parts(provision.text)[1]
            return provision.text[start:].lstrip("# ") or provision.text
    structured = any(provision.kind is Kind.CHAPEAU for provision in provisions)
    wanted = Kind.MASTHEAD if structured else Kind.BODY
    first = next((p.text for p in provisions if p.kind is wanted), "")
    return first if len(first) <= 200 else first[:200].rsplit(" ", 1)[0]


def _symbol_of_name(name: str) -> str:
    """Return the symbol in a file's name, the last resort: `E-RES-2019-20.ar.txt` is E/RES/2019/20."""
    stem = PurePath(name).name
    stem = _SUFFIXES.sub("", stem) or stem
    found = symbols_for(re.sub(r"_", "-", stem)) if re.search(r"[-_]", stem) else ()
    return found[0] if found else re.sub(r"\s+", " ", stem).strip() or "?"
