"""The card of a cited instrument: names, date and reference, the places that cite it, and the actions on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from documents.language import has_rtl_letter, isolate
from ui.desktop.panels.apparatus import texts
from ui.desktop.panels.apparatus.model import Candidate, Card, linked_place
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.citation_request import CitationAction, CitationRequest
from ui.desktop.support.place_names import spaced_reference
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.flow_layout import FlowLayout
from ui.desktop.widgets.labels import TextLabel

HOVER_MS = 120


class Fact(QWidget):
    """An icon with words beside it, for a state that cannot be pressed."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = QLabel()
        self._words = {token: TextLabel(appearance, 12, token) for token in ("ok", "ink2", "warn")}
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        for words in self._words.values():
            words.setWordWrap(False)
            words.setSizePolicy(self.sizePolicy())
            row.addWidget(words)

    def show_words(self, words: str, icon: str, token: str) -> None:
        """Show the words in the colour of `token`."""
        self._icon.setPixmap(self._appearance.pixmap(icon, token, size=15))
        for own, label in self._words.items():
            label.setText(words if own == token else "")
            label.setVisible(own == token)
        self.setAccessibleName(words)


class Candidates(QWidget):
    """Buttons for the instruments that an ambiguous citation may mean."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(0)
        self.buttons: list[FlatButton] = []

    def show_candidates(self, candidates: tuple[Candidate, ...]) -> None:
        """Show a button for each candidate, reusing the buttons there are."""
        for _ in range(len(self.buttons), len(candidates)):
            button = FlatButton(self._appearance, Look.OUTLINED)
            button.setObjectName("candidate")
            button.clicked.connect(lambda _=False, button=button: self.chosen.emit(button.property("target")))
            self.buttons.append(button)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(candidates))
        for button, candidate in zip(self.buttons, candidates, strict=False):
            name = isolate(candidate.name) if candidate.name else ""
            symbol = isolate(spaced_reference(candidate.target), "ltr")
            button.setProperty("target", candidate.target)
            button.set_words(" ".join(filter(None, (symbol, name))))
            button.setToolTip(candidate.name)
        self.setVisible(bool(candidates))


class InstrumentCard(QFrame):
    """A focusable card that is highlighted, pinned and acted on. One widget serves for many instruments."""

    entered = Signal(str)
    """The target under the pointer or the focus, or "" when it is left."""
    pinned = Signal(str)
    returned = Signal()
    place_requested = Signal(object)
    copy_link_requested = Signal(str)
    open_requested = Signal(str)
    browser_requested = Signal(str)
    asked = Signal(object)
    """A CitationRequest."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("instrumentCard")
        self._appearance = appearance
        self._lit = False
        self._timer = QTimer(self, interval=HOVER_MS, singleShot=True)
        self._timer.timeout.connect(lambda: self.entered.emit(self.target))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card: Card | None = None
        self._cited_by = 0
        self._under_pointer = ""
        self.title = TextLabel(appearance, 13.5, "ink", 600)
        self.english = TextLabel(appearance, 12, "ink2")
        self.facts = TextLabel(appearance, 12, "ink2")
        self.doubt = TextLabel(appearance, 12, "warn")
        self.candidates = Candidates(appearance)
        self.evidence = TextLabel(appearance, 12, "ink3")
        self.named = TextLabel(appearance, 12, "ink2", rich=True)
        self.places = TextLabel(appearance, 12, "ink2", rich=True)
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
        """The target of the instrument shown, or ""."""
        return self._card.target if self._card else ""

    @property
    def card(self) -> Card | None:
        """The value shown."""
        return self._card

    def show_card(self, card: Card) -> None:
        """Show another instrument, or newer facts of the same."""
        if card != self._card:
            if card.target != self.target:
                self._cited_by = 0
            self._card = card
            self._fill()

    def show_cited_by(self, count: int) -> None:
        """Show how many documents of the library cite the instrument, nothing for 0."""
        if count != self._cited_by:
            self._cited_by = count
            self._fill()

    def light(self, *, lit: bool) -> None:
        """Draw the border of a highlighted card, or the plain one."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 13, 15, 9)
        column.setSpacing(2)
        for widget in (
            self.title, self.english, self.facts, self.doubt, self.candidates, self.evidence, self.places, self.named,
        ):  # fmt: skip
            column.addWidget(widget)
        # The words of a button begin five px inside it: shifted, they align with the labels above.
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
            button.clicked.connect(lambda _=False, act=act: self.asked.emit(self.request(act)))
        self.candidates.chosen.connect(lambda target: self.asked.emit(self.request(CitationAction.CHOOSE, target)))

    def _open(self) -> None:
        request = self.request(CitationAction.OPEN)
        if request.place:
            self.asked.emit(request)
        else:
            self.open_requested.emit(self.target)

    def request(self, act: CitationAction, target: str = "") -> CitationRequest:
        """Return a request for this card, with the place in the instrument where the text names only one."""
        card = self._card
        assert card is not None
        places = {named.place for named in card.named}
        span = card.citation.span if card.citation is not None else None
        return CitationRequest(
            act, target or card.target, places.pop() if len(places) == 1 else "", card.citation, span
        )

    def _follow(self, link: str) -> None:
        place = linked_place(link)
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
            (self.facts, texts.facts_words(card, self._appearance)),
            (self.doubt, texts.doubt_words(card)),
            (self.evidence, texts.evidence_line(card)),
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
        cited_by = self.cited_by.text() if self._cited_by else ""
        self.setAccessibleDescription(texts.described(card, cited_by, self._appearance))
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
            (self.cited_by, self._cited_by_words(), "", self._cited_by > 0),
        ):
            button.set_words(words, name)
            button.setToolTip(name)
            button.setVisible(shown)
        icon, token = ("check-circle", "ok") if card.held else ("circle-dashed", "ink2")
        icon, token = ("warning", "warn") if card.in_doubt else (icon, token)
        self.state.show_words(texts.state_words(card), icon, token)

    def _cited_by_words(self) -> str:
        words = self.tr("Cited by %n document(s) of the library", "", self._cited_by)
        return words.replace(str(self._cited_by), self._appearance.number(self._cited_by))

    def _write_links(self, under_pointer: str) -> None:
        """Write the provisions and places as links, underlining the one under the pointer."""
        card = self._card
        if card is None:
            return
        color = self._appearance.color("accent").name()
        side = "rtl" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "ltr"
        for words, html, name, shown in (
            (self.places, texts.cited_in_links, texts.cited_in, bool(card.places)),
            (self.named, texts.named_links, texts.named_words, bool(card.named)),
        ):
            words.setText(f'<div dir="{side}">{html(card, color, under_pointer)}</div>')
            words.setAccessibleName(name(card))
            words.setVisible(shown)

    def changeEvent(self, event: QEvent) -> None:
        """Refill on a change of language or direction."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self._fill()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the actions of the visible buttons, the browser, and the reset of an override."""
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
            reset.triggered.connect(lambda: self.asked.emit(self.request(CitationAction.RESET)))
        if card.linked:
            browse = menu.addAction(self.tr("Open in browser"))
            browse.triggered.connect(lambda: self.browser_requested.emit(self.target))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the card is entered after 120 ms."""
        super().enterEvent(event)
        self._timer.start()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell at once that the card is left."""
        super().leaveEvent(event)
        self._timer.stop()
        self.entered.emit("")
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the card is entered."""
        super().focusInEvent(event)
        self.entered.emit(self.target)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the card is left."""
        super().focusOutEvent(event)
        self.entered.emit("")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pin the card on a click."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pinned.emit(self.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pin the card on Enter or Space, return to the text on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.returned.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.hasFocus():
            self.pinned.emit(self.target)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and border, and the focus ring two pixels outside them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._appearance.color
        width = 2 if self._lit else 1
        border = color("accent") if self._lit else color("line2" if self.underMouse() else "line")
        painter.setPen(QPen(border, width))
        painter.setBrush(color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5), 9, 9)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 11, 11)
