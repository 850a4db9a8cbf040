"""The hand-made reference for citations: its rows, the raw texts they point into, and a document of each.

The way from raw text to a document is this module's own and does not depend on any importer: page furniture and
footnotes are taken apart, and every paragraph is one provision that knows where it stands in the raw text.
"""

from __future__ import annotations

import csv
import functools
import gzip
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from documents.model import Document, Footnote, Kind, Masthead, Provision
from documents.position import Span, footnote_id

FOLDER = Path(__file__).parent / "citations_reference"
_ORGANS = (("A/HRC", "HRC"), ("A/", "GA"), ("S/", "SC"), ("E/", "ECOSOC"))
_FIELDS = ("text", "Text", "ED_DecisionText")
"""Where records hold their text: resolutions, general comments, decisions."""
_RUNNING_HEAD = re.compile(
    r"(?m)^\n(?:[^\n]+\n){1,6}?(?: *\n)?(?:\d\d-\d{5} ?\n\d+/\d+ ?|\d+/\d+ ?\n\d\d-\d{5} ?)\n(?:[ \t]*\n)*"
)
_RULE = re.compile(r"(?m)^_{5,} *\n")
_NOTE = re.compile(r"(?m)^ ?(\d{1,3}|\*{1,4})[ \u00a0]+(?=\S)")
_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_COMPLETE = re.compile(r"[.,;:*][’”\"]?(?: ?\d{1,3})?\s*$")
_CHAPEAU = re.compile(r"\s*The (?:General Assembly|(?:Security|Economic and Social|Human Rights) Council)\b")


@dataclass(frozen=True, slots=True)
class Row:
    """One citation as labelled; offsets are code points of the raw text."""

    document: str
    sha256: str
    half: str
    language: str
    form: str
    start: int
    end: int
    target: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Text:
    """A document built from raw text, with the way back to raw offsets."""

    raw: str
    document: Document
    pieces: dict[str, tuple[tuple[int, int], ...]]

    def raw_span(self, span: Span) -> tuple[int, int]:
        """Return where a span of a provision or note stands in the raw text."""
        return self._raw(span.provision, span.start), self._raw(span.provision, span.end - 1) + 1

    def _raw(self, id_: str, offset: int) -> int:
        for start, end in self.pieces[id_]:
            if offset < end - start:
                return start + offset
            offset -= end - start
        return self.pieces[id_][-1][1]


