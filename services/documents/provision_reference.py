"""References to provisions: "E/RES/2019/20, OP5", in Arabic "E/RES/2019/20، الفقرة ٥ من المنطوق".

The Arabic form follows United Nations style (`domain.md` §8): numbers for operative paragraphs, ordinals for preambular
ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from documents.exporters.export_texts import EXPORTS
from documents.interface_languages import interface_language
from documents.language import arabic_indic_digits, isolate
from documents.model import OUTER, Document, Kind, Provision
from documents.numerals import from_roman
from documents.position import FOOTNOTE_PREFIX
from documents.provision_labels import label
from services.documents.arabic_ordinals import ordinal

_LETTERS = "أ ب ج د هـ و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ".split()
_NAMES = {
    Kind.MASTHEAD: "الترويسة",
    Kind.TITLE: "العنوان",
    Kind.CHAPEAU: "العبارة الاستهلالية",
    Kind.HEADING: "العنوان الفرعي",
    Kind.ANNEX: "المرفق",
    Kind.BODY: "المتن",
    Kind.CLOSING: "الخاتمة",
}


def reference(document: Document, ids: Iterable[str], language: str, *, corrected: bool = False) -> str:
    """Return the reference to provisions (or footnotes, `fn_6`): in words in Arabic (`ar`), else by their labels.

    With `corrected` it says that the corrected reading is quoted. KeyError for an id that is not in the document.
    """
    order = {id_: place for place, (id_, _) in enumerate(document.texts())}
    wanted = sorted(set(ids), key=order.__getitem__)
    if language == "ar":
        words = _arabic(document, wanted)
        written = "، ".join((document.symbol, arabic_indic_digits(words))) if words else document.symbol
    else:
        written = interface_language(language).comma.join((document.symbol, *_runs(document, wanted)))
    return f"{written} {EXPORTS.message(language, 'corrected-reading')}" if corrected else written


def _runs(document: Document, ids: Sequence[str]) -> list[str]:
    """Return the labels. Three or more consecutive provisions become one range, `OP5–OP7`."""
    runs: list[list[str]] = []
    for id_ in ids:
        if runs and _follows(document, runs[-1][-1], id_):
            runs[-1].append(id_)
        else:
            runs.append([id_])
    named = [[label(document, id_) for id_ in run] for run in runs]
    return [part for run in named for part in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else run)]


def _follows(document: Document, one: str, other: str) -> bool:
    """Return whether two provisions of one part have consecutive numbers."""
    if not (document.has_provision(one) and document.has_provision(other)):
        return False
    first, second = document.provision(one), document.provision(other)
    if first.kind is not second.kind or first.kind not in (Kind.PREAMBULAR, Kind.OPERATIVE):
        return False
    return _part(first) == _part(second) and 0 < _number(first) == _number(second) - 1


def _arabic(document: Document, ids: Sequence[str]) -> str:
    parts = [
        _arabic_group(document, group, list(members))
        for group, members in groupby(ids, key=lambda id_: _group(document, id_))
    ]
    return "؛ ".join(parts)


def _group(document: Document, id_: str) -> tuple[str, str]:
    if id_.startswith(FOOTNOTE_PREFIX):
        return "footnote", ""
    provision = document.provision(id_)
    kind = Kind.OPERATIVE if provision.kind is Kind.SUBPARAGRAPH else provision.kind
    return kind.value, _part(provision)


def _arabic_group(document: Document, group: tuple[str, str], ids: list[str]) -> str:
    kind, part = group
    if kind == "footnote":
        return _counted(("الحاشية", "الحاشيتان", "الحواشي"), [id_.removeprefix(FOOTNOTE_PREFIX) for id_ in ids])
    outer = " من القرار المتضمِّن لمشروع القرار" if part == OUTER else ""
    provisions = [document.provision(id_) for id_ in ids]
    nouns = ("الفقرة", "الفقرتان", "الفقرات")
    if kind == Kind.PREAMBULAR:
        return _counted(nouns, [ordinal(_number(p)) for p in provisions]) + " من الديباجة" + outer
    if kind == Kind.OPERATIVE:
        numbers = [_arabic_number(document, p) for p in provisions]
        if not all(numbers):
            return "فقرة المنطوق" + outer
        return _counted(nouns, numbers) + " من المنطوق" + outer
    return _NAMES[Kind(kind)] + outer


def _counted(names: tuple[str, str, str], numbers: list[str]) -> str:
    return f"{names[min(len(numbers), 3) - 1]} {' و'.join(numbers)}"


def _arabic_number(document: Document, provision: Provision) -> str:
    """Return the number in Western digits, with those of its parents: `5`, `5 (أ) '2'`."""
    if provision.parent is None or not document.has_provision(provision.parent):
        return provision.number or ""
    above = _arabic_number(document, document.provision(provision.parent))
    return f"{above} {_sub(provision.number or '')}".strip()


def _sub(number: str) -> str:
    if len(number) == 1 and "a" <= number <= "z":
        return f"({_LETTERS[ord(number) - ord('a')]})"
    try:
        return f"'{from_roman(number.upper())}'"
    except ValueError:
        return f"({isolate(number, 'ltr')})"


def _part(provision: Provision) -> str:
    return OUTER if provision.id.startswith(OUTER) else ""


def _number(provision: Provision) -> int:
    """Return the number of a provision within its part: the printed one, else that of its id."""
    written = provision.number or provision.id.rpartition("_")[2]
    return int(written) if written.isdecimal() else 0
