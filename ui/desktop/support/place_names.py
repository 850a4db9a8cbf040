"""Names of places in the language of the interface: of provisions and footnotes, and of places inside instruments.

PP8 and OP5 (a) are shown as they are, every other label of the data in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from documents.language import arabic_indic_digits, isolate
from documents.model import Document
from documents.provision_labels import label

Digits = Callable[[str], str]
"""Writes a number in the digits of the interface (`Appearance.number`)."""

_LABEL = re.compile(
    r"(?P<outer>E-)?(?:(?P<part>\d+)-)?(?P<kind>PP|OP|FN|ch|[MHBAZ])(?P<number>\d*)"
    r"(?:\.(?P<inside>H?)(?P<inner>\d+))?(?P<items> .+)?"
)
_WORDS = {
    "M": QT_TRANSLATE_NOOP("Names", "Masthead"),
    "title": QT_TRANSLATE_NOOP("Names", "Title"),
    "ch": QT_TRANSLATE_NOOP("Names", "Opening formula"),
    "Z": QT_TRANSLATE_NOOP("Names", "Closing"),
    "E-ch": QT_TRANSLATE_NOOP("Names", "Outer opening formula"),
    "E-OP": QT_TRANSLATE_NOOP("Names", "Outer operative paragraph"),
}
_NUMBERED = {
    "FN": QT_TRANSLATE_NOOP("Names", "Footnote %1"),
    "H": QT_TRANSLATE_NOOP("Names", "Heading %1"),
    "B": QT_TRANSLATE_NOOP("Names", "Paragraph %1"),
    "A": QT_TRANSLATE_NOOP("Names", "Annex %1"),
}

_PARTS = {
    "art": QT_TRANSLATE_NOOP("PlaceNames", "article %1"),
    "para": QT_TRANSLATE_NOOP("PlaceNames", "paragraph %1"),
    "subpara": QT_TRANSLATE_NOOP("PlaceNames", "subparagraph (%1)"),
    "point": QT_TRANSLATE_NOOP("PlaceNames", "subparagraph (%1)"),
    "pp": QT_TRANSLATE_NOOP("PlaceNames", "preambular paragraph %1"),
    "op": QT_TRANSLATE_NOOP("PlaceNames", "operative paragraph %1"),
    "annex": QT_TRANSLATE_NOOP("PlaceNames", "annex %1"),
    "part": QT_TRANSLATE_NOOP("PlaceNames", "part %1"),
    "chp": QT_TRANSLATE_NOOP("PlaceNames", "chapter %1"),
    "sec": QT_TRANSLATE_NOOP("PlaceNames", "section %1"),
    "table": QT_TRANSLATE_NOOP("PlaceNames", "table %1"),
    "appendix": QT_TRANSLATE_NOOP("PlaceNames", "appendix %1"),
    "footnote": QT_TRANSLATE_NOOP("PlaceNames", "footnote %1"),
}
_STEP = re.compile(r"(?P<kind>[A-Za-z]+)(?:_(?P<number>.+))?")


def name_of(document: Document, id_: str, digits: Digits = str) -> str:
    """Return the name of a provision or footnote of a document."""
    return display_name(id_, label(document, id_), digits)


def display_name(id_: str, label_: str, digits: Digits = str) -> str:
    """Return the name of the place with this id and data label, or the label itself where its form is unknown."""
    found = _LABEL.fullmatch(label_)
    if found is None:
        return label_
    kind, number = "title" if id_.endswith("title") else found["kind"], found["number"]
    short = (found["outer"] or "") + (kind if number in {"", "1"} or kind != "OP" else "")
    if short in {"E-ch", "E-OP"}:
        return _word(short)
    name = _inside(found, _own(kind, number, digits), digits) + (found["items"] or "")
    if found["part"]:
        part = QCoreApplication.translate("Names", "Part %1, %2", "%2 is a label such as PP3")
        name = part.replace("%1", digits(found["part"])).replace("%2", name)
    outer = QCoreApplication.translate("Names", "%1 (outer resolution)")
    return outer.replace("%1", name) if found["outer"] else name


def margin_name(label_: str) -> str:
    """Return the short name for the margin: the label people quote (`PP8`), or the number of a paragraph."""
    found = _LABEL.fullmatch(label_)
    if found is None:
        return label_
    if found["outer"] or found["kind"] not in {"PP", "OP", "B", "A"}:
        return ""
    if found["kind"] in {"PP", "OP"}:
        return f"{found['kind']}{found['number']}{found['items'] or ''}"
    own = found["inner"] if not found["inside"] else ""
    return f"{own or (found['number'] if found['kind'] == 'B' else '')}{found['items'] or ''}".strip()


def marker_name(document: Document, number: str) -> str:
    """Return a footnote's number as its text prints numbers: `(٣)` in Arabic, also in the English interface."""
    digits = arabic_indic_digits(number) if document.language.startswith("ar") else number
    return f"({digits})"


def spaced_reference(target: str) -> str:
    """Return `UNTS 1577 / 27531` for the key of a treaty, any other target as it is."""
    return target.replace("/", " / ") if target.startswith("UNTS ") else target


def pinpoint_name(place: str, digits: Digits = str) -> str:
    """Return `article 19, paragraph 2` for `art_19__para_2`. A step of an unknown kind stays as written."""
    joint = QCoreApplication.translate("PlaceNames", ", ", "joins article and paragraph")
    return joint.join(_step(step, digits) for step in place.split("__") if step)


def _step(step: str, digits: Digits) -> str:
    found = _STEP.fullmatch(step)
    if found is None or found["kind"] not in _PARTS:
        return isolate(step, "ltr")
    words = QCoreApplication.translate("PlaceNames", str(_PARTS[found["kind"]]))
    return words.replace("%1", isolate(digits(found["number"] or ""))).rstrip()


def _own(kind: str, number: str, digits: Digits) -> str:
    if kind in _WORDS:
        return _word(kind)
    if kind in {"PP", "OP"}:
        return kind + number
    return QCoreApplication.translate("Names", str(_NUMBERED[kind])).replace("%1", digits(number)).rstrip()


def _inside(found: re.Match[str], name: str, digits: Digits) -> str:
    """Append the paragraph or heading inside an annex."""
    if not found["inner"]:
        return name
    heading = QCoreApplication.translate("Names", "%1, heading %2")
    words = heading if found["inside"] else QCoreApplication.translate("Names", "%1, paragraph %2")
    return words.replace("%1", name).replace("%2", digits(found["inner"]))


def _word(kind: str) -> str:
    return QCoreApplication.translate("Names", str(_WORDS[kind]))
