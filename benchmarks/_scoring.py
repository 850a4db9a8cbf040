"""What was found against what was labelled: hits, misses and false ones, by form, by language and by half."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path

from _reference import Row, Text, digest, raw_text, text_of

from documents.citations.catalogue.instrument_catalogue import instrument
from documents.citations.citation import Citation, CitationKind, CitationStatus
from documents.citations.evidence import EvidenceCode
from documents.citations.find import find_citations
from documents.numerals import from_roman
from ui.terminal.evidence_text import evidence_text

OPEN = "-"
"""Mark of a row whose act has no key: any answer without a target is right, and so is none."""
UNKNOWN = "?"
"""Mark of a row that must be found without a target."""


@dataclass(slots=True)
class Tally:
    """Counts of one group: hits, false ones, misses; hits with the exact span; pinpoints the same way."""

    hits: int = 0
    false: int = 0
    missed: int = 0
    exact: int = 0
    places: int = 0
    places_false: int = 0
    places_missed: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.hits else 0.0

    def add(self, other: Tally) -> None:
        """Count another group in."""
        for name in Tally.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass(frozen=True, slots=True)
class Failure:
    """A false or missed citation, a wrong pinpoint or a span that is not exact, for `--show`."""

    what: str
    document: str
    half: str
    form: str
    start: int
    end: int
    expected: str
    found: str
    around: str


@dataclass
class Score:
    """Everything measured: tallies by (file, half, language, form), failures, and what could not be measured."""

    tallies: dict[tuple[str, str, str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    failures: list[Failure] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unnamed: Counter[str] = field(default_factory=Counter)
    documents: Counter[str] = field(default_factory=Counter)

    def total(self, **of: str) -> Tally:
        """Return the sum of the groups that have these values of `source`, `half`, `language`, `form`."""
        found = Tally()
        for key, tally in self.tallies.items():
            facts = dict(zip(("source", "half", "language", "form"), key, strict=True))
            if all(facts[name] == value for name, value in of.items()):
                found.add(tally)
        return found


@dataclass(frozen=True, slots=True)
class _Seen:
    citation: Citation
    start: int
    end: int

    def overlaps(self, row: Row) -> bool:
        return self.start < row.end and row.start < self.end


def score(corpus: Path, labelled: Iterable[Row]) -> Score:
    """Read every labelled document and compare."""
    result = Score()
    for document, group in groupby(sorted(labelled, key=lambda row: (row.document, row.start)), lambda r: r.document):
        rows = list(group)
        try:
            raw = raw_text(corpus, document)
        except (KeyError, IndexError, OSError):
            raw = ""
        if digest(raw) != rows[0].sha256:
            result.changed.append(document)
            continue
        result.documents[rows[0].half] += 1
        _Comparison(result, rows, text_of(raw, rows[0].language, document)).run()
    return result


@dataclass
class _Comparison:
    """One document's rows against its citations."""

    result: Score
    rows: list[Row]
    text: Text

    def run(self) -> None:
        seen = [_Seen(c, *self.text.raw_span(c.span)) for c in find_citations(self.text.document)]
        rows = [row for row in self.rows if row.form != "none"]
        pairs = dict(_pairs(rows, seen))
        for row in rows:
            self._row(row, pairs.get(id(row)), seen)
        taken = {id(each) for each in pairs.values()}
        for each in seen:
            if id(each) not in taken:
                self._extra(each, rows)

    def _row(self, row: Row, found: _Seen | None, seen: list[_Seen]) -> None:
        tally = self._tally(row.form, row.language)
        if found:
            tally.hits += 1
            tally.exact += (found.start, found.end) == (row.start, row.end)
            if (found.start, found.end) != (row.start, row.end):
                self._fail("span", row.form, row, self.text.raw[found.start : found.end])
            self._places(row, found.citation, tally)
        elif row.target == OPEN:
            return
        elif unnamed(row):
            self.result.unnamed[row.target] += 1
        else:
            tally.missed += 1
            others = "; ".join(answer(each.citation) for each in seen if each.overlaps(row))
            self._fail("missed", row.form, row, others)

    def _places(self, row: Row, citation: Citation, tally: Tally) -> None:
        found = Counter(normal(point.place) for point in citation.pinpoints)
        expected = Counter(normal(place) for place in row.places)
        tally.places += (found & expected).total()
        tally.places_false += (found - expected).total()
        tally.places_missed += (expected - found).total()
        if found != expected:
            self._fail("place", row.form, row, " ".join(p.place for p in citation.pinpoints))

    def _extra(self, each: _Seen, rows: list[Row]) -> None:
        over = [row for row in rows if each.overlaps(row)]
        citation = each.citation
        if citation.own and not over:
            return
        if any(row.target == OPEN for row in over) and not citation.target:
            return
        form = over[0].form if over else written_form(citation)
        self._tally(form, self.rows[0].language).false += 1
        row = Row("", "", "", "", form, each.start, each.end, "; ".join(row.target for row in over), ())
        self._fail("false", form, row, answer(citation))

    def _tally(self, form: str, language: str) -> Tally:
        source = self.rows[0].document.partition("#")[0]
        return self.result.tallies[source, self.rows[0].half, language, form]

    def _fail(self, what: str, form: str, row: Row, found: str) -> None:
        raw, first = self.text.raw, self.rows[0]
        around = raw[max(0, row.start - 90) : row.start] + "[[" + raw[row.start : row.end] + "]]"
        around = " ".join((around + raw[row.end : row.end + 70]).split())
        expected = " ".join((row.target, *row.places)) if what != "span" else raw[row.start : row.end]
        place = (first.document, first.half, form, row.start, row.end)
        self.result.failures.append(Failure(what, *place, expected, " ".join(found.split()), around))


