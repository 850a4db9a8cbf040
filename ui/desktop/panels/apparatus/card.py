"""One cited instrument as a card: names, date and reference, where it is mentioned, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from documents.language import has_rtl_letter, isolate
from ui.desktop.panels.apparatus import card_text
from ui.desktop.panels.apparatus.card_facts import Candidates, Fact
from ui.desktop.panels.apparatus.card_frame import CardFrame
from ui.desktop.panels.apparatus.entries import Card
from ui.desktop.panels.apparatus.footnote_writer import place_at
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.citation_request import CitationAction, CitationRequest
from ui.desktop.widgets.controls import FlatButton, Look, Words
from ui.desktop.widgets.flow_layout import FlowLayout


class InstrumentCard(CardFrame):
    """A card that can be focused, lit and acted on; it is filled again rather than made again."""

    place_requested = Signal(object)
    copy_link_requested = Signal(str)
    open_requested = Signal(str)
    browser_requested = Signal(str)
    asked = Signal(object)
    """A Wish."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.setObjectName("instrumentCard")
        self._card: Card | None = None
        self._cited_by = 0
        self._under_pointer = ""
        self.title = Words(appearance, 13.5, "ink", 600)
        self.english = Words(appearance, 12, "ink2")
        self.facts = Words(appearance, 12, "ink2")
        self.doubt = Words(appearance, 12, "warn")
        self.candidates = Candidates(appearance)
        self.evidence = Words(appearance, 12, "ink3")
        self.named = Words(appearance, 12, "ink2", rich=True)
        self.places = Words(appearance, 12, "ink2", rich=True)
        self.cited_by = FlatButton(appearance, Look.LINK)
        self.copy_link = FlatButton(appearance, Look.QUIET, "link-simple")
        self.open = FlatButton(appearance, Look.QUIET, "book-open")
        self.beside = FlatButton(appearance, Look.QUIET, "columns")
        self.import_file = FlatButton(appearance, Look.QUIET, "download-simple")
        self.correct = FlatButton(appearance, Look.QUIET, "pencil-line")
        self.state = Fact(appearance)
        self._build()
        appearance.changed.connect(self._fill)

    @property
    def target(self) -> str:
        """The instrument shown, or ""."""
        return self._card.target if self._card else ""

    @property
    def card(self) -> Card | None:
        """What is shown."""
        return self._card

    def show_card(self, card: Card) -> None:
        """Show another instrument, or newer facts of the same."""
        if card != self._card:
            if card.target != self.target:
                self._cited_by = 0
            self._card = card
            self._fill()

    def show_cited_by(self, count: int) -> None:
        """Say how many documents of the library cite it; nothing for none."""
        if count != self._cited_by:
            self._cited_by = count
            self._fill()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 13, 15, 9)
        column.setSpacing(2)
        for widget in (
            self.title, self.english, self.facts, self.doubt, self.candidates, self.evidence, self.places, self.named,
        ):  # fmt: skip
            column.addWidget(widget)
        # The words of a button begin five px inside it: they stand under the other words all the same.
        row = QHBoxLayout()
        row.setContentsMargins(-5, 0, -5, 0)
        row.setSpacing(0)
        row.addWidget(self.cited_by)
        row.addStretch(1)
        row.addWidget(self.beside)
        row.addWidget(self.correct)
        column.addLayout(row)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        flags = Qt.TextInteractionFlag
        for words in (self.places, self.named):
            words.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
            words.linkActivated.connect(self._follow)
            words.linkHovered.connect(self._write_links)
        self._line = QFrame()
        self._line.setFixedHeight(1)
        self._line.setAutoFillBackground(True)
        column.addSpacing(6)
        column.addWidget(self._line)
        column.addSpacing(2)
        actions = QWidget()
        flow = FlowLayout(2, actions, last_at_end=True)
        for action in (self.copy_link, self.open, self.import_file, self.state):
            flow.addWidget(action)
        column.addWidget(actions)
        self._connect()

    def _connect(self) -> None:
        self.copy_link.clicked.connect(lambda: self.copy_link_requested.emit(self.target))
        self.open.clicked.connect(self._open)
        for button, act in (
            (self.beside, CitationAction.BESIDE),
            (self.import_file, CitationAction.IMPORT),
            (self.correct, CitationAction.CORRECT),
            (self.cited_by, CitationAction.CITED_BY),
        ):
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(self.wish(act)))
        self.candidates.chosen.connect(lambda target: self.asked.emit(self.wish(CitationAction.CHOOSE, target)))

    def _open(self) -> None:
        wish = self.wish(CitationAction.OPEN)
        if wish.place:
            self.asked.emit(wish)
        else:
            self.open_requested.emit(self.target)

    def wish(self, act: CitationAction, target: str = "") -> CitationRequest:
        """Return what is asked for of this card; of one place alone that the text names, at that place."""
        card = self._card
        assert card is not None
        places = {named.place for named in card.named}
        span = card.citation.span if card.citation is not None else None
        return CitationRequest(
            act, target or card.target, places.pop() if len(places) == 1 else "", card.citation, span
        )

    def _follow(self, link: str) -> None:
        place = place_at(link)
        if place is not None:
            self.place_requested.emit(place)
        elif link.startswith("in:"):
            self.asked.emit(CitationRequest(CitationAction.BESIDE, self.target, link.removeprefix("in:")))

    def _fill(self) -> None:
        card = self._card
        if card is None:
            return
        self.title.setText(isolate(card.title))
        side = Qt.AlignmentFlag.AlignRight if has_rtl_letter(card.title) else Qt.AlignmentFlag.AlignLeft
        self.title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        for label, said in (
            (self.english, isolate(card.english, "ltr") if card.english else ""),
            (self.facts, card_text.facts_words(card, self._appearance)),
            (self.doubt, card_text.doubt_words(card)),
            (self.evidence, card_text.evidence_line(card)),
        ):
            label.setText(said)
            label.setVisible(bool(said))
        self.candidates.show_candidates(card.candidates)
        self._write_links("")
        self._fill_buttons(card)
        palette = self._line.palette()
        palette.setColor(self._line.backgroundRole(), self._appearance.color("line"))
        self._line.setPalette(palette)
        self.setAccessibleName(card.title)
        cited_by_controller = self.cited_by.text() if self._cited_by else ""
        self.setAccessibleDescription(card_text.described(card, cited_by_controller, self._appearance))
        self.update()

    def _fill_buttons(self, card: Card) -> None:
        known = not card.in_doubt
        correct = self.tr("Correct this citation…")
        for button, words, name, shown in (
            (self.copy_link, self.tr("Copy link"), "", known and card.linked),
            (self.open, self.tr("Open"), "", known and card.held),
            (self.beside, "", self.tr("Open beside the text"), known and card.held),
            (self.import_file, self.tr("Import…"), "", known and not card.held),
            (self.correct, "" if known else self.tr("Another…"), correct, card.citation is not None),
            (self.cited_by, self._cited_by_controller(), "", self._cited_by > 0),
        ):
            button.set_words(words, name)
            button.setToolTip(name)
            button.setVisible(shown)
        icon, token = ("check-circle", "ok") if card.held else ("circle-dashed", "ink2")
        icon, token = ("warning", "warn") if card.in_doubt else (icon, token)
        self.state.show_words(card_text.state_words(card), icon, token)

    def _cited_by_controller(self) -> str:
        words = self.tr("Cited by %n document(s) of the library", "", self._cited_by)
        return words.replace(str(self._cited_by), self._appearance.number(self._cited_by))

    def _write_links(self, under_pointer: str) -> None:
        """Write the provisions and places as links; the one under the pointer is underlined."""
        card = self._card
        if card is None:
            return
        color = self._appearance.color("accent").name()
        side = "rtl" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "ltr"
        for words, html, name, shown in (
            (self.places, card_text.cited_in_links, card_text.cited_in, bool(card.places)),
            (self.named, card_text.named_links, card_text.named_words, bool(card.named)),
        ):
            words.setText(f'<div dir="{side}">{html(card, color, under_pointer)}</div>')
            words.setAccessibleName(name(card))
            words.setVisible(shown)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language or direction."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self._fill()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the browser, which is reached by no other way, and what the buttons do."""
        card = self._card
        if card is None:
            return
        menu = QMenu(self)
        menu.setObjectName("cardMenu")
        for button in (self.open, self.beside, self.import_file, self.copy_link, self.cited_by, self.correct):
            if button.isVisibleTo(self):
                menu.addAction(button.accessibleName()).triggered.connect(button.click)
        if card.by_user:
            reset = menu.addAction(self.tr("Return to what the program found"))
            reset.triggered.connect(lambda: self.asked.emit(self.wish(CitationAction.RESET)))
        if card.linked:
            browse = menu.addAction(self.tr("Open in browser"))
            browse.triggered.connect(lambda: self.browser_requested.emit(self.target))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
