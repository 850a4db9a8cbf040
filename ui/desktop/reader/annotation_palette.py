"""The palette of what can be done with words: five colours, a note, copying; after the mouse, or when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout

from ui.desktop.support.appearance import Appearance
from ui.desktop.support.safe_event_filter import guarded
from ui.desktop.widgets.buttons import GlyphButton
from ui.desktop.widgets.colour_picker import ColourPicker

if TYPE_CHECKING:
    from ui.desktop.reader.view import ReaderView

_GAP = 6


class AnnotationPalette(QFrame):
    """Stands above the selection in the provision gap, else below it; never on the selection itself."""

    colour_chosen = Signal(str)
    note_asked = Signal()
    copy_asked = Signal()
    quote_asked = Signal()

    def __init__(self, appearance: Appearance, view: ReaderView) -> None:
        super().__init__(view.viewport())
        self.setObjectName("markPalette")
        self._appearance, self._view = appearance, view
        self.dots = ColourPicker(appearance)
        self.note = GlyphButton(appearance, "note-pencil", side=28, glyph=15)
        self.copy = GlyphButton(appearance, "copy", side=28, glyph=15)
        self.quote = GlyphButton(appearance, "quotes", side=28, glyph=15)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 3, 6, 3)
        row.setSpacing(2)
        for widget in (self.dots, self.note, self.copy, self.quote):
            row.addWidget(widget)
        self.dots.chosen.connect(self._choose)
        for button, signal in (
            (self.note, self.note_asked),
            (self.copy, self.copy_asked),
            (self.quote, self.quote_asked),
        ):
            button.clicked.connect(self.hide)
            button.clicked.connect(signal)
        view.selectionChanged.connect(self._selection_changed)
        view.verticalScrollBar().valueChanged.connect(self.hide)
        view.viewport().installEventFilter(self)
        self._say()
        self.hide()

    @guarded
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show when the mouse lets go of selected words."""
        if event.type() == QEvent.Type.MouseButtonRelease and self._view.textCursor().hasSelection():
            self._show()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._view.setFocus()
        else:
            super().keyPressEvent(event)

    def ask(self) -> None:
        """Show for the selection, or with none for the current provision, and take the keyboard."""
        self._show()
        self.dots.take_focus()

    def _show(self) -> None:
        cursor = self._view.textCursor()
        if cursor.hasSelection():
            start, end = self._line(cursor.selectionStart()), self._line(cursor.selectionEnd())
        else:
            start = end = self._view.provision_rect(self._view.marks.state.current or 0)
        self.dots.set_chosen("")
        self.setLayoutDirection(self._view.layoutDirection())
        self.adjustSize()
        above = round(start.top()) - self.height() - _GAP
        below = min(round(end.bottom()) + _GAP, self._view.viewport().height() - self.height())
        y = above if above >= 0 else below
        x = round((start.center().x() + end.center().x()) / 2 - self.width() / 2)
        self.move(QPoint(max(4, min(x, self._view.viewport().width() - self.width() - 4)), y))
        self.show()
        self.raise_()

    def _line(self, position: int) -> QRectF:
        cursor = self._view.textCursor()
        cursor.setPosition(position)
        return QRectF(self._view.cursorRect(cursor))

    def _choose(self, colour: str) -> None:
        self.hide()
        self.colour_chosen.emit(colour)

    def _selection_changed(self) -> None:
        focused = QApplication.focusWidget()
        asked = focused is not None and self.isAncestorOf(focused)
        if not self._view.textCursor().hasSelection() and not asked:
            self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Name its buttons in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.note.set_words("", self.tr("Add a note"))
        self.copy.set_words("", self.tr("Copy"))
        self.quote.set_words("", self.tr("Copy with reference"))
        self.setAccessibleName(self.tr("Mark these words"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A raised card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.color("line2"), 1))
        painter.setBrush(self._appearance.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
