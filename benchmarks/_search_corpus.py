"""Resolutions made up for measuring search: the same in every run, a smaller number the beginning of a larger one.

Words are drawn by their frequency (wordfreq's Arabic list where it is installed, else inflected forms of the bundled
text), runs of three to nine words from the bundled text; 40 passages to a document, lengths as in real resolutions.
Every word is one token with one folded key, so that every engine can be given the very same tokens.
"""

from __future__ import annotations

import json
import marshal
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import resources
from documents.tokens import tokens
from index.analysis import folded_forms
from index.passages import DocumentFacts, Passage

PER_DOCUMENT = 40
_SAMPLE = 5000
_RUNS = 0.14  # of the draws, so that 45 % of the words come from runs of the bundled text (6 words a run, 1 a draw)
_ORGANS = (("GA", "A/RES/{session}/{n}"), ("HRC", "A/HRC/RES/{session}/{n}"), ("ECOSOC", "E/RES/{year}/{n}"))
_KINDS = ("operative", "preambular", "subparagraph", "footnote")
_KIND_WEIGHTS = (50, 30, 15, 5)
_CITED = ("CRC", "ICCPR", "ICESCR", "CEDAW", "UNTOC", "UDHR")

Row = tuple[str, str, str, str, str, str]
"""Kind, text, folded keys joined by spaces, lemma, force, what it cites."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """A made-up document with what is known of it."""

    symbol: str
    about: DocumentFacts
    rows: tuple[Row, ...]

    def passages(self) -> list[Passage]:
        """Return its passages as the index takes them."""
        return [
            Passage(
                *(self.symbol, "ar", "عنوان", f"op_{place}", f"OP{place}", place, text, (), kind),
                *((lemma,), (force,), (cites,) if cites else ()),
                about=self.about,
            )
            for place, (kind, text, _, lemma, force, cites) in enumerate(self.rows)
        ]


@dataclass(frozen=True, slots=True)
class Facts:
    """What queries are drawn from: in how many passages each key is, some passages as keys, how each key is written."""

    passages: int
    words: int
    source: str
    frequency: dict[str, int]
    sample: list[list[str]]
    spelling: dict[str, str]


class Corpus:
    """A folder that holds the documents of one size, made when they are first asked for."""

    def __init__(self, folder: Path, count: int) -> None:
        """Hold `count` passages."""
        self.count = count
        self._texts, self._facts = folder / f"corpus-{count}.marshal", folder / f"corpus-{count}.json"

    def make(self) -> Facts:
        """Write the documents unless that was done before, and return what queries are drawn from."""
        if not self._facts.exists():
            facts = _write(self._texts, self.count)
            data = {name: getattr(facts, name) for name in Facts.__slots__}
            self._facts.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
        return Facts(**json.loads(self._facts.read_text("utf-8")))

    def resolutions(self) -> Iterator[Resolution]:
        """Read the documents one by one."""
        with self._texts.open("rb") as file:
            while held := marshal.load(file):  # a file that this benchmark wrote
                symbol, about, rows = held
                yield Resolution(symbol, DocumentFacts(*about), rows)


def _write(path: Path, count: int) -> Facts:
    words = _Words()
    frequency: Counter[str] = Counter()
    sample: list[list[str]] = []
    total = 0
    chance = random.Random(5)
    seen = 0
    with path.open("wb") as file:
        for resolution in _resolutions(words, count):
            about = resolution.about
            marshal.dump(
                (resolution.symbol, (about.organ, about.session, about.year, about.date), resolution.rows), file
            )
            for row in resolution.rows:
                keys = row[2].split()
                total += len(keys)
                frequency.update(set(keys))
                seen += 1
                if len(sample) < _SAMPLE:
                    sample.append(keys)
                elif (place := chance.randrange(seen)) < _SAMPLE:
                    sample[place] = keys
        marshal.dump(None, file)
    spelling = {key: word for word, key in reversed(words.keys.items()) if key in frequency}
    return Facts(count, total, words.source, dict(frequency), sample, spelling)


def _resolutions(words: _Words, count: int) -> Iterator[Resolution]:
    chance = random.Random(2019)
    numbers: Counter[str] = Counter()
    verbs = _verbs()
    for first in range(0, count, PER_DOCUMENT):
        organ, form = chance.choices(_ORGANS, (70, 15, 15))[0]
        year = chance.randint(1990, 2025)
        session = str(year - 1945 if organ == "GA" else year - 1980) if organ != "ECOSOC" else ""
        shelf = f"{organ}{year}"
        numbers[shelf] += 1
        symbol = form.format(session=session, year=year, n=numbers[shelf])
        date = f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        about = DocumentFacts(organ, session, str(year), date)
        rows = tuple(_row(words, verbs, chance) for _ in range(PER_DOCUMENT))
        yield Resolution(symbol, about, rows[: count - first])


def _row(words: _Words, verbs: list[tuple[str, str]], chance: random.Random) -> Row:
    size = min(400, max(4, int(chance.lognormvariate(3.44, 0.62))))
    text = words.some(size, chance)
    kind = chance.choices(_KINDS, _KIND_WEIGHTS)[0]
    lemma, force = chance.choice(verbs)
    cites = chance.choice(_CITED) if chance.random() < 0.2 else ""
    return kind, " ".join(text), " ".join(words.keys[word] for word in text), lemma, force, cites


def _verbs() -> list[tuple[str, str]]:
    head, *lines = resources.read_text("verbs.tsv").splitlines()
    lemma, force = head.split("\t").index("lemma"), head.split("\t").index("force")
    cells = [line.split("\t") for line in lines]
    return sorted({(row[lemma], row[force]) for row in cells})


class _Words:
    """Draws words that are one token with one key each; `keys` has those of all drawn so far."""

    def __init__(self) -> None:
        text = resources.read_text("documents", "E-RES-2019-20.ar.txt")
        self.keys: dict[str, str] = {}
        self._refused: set[str] = set()
        self._run = [word for word in (text[token.start : token.end] for token in tokens(text)) if self._is_plain(word)]
        self.source, frequencies = _frequencies(self._run)
        self._words = list(frequencies)
        self._weights = list(accumulate(frequencies.values()))

    def some(self, size: int, chance: random.Random) -> list[str]:
        """Return so many words."""
        found: list[str] = []
        while len(found) < size:
            if chance.random() < _RUNS:
                start = chance.randrange(len(self._run))
                found += self._run[start : start + chance.randint(3, 9)]
            else:
                (word,) = chance.choices(self._words, cum_weights=self._weights)
                if self._is_plain(word):
                    found.append(word)
        return found[:size]

    def _is_plain(self, word: str) -> bool:
        if word in self.keys:
            return True
        if word in self._refused:
            return False
        found = list(tokens(word))
        plain = len(found) == 1 and not found[0].parts and found[0].end - found[0].start == len(word)
        if plain and folded_forms(found[0].key) == (found[0].key,) and found[0].key.isalpha():
            self.keys[word] = found[0].key
            return True
        self._refused.add(word)
        return False


def _frequencies(run: list[str]) -> tuple[str, dict[str, float]]:
    """Return how often each word is to be drawn, and where that is from."""
    try:
        import wordfreq
    except ImportError:
        forms = [c + word + e for word in dict.fromkeys(run) for c in ("", "و", "ال", "ب", "لل") for e in ("", "ات")]
        random.Random(7).shuffle(forms)
        return "bundled text, inflected", {word: 1 / rank for rank, word in enumerate(dict.fromkeys(forms), 1)}
    return f"wordfreq {_version('wordfreq')}", dict(wordfreq.get_frequency_dict("ar", "large"))


def _version(name: str) -> str:
    from importlib.metadata import version

    return version(name)
