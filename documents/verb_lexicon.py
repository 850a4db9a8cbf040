"""The verb lexicon (`resources/verbs.tsv`) as tries of words, in which verbs are looked up.

A phrase may end in `+word`: a word that must follow and is no part of the verb. `+ب…` stands for any word with this
beginning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from documents.folding import pattern_form
from resources import read_text

ADVERBS = {
    "أيضا": "also",
    "كذلك": "further",
    "مرة أخرى": "again",
    "مجددا": "again",
    "من جديد": "again",
    "بقوة": "strongly",
    "بشدة": "strongly",
    "also": "also",
    "likewise": "also",
    "additionally": "also",
    "further": "further",
    "furthermore": "further",
    "again": "again",
    "once again": "again",
    "once more": "again",
    "strongly": "strongly",
    "firmly": "strongly",
    "urgently": "strongly",
    "deeply": "deeply",
    "gravely": "deeply",
}
"""Adverbs that may stand with a verb, with their meanings. They change no lemma."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The facts of one written form. `gender` is `f` or `m` in Arabic, else empty."""

    lemma: str
    english: tuple[str, ...]
    force: str
    participle: bool
    gender: str = ""


class Trie:
    """Phrases as a tree of words. `following` holds the entries that require a next word."""

    __slots__ = ("branches", "entry", "following")

    def __init__(self) -> None:
        self.branches: dict[str, Trie] = {}
        self.entry: Entry | None = None
        self.following: dict[str, Entry] | None = None

    def add(self, phrase: str, entry: Entry) -> None:
        """Add a folded phrase (`pattern_form`). The first entry of a phrase stays."""
        node = self
        for word in phrase.split():
            if word[0] == "+":
                node.following = {word[1:]: entry, **(node.following or {})}
                return
            step = node.branches.get(word)
            if step is None:
                step = node.branches[word] = Trie()
            node = step
        if node.entry is None:
            node.entry = entry

    def entry_before(self, following: str) -> Entry | None:
        """Return the entry of the phrase that ends here, given the word that follows it."""
        for wanted, entry in (self.following or {}).items():
            if following == wanted or (wanted.endswith("…") and following.startswith(wanted[:-1])):
                return entry
        return self.entry


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The phrases of one language: finite ones (`تحث`, `urges`) and preambular ones (`وإذ تحث`, `urging`).

    `second` holds the finite phrases of Arabic with their meaning in a preamble.
    """

    finite: Trie
    preambular: Trie
    second: Trie
    adverbs: Trie


@cache
def lexicon(language: str) -> Lexicon:
    """Return the lexicon of `ar` or `en`, read once."""
    idh = Trie()
    words = Lexicon(Trie(), Trie(), idh, Trie())
    words.preambular.branches.update({"اذ": idh, "واذ": idh})
    add = _add_arabic if language == "ar" else _add_english
    for row in _rows():
        add(words, row)
    for adverb, meaning in ADVERBS.items():
        words.adverbs.add(pattern_form(adverb), Entry(meaning, (), "", participle=False))
    return words


@cache
def entries() -> tuple[Entry, ...]:
    """Return every entry of both languages, each once."""
    found: dict[Entry, None] = {}
    for language in ("ar", "en"):
        words = lexicon(language)
        for trie in (words.finite, words.preambular, words.second):
            found.update(dict.fromkeys(_entries(trie)))
    return tuple(found)


def _entries(trie: Trie) -> Iterator[Entry]:
    if trie.entry is not None:
        yield trie.entry
    yield from (trie.following or {}).values()
    for branch in trie.branches.values():
        yield from _entries(branch)


def _rows() -> Iterator[dict[str, str]]:
    """Yield the rows of the lexicon. The Arabic forms are folded (`pattern_form`)."""
    text = read_text("verbs.tsv").rstrip("\n")
    header, *lines = text.split("\n")
    names = header.split("\t")
    _, *folded = pattern_form(text.replace("\n", "\x01").replace("\t", "\x02")).split("\x01")
    for line, forms in zip(lines, folded, strict=True):
        row = dict(zip(names, line.split("\t"), strict=True))
        row["feminine"], row["masculine"], row["preambular"] = forms.split("\x02")[2:5]
        yield row


def _add_arabic(words: Lexicon, row: dict[str, str]) -> None:
    finite, participle = _said(row["english"]), _said(row["participle"])
    for gender, column in (("f", "feminine"), ("m", "masculine")):
        if row[column]:
            operative = Entry(row["lemma"], finite or participle, row["force"], participle=False, gender=gender)
            preambular = Entry(row["lemma"], participle or finite, row["force"], participle=True, gender=gender)
            for phrase in row[column].split("|"):
                words.finite.add(phrase, operative)
                words.second.add(phrase, preambular)
    if row["preambular"]:
        for phrase in row["preambular"].split("|"):
            entry = Entry(row["lemma"], participle, row["force"], participle=True, gender=_gender(phrase))
            if phrase.startswith("واذ "):
                words.second.add(phrase.removeprefix("واذ "), entry)
            else:
                words.preambular.add(phrase, entry)
                words.preambular.add(phrase.removeprefix("و"), entry)


def _add_english(words: Lexicon, row: dict[str, str]) -> None:
    bases = row["base"].split("|")
    for column, trie in (("english", words.finite), ("participle", words.preambular)):
        for index, form in enumerate(filter(None, row[column].split("|"))):
            phrase = form.removeprefix("~")
            base = bases[min(index, len(bases) - 1)] if not form.startswith("~") or len(bases) > index else bases[0]
            trie.add(phrase, Entry(base, (phrase,), row["force"], participle=column == "participle"))


def _gender(phrase: str) -> str:
    return "f" if any(word.endswith(("ها", "ت", "هي", "مقتنعه")) for word in phrase.split()) else "m"


def _said(cell: str) -> tuple[str, ...]:
    """Return the English verbs of a cell without those marked by `~`, which are other spellings."""
    return tuple(form for form in cell.split("|") if form and not form.startswith("~"))
