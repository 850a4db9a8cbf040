"""The sentences of the pane: of cards, of footnotes, and of the nearest footnotes where none is on screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from documents.citations.citation import CitationStatus
from documents.dates import un_date
from documents.language import isolate
from documents.model import Document
from documents.position import Position
from ui.desktop.panels.apparatus.model import Card, NamedPlace, Place, nearest_markers, place_link
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.bidi_text import display_text
from ui.desktop.support.place_names import marker_name


def state_words(card: Card) -> str:
    """Return whether the library holds the instrument, or that the citation is in doubt."""
    if card.status is CitationStatus.AMBIGUOUS:
        return QCoreApplication.translate("InstrumentCard", "Ambiguous")
    if card.status is CitationStatus.UNRESOLVED:
        return QCoreApplication.translate("InstrumentCard", "Not recognised")
    if card.held:
        return QCoreApplication.translate("InstrumentCard", "In library")
    return QCoreApplication.translate("InstrumentCard", "Not in library")


def facts_words(card: Card, appearance: Appearance) -> str:
    """Return date and reference."""
    when = un_date(card.date, appearance.language) if card.date else ""
    when = display_text(appearance.number(when), rtl=appearance.rtl) if when else ""
    tied = card.reference.replace("UNTS ", "UNTS\u00a0").replace(" / ", "\u00a0/\u00a0")
    reference = isolate(tied, "ltr") if card.reference not in {card.title, ""} else ""
    return " · ".join(part for part in (when, reference) if part)


def doubt_words(card: Card) -> str:
    """Return which facts are unconfirmed, or why the citation is in doubt, or ""."""
    if card.status is CitationStatus.AMBIGUOUS:
        return QCoreApplication.translate("InstrumentCard", "More than one instrument fits. Choose the one meant:")
    if card.status is CitationStatus.UNRESOLVED:
        return QCoreApplication.translate("InstrumentCard", "It is not known which instrument is meant.")
    names = {
        "names.ar": QCoreApplication.translate("InstrumentCard", "Arabic title"),
        "names.en": QCoreApplication.translate("InstrumentCard", "English title"),
        "date": QCoreApplication.translate("InstrumentCard", "date"),
        "unts": QCoreApplication.translate("InstrumentCard", "treaty number"),
    }
    joint = QCoreApplication.translate("InstrumentCard", ", ", "joins facts")
    doubtful = joint.join(name for fact, name in names.items() if fact in card.uncertain)
    said = QCoreApplication.translate("InstrumentCard", "Not confirmed: %1")
    return said.replace("%1", doubtful) if doubtful else ""


def evidence_line(card: Card) -> str:
    """Return the sentences of evidence in one line."""
    return " · ".join(card.evidence)


def cited_in(card: Card) -> str:
    """Return which provisions cite the instrument, as plain words."""
    return _cited_in().replace("%1", _joint().join(isolate(place.name, "ltr") for place in card.places))


def cited_in_links(card: Card, color: str, under_pointer: str) -> str:
    """Return which provisions cite the instrument, as links with the one under the pointer underlined."""
    links = (_link(place_link(p.position), isolate(p.name, "ltr"), color, under_pointer) for p in card.places)
    return _cited_in().replace("%1", _joint().join(links))


def named_links(card: Card, color: str, under_pointer: str) -> str:
    """Return the places of the instrument that the text names, as links where the library holds it."""
    pieces = [_named(each, card, color, under_pointer) for each in card.named]
    said = QCoreApplication.translate("InstrumentCard", "Names %1", "%1 is a list of articles and paragraphs")
    return said.replace("%1", _joint().join(pieces))


def named_words(card: Card) -> str:
    """Return the places of the instrument that the text names, as plain words."""
    said = QCoreApplication.translate("InstrumentCard", "Names %1", "%1 is a list of articles and paragraphs")
    return said.replace(
        "%1", _joint().join(f"{isolate(n.words)} ({isolate(n.provision.name, 'ltr')})" for n in card.named)
    )


def described(card: Card, cited_by: str, appearance: Appearance) -> str:
    """Return the whole card except its title, for assistive technology."""
    said = [card.english, facts_words(card, appearance), cited_in(card) if card.places else ""]
    said.append(named_words(card) if card.named else "")
    said += [doubt_words(card), evidence_line(card), cited_by, state_words(card)]
    return ". ".join(part.rstrip(".") for part in said if part)


def _named(each: NamedPlace, card: Card, color: str, under_pointer: str) -> str:
    words = isolate(each.words)
    if card.held:
        words = _link(f"in:{each.place}", words, color, under_pointer)
    return f"{words} ({_place(each.provision, color, under_pointer)})"


def _place(place: Place, color: str, under_pointer: str) -> str:
    return _link(place_link(place.position), isolate(place.name, "ltr"), color, under_pointer)


def _link(href: str, words: str, color: str, under_pointer: str) -> str:
    line = "underline" if href == under_pointer else "none"
    return f'<a href="{href}" style="color:{color};text-decoration:{line}">{words}</a>'


def _joint() -> str:
    return QCoreApplication.translate("InstrumentCard", ", ", "joins the labels of paragraphs")


def _cited_in() -> str:
    return QCoreApplication.translate("InstrumentCard", "Cited in %1")


def records_name(ibid: str) -> str:
    """Return the name of official records, or the treaty series or symbol itself."""
    if ibid == "OR ECOSOC":
        return QCoreApplication.translate("Footnotes", "Official Records of ECOSOC")
    if ibid == "OR GA":
        return QCoreApplication.translate("Footnotes", "Official Records of the General Assembly")
    return ibid


def nearest_lines(document: Document, ids: tuple[str, ...]) -> tuple[tuple[str, str, Position], ...]:
    """Return (icon, words, place) of the last footnote before the provisions `ids` and of the first after them."""
    previous, following = nearest_markers(document, ids)
    lines: list[tuple[str, str, Position]] = []
    for icon, words, nearest in (
        ("arrow-up", QCoreApplication.translate("ApparatusPane", "Previous: %1 at %2"), previous),
        ("arrow-down", QCoreApplication.translate("ApparatusPane", "Next: %1 at %2"), following),
    ):
        if nearest is not None:
            number, place = nearest
            mark = isolate(marker_name(document, number), "rtl")
            line = words.replace("%1", mark).replace("%2", isolate(place.name, "ltr"))
            lines.append((icon, line, place.position))
    return tuple(lines)
