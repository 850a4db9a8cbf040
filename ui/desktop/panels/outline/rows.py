"""The rows of the outline as values: groups of provisions, with verb, force and footnotes of each, and their texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from documents.folding import fold_key
from documents.model import OUTER, Document, Kind, Provision
from documents.provision_labels import label
from documents.verbs import Verb, force_rank, force_word
from services.documents.open_text import OpenText
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.place_names import display_name, marker_name


class Part(StrEnum):
    """The parts of a resolution that the outline groups by."""

    OPENING = "opening"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    ANNEX = "annex"
    BODY = "body"
    CLOSING = "closing"


_PARTS = {
    Kind.PREAMBULAR: Part.PREAMBLE,
    Kind.OPERATIVE: Part.OPERATIVE,
    Kind.SUBPARAGRAPH: Part.OPERATIVE,
    Kind.ANNEX: Part.ANNEX,
    Kind.HEADING: Part.BODY,
    Kind.BODY: Part.BODY,
    Kind.CLOSING: Part.CLOSING,
}

_WITH = frozenset({"إلى", "على", "إزاء", "عن"})
_BY_LETTER = frozenset("سلم قر هيب نوه رحب شيد عترف ذكر علم طالب ندد".split())
"""Stems of verbs that take بـ before their object. After any other verb a word that begins with ب is the object."""


_PART_NAMES = {
    Part.OPENING: QT_TRANSLATE_NOOP("Outline", "Opening"),
    Part.PREAMBLE: QT_TRANSLATE_NOOP("Outline", "Preamble"),
    Part.OPERATIVE: QT_TRANSLATE_NOOP("Outline", "Operative part"),
    Part.ANNEX: QT_TRANSLATE_NOOP("Outline", "Annex"),
    Part.BODY: QT_TRANSLATE_NOOP("Outline", "Text"),
    Part.CLOSING: QT_TRANSLATE_NOOP("Outline", "Closing"),
}
_FORCE_NAMES = {
    "statement": QT_TRANSLATE_NOOP("Outline", "Statement"),
    "recommends": QT_TRANSLATE_NOOP("Outline", "Recommends"),
    "invites": QT_TRANSLATE_NOOP("Outline", "Invites"),
    "urges": QT_TRANSLATE_NOOP("Outline", "Urges"),
    "requests": QT_TRANSLATE_NOOP("Outline", "Requests"),
    "decides": QT_TRANSLATE_NOOP("Outline", "Decides"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A provision of the outline: its verbs in both languages, force and rank (0–5 bars), footnote markers."""

    id: str
    label: str
    part: Part
    parent: str | None
    arabic: str
    english: str
    force: str
    rank: int
    marks: tuple[str, ...]

    def words(self, language: str) -> str:
        """Return the verbs in an interface language."""
        return self.english if language == "en" and self.english else self.arabic


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the document and its provisions, of which `numbered` are paragraphs of their own."""

    part: Part
    ids: tuple[str, ...]
    numbered: int


def groups(document: Document) -> tuple[Group, ...]:
    """Return the parts of a document in order."""
    found: list[tuple[Part, list[Provision]]] = []
    for provision in document.provisions:
        part = part_of(provision)
        if not found or found[-1][0] is not part:
            found.append((part, []))
        found[-1][1].append(provision)
    return tuple(Group(part, tuple(p.id for p in rows), sum(p.parent is None for p in rows)) for part, rows in found)


def part_of(provision: Provision) -> Part:
    """Return the part a provision stands in. All of an enclosing resolution is the opening of its draft."""
    if provision.id.startswith(OUTER):
        return Part.OPENING
    if provision.id.startswith("annex_"):
        return Part.ANNEX
    return _PARTS.get(provision.kind, Part.OPENING)


def search_key(text: OpenText, entry: Entry) -> str:
    """Return the folded text that the filter searches: label, verbs in both languages, words."""
    return fold_key(f"{entry.label} {entry.arabic} {entry.english} {text.reading.text(entry.id)}")


def entry(text: OpenText, id_: str) -> Entry:
    """Return the entry of a provision. Looking up its verbs is slow: call it for rows that are shown."""
    provision = text.document.provision(id_)
    document, reading = text.document, text.reading
    shown, verbs = reading.text(provision.id), reading.verbs(provision.id)
    name = label(document, provision.id)
    arabic = _own_words(verbs, text, provision) if verbs else _beginning(shown)
    english = _english(verbs)
    operative = provision.kind is Kind.OPERATIVE and bool(verbs)
    return Entry(
        provision.id,
        name,
        part_of(provision),
        provision.parent,
        arabic,
        english,
        force_word(verbs[0].force) if operative else "",
        force_rank(verbs[0].force) if operative else 0,
        tuple(dict.fromkeys(marker_name(document, marker.footnote) for marker in provision.markers)),
    )


def _own_words(verbs: tuple[Verb, ...], text: OpenText, provision: Provision) -> str:
    """Return the verbs as the text has them, without وإذ: `تسلّم بـ`, or `تشدّد على … وتلاحظ` for two."""
    first = _bare(verbs[0].text)
    words = f"{first} {_preposition(first, text, provision, verbs[0])}".strip()
    for verb in verbs[1:]:
        second = _bare(verb.text)
        arabic = text.document.language.startswith("ar")
        words += f" … {second if second.startswith('و') or not arabic else 'و' + second}"
    return words


def _bare(words: str) -> str:
    return re.sub("^و?(?:إذ|قد) ", "", words)


def _preposition(words: str, text: OpenText, provision: Provision, verb: Verb) -> str:
    if not text.document.language.startswith("ar"):
        return ""
    following = text.document.text_of(provision.id)[verb.end :].split(maxsplit=1)
    after = following[0] if following else ""
    if after in _WITH:
        return after
    stem = fold_key(words.split(maxsplit=1)[0])[1:]
    return "بـ" if after.startswith("ب") and stem in _BY_LETTER else ""


def _english(verbs: tuple[Verb, ...]) -> str:
    words = " … ".join(verb.english[0] for verb in verbs if verb.english)
    return words[:1].upper() + words[1:]


def _beginning(text: str, most: int = 60) -> str:
    """Return the first words of a provision without a verb."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(maxsplit=1)[0] + "…"


def part_name(part: Part) -> str:
    """Return the heading of a part."""
    return QCoreApplication.translate("Outline", str(_PART_NAMES[part]))


def force_name(force: str, language: str) -> str:
    """Return the name of a force, or "" in English, where the verbs are that word already."""
    return "" if language == "en" else QCoreApplication.translate("Outline", str(_FORCE_NAMES[force]))


class OutlineCounts(QObject):
    """Counts of paragraphs in words."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def of_group(self, group: Group) -> str:
        """Return `١٩ فقرة` for the preamble and the operative part, the bare number for other parts."""
        if group.part in {Part.PREAMBLE, Part.OPERATIVE}:
            return self._appearance.number(self.tr("%n paragraph(s)", "", group.numbered))
        return self._appearance.number(len(group.ids))


def spoken(entry: Entry, appearance: Appearance) -> str:
    """Return a row as assistive technology says it."""
    parts = [display_name(entry.id, entry.label, appearance.number), entry.words(appearance.language)]
    parts += [force_name(entry.force, "") if entry.force else "", " ".join(entry.marks)]
    return " ".join(part for part in parts if part)


def spoken_group(group: Group, counts: OutlineCounts) -> str:
    """Return a group's heading as assistive technology says it."""
    return f"{part_name(group.part)}, {counts.of_group(group)}"
