"""The reasons why a word matches although it is written otherwise, as codes. The window puts them into words.

`exact`. `marks`, `hamza`, `ya`, `ta_marbuta`, `digits`, `case`: the difference that was ignored. `symbol`: another way
to write a symbol. `inflected`, with `prefix:` and `suffix:` for the affixes of the word in the text, `query-prefix:`
and `query-suffix:` for those of the typed one. `plural`: a broken plural or its singular. `corrected`: only the
corrected reading has it. `pattern`, `fuzzy`, `near`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from documents.folding import DIFFERENCES, fold_key, keeping
from index.analysis import Form
from index.query import Term

Reason = str

_ARABIC = re.compile("[\u0621-\u064a]")
_PREFIXES = re.compile("(?P<joining>[وف]?)(?P<proclitic>[بكلس]?)(?P<article>(?:ال|ل)?)")


def reasons(tier: int, forms: Sequence[Form], terms: Sequence[Term]) -> tuple[Reason, ...]:
    """Return the reasons why words of a text match typed ones. `tier` is 0 as written, 1 folded, 2 inflected."""
    if tier == 0:
        return ("exact",)
    found: dict[Reason, None] = {}
    for form, term in zip(forms, terms, strict=True):
        found.update(dict.fromkeys(_inflected(form, term) if tier > 1 else _folded(form, term)))
    return tuple(found)


def _folded(form: Form, term: Term) -> Iterator[Reason]:
    if fold_key(form.exact) != fold_key(term.exact):
        yield "symbol"
        return
    for difference in DIFFERENCES:
        kept = keeping(difference)
        if fold_key(form.exact, kept) != fold_key(term.exact, kept):
            yield difference


def _inflected(form: Form, term: Term) -> Iterator[Reason]:
    yield "inflected"
    common = next((stem for stem in term.stems if stem in form.stems), "")
    yield from _besides(form.folded[0], common, "")
    yield from _besides(term.folded[0], common, "query-")


def _besides(word: str, stem: str, whose: str) -> Iterator[Reason]:
    """Yield the affixes of a word before and after its stem, none where the stem is no part of the word."""
    start = word.find(stem) if stem else -1
    if start < 0:
        if stem and not whose and _ARABIC.match(stem):
            yield "plural"
        return
    before, after = word[:start], word[start + len(stem) :]
    pieces = _PREFIXES.fullmatch(before)
    for piece in pieces.groups() if pieces else (before,):
        if piece:
            yield f"{whose}prefix:{piece}"
    if after:
        yield f"{whose}suffix:{after}"
