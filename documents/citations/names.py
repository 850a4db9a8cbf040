"""Treaties and declarations cited by name, in any written form that the catalogue knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from documents.citations.citation import CitationKind
from documents.citations.instruments import Catalogue
from documents.citations.mention import Known, Mention, Passage
from documents.citations.variants import variants
from documents.plain import plain

_GLUE = re.compile(r"<([^<>]*)>")
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|[^\w\s,،、'’\"“”«»]")
"""Words and signs by which names are compared: commas, quotation marks and spaces are left out."""


@dataclass(slots=True)
class _Branch:
    """Names that begin with the same words: what may follow, and what ends here.

    A name that ends here has its targets, and for each of its parts the first word, the word after its last, and the
    letters of a conjunction to leave out.
    """

    next: dict[str, _Branch] = field(default_factory=dict)
    targets: tuple[str, ...] = ()
    parts: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Names:
    """All names of a catalogue; `first` finds where one may begin."""

    first: re.Pattern[str]
    begin: dict[str, _Branch]
    kinds: dict[str, CitationKind]


@lru_cache(maxsize=4)
def _names(catalogue: Catalogue) -> _Names:
    begin: dict[str, _Branch] = {}
    for form in catalogue.name_forms():
        for name in variants(plain(form.form)):
            _grow(begin, name.removeprefix("ال"), form.targets)
    words = "|".join(sorted(map(re.escape, begin), reverse=True))
    first = re.compile(rf"(?<!\w)(?P<clitic>[وف]?[بلك]?)(?P<the>ال|ل(?=[^\W\d_]))?(?P<word>{words})(?!\w)")
    kinds = {one.target: CitationKind.RESOLUTION for one in catalogue.all() if "/RES/" in one.symbol}
    documents = {one.target: CitationKind.DOCUMENT for one in catalogue.all() if one.symbol and one.target not in kinds}
    return _Names(first, begin, {**documents, **kinds})


def _grow(begin: dict[str, _Branch], name: str, targets: tuple[str, ...]) -> None:
    """Add a name; its first word is kept as written, the others without regard to case."""
    parts: list[tuple[int, int, int]] = []
    words: list[str] = []
    attached = ""
    for index, piece in enumerate(_GLUE.split(name)):
        if index % 2:
            attached = piece if piece == "و" else ""
            words += [] if attached else _TOKEN.findall(piece)
            continue
        at = len(words)
        words += _TOKEN.findall(attached + piece.lstrip())
        parts.append((at, len(words), len(attached)))
    if not words:
        return
    branch = begin.setdefault(words[0], _Branch())
    for word in words[1:]:
        branch = branch.next.setdefault(word.lower(), _Branch())
    if not branch.targets:
        branch.targets, branch.parts = targets, tuple(parts)


_INSIDE_ANOTHER = re.compile(
    r"(?:(?:الملحق|المكمل|المكتمل|الاختياري|البروتوكول)(?:ه|ين|ان|ات)? [بل]{1,2}(?:ال)?"
    r"|(?:Protocols? (?:thereto )?to|(?:S|s)upplementing|complementing) (?:the )?)$"
)


class TreatyName:
    """`اتفاقية حقوق الطفل`, `وبروتوكول منع وقمع ومعاقبة الاتجار بالأشخاص، … المكمّل لها`, `Rome Statute of the …`.

    The name is taken as long as it goes; a name inside the name of another treaty is none.
    """

    def __init__(self, catalogue: Catalogue | None = None) -> None:
        """Look for the names of a catalogue: the bundled one unless told otherwise."""
        self._catalogue = catalogue

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield every name of the catalogue, from its first letter without the conjunction."""
        names = _names(self._catalogue or Catalogue.bundled())
        text, done = passage.text, 0
        for match in names.first.finditer(text):
            at = match.start("word")
            if at < done:
                continue
            words, branch = _longest(names.begin[match["word"]], text, at)
            if branch is None:
                continue
            done = words[-1][1]
            if not _INSIDE_ANOTHER.search(text, max(0, at - 60), at):
                yield from _mentions(names, branch, words, _start(match))


def _longest(branch: _Branch, text: str, at: int) -> tuple[list[tuple[int, int]], _Branch | None]:
    """Follow the words from `at` as far as a name goes; return their places and where the name ends."""
    words: list[tuple[int, int]] = []
    best: tuple[int, _Branch] | None = None
    for token in _TOKEN.finditer(text, at):
        if words:
            following = branch.next.get(token[0].lower())
            if following is None:
                break
            branch = following
        words.append(token.span())
        if branch.targets:
            best = len(words), branch
    return (words[: best[0]], best[1]) if best else ([], None)


def _start(match: re.Match[str]) -> int:
    if not match["the"]:
        return match.start("word")
    return match.start("the") - (match["the"] == "ل" and match["clitic"].endswith("ل"))


def _mentions(names: _Names, branch: _Branch, words: list[tuple[int, int]], start: int) -> Iterator[Mention]:
    places = [(words[first][0] + letters, words[after - 1][1]) for first, after, letters in branch.parts]
    places[0] = (start, places[0][1])
    if len(places) == 1:
        places *= len(branch.targets)
    for (begin, end), target in zip(places, branch.targets, strict=True):
        yield Known(begin, end, names.kinds.get(target, CitationKind.TREATY), target, "name in catalogue")
