"""Numbers and brackets of old conversions, turned round again for the rules: `٠٨٣٣ )د - ٠٣(` is 3380 (د - 30).

Arabic texts of before about 2000, and some from PDF files, hold figures in the order of the screen. One-for-one: places
in the mended text are places in the text. Source of the forms: the UN Parallel Corpus and its predecessor OPUS-UNPC.
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
"""How many reversed years convict a document that has no mirrored bracket."""


@dataclass(frozen=True, slots=True)
class ReversedFigures:
    """How the texts of a document were damaged: the digits that run backwards, and whether brackets are mirrored."""

    digits: str = ""
    brackets: bool = False

    @classmethod
    def of(cls, texts: Iterable[str]) -> ReversedFigures:
        """Look at all texts of a document: most four-digit numbers are years only when they are reversed."""
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
        """Return the text with figures and brackets as they are read; its length does not change."""
        if self.digits:
            text = re.sub(f"[{self.digits}]{{2,}}", lambda run: run[0][::-1], text)
        if self.brackets:
            return text.translate(_MIRROR)
        if ")" not in text or "(" not in text:
            return text
        text = _scattered().sub(r" \g<number> (\g<year>\g<space>)", text)
        return _mirrored_session().sub(r"\g<before>(\g<inside>)", text)


def _years(text: str, script: str) -> tuple[int, int]:
    """Count numbers of four digits that are years backwards only, and forwards only."""
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
    """A number before a mirrored bracket that begins with zero: `٠٨٣٣ )`."""
    return re.compile(rf"(?<![{script}]){script[0]}[{script}]{{2,3}} ?\) ?د")


@cache
def _mirrored_session() -> re.Pattern[str]:
    """`3452 )د - ٣٠(`, `242 )1967(`: after a number, so that no two brackets of a list are taken for one."""
    return re.compile(
        rf"(?P<before>(?<!{_NUMBER}){_NUMBER}{{1,4}}(?: (?:[أ-ي]{{2,4}}|[A-Z]))? ?)"
        rf"\)(?P<inside> ?(?:{_SESSION}|[IVXLC]+|(?:19|20|١٩|٢٠){_NUMBER}{{2}}) ?)\((?!{_NUMBER})"
    )


@cache
def _scattered() -> re.Pattern[str]:
    """`(1261) 1999 (` is 1261 (1999)."""
    return re.compile(
        rf"\((?P<number>{_NUMBER}{{1,4}})\) (?P<year>(?:19|20|١٩|٢٠){_NUMBER}{{2}})(?P<space> ?)\((?! ?{_NUMBER})"
    )
