"""The pane beside the text: the footnotes of the screen, and the instruments cited there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from documents.citations.catalogue.instrument import Instrument
from documents.citations.catalogue.instrument_catalogue import instrument
from documents.citations.citation import Citation
from documents.citations.evidence import Evidence
from documents.language import isolate
from services.documents.link_groups import Link, Links
from services.documents.open_text import OpenText
from ui.desktop.panels.apparatus.footnotes import FootnotesView
from ui.desktop.panels.apparatus.header import ApparatusHeader
from ui.desktop.panels.apparatus.instruments import InstrumentsView
from ui.desktop.panels.apparatus.model import (
    Card,
    CardContext,
    CitedWords,
    FootnoteEntry,
    Place,
    card,
    footnote_entry,
    is_near,
    places_of,
    with_parts,
)
from ui.desktop.panels.apparatus.texts import nearest_lines
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.citation_request import CitationAction, CitationRequest
from ui.desktop.support.evidence_text import evidence_words
from ui.desktop.support.place_names import name_of
from ui.desktop.widgets.labels import SectionHeader

if TYPE_CHECKING:
    from ui.desktop.panels.apparatus.cited_by_view import CitedByView

_ANY_HEIGHT = 16_777_215
"""Qt's QWIDGETSIZE_MAX: no limit."""


