"""Reversed numbers and brackets of old conversions, put in order for patterns: `٠٨٣٣ )د - ٠٣(` is 3380 (د - 30).

Arabic texts of before about 2000, and some from PDF files, hold figures in the order of the screen. The repair is one
for one: offsets in the repaired text are those of the text. Sources of the forms: the UN Parallel Corpus and its
predecessor OPUS-UNPC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from documents.language import ARABIC_INDIC, western_digits

_FIRST_YEAR, _LAST_YEAR = 1900, 2039
_MIRROR = str.maketrans("()[]{}", ")(][}{")
_SCRIPTS = (ARABIC_INDIC, "0123456789")
_ENOUGH = 2
"""The number of reversed years that proves reversal in a document without mirrored brackets."""


@dataclass(frozen=True, slots=True)
class ReversedFigures:
    """The damage of a document's texts: the digits that run backwards, and whether brackets are mirrored."""

    digits: str = ""
    brackets: bool = False

    @classmethod
    def of(cls, texts: Iterable[str]) -> ReversedFigures:
        """Examine all texts of a document. Digits are reversed if most four-digit numbers are years only backwards."""
        whole = "\n".join(texts)
        mirrored, upright = len(_mirrored().findall(whole)), len(_upright().findall(whole))
        digits = ""
        for script in _SCRIPTS:
            backwards, forwards = _years(whole, script)
            backwards += len(_zero_first(script).findall(whole))
            if backwards > forwards and (backwards >= _ENOUGH or mirrored > upright):
                digits += script
        return cls(digits, mirrored > upright and bool(digits))

    def mend(self, text: str) -> str:
        """Return the text with figures and brackets in reading order. Its length does not change."""
        if self.digits:
            text = re.sub(f"[{self.digits}]{{2,}}", lambda run: run[0][::-1], text)
        if self.brackets:
            return text.translate(_MIRROR)
        if ")" not in text or "(" not in text:
            return text
        text = _scattered().sub(r" \g<number> (\g<year>\g<space>)", text)
        return _mirrored_session().sub(r"\g<before>(\g<inside>)", text)


def _years(text: str, script: str) -> tuple[int, int]:
    """Return how many numbers of four digits are years backwards only, and forwards only."""
    backwards = forwards = 0
    for run in re.findall(f"(?<![{script}])[{script}]{{4}}(?![{script}])", text):
        written = western_digits(run)
        ahead, behind = _is_year(written), _is_year(written[::-1])
        forwards += ahead and not behind
        backwards += behind and not ahead
    return backwards, forwards


def _is_year(written: str) -> bool:
    return _FIRST_YEAR <= int(written) <= _LAST_YEAR


_NUMBER = "[0-9٠-٩]"
_SESSION = rf"د ?[إا]?ط? ?[-ـ–]? ?{_NUMBER}{{1,2}}"


@cache
def _mirrored() -> re.Pattern[str]:
    return re.compile(rf"\) ?(?:{_SESSION}|{_NUMBER}{{1,4}}|[أ-ي]) ?\(")


@cache
def _upright() -> re.Pattern[str]:
    return re.compile(rf"\( ?(?:{_SESSION}|{_NUMBER}{{1,4}}|[أ-ي]) ?\)")


@cache
def _zero_first(script: str) -> re.Pattern[str]:
    """Return the pattern of a number that begins with zero before a mirrored bracket: `٠٨٣٣ )`."""
    return re.compile(rf"(?<![{script}]){script[0]}[{script}]{{2,3}} ?\) ?د")


@cache
def _mirrored_session() -> re.Pattern[str]:
    """Return the pattern of `3452 )د - ٣٠(`, `242 )1967(`.

    A number must stand before, so that no two brackets of a list are taken for one pair.
    """
    return re.compile(
        rf"(?P<before>(?<!{_NUMBER}){_NUMBER}{{1,4}}(?: (?:[أ-ي]{{2,4}}|[A-Z]))? ?)"
        rf"\)(?P<inside> ?(?:{_SESSION}|[IVXLC]+|(?:19|20|١٩|٢٠){_NUMBER}{{2}}) ?)\((?!{_NUMBER})"
    )


@cache
def _scattered() -> re.Pattern[str]:
    """Return the pattern of `(1261) 1999 (`, which is 1261 (1999)."""
    return re.compile(
        rf"\((?P<number>{_NUMBER}{{1,4}})\) (?P<year>(?:19|20|١٩|٢٠){_NUMBER}{{2}})(?P<space> ?)\((?! ?{_NUMBER})"
    )
