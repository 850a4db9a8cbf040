"""UN document symbols: read in any written Latin form, kept in one canonical form (`A/RES/73/154`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from documents.folding import pattern_form
from documents.language import OFFICIAL
from documents.numerals import ARABIC_LETTERS, roman

GA_FIRST_SESSION, GA_LAST_SESSION = 31, 90
"""The General Assembly sessions that symbols name: from the 31st (1976). The upper end leaves room beyond the 81st
(2026)."""

_ORGANS = {
    "A/HRC": "HRC",
    "A": "GA",
    "S": "SC",
    "E/CN.4": "CHR",
    "E/CN.6": "CSW",
    "E/CN.7": "CND",
    "E/CN.15": "CCPCJ",
    "E": "ECOSOC",
    "T": "TC",
    "ST": "Secretariat",
}
_LOCAL = frozenset({"CCPCJ", "CND", "CSW", "UNTS", "MTDSG"})
"""First parts of keys that are our own. The United Nations gave no symbol, so there is no official link."""

_CASES = {"ADD": "Add", "REV": "Rev", "CORR": "Corr", "SUB": "Sub", "AMEND": "Amend", "SUMMARY": "Summary"}
_SHAPE = re.compile(r"[A-Z][A-Z0-9]{0,9}(?:[/.-][A-Za-z0-9]+|\([A-Za-z0-9.-]+\)[A-Z]?)+")
_ACT = re.compile(
    r"(?P<head>.+?)/(?:RES|DEC)/(?:(?P<session>(?:ES-|S-)?[0-9]+)/(?P<number>[0-9]+)(?P<letter>[A-Z]?)"
    r"|(?P<old>[0-9]+)(?:\((?P<roman>(?:E?S-)?[IVXLC]+|ORG-[0-9]+|[0-9]{4})\))?(?P<part>[A-Z]?))(?:/(?P<rest>.+))?"
)
_LETTER_INSIDE = re.compile(r"((?:A|E)/(?:RES|DEC)/[0-9]+)([A-Z])(\((?:E?S-)?[IVXLC]+\))")
_YEAR = re.compile(r"19[4-9][0-9]|20[0-9][0-9]")


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """A symbol in canonical form with its facts.

    `organ` is a code as in `Masthead`. `session` is `73`, `S-30`, `ES-10` or Roman `XXX`. `number` is as printed
    (`154`, `L.3`). `suffix` is a letter (`B`) or the modification of a document (`Add.1/Corr.1`).
    """

    text: str
    organ: str
    session: str = ""
    year: int | None = None
    number: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, written: str) -> Symbol:
        """Read a written form. Spaces, bidi controls and trailing `.,;:*` are ignored. ValueError for other text."""
        text = canonical(written)
        act = _ACT.fullmatch(text)
        return cls(text, _organ(text), *(_act_facts(act) if act else _document_facts(*_first_of_two(text))))


@lru_cache(maxsize=4096)
def canonical(written: str) -> str:
    """Return the canonical form of a written Latin symbol, ValueError for any other text."""
    text = re.sub(r"\s+", "", pattern_form(written)).strip(".,;:*،؛")
    if text.startswith("(") and text.endswith(")"):
        text = text[1:-1].strip(".,;:*")
    if text == text.lower():
        text = _cased(text)
    text = _LETTER_INSIDE.sub(r"\1\3\2", text)
    if not _SHAPE.fullmatch(text) or "/" not in text or not re.search(r"[0-9]", text):
        raise ValueError(f"not a symbol: {written!r}")
    return text


def _cased(text: str) -> str:
    upper = text.upper().replace("(PART", "(Part").replace("(VOL", "(Vol").replace("(RESUMPTION", "(Resumption")
    return re.sub(r"(?<=/)[A-Z]+(?=\.|$)", lambda m: _CASES.get(m[0], m[0]), upper)


def _organ(text: str) -> str:
    parts = text.split("/")
    for length in (2, 1):
        organ = _ORGANS.get("/".join(parts[:length]))
        if organ:
            return organ
    return parts[0]


def _act_facts(act: re.Match[str]) -> tuple[str, int | None, str, str]:
    """Return session, year, number and suffix of a resolution or decision."""
    session = act["session"] or act["roman"] or ""
    year = int(session) if _YEAR.fullmatch(session) else None
    suffix = "/".join(filter(None, (act["letter"] or act["part"], act["rest"])))
    return "" if year else session, year, act["number"] or act["old"], suffix


def _first_of_two(text: str) -> tuple[str, str]:
    """Split the symbol of a document that has two (`A/ES-10/782-S/2018/485`)."""
    first, *second = re.split(r"(?<=[0-9)])-(?=[A-Z]+/)", text, maxsplit=1)
    return first, "".join(second)


def _document_facts(text: str, twin: str) -> tuple[str, int | None, str, str]:
    """Return session, year, number and suffix of any other document. They begin at the first numeric part."""
    parts = text.split("/")
    at = next((i for i, part in enumerate(parts) if re.match(r"(?:ES-|S-)?[0-9]", part) and i), len(parts))
    if at >= len(parts) - 1:
        return "", None, parts[-1] if at < len(parts) else "", twin
    session, number, rest = parts[at], parts[at + 1], "/".join(filter(None, (*parts[at + 2 :], twin)))
    if re.match("Add|Corr|Rev|Amend|Summary", number):
        return "", None, session, "/".join(parts[at + 1 :])
    year = int(session) if _YEAR.fullmatch(session) else None
    return "" if year else session, year, number, rest


def official_link(symbol: str, language: str) -> str:
    """Return the official address of a document, "" for a key without a symbol of the United Nations."""
    if symbol.partition("/")[0].partition(" ")[0] in _LOCAL:
        return ""
    path = quote(symbol, safe="/().-", errors="replace")
    return f"https://docs.un.org/{language if language in OFFICIAL else 'en'}/{path}"


_ADDRESS = re.compile(
    r"(?:https?://)?(?:(?:www\.)?undocs\.org|docs\.un\.org)/(?:(?:ar|en|fr|es|ru|zh)/)?(?P<path>.+)"
    r"|(?:https?://)?(?:documents|www)\.un\.org/.*[?&](?:s|symbol)=(?P<query>[^&]+).*",
    re.IGNORECASE,
)
_FILE = re.compile(r"[A-Za-z]+-(?:[A-Za-z]+-)?(?:(?:ES|S)-)?[A-Za-z0-9.()]+(?:-[A-Za-z0-9.()]+)*")
_PAIR = re.compile(r"([0-9]{1,4}) ?/ ?([0-9]{1,4}) ?([A-Z]?)")
_OLD = re.compile(r"([0-9]{1,4}) ?([A-Z]?) ?\( ?(?:([IVXLC]+)|د ?- ?([0-9]{1,2})|([0-9]{4})) ?\)")
_LETTER_NAME = re.compile("|".join(f"{pattern_form(name)}(?! ?-)" for name in ARABIC_LETTERS))
_LETTERS = {pattern_form(name): letter for name, letter in ARABIC_LETTERS.items()}


def symbols_for(written: str) -> tuple[str, ...]:
    """Return the canonical symbols that typed or pasted text may mean, likeliest first, none if it has no symbol.

    Understood: symbols, official addresses, `A-RES-73-154`, `73/154` and `2019/20` in either order and with either
    digits, `1325 (2000)`, `217 A (III)`, `217 ألف (د-3)`.
    """
    text = pattern_form(written).strip().rstrip(".,;:*،؛ ")
    address = _ADDRESS.fullmatch(text)
    if address:
        text = unquote(address["path"] or address["query"]).partition("?")[0].strip("/ ")
    typed = _LETTER_NAME.sub(lambda m: _LETTERS[m[0]], text)
    found = [*_of_pair(typed), *_of_old(typed), *_of_symbol(text)]
    return tuple(dict.fromkeys(found))


def _of_symbol(text: str) -> list[str]:
    if "/" not in text and _FILE.fullmatch(text):
        text = re.sub(r"/(ES|S)/(?=[0-9])", r"/\1-", text.replace("-", "/"))
    try:
        return [canonical(text)]
    except ValueError:
        return []


def _of_pair(text: str) -> list[str]:
    match = _PAIR.fullmatch(text)
    if match is None:
        return []
    first, second, letter = match.groups()
    orders = ((first, second), (second, first))
    years = [(year, number) for year, number in orders if _YEAR.fullmatch(year)]
    if years:
        return [f"E/{act}/{year}/{number}{letter}" for act in ("RES", "DEC") for year, number in years]
    plausible = [o for o in orders if GA_FIRST_SESSION <= int(o[0]) <= GA_LAST_SESSION]
    assembly = [f"A/{act}/{s}/{n}{letter}" for act in ("RES", "DEC") for s, n in plausible]
    council = [f"{head}/RES/{s}/{n}" for head in ("A/HRC", "CCPCJ") for s, n in orders if int(s) <= GA_LAST_SESSION]
    return assembly + council


def _of_old(text: str) -> list[str]:
    match = _OLD.fullmatch(text)
    if match is None:
        return []
    number, letter, numeral, session, year = match.groups()
    if year:
        return [f"S/RES/{number}({year})"]
    if session and not int(session):
        return []
    return [f"{organ}/RES/{number}({numeral or roman(int(session))}){letter}" for organ in ("A", "E")]
