"""One cited instrument as a card: names, date and reference, where it is mentioned, and what can be done."""

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

from documents.dates import un_date
from documents.language import has_rtl_letter, isolate
from ui.desktop.apparatus.content import Card, Place
from ui.desktop.apparatus.display import drawn
from ui.desktop.apparatus.note_blocks import address, place_at
from ui.desktop.appearance import Appearance
from ui.desktop.controls import FlatButton, Look, Words
from ui.desktop.flow import FlowLayout

HOVER_MS = 120


class _Fact(QWidget):
    """An icon with words beside it, for a state that cannot be pressed."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = QLabel()
        self._words = {token: Words(appearance, 12, token) for token in ("ok", "ink2")}
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


class InstrumentCard(QFrame):
    """A card that can be focused, lit and acted on; it is filled again rather than made again."""

    entered = Signal(str)
    """The target under the pointer or the focus, or "" when it is left."""
    pinned = Signal(str)
    place_requested = Signal(object)
    copy_link_requested = Signal(str)
    open_requested = Signal(str)
    browser_requested = Signal(str)
    returned = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._card: Card | None = None
        self._lit = False
        self._timer = QTimer(self, interval=HOVER_MS, singleShot=True)
        self._timer.timeout.connect(lambda: self.entered.emit(self.target))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = Words(appearance, 13.5, "ink", 600)
        self.english = Words(appearance, 12, "ink2")
        self.facts = Words(appearance, 12, "ink2")
        self.doubt = Words(appearance, 12, "warn")
        self.places = Words(appearance, 12, "ink2", rich=True)
        self.copy_link = FlatButton(appearance, Look.QUIET, "link-simple")
        self.open = FlatButton(appearance, Look.QUIET, "book-open")
        self.state = _Fact(appearance)
        self._build()
        appearance.changed.connect(self._fill)

    @property
    def target(self) -> str:
        """The instrument shown, or ""."""
        return self._card.target if self._card else ""

    def show_card(self, card: Card) -> None:
        """Show another instrument, or newer facts of the same."""
        if card != self._card:
            self._card = card
            self._fill()

    def light(self, *, lit: bool) -> None:
        """Draw the border of what is linked."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 13, 15, 9)
        column.setSpacing(2)
        for words in (self.title, self.english, self.facts, self.doubt, self.places):
            column.addWidget(words)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        flags = Qt.TextInteractionFlag
        self.places.setTextInteractionFlags(flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard)
        self.places.linkActivated.connect(lambda link: self.place_requested.emit(place_at(link)))
        self.places.linkHovered.connect(self._write_places)
        self._line = QFrame()
        self._line.setFixedHeight(1)
        self._line.setAutoFillBackground(True)
        column.addSpacing(6)
        column.addWidget(self._line)
        column.addSpacing(2)
        actions = QWidget()
        flow = FlowLayout(2, actions, last_at_end=True)
        for widget in (self.copy_link, self.open, self.state):
            flow.addWidget(widget)
        column.addWidget(actions)
        self.copy_link.clicked.connect(lambda: self.copy_link_requested.emit(self.target))
        self.open.clicked.connect(lambda: self.open_requested.emit(self.target))

    def _fill(self) -> None:
        card = self._card
        if card is None:
            return
        self.title.setText(isolate(card.title))
        side = Qt.AlignmentFlag.AlignRight if has_rtl_letter(card.title) else Qt.AlignmentFlag.AlignLeft
        self.title.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.english.setText(isolate(card.english, "ltr") if card.english else "")
        self.facts.setText(self._facts(card))
        self.doubt.setText(self._doubts(card))
        for words, shown in ((self.english, bool(card.english)), (self.doubt, bool(card.uncertain))):
            words.setVisible(shown)
        self._write_places("")
        self.copy_link.set_words(self.tr("Copy link"))
        self.copy_link.setVisible(card.linked)
        self.open.set_words(self.tr("Open"))
        self.open.setVisible(card.held)
        if card.held:
            self.state.show_words(self.tr("In library"), "check-circle", "ok")
        else:
            self.state.show_words(self.tr("Not in library"), "circle-dashed", "ink2")
        palette = self._line.palette()
        palette.setColor(self._line.backgroundRole(), self._appearance.color("line"))
        self._line.setPalette(palette)
        self._name(card)
        self.update()

    def _facts(self, card: Card) -> str:
        rtl = self._appearance.rtl
        when = (
            drawn(self._appearance.number(un_date(card.date, self._appearance.language)), rtl=rtl) if card.date else ""
        )
        tied = card.reference.replace("UNTS ", "UNTS\u00a0").replace(" / ", "\u00a0/\u00a0")
        reference = isolate(tied, "ltr") if card.reference != card.title else ""
        return " · ".join(part for part in (when, reference) if part)

    def _doubts(self, card: Card) -> str:
        names = {
            "names.ar": self.tr("Arabic title"),
            "names.en": self.tr("English title"),
            "date": self.tr("date"),
            "unts": self.tr("treaty number"),
        }
        doubtful = self.tr(", ", "joins facts").join(name for fact, name in names.items() if fact in card.uncertain)
        return self.tr("Not confirmed: %1").replace("%1", doubtful)

    def _write_places(self, under_pointer: str) -> None:
        """Write the places as links; the one under the pointer is underlined."""
        card = self._card
        if card is None:
            return
        color, joint = self._appearance.color("accent").name(), self.tr(", ", "joins the labels of clauses")
        words = self.tr("Cited in %1").replace(
            "%1", joint.join(self._link(p, color, under_pointer) for p in card.places)
        )
        side = "rtl" if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else "ltr"
        self.places.setText(f'<div dir="{side}">{words}</div>')
        self.places.setAccessibleName(self._cited_in(card))
        self.places.setVisible(bool(card.places))

    def _link(self, place: Place, color: str, under_pointer: str) -> str:
        line = "underline" if address(place.position) == under_pointer else "none"
        name = isolate(place.name, "ltr")
        return f'<a href="{address(place.position)}" style="color:{color};text-decoration:{line}">{name}</a>'

    def _cited_in(self, card: Card) -> str:
        joint = self.tr(", ", "joins the labels of clauses")
        return self.tr("Cited in %1").replace("%1", joint.join(isolate(place.name, "ltr") for place in card.places))

    def _name(self, card: Card) -> None:
        """Say the whole card, title first, to assistive technology."""
        self.setAccessibleName(card.title)
        said = [card.english, self._facts(card), self._cited_in(card) if card.places else ""]
        said.append(self.doubt.text() if card.uncertain else "")
        said.append(self.tr("In library") if card.held else self.tr("Not in library"))
        self.setAccessibleDescription(". ".join(part for part in said if part))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language or direction."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self._fill()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the browser, which is reached by no other way."""
        if self._card is None or not self._card.linked:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Copy link")).triggered.connect(lambda: self.copy_link_requested.emit(self.target))
        menu.addAction(self.tr("Open in browser")).triggered.connect(lambda: self.browser_requested.emit(self.target))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light what belongs to the card after 120 ms."""
        super().enterEvent(event)
        self._timer.start()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Put out what the pointer lit."""
        super().leaveEvent(event)
        self._timer.stop()
        self.entered.emit("")
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus lights like the pointer."""
        super().focusInEvent(event)
        self.entered.emit(self.target)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What the focus lit goes out."""
        super().focusOutEvent(event)
        self.entered.emit("")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click keeps the card lit."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pinned.emit(self.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the card lit; Esc goes back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.returned.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.hasFocus():
            self.pinned.emit(self.target)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Raised ground, border, and the ring of the focus two pixels outside it."""
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