class Sections(QWidget):
    """Footnotes above instruments, or beside them in a low, wide pane. The list of citing places covers both."""

    left = Signal()
    """The list of citing places was left."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.notes_head, self.cards_head = SectionHeader(appearance), SectionHeader(appearance)
        self.footnotes, self.instruments = FootnotesView(appearance), InstrumentsView(appearance)
        self._notes_box = _section(self.notes_head, self.footnotes)
        self._cards_box = _section(self.cards_head, self.instruments)
        self._citing: CitedByView | None = None
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._body.setContentsMargins(0, 1, 0, 0)
        self._body.setSpacing(1)
        self._body.addWidget(self._notes_box)
        self._body.addWidget(self._cards_box, 1)
        self.footnotes.document().documentLayout().documentSizeChanged.connect(lambda _: self.arrange())

    @property
    def citing(self) -> CitedByView:
        """The list of citing places, made when it is first used."""
        if self._citing is None:
            from ui.desktop.panels.apparatus.cited_by_view import CitedByView

            self._citing = CitedByView(self._appearance)
            self._citing.left.connect(self.leave_citing)
            self._citing.left.connect(self.left)
            self._body.addWidget(self._citing, 1)
        return self._citing

    def show_citing(self) -> None:
        """Show the list of citing places instead of footnotes and cards."""
        for box in (self._notes_box, self._cards_box):
            box.hide()
        self.citing.show()
        self.citing.focus_list()

    def leave_citing(self) -> None:
        """Show footnotes and cards again."""
        if self._citing is not None:
            self._citing.hide()
        for box in (self._notes_box, self._cards_box):
            box.show()

    def arrange(self) -> None:
        """Give the footnotes the height they need up to one half, and more where the cards leave room."""
        wide = self.width() > 2 * max(1, self.height())
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._body.setStretchFactor(self._notes_box, 1 if wide else 0)
        if wide:
            self.footnotes.setMinimumHeight(0)
            self.footnotes.setMaximumHeight(_ANY_HEIGHT)
            return
        room = max(0, self.height() - 2 * self.notes_head.sizeHint().height())
        spare = room - self.instruments.content_height()
        self.footnotes.setFixedHeight(max(40, min(self.footnotes.content_height(), max(room // 2, spare))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the sections anew."""
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and the hairlines over and between the sections."""
        painter = QPainter(self)
        color = self._appearance.color
        painter.fillRect(self.rect(), color("window"))
        painter.fillRect(0, 0, self.width(), 1, color("line"))
        if self._body.direction() == QBoxLayout.Direction.TopToBottom and self._cards_box.isVisible():
            painter.fillRect(0, self._cards_box.geometry().top() - 1, self.width(), 1, color("line"))


class ApparatusPane(QWidget):
    """Follows the text or a locked provision, and highlights links. The controller reports the screen."""

    link_hovered = Signal(object)
    link_pinned = Signal(object)
    place_requested = Signal(object)
    copy_link_requested = Signal(str)
    open_requested = Signal(str)
    browser_requested = Signal(str)
    asked = Signal(object)
    """A CitationRequest."""
    menu_opening = Signal(object, object)
    cards_shown = Signal()
    returned_to_text = Signal()
    lock_toggled = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._text: OpenText | None = None
        self._links: Links | None = None
        self._is_held: Callable[[str], bool] = lambda _: False
        self.known: Callable[[str], Instrument | None] = instrument
        """Looks up a target in the catalogue, the user's instruments included."""
        self._provisions: tuple[str, ...] = ()
        self._targets: tuple[str, ...] = ()
        self._places: dict[str, tuple[Place, ...]] = {}
        self._locked_to = ""
        self._lit: Link | None = None
        self._kept: frozenset[str] = frozenset()
        """Footnotes of the pinned link, listed while their markers are near the screen."""
        self._entered = ""
        """The footnote entered by keyboard, listed while the caret is in it or its marker is near the screen."""
        self._shown: object = None
        self._all = False
        self.head = ApparatusHeader(appearance)
        self.sections = Sections(appearance)
        self.notes_head, self.cards_head = self.sections.notes_head, self.sections.cards_head
        self.footnotes, self.instruments = self.sections.footnotes, self.sections.instruments
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(self.sections, 1)
        self.setMinimumWidth(220)
        self._connect()
        appearance.changed.connect(self._restyle)
        self._refresh()

    # --- input -------------------------------------------------------------------------------------------------

    def show_text(self, text: OpenText | None, links: Links | None, is_held: Callable[[str], bool]) -> None:
        """Show the apparatus of another text, or of another reading of the same. None empties the pane."""
        same = text is not None and self._text is not None and text.document == self._text.document
        self._text, self._links, self._is_held = text, links, is_held
        if not same:
            self._provisions, self._locked_to, self._lit, self._all = (), "", None, False
            self._kept, self._entered = frozenset(), ""
            self.head.set_locked(False)
        ids = [id_ for id_, _ in text.document.texts()] if text is not None else []
        self._targets = links.targets_in(ids) if links is not None else ()
        self._places = {}
        self._shown = None
        self._refresh()

    def show_provisions(self, ids: tuple[str, ...]) -> None:
        """List the footnotes and instruments of these provisions, unless the pane is locked."""
        self._provisions = ids
        if self._text is not None:
            self._kept = frozenset(n for n in self._kept if is_near(self._text.document, n, ids))
            if not (self._holds_caret(self._entered) or is_near(self._text.document, self._entered, ids)):
                self._entered = ""
        self._refresh()

    def set_locked(self, locked: bool, provision: str) -> None:
        """Lock the pane to a provision, or follow the text again."""
        self._locked_to = provision if locked else ""
        self.head.set_locked(locked)
        self._refresh()

    def set_link(self, link: Link | None, pinned: bool) -> None:
        """Highlight the footnotes and instruments of a link, and scroll to those of a pinned one."""
        self._lit = link
        if pinned and link is not None:
            self._kept = link.footnotes
            self._refresh()
        elif link is None:
            self._kept = frozenset()
        self._light(scroll=pinned and link is not None)

    def focus_footnote(self, number: str) -> None:
        """Move the keyboard focus to a footnote, listing it where it was not."""
        self.sections.leave_citing()
        self._entered = number
        self._refresh()
        self.footnotes.focus_note(number)

    def _holds_caret(self, number: str) -> bool:
        return bool(number) and self.footnotes.hasFocus() and self.footnotes.caret_note() == number

    # --- lighting ----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.head.lock_toggled.connect(self.lock_toggled)
        self.footnotes.note_entered.connect(self._note_entered)
        self.footnotes.note_pinned.connect(lambda number: self._pin(self._of_note(number)))
        self.sections.left.connect(self.returned_to_text)
        self.footnotes.citation_entered.connect(lambda citation: self.link_hovered.emit(self._of_citation(citation)))
        self.footnotes.citation_pinned.connect(lambda citation: self._pin(self._of_citation(citation)))
        self.footnotes.citation_activated.connect(self._follow)
        self.instruments.target_entered.connect(self._target_entered)
        self.instruments.target_pinned.connect(lambda target: self._pin(self._of_target(target)))
        self.instruments.all_toggled.connect(self._toggle_all)
        for own, theirs in (
            (self.footnotes.place_requested, self.place_requested),
            (self.footnotes.returned, self.returned_to_text),
            (self.footnotes.menu_opening, self.menu_opening),
            (self.instruments.asked, self.asked),
            (self.instruments.place_requested, self.place_requested),
            (self.instruments.returned, self.returned_to_text),
            (self.instruments.copy_link_requested, self.copy_link_requested),
            (self.instruments.open_requested, self.open_requested),
            (self.instruments.browser_requested, self.browser_requested),
        ):
            own.connect(theirs)

    def _of_note(self, number: str) -> Link | None:
        return self._links.of_footnote(number) if self._links and number else None

    def _of_citation(self, citation: Citation) -> Link | None:
        return self._links.of_citation(citation) if self._links else None

    def _follow(self, cited: CitedWords) -> None:
        citation = cited.citation
        act = CitationAction.OPEN if citation.target else CitationAction.CORRECT
        self.asked.emit(CitationRequest(act, citation.target, cited.place, citation, citation.span))

    def _of_target(self, target: str) -> Link | None:
        return self._links.of_target(target) if self._links and target else None

    def _note_entered(self, number: str) -> None:
        self.link_hovered.emit(self._of_note(number))

    def _target_entered(self, target: str) -> None:
        self.link_hovered.emit(self._of_target(target))

    def _pin(self, link: Link | None) -> None:
        if link is not None:
            self.link_pinned.emit(link)

    def _light(self, *, scroll: bool = False) -> None:
        link = self._lit
        self.footnotes.light(link.footnotes if link else frozenset(), scroll=scroll)
        self.instruments.light(link.targets if link else frozenset(), scroll=scroll)

    # --- filling -----------------------------------------------------------------------------------------------

    def _ids(self) -> tuple[str, ...]:
        if self._locked_to and self._text is not None:
            return with_parts(self._text.document, self._locked_to)
        return self._provisions

    def _toggle_all(self, opened: bool) -> None:
        self._all = opened
        self._refresh()

    def _refresh(self) -> None:
        """Refill the pane where its contents have changed."""
        notes, here, elsewhere = self._content()
        total = len(self._targets)
        hangs = self.footnotes.hangs()
        shown = (
            hangs,
            notes,
            here,
            elsewhere if self._all else total,
            self._locked_to,
            self._ids() if not notes else (),
        )
        if shown != self._shown:
            self._shown = shown
            if notes:
                self.footnotes.show_notes(notes)
            else:
                self._show_no_notes()
            self.instruments.show_cards(here, elsewhere, total, opened=self._all)
            self._name_sections(len(notes), len(here))
            self.sections.arrange()
            self.cards_shown.emit()
        self._light()

    def _content(self) -> tuple[tuple[FootnoteEntry, ...], tuple[Card, ...], tuple[Card, ...]]:
        text, links = self._text, self._links
        if text is None or links is None:
            return (), (), ()
        ids, digits = self._ids(), self._appearance.number
        wanted = {footnote.number for footnote in links.footnotes_in(ids)} | self._kept | {self._entered}
        numbers = (footnote.number for footnote in text.document.footnotes if footnote.number in wanted)
        notes = tuple(footnote_entry(text, links, number, digits) for number in numbers)
        targets = links.targets_in(ids)
        rest = tuple(target for target in self._targets if target not in targets) if self._all else ()
        return notes, self._cards(targets), self._cards(rest)

    def _cards(self, targets: tuple[str, ...]) -> tuple[Card, ...]:
        text, links = self._text, self._links
        assert text is not None and links is not None  # noqa: PT018 - both come together
        for target in targets:
            if target not in self._places:
                self._places[target] = places_of(text.document, links.places_citing(target), self._appearance.number)
        context = CardContext(
            self._appearance.language, self._appearance.number, self._explain, self._is_held, self.known
        )
        return tuple(card(text, links, target, self._places[target], context) for target in targets)

    def _explain(self, evidence: tuple[Evidence, ...]) -> str:
        return evidence_words(evidence, self._appearance, self._name_of)

    def _name_of(self, id_: str) -> str:
        document = self._text.document if self._text is not None else None
        known = document is not None and (document.has_provision(id_) or document.has_footnote(id_.removeprefix("fn_")))
        return name_of(document, id_, self._appearance.number) if document is not None and known else id_

    def _show_no_notes(self) -> None:
        text = self._text
        if text is None:
            self.footnotes.show_none(self.tr("No text is open."), ())
            return
        nothing = self.tr("No footnotes on this screen.") if not self._locked_to else self.tr("No footnotes here.")
        self.footnotes.show_none(nothing, nearest_lines(text.document, self._ids()))

    def _name_sections(self, notes: int, cards: int) -> None:
        number = self._appearance.number
        name = self.tr("Footnotes on this screen")
        if self._locked_to and self._text is not None:
            provision = name_of(self._text.document, self._locked_to, self._appearance.number)
            name = self.tr("Footnotes of %1").replace("%1", isolate(provision, "ltr"))
        self.notes_head.show_words(name, number(notes) if notes else "")
        self.cards_head.show_words(self.tr("Instruments cited here"), number(cards) if cards else "")
        self.footnotes.setAccessibleName(name)

    # --- size, language, theme ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rewrite the footnotes where numbers begin or cease to hang."""
        super().resizeEvent(event)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Refill on a change of language or direction, keeping scroll position and highlights."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self._places, self._shown = {}, None
            self._refresh()

    def _restyle(self) -> None:
        self.footnotes.restyle()
        self._places, self._shown = {}, None
        self._refresh()
        self.update()


def _section(head: SectionHeader, body: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(body, 1)
    return box
