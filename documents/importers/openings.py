"""The openings of paragraphs of a United Nations text: chapeau, numbers, letters, annex, closing, masthead lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from documents.dates import find_dates
from documents.folding import pattern_form
from documents.language import western_digits
from documents.numerals import from_roman

ORGANS = {
    "GA": ("الجمعية العامة", "General Assembly", "Assemblée générale", "Asamblea General", "Генеральная Ассамблея"),
    "ECOSOC": (
        "المجلس الاقتصادي والاجتماعي",
        "Economic and Social Council",
        "Conseil économique et social",
        "Consejo Económico y Social",
        "Экономический и Социальный Совет",
    ),
    "SC": ("مجلس الأمن", "Security Council", "Conseil de sécurité", "Consejo de Seguridad", "Совет Безопасности"),
    "HRC": (
        "مجلس حقوق الإنسان",
        "Human Rights Council",
        "Conseil des droits de l'homme",
        "Consejo de Derechos Humanos",
        "Совет по правам человека",
    ),
    "CCPCJ": ("لجنة منع الجريمة والعدالة الجنائية", "Commission on Crime Prevention and Criminal Justice"),
    "CND": ("لجنة المخدرات", "Commission on Narcotic Drugs"),
    "CSW": ("لجنة وضع المرأة", "Commission on the Status of Women"),
    "CHR": ("لجنة حقوق الإنسان", "Commission on Human Rights"),
}
_NAMES = {pattern_form(name).casefold(): code for code, names in ORGANS.items() for name in names}
_ABJAD = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ"

_BIDI = "[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]*"
_QUOTES = '[«“"„]?'
_NUMBER = re.compile(
    rf"(?:-\s+)?(?P<printed>{_BIDI}{_QUOTES}\s*(?P<number>\d{{1,3}}){_BIDI}\s*(?:\.\s?[-–—]|[-–—.)]){_BIDI})"
    r"(?:\s+(?=\S)|(?=[^\W\d])|(?=[\"«“(])|\s*$)"
)
_LETTER = re.compile(
    rf"(?:-\s+)?(?P<printed>{_BIDI}{_QUOTES}\s*\(?(?P<letter>[a-zء-ي]{{1,4}})[\u0640\u200d]{{0,2}}{_BIDI}\){_BIDI})"
    r"\s*(?=\S)"
)
_COUNTED = re.compile(rf"(?P<printed>{_BIDI}[’‘'\"`]\s?(?P<number>\d{{1,2}})\s?[’‘'\"`])\s*(?=\S)")
_BRACKETED = re.compile(rf"(?P<printed>{_BIDI}\((?P<number>\d{{1,2}})\))\s*(?=\S)")
_ANNEX = re.compile(
    r"(?:المرفق|مرفق|التذييل|Annex(?:e|o)?|Appendix|Anexo|Приложение|附件)"
    r"(?:\s+(?:[IVX]+|\d+|[A-Z]|ال\w+(?: عشر)?|[\u4e00-\u9fff]))?\s*[.:*]*",
    re.IGNORECASE,
)
_ORDINAL_AR = "(?:او|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)(?:ا|لا)(?: عشر)?"
_SECTION = re.compile(
    r"(?P<marks>#{1,6})\s+\S|(?:[IVX]{1,6}|[A-Z])\.?|(?:الف|باء|جيم|دال|هاء|واو|زاي|حاء)"
    rf"|(?:[IVX]{{1,5}}|[A-Z])\.\s+\S.{{0,140}}[^.;:,]|{_ORDINAL_AR}\s*[-–:.]?(?:\s.{{0,140}}[^.؛،:])?"
    r"|(?:Article|Section|Part|Chapter|الماده|الباب|الفصل|القسم)\s+(?:\d+|[IVX]+|\S+)(?:\s*[.:-].{0,140})?"
)
_MEETING = re.compile(
    r"الجلسه (?:العامه )?\S.{0,30}|\d+(?:st|nd|rd|th) (?:plenary )?meeting"
    r"|\d+e séance.*|\d+ª sesión.*|\d+-е .*заседание"
)
_BRACKETS = re.compile(r"\[.*\]", re.DOTALL)
_SESSION = re.compile(
    r"دوره عام \d{4}|الدوره \S.{2,60}|(?:\S+ ){1,3}(?:special |emergency )*session|\d{4} session|.{3,30} session",
    re.IGNORECASE,
)
_AGENDA = re.compile(
    r"(?:البند|البندان|البندين|البنود) .*|Agenda items? .*|Items? \d+.*agenda.*|Point \d+.*|Tema \d+.*|Пункт \d+.*",
    re.IGNORECASE,
)
_ADOPTION = re.compile(
    r"(?:قرار|مقرر|القرار|الذي)\s.{0,30}?(?:اتخذه|اتخذته|اعتمده|اعتمدته)\s.*"
    r"|(?:Resolution|Decision)s? .{0,20}?adopted .*"
    r"|Adopted by the .*"
    r"|Résolution adoptée .*|Resolución aprobada .*|Резолюция, принятая .*",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?P<number>(?:[DEdes]+-)?\d{1,4}\s*/\s*\d{1,4}(?:\s*[A-Z]\b)?"
    r"|\d{1,4}(?:\s*[A-Z])?\s*\((?:[IVXLC]+|د\s*-\s*\d+)\)(?:\s*[A-Z]\b)?)"
    r"\s*[-–—.]\s*(?P<title>\S.*)",
    re.DOTALL,
)
_COUNCIL_TITLE = re.compile(r"(?:القرار|resolution)\s+(?P<number>\d{1,4}\s*\(\d{4}\))", re.IGNORECASE)


class Role(Enum):
    """The kind of a paragraph as its first words tell it."""

    CHAPEAU = auto()
    NUMBER = auto()
    LETTER = auto()
    COUNT = auto()
    ANNEX = auto()
    SECTION = auto()
    MEETING = auto()
    DATE = auto()
    BRACKETS = auto()
    SESSION = auto()
    AGENDA = auto()
    ADOPTION = auto()
    TITLE = auto()


@dataclass(frozen=True, slots=True)
class Opening:
    """The opening of a paragraph: its role and number.

    `number` has the form of ids (`5`, `a`, `iii`), `printed` that of the source. `rest` is the offset of the words
    after it.
    """

    role: Role
    number: str = ""
    printed: str = ""
    rest: int = 0


def numbered(text: str) -> Opening | None:
    """Return the opening of a numbered, lettered or counted paragraph: `٥ -`, `(أ)`, `’1‘`."""
    for role, pattern in ((Role.NUMBER, _NUMBER), (Role.LETTER, _LETTER), (Role.COUNT, _COUNTED)):
        match = pattern.match(text)
        if match is None:
            continue
        number = _letter(match["letter"]) if role is Role.LETTER else str(int(western_digits(match["number"])))
        if number:
            return Opening(role, number, match["printed"].strip(), match.end())
    return None


def bracketed(text: str) -> Opening | None:
    """Return the opening with a number in brackets, `(١)`: an item of a list or a footnote."""
    match = _BRACKETED.match(text)
    return match and Opening(
        Role.COUNT, str(int(western_digits(match["number"]))), match["printed"].strip(), match.end()
    )


def _letter(written: str) -> str:
    """Return the Latin letter or the Roman number of a bracketed letter, "" for any other text."""
    letters = pattern_form(written)
    if letters[0] in _ABJAD:
        if len(set(letters)) != 1 or len(letters) > 2:
            return ""
        index = _ABJAD.index(letters[0])
        return ("" if index < 26 else "a") + chr(ord("a") + index % 26) if len(letters) == 1 else ""
    if len(letters) == 1 or (len(letters) == 2 and letters[0] == letters[1] and letters not in ("ii", "xx")):
        return letters
    try:
        from_roman(letters.upper())
    except ValueError:
        return ""
    return letters


def organ_in(text: str) -> str:
    """Return the code of the first organ that a line names, "" for none."""
    words = pattern_form(text).casefold()
    found = [(words.index(name), -len(name), code) for name, code in _NAMES.items() if name in words]
    return min(found)[2] if found else ""


def chapeau(text: str) -> bool:
    """Say whether a paragraph is an enacting formula: only the name of an organ."""
    if len(text) > 140:
        return False
    words = pattern_form(text).strip(' ,،，“«"„*')
    if words.startswith("ان ") and organ_like(words[3:]):
        return True
    match = re.fullmatch(r"(?:the |la |l'|el |le )?(.+?)", words, re.IGNORECASE)
    return bool(match and match[1].casefold() in _NAMES and words.casefold() not in _NAMES) or bool(
        re.fullmatch(r"The (?:Commission|Conference|Committee|Congress)\b[^.:;]{0,100}", words)
        and text.rstrip().endswith(",")
    )


def organ_like(words: str) -> bool:
    """Say whether folded Arabic words after إن are only the name of an organ."""
    return words.casefold() in _NAMES or bool(re.fullmatch(r"(?:لجنه|الموتمر|مؤتمر|المؤتمر|لجنة) [^،؛:.]{3,90}", words))


def whole(text: str) -> Opening | None:
    """Return the role of a paragraph that is only a chapeau, an annex mark or a line of the closing."""
    if len(text) > 400:
        return None
    words = pattern_form(text).strip()
    if chapeau(text):
        return Opening(Role.CHAPEAU)
    for role, pattern in ((Role.ANNEX, _ANNEX), (Role.MEETING, _MEETING), (Role.BRACKETS, _BRACKETS)):
        if pattern.fullmatch(words):
            return Opening(role)
    return Opening(Role.DATE) if _is_date(text) else None


def _is_date(text: str) -> bool:
    dates = find_dates(text) if len(text) < 60 else ()
    return bool(dates) and not (text[: dates[0].start] + text[dates[0].end :]).strip(" .")


def section(text: str) -> Opening | None:
    """Return the opening of a section heading. The # of Markdown is its printed number."""
    if len(text) > 200:
        return None
    match = _SECTION.fullmatch(pattern_form(text).strip()) or re.match(r"(?P<marks>#{1,6})\s+\S", text)
    if match is None:
        return None
    marks = match.groupdict().get("marks") or ""
    return Opening(Role.SECTION, "", marks, len(marks))


def masthead_line(text: str) -> Opening | None:
    """Return the role of a line of the masthead."""
    words = pattern_form(text).strip()
    for role, pattern in (
        (Role.TITLE, _TITLE),
        (Role.AGENDA, _AGENDA),
        (Role.ADOPTION, _ADOPTION),
        (Role.SESSION, _SESSION),
    ):
        if pattern.fullmatch(words):
            return Opening(role)
    return None


def title_parts(text: str) -> tuple[str, int]:
    """Return the folded number (`pattern_form`) of a title line, and the offset of the words after it in `text`."""
    match = _TITLE.fullmatch(pattern_form(text).strip())
    if match is None:
        return "", 0
    return match["number"], text.find(_first_word(text, match["title"]))


def _first_word(text: str, title: str) -> str:
    """Return the first word of a title unfolded."""
    words = text.split()
    plains = [pattern_form(word) for word in words]
    wanted = title.split()
    return next((words[i] for i in range(len(words)) if plains[i : i + len(wanted)] == wanted), words[-1])


def council_number(text: str) -> str:
    """Return the number of a Security Council resolution in a line: `1325 (2000)`."""
    match = _COUNCIL_TITLE.search(pattern_form(text))
    return match["number"] if match else ""
