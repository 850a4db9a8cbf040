"""The cards of the cited instruments in a scrolling column, with card widgets that are reused."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.desktop.panels.apparatus.card import InstrumentCard
from ui.desktop.panels.apparatus.model import Card
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.labels import SectionHeader, TextLabel

MOST = 40
"""The most cards shown: each is a real widget (window.md §8)."""


class InstrumentsView(QScrollArea):
    """Cards of the instruments cited here, and on request of those cited elsewhere in the document."""

    target_entered = Signal(str)
    target_pinned = Signal(str)
    place_requested = Signal(object)
    copy_link_requested = Signal(str)
    open_requested = Signal(str)
    browser_requested = Signal(str)
    asked = Signal(object)
    """A CitationRequest."""
    all_toggled = Signal(bool)
    coverage_requested = Signal()
    returned = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._cards: dict[str, InstrumentCard] = {}
        self._spare: list[InstrumentCard] = []
        self._cited_by: dict[str, int] = {}
        self._total = self._elsewhere = 0
        self._opened = False
        self.nothing = TextLabel(appearance, 13, "ink")
        self.all = FlatButton(appearance, Look.LINK, "list-bullets")
        self.held_or_missing = FlatButton(appearance, Look.LINK, "scales")
        self.elsewhere = SectionHeader(appearance)
        self._build()
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _build(self) -> None:
        self.setObjectName("instrumentsPane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(8, 0, 8, 12)
        self._column.setSpacing(2)
        self.nothing.setContentsMargins(6, 0, 6, 0)
        for widget in (self.nothing, self.elsewhere):
            self._column.addWidget(widget)
        for link in (self.all, self.held_or_missing):
            link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        self.elsewhere.set_margins(6, 10, 6, 4)
        self._body = body
        self.setWidget(body)
        self.held_or_missing.clicked.connect(self.coverage_requested)
        self.all.clicked.connect(lambda: self.all_toggled.emit(not self.elsewhere.isVisibleTo(self._body)))

    def show_cards(self, here: tuple[Card, ...], elsewhere: tuple[Card, ...], total: int, *, opened: bool) -> None:
        """Show the cards of the screen, and with `opened` those of the rest of the document."""
        here, room = here[:MOST], max(0, MOST - len(here))
        self._total = total
        self._drop_all_but({card.target for card in (*here, *(elsewhere[:room] if opened else ()))})
        for index, card in enumerate(here):
            self._place(card, index)
        base = len(here) + 2
        self._column.insertWidget(len(here), self.nothing)
        self._column.insertWidget(len(here) + 1, self.elsewhere)
        for index, card in enumerate(elsewhere[:room] if opened else ()):
            self._place(card, base + index)
        self.nothing.setVisible(not here)
        self.elsewhere.setVisible(opened and bool(elsewhere))
        self.all.setVisible(total > len(here))
        self.held_or_missing.setVisible(total > 0)
        self._opened, self._elsewhere = opened, len(elsewhere)
        self.retranslate()

    def light(self, targets: frozenset[str], *, scroll: bool) -> None:
        """Highlight the cards of these instruments, and with `scroll` bring the first into view."""
        lit = [card for target, card in self._cards.items() if target in targets]
        for target, card in self._cards.items():
            card.light(lit=target in targets)
        if scroll and lit:
            self.ensureWidgetVisible(lit[0], 0, 8)

    def show_cited_by(self, counts: Mapping[str, int]) -> None:
        """Show on the cards how many documents of the library cite each instrument."""
        self._cited_by.update(counts)
        for target, card in self._cards.items():
            card.show_cited_by(self._cited_by.get(target, 0))

    def forget_cited_by(self) -> None:
        """Forget the counts, so that `uncounted` returns every card again."""
        self._cited_by.clear()

    def uncounted(self) -> tuple[str, ...]:
        """Return the instruments shown without a count of citing documents."""
        return tuple(card.target for card in self.cards() if card.target not in self._cited_by)

    def cards(self) -> tuple[InstrumentCard, ...]:
        """Return the cards shown, in order."""
        shown = [card for card in self._cards.values() if not card.isHidden()]
        return tuple(sorted(shown, key=self._column.indexOf))

    def content_height(self) -> int:
        """Return the height of everything at the present width."""
        return self._column.heightForWidth(max(1, self.viewport().width()))

    def retranslate(self) -> None:
        """Set the texts between the cards."""
        number = self._appearance.number
        self.nothing.setText(self.tr("No instruments cited here.") if self._total else self.tr("No instruments cited."))
        self.elsewhere.show_words(self.tr("Elsewhere in this document"), number(self._elsewhere))
        if self._opened:
            self.all.set_words(self.tr("Only those cited here"))
        else:
            all_of_them = self.tr("All instruments of the document (%1)")
            self.all.set_words(all_of_them.replace("%1", number(self._total)))
        self.held_or_missing.set_words(self.tr("Table: held and missing"))
        self.setAccessibleName(self.tr("Instruments cited here"))

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _place(self, card: Card, index: int) -> None:
        widget = self._cards.get(card.target) or (self._spare.pop() if self._spare else self._new())
        self._cards[card.target] = widget
        widget.show_card(card)
        widget.show_cited_by(self._cited_by.get(card.target, 0))
        if self._column.indexOf(widget) != index:
            self._column.insertWidget(index, widget)
        widget.show()

    def _drop_all_but(self, targets: set[str]) -> None:
        for target in [t for t in self._cards if t not in targets]:
            widget = self._cards.pop(target)
            widget.hide()
            widget.light(lit=False)
            self._spare.append(widget)

    def _new(self) -> InstrumentCard:
        card = InstrumentCard(self._appearance)
        for own, theirs in (
            (card.entered, self.target_entered),
            (card.pinned, self.target_pinned),
            (card.place_requested, self.place_requested),
            (card.copy_link_requested, self.copy_link_requested),
            (card.open_requested, self.open_requested),
            (card.browser_requested, self.browser_requested),
            (card.asked, self.asked),
            (card.returned, self.returned),
        ):
            own.connect(theirs)
        return card

    def _restyle(self) -> None:
        for widget in (self, self.viewport(), self._body):
            palette = QPalette(widget.palette())
            palette.setColor(QPalette.ColorRole.Window, self._appearance.color("window"))
            palette.setColor(QPalette.ColorRole.Base, self._appearance.color("window"))
            widget.setPalette(palette)
        self._column.invalidate()
