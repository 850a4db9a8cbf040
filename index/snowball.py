"""Stems of English, French, Spanish and Russian, by Snowball's own algorithms, loaded at the first such word."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Protocol

_NAMES = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian"}
_LATIN = re.compile("[a-z\u00df-\u024f]{3,}")
_CYRILLIC = re.compile("[\u0430-\u045f]{3,}")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


def foreign_stems(key: str, language: str | None) -> tuple[str, ...]:
    """Return the stems of a folded word of another script than Arabic, each with its language: `en:child`.

    In a text its own language counts (English in Arabic and Chinese texts). A typed word (None) can be of any.
    """
    if _CYRILLIC.fullmatch(key):
        return (f"ru:{_stem(key, 'ru')}",) if language in {"ru", None} else ()
    if not _LATIN.fullmatch(key):
        return ()
    languages = ("en", "fr", "es") if language is None else (language,) if language in {"fr", "es"} else ("en",)
    return tuple(f"{each}:{_stem(key, each)}" for each in languages)


@lru_cache(maxsize=1 << 16)
def _stem(word: str, language: str) -> str:
    return _stemmer(language).stemWord(word)


@cache
def _stemmer(language: str) -> _Stemmer:
    import snowballstemmer

    stemmer: _Stemmer = snowballstemmer.stemmer(_NAMES[language])
    return stemmer