def _pairs(rows: list[Row], seen: list[_Seen]) -> Iterator[tuple[int, _Seen]]:
    """Pair each row with a citation that overlaps it and answers it: exact spans first, each citation once."""
    free = list(seen)
    paired: set[int] = set()
    for exact in (True, False):
        for row in rows:
            if id(row) in paired:
                continue
            for each in free:
                same = (each.start, each.end) == (row.start, row.end)
                if (same if exact else each.overlaps(row)) and answers(row, each.citation):
                    free.remove(each)
                    paired.add(id(row))
                    yield id(row), each
                    break


def answers(row: Row, citation: Citation) -> bool:
    """Say whether a citation gives the answer of a row."""
    if row.target in (UNKNOWN, OPEN):
        return row.target == UNKNOWN and not citation.target
    if "|" in row.target:
        return citation.status is CitationStatus.AMBIGUOUS and set(citation.candidates) == set(row.target.split("|"))
    if row.form == "own-number" and not citation.own:
        return False
    return citation.status is CitationStatus.RESOLVED and citation.target == row.target


@cache
def _held(target: str) -> bool:
    return instrument(target) is not None


def unnamed(row: Row) -> bool:
    """Say whether a row is a name of something that the catalogue does not hold."""
    return row.form in ("name", "short-form") and not _held(row.target) and row.target not in (UNKNOWN, OPEN)


def answer(citation: Citation) -> str:
    """Return what a citation says, for people who look at failures."""
    said = citation.target or "|".join(citation.candidates) or citation.status.value
    return f"{said} ({evidence_text(citation.evidence)})"


def normal(place: str) -> str:
    """Return a place with Roman numerals as digits, so that `chp_I` and `chp_1` are one."""
    parts = []
    for part in place.split("__"):
        word, _, number = part.partition("_")
        if re.fullmatch("[IVXLC]+", number) and word not in ("point", "sec"):
            number = str(from_roman(number))
        parts.append(f"{word}_{number}" if number else word)
    return "__".join(parts)


_WRITTEN = (
    ("ibid", r"(?i)^\W*(?:ibid|المرجع نفسه)"),
    ("act-council", r"\( ?(?:19|20)[0-9]{2} ?\)$"),
    ("act-old", r"\( ?(?:[SIVXLC-]+|د ?ا? ?- ?[0-9]+) ?\)[A-Z]?$"),
    ("act-letters", r"^[A-Z]$|^\w{3,5}$"),
    ("act-list", r"^[0-9]"),
)


def written_form(citation: Citation) -> str:
    """Name the form of a citation that no row speaks of."""
    if citation.own:
        return "own-number"
    if citation.kind is CitationKind.TREATY:
        return "treaty-series" if re.search(r"[0-9]$", citation.text) else "name"
    if citation.kind is CitationKind.OFFICIAL_RECORDS:
        return "official-records"
    if citation.kind is CitationKind.SHORT_FORM:
        return "ibid" if re.match(_WRITTEN[0][1], citation.text) else "short-form"
    if citation.kind is CitationKind.DOCUMENT or citation.has(EvidenceCode.SYMBOL):
        return "symbol"
    text = unicodedata.normalize("NFKC", citation.text)
    return next((form for form, pattern in _WRITTEN if re.search(pattern, text)), "act")
