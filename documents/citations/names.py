"""Treaties cited by name, in any written form that the catalogue knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.instruments import instrument, name_forms
from documents.citations.mention import Known, Mention, Passage
from documents.plain import plain


@cache
def _names() -> dict[str, tuple[re.Pattern[str], tuple[str, ...]]]:
    """By first word: one expression for all names that begin with it, longest first, and their targets in order."""
    by_word: dict[str, list[tuple[str, str]]] = {}
    for form, target in name_forms():
        bare = plain(form).removeprefix("ال")
        by_word.setdefault(re.split(r"[ (,]", bare, maxsplit=1)[0], []).append((bare, target))
    return {word: _one_pattern(forms) for word, forms in by_word.items()}


def _one_pattern(forms: list[tuple[str, str]]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    forms = sorted(forms, key=lambda pair: -len(pair[0]))
    parts = [re.sub(r"\((?![?])", "(?:", form).replace(r"\(?:", r"\(").replace(" ", " {1,3}") for form, _ in forms]
    parts = [re.sub(r" \{1,3\}\?", " ?", part) for part in parts]
    return re.compile("|".join(f"({part})(?!\\w)" for part in parts)), tuple(target for _, target in forms)


@cache
def _first_word() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _names()), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<clitic>[وف]?[بلك]?)(?P<the>ال|ل(?=[^\W\d_]))?(?P<word>{words})(?!\w)")


_INSIDE_ANOTHER = re.compile(
    r"(?:(?:الملحق|المكمل|المكتمل|الاختياري|البروتوكول)(?:ه|ين|ان|ات)? [بل]{1,2}(?:ال)?"
    r"|(?:Protocols? (?:thereto )?to|(?:S|s)upplementing|complementing) (?:the )?)$"
)


class TreatyName:
    """`اتفاقية حقوق الطفل`, `وبروتوكول منع وقمع ومعاقبة الاتجار بالأشخاص، … المكمّل لها`, `Rome Statute of the …`.

    The name is taken as long as it goes; a name inside the name of another treaty is none.
    """

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield every name of the catalogue, from its first letter without the conjunction."""
        text, done = passage.text, 0
        for match in _first_word().finditer(text):
            at = match.start("word")
            pattern, targets = _names()[match["word"]]
            named = pattern.match(text, at)
            if at < done or named is None:
                continue
            done = named.end()
            start = match.start("the") if match["the"] else at
            if match["the"] == "ل" and match["clitic"].endswith("ل"):
                start -= 1
            if not _INSIDE_ANOTHER.search(text, max(0, at - 60), at):
                target = targets[(named.lastindex or 1) - 1]
                yield Known(start, done, _kind_of_treaty(target), target, "name in catalogue")


def _kind_of_treaty(target: str) -> CitationKind:
    known = instrument(target)
    return CitationKind.RESOLUTION if known and known.symbol else CitationKind.TREATY
