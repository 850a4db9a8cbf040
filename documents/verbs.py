"""The verbs of preambular and operative paragraphs: their spans, lemmas, English forms and force.

The lexicon is `resources/verbs.tsv`. Only certain verbs are found: at the start of a provision, and later in it where a
second verb of the same organ opens a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.folding import pattern_form
from documents.model import Kind
from documents.verb_lexicon import Entry, Lexicon, Trie, lexicon

_WORDS = {"ACT": "decides", "CMD": "requests", "URG": "urges", "INV": "invites", "REC": "recommends"}
_RANKS = {"statement": 0, "recommends": 1, "invites": 2, "urges": 3, "requests": 4, "decides": 5}

_TOKEN = re.compile(r"\s*([^\s،؛,;:.«»“”\"()\[\]]+)")
_QUOTE = re.compile(r"[\s«“\"‘'„]*")
_AR_CLAUSE = re.compile(r"[،؛,;]\s*(?=و)|(?<=\s)(?=و[إا]ذ\s)")
_EN_CLAUSE = re.compile(r"[,;]\s+(?:and\s+)?(?=[a-z])")
_LATER_AR = re.compile(r"في هذا (الصدد|السياق|الشأن|الخصوص)\b|لهذا الغرض\b|في الوقت (نفسه|ذاته)\b")
_ASKED_AR = re.compile(r"(إلى |ب|ل)?((جميع|كل|سائر) )?(ا?ل?أمين العام|ا?ل?دول|ا?ل?حكومات|ا?ل?أطراف|ا?ل?مجتمع الدولي)")
_ASKS = ("CMD", "URG", "INV")
_LATER_FORCES = ("CMD", "URG", "INV", "NEU", "POS", "AFF", "NEG", "REF")


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of a provision: code points `start` to `end`, its words, and the facts of the lexicon.

    `text` includes وإذ or وقد and an adverb, not the preposition. `lemma` is the masculine past in Arabic, the bare
    infinitive in English. `english` are the possible English verbs with their adverb. `force` is a class of the lexicon
    (`ACT5` … `NEU0`). `adverb` is the first of also, further, again, strongly, deeply, or empty.
    """

    start: int
    end: int
    text: str
    lemma: str
    english: tuple[str, ...]
    force: str
    adverb: str

    def moved(self, start: int, end: int) -> Verb:
        """Return the same verb at another span. Its words are kept."""
        return replace(self, start=start, end=end)


def force_word(force: str) -> str:
    """Return decides, requests, urges, invites, recommends or statement for a class such as `URG3+`."""
    return _WORDS.get(force[:3], "statement")


def force_rank(force: str) -> int:
    """Return 0 (a statement) to 5 (decides) for a class such as `URG3+`."""
    return _RANKS[force_word(force)]


def find_verbs(text: str, kind: Kind, language: str) -> tuple[Verb, ...]:
    """Return the verbs of a provision in order. Kinds without verbs and other languages have none."""
    tongue = language.partition("-")[0].lower()
    if tongue not in ("ar", "en") or kind not in (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH):
        return ()
    finder = _Finder(text, tongue, lexicon(tongue))
    if kind is Kind.SUBPARAGRAPH:
        return finder.of_item()
    return finder.of_preamble() if kind is Kind.PREAMBULAR else finder.of_operative()


def opens_operative(text: str, language: str) -> bool:
    """Say whether an unnumbered paragraph starts as an operative one does."""
    return bool(find_verbs(text, Kind.OPERATIVE, language))


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    entry: Entry
    adverbs: tuple[str, ...]