def rows(folder: Path = FOLDER) -> list[Row]:
    """Return every row of every file."""
    found: list[Row] = []
    for path in sorted(folder.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                start, end = int(row["start"] or 0), int(row["end"] or 0)
                facts = (row["document"], row["sha256"], row["half"], row["language"], row["form"])
                found.append(Row(*facts, start, end, row["target"], tuple(row["places"].split())))
    return found


def digest(raw: str) -> str:
    """Return the first 12 digits of the raw text's SHA-256."""
    return hashlib.sha256(raw.encode()).hexdigest()[:12]


def raw_text(corpus: Path, document: str) -> str:
    """Return the raw text that a document key means (`citations_reference/README.md`); KeyError where there is none."""
    name, _, key = document.rpartition("#")
    path = corpus / name
    if ".json" in name:
        return records(path)[key]
    if name.startswith("un_parallel"):
        return _lines(path)[int(key) - 1]
    start, _, end = key.partition("-")
    return _whole(path)[int(start) : int(end)]


@functools.cache
def _whole(path: Path) -> str:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode()


@functools.cache
def _lines(path: Path) -> list[str]:
    return _whole(path).split("\n")


@functools.cache
def records(path: Path) -> dict[str, str]:
    """Return the texts of a file of records, by symbol, by number and by `[number]`."""
    by_line = ".jsonl" in path.name
    found = [json.loads(line) for line in _lines(path) if line.strip()] if by_line else json.loads(_whole(path))
    texts: dict[str, str] = {}
    for index, record in enumerate(found):
        notes = (f"{note['n']} {note['text']}" for note in record.get("footnotes", ()))
        parts = notes if "footnotes" in record else (line["ar"] for line in record.get("lines", ()))
        text = next(filter(None, map(record.get, _FIELDS)), "") or "\n".join(parts)
        texts[str(record.get("symbol", index))] = texts[f"[{index}]"] = texts[str(index)] = text
    return texts


def text_of(raw: str, language: str, document: str) -> Text:
    """Build a document from raw text: masthead from the key, one provision a paragraph, notes as footnotes."""
    symbol = document.rpartition("#")[2] if ".jsonl" in document and "#[" not in document else ""
    if document.startswith("facts/footnotes"):
        body: list[list[tuple[int, int]]] = []
        notes = list(_notes(raw, 0, len(raw)))
    elif document.startswith("ga_resolutions_en"):
        body, notes = _pages(raw)
    else:
        body, notes = [[(0, len(raw))]], []
    pieces: dict[str, tuple[tuple[int, int], ...]] = {}
    provisions, footnotes = list(_provisions(raw, body, symbol, pieces)), list(_footnotes(raw, notes, pieces))
    organ = next((organ for head, organ in _ORGANS if symbol.startswith(head)), "")
    built = Document(symbol, language, "", tuple(provisions), tuple(footnotes), Masthead(organ=organ))
    return Text(raw, built, pieces)


def _pages(raw: str) -> tuple[list[list[tuple[int, int]]], list[tuple[str, int, int]]]:
    """Take a text with pages apart: paragraphs as lists of pieces, notes as (number, start, end)."""
    paragraphs: list[list[tuple[int, int]]] = []
    notes: list[tuple[str, int, int]] = []
    begin = 0
    for head in [*_RUNNING_HEAD.finditer(raw), None]:
        stop = head.start() if head else len(raw)
        rule = _RULE.search(raw, begin, stop)
        for index, piece in enumerate(_paragraphs(raw, begin, rule.start() if rule else stop)):
            broken = paragraphs and index == 0 and not _COMPLETE.search(raw[slice(*paragraphs[-1][-1])])
            if broken and begin:
                paragraphs[-1].append(piece)
            else:
                paragraphs.append([piece])
        if rule:
            notes += _notes(raw, rule.end(), stop)
        begin = head.end() if head else stop
    return paragraphs, notes


def _paragraphs(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for blank in [*_BLANK.finditer(raw, start, end), None]:
        stop = blank.start() + 1 if blank else end
        if raw[at:stop].strip():
            yield at, stop
        at = blank.end() if blank else end


def _notes(raw: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    found = list(_NOTE.finditer(raw, start, end))
    for match, after in zip(found, [*found[1:], None], strict=True):
        yield match[1], match.end(), after.start() if after else end


def _provisions(
    raw: str, body: Iterable[list[tuple[int, int]]], symbol: str, pieces: dict[str, tuple[tuple[int, int], ...]]
) -> Iterator[Provision]:
    number = symbol.removeprefix("A/RES/")
    before = bool(symbol)
    for index, paragraph in enumerate(body):
        text = "".join(raw[start:end] for start, end in paragraph)
        if before and _CHAPEAU.match(text) and text.rstrip()[-1:] in ",:lyi":
            before = False
        kind = Kind.MASTHEAD if before else Kind.BODY
        if text.lstrip().startswith(f"{number}."):
            kind = Kind.TITLE
        id_ = f"p_{index}"
        pieces[id_] = tuple(paragraph)
        yield Provision(id_, kind, text)


def _footnotes(
    raw: str, notes: Iterable[tuple[str, int, int]], pieces: dict[str, tuple[tuple[int, int], ...]]
) -> Iterator[Footnote]:
    seen: set[str] = set()
    for written, start, end in notes:
        number = written
        while number in seen:
            number += "'"
        seen.add(number)
        pieces[footnote_id(number)] = ((start, end),)
        yield Footnote(number, raw[start:end], written)
