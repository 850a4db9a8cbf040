"""Treaties and declarations cited by name, in any written form of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from documents.citations.catalogue.instrument_catalogue import Catalogue
from documents.citations.catalogue.name_patterns import variants
from documents.citations.citation import CitationKind
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.forms.mention import Known, Mention, Passage
from documents.folding import pattern_form

_GLUE = re.compile(r"<([^<>]*)>")
_TOKEN = re.compile(
    r"(?P<mark>\^?\(\[?[0-9]{0,3}\]?\))|[\u3400-\u9fff]|[^\W\d_\u3400-\u9fff]+|[0-9]+|[^\w\s,،、:'’\"“”«»-]"
)
"""Words, numbers and signs by which names are compared, without commas, colons, hyphens and quotation marks."""

_MARK, _YEAR = re.compile(r"[0-9]{1,3}"), 4
"""The number of a footnote inside a name, as extraction leaves it, and the digits of a year to which it may be
glued."""


@dataclass(slots=True)
class _Branch:
    """Names that begin with the same words: the next words, and the name that ends here.

    A name that ends here has its targets (none: it only looks like a name). `parts` holds for each of its parts the
    first word, the word after its last, and the number of letters of a conjunction to leave out.
    """

    next: dict[str, _Branch] = field(default_factory=dict)
    targets: tuple[str, ...] = ()
    parts: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Names:
    """All names of a catalogue. `first` finds where one may begin."""

    first: re.Pattern[str]
    begin: dict[str, _Branch]
    kinds: dict[str, CitationKind]


@lru_cache(maxsize=4)
def _names(catalogue: Catalogue) -> _Names:
    begin: dict[str, _Branch] = {}
    for form in catalogue.name_forms():
        for name in variants(pattern_form(form.form)):
            _grow(begin, name.removeprefix("ال"), form.targets)
    first = re.compile(
        rf"(?<!\w)(?P<clitic>[وف]?[بلك]?)(?P<the>ال|ل(?=[^\W\d_]))?(?P<word>{_any_of(begin)})(?![^\W\d_])"
    )
    kinds = {one.target: CitationKind.RESOLUTION for one in catalogue.all() if "/RES/" in one.symbol}
    documents = {one.target: CitationKind.DOCUMENT for one in catalogue.all() if one.symbol and one.target not in kinds}
    return _Names(first, begin, {**documents, **kinds})


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for many words that reads a text letter by letter once."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[:1], []).append(word[1:])
    ends = by_letter.pop("", [])
    longer = "|".join(re.escape(letter) + _any_of(rest) for letter, rest in sorted(by_letter.items()))
    if not longer:
        return ""
    return f"(?:{longer}){'?' if ends else ''}" if ends or len(by_letter) > 1 else longer


def _grow(begin: dict[str, _Branch], name: str, targets: tuple[str, ...]) -> None:
    """Add a name. Its first word is kept as written, the others are compared without regard to case."""
    parts: list[tuple[int, int, int]] = []
    words: list[str] = []
    attached = ""
    for index, piece in enumerate(_GLUE.split(name)):
        if index % 2:
            attached = piece if piece == "و" else ""
            words += [] if attached else _words(piece)
            continue
        at = len(words)
        words += _words(attached + piece.lstrip())
        parts.append((at, len(words), len(attached)))
    if not words:
        return
    branch = begin.get(words[0]) or begin.setdefault(words[0], _Branch())
    for word in map(str.lower, words[1:]):
        branch = branch.next.get(word) or branch.next.setdefault(word, _Branch())
    if not branch.parts:
        branch.targets, branch.parts = targets, tuple(parts)


def _words(name: str) -> list[str]:
    return [token[0] for token in _TOKEN.finditer(name)]


_INSIDE_ANOTHER = re.compile(
    r"(?:(?:الملحق|المكمل|المكتمل|الاختياري|البروتوكول)(?:ه|ين|ان|ات)? [بل]{1,2}(?:ال)?"
    r"|(?:Protocols?[0-9]{0,3}(?: thereto| [IVX]+| of [0-9 A-Za-z]{4,20})? to|(?:S|s)upplementing|complementing)"
    r" (?:the )?(?:[0-9]{4} )?)$"
)
_OF_A_BODY = re.compile(r" (?:[Ss]ecretariat|Organi[sz]ation|Voluntary Trust Fund|Regional Centres?)(?!\w)")
"""Words after a name that make it the name of a body: `Rotterdam Convention secretariat`."""


class TreatyName:
    """`اتفاقية حقوق الطفل`, `وبروتوكول منع وقمع ومعاقبة الاتجار بالأشخاص، … المكمّل لها`, `Rome Statute of the …`.

    The longest name is taken. A name inside the name of another treaty is none.
    """

    def __init__(self, catalogue: Catalogue | None = None) -> None:
        """Search the names of a catalogue, by default those of the bundled one."""
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
            if not _INSIDE_ANOTHER.search(text, max(0, at - 60), at) and not _OF_A_BODY.match(text, done):
                yield from _mentions(names, branch, words, _start(match))


def _longest(branch: _Branch, text: str, at: int) -> tuple[list[tuple[int, int]], _Branch | None]:
    """Return the words of the longest name from `at` as (start, end), and the branch where it ends."""
    words: list[tuple[int, int]] = []
    best: tuple[int, _Branch] | None = None
    marked = False
    for token in _TOKEN.finditer(text, at):
        start, end = token.span()
        if words:
            following = branch.next.get(token[0].lower())
            if following is None and end - start > _YEAR and token[0].isdecimal():
                end = start + _YEAR
                following = branch.next.get(text[start:end])
            if following is None and not marked and (token["mark"] or _MARK.fullmatch(token[0])):
                marked = True
                continue
            if following is None:
                break
            branch, marked = following, False
        words.append((start, end))
        if branch.parts:
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
        kind = names.kinds.get(target, CitationKind.TREATY)
        yield Known(begin, end, kind, target, Evidence(EvidenceCode.NAME))