class _Finder:
    """The verbs of one text."""

    def __init__(self, text: str, language: str, words: Lexicon) -> None:
        self.text = text
        self.words = words
        self.arabic = language == "ar"
        match = _QUOTE.match(text)
        self.start = match.end() if match else 0

    def of_preamble(self) -> tuple[Verb, ...]:
        """Return the verbs of a preambular paragraph."""
        trie = self.words.preambular
        first = self._at(self.start, trie)
        if first is None:
            return ()
        later = self._later_preambular(trie, first) if self.arabic else self._later_english(trie, first)
        return tuple(self._verb(hit) for hit in (first, *later))

    def of_operative(self) -> tuple[Verb, ...]:
        """Return the verbs of an operative paragraph."""
        trie = self.words.finite
        first = self._at(self.start, trie)
        if first is None:
            return ()
        later = self._later_arabic(trie, first) if self.arabic else self._later_english(trie, first)
        return tuple(self._verb(hit) for hit in (first, *later))

    def of_item(self) -> tuple[Verb, ...]:
        """Return the verb of a sub-paragraph, in English only: in Arabic it looks like any verb after أن."""
        if self.arabic or not self.text[self.start : self.start + 1].isupper():
            return ()
        first = self._at(self.start, self.words.finite)
        return () if first is None else (self._verb(first),)

    def _later_preambular(self, trie: Trie, first: _Hit) -> Iterator[_Hit]:
        for place in self._clauses(_AR_CLAUSE, first.end):
            if re.match(r"و[إا]ذ\s", self.text[place : place + 4]):
                hit = self._at(place, trie)
            else:
                hit = self._second(place, self.words.second, first)
            if hit is not None:
                yield hit

    def _later_arabic(self, trie: Trie, first: _Hit) -> Iterator[_Hit]:
        for place in self._clauses(_AR_CLAUSE, first.end):
            hit = self._second(place, trie, first)
            if hit is not None:
                yield hit

    def _second(self, place: int, trie: Trie, first: _Hit) -> _Hit | None:
        """Return `و` and a verb at `place` if it is the organ's own: of its gender, with `also` or an addressee."""
        hit = self._at(place, trie, waw=True)
        if hit is None or hit.entry.gender != first.entry.gender or not hit.entry.force.startswith(_LATER_FORCES):
            return None
        after = self.text[hit.end :].lstrip()
        asked = hit.entry.force.startswith(_ASKS) and _ASKED_AR.match(after)
        return hit if hit.adverbs or asked or _LATER_AR.match(after) else None

    def _later_english(self, trie: Trie, first: _Hit) -> Iterator[_Hit]:
        for place in self._clauses(_EN_CLAUSE, first.end):
            hit = self._at(place, trie)
            if hit is None or not hit.entry.force.startswith((*_LATER_FORCES, "ACT", "REC")):
                continue
            if self.text[:place].rstrip().endswith("and") or hit.adverbs:
                yield hit

    def _clauses(self, pattern: re.Pattern[str], start: int) -> Iterator[int]:
        end = start
        for match in pattern.finditer(self.text, start):
            if match.end() >= end:
                end = match.end() + 1
                yield match.end()

    def _at(self, place: int, trie: Trie, *, waw: bool = False) -> _Hit | None:
        first = _words(self.text, place, 1)
        if not first:
            return None
        word = first[0][0].removeprefix("و") if waw else first[0][0]
        if word not in trie.branches and word not in self.words.adverbs.branches:
            return None
        words = [(word, *first[0][1:]), *_words(self.text, first[0][2], 13)]
        return _match(words, trie, self.words.adverbs)

    def _verb(self, hit: _Hit) -> Verb:
        entry = hit.entry
        force = entry.force
        if "strongly" in hit.adverbs and force in ("URG3", "INV2", "NEG4", "NEG5"):
            force += "+"
        english = tuple(_dressed(form, hit.adverbs, participle=entry.participle) for form in entry.english)
        adverb = hit.adverbs[0] if hit.adverbs else ""
        return Verb(hit.start, hit.end, self.text[hit.start : hit.end], entry.lemma, english, force, adverb)


_Word = tuple[str, int, int]


def _words(text: str, place: int, limit: int) -> list[_Word]:
    """Return up to `limit` folded words (`pattern_form`) from `place` to the next stop, with their spans."""
    found: list[_Word] = []
    while len(found) < limit:
        match = _TOKEN.match(text, place)
        if match is None:
            break
        found.append((pattern_form(match[1]).lower(), *match.span(1)))
        place = match.end()
    return found


def _match(words: list[_Word], trie: Trie, adverbs: Trie) -> _Hit | None:
    """Return the longest phrase at the start of the words. Adverbs may stand before, inside and after it."""
    before: tuple[str, ...] = ()
    found = _lexeme(words, 0, trie, adverbs)
    if found is None:
        index, before = _adverbs(words, 0, adverbs)
        found = _lexeme(words, index, trie, adverbs) if index else None
    if found is None:
        return None
    entry, index, inside = found
    index, after = _adverbs(words, index, adverbs)
    return _Hit(words[0][1], words[index - 1][2], entry, (*before, *inside, *after))


def _lexeme(words: list[_Word], index: int, trie: Trie, adverbs: Trie) -> tuple[Entry, int, tuple[str, ...]] | None:
    """Return the longest entry from `index`, where it ends, and the adverbs inside it."""
    best: tuple[Entry, int, tuple[str, ...]] | None = None
    inside: tuple[str, ...] = ()
    node = trie
    while index < len(words):
        step = node.branches.get(words[index][0])
        if step is not None:
            node, index = step, index + 1
            beyond, _ = _adverbs(words, index, adverbs)
            entry = node.entry_before(words[beyond][0] if beyond < len(words) else "")
            best = best if entry is None else (entry, index, inside)
            continue
        length, meaning = _adverb(words, index, adverbs) if node is not trie else (0, "")
        if not length:
            break
        index, inside = index + length, (*inside, meaning)
    return best


def _adverbs(words: list[_Word], index: int, adverbs: Trie) -> tuple[int, tuple[str, ...]]:
    """Return the index after the adverbs that start at `index`, and their meanings."""
    found: list[str] = []
    while True:
        length, meaning = _adverb(words, index, adverbs)
        if not length:
            return index, tuple(found)
        found.append(meaning)
        index += length


def _adverb(words: list[_Word], index: int, adverbs: Trie) -> tuple[int, str]:
    node, length, meaning = adverbs, 0, ""
    for offset, (word, _, _) in enumerate(words[index : index + 2], 1):
        step = node.branches.get(word)
        if step is None:
            break
        node = step
        if node.entry is not None:
            length, meaning = offset, node.entry.lemma
    return length, meaning


def _dressed(form: str, adverbs: tuple[str, ...], *, participle: bool) -> str:
    """Return an English verb with its adverbs, placed as in United Nations English."""
    for adverb in reversed(tuple(dict.fromkeys(adverbs))):
        said = "once again" if adverb == "again" else adverb
        after = participle and adverb in ("also", "further")
        form = f"{form} {said}" if after else f"{said} {form}"
    return form
