"""The palette of commands on selected words: five colours, a note, and copying."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout

from ui.desktop.reader.canvas import ReadingCanvas
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.safe_event_filter import guarded
from ui.desktop.widgets.buttons import GlyphButton
from ui.desktop.widgets.colour_picker import ColourPicker

_GAP = 6


class AnnotationPalette(QFrame):
    """Opens above or below the selection, after a selection by mouse or on a command."""

    chosen = Signal(str)
    """The name of a colour, or "note", "copy" or "quote" (copy with reference)."""

    def __init__(self, appearance: Appearance, canvas: ReadingCanvas) -> None:
        super().__init__(canvas.viewport())
        self.setObjectName("markPalette")
        self._appearance, self._canvas = appearance, canvas
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
        for button, command in ((self.note, "note"), (self.copy, "copy"), (self.quote, "quote")):
            button.clicked.connect(lambda _=False, command=command: self._choose(command))
        canvas.selectionChanged.connect(self._selection_changed)
        canvas.verticalScrollBar().valueChanged.connect(self.hide)
        canvas.viewport().installEventFilter(self)
        self._retranslate()
        self.hide()

    @guarded
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Open when the mouse button is released on a selection."""
        if event.type() == QEvent.Type.MouseButtonRelease and self._canvas.textCursor().hasSelection():
            self._show()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._canvas.setFocus()
        else:
            super().keyPressEvent(event)

    def ask(self) -> None:
        """Open for the selection, or for the current provision without one, and take the focus."""
        self._show()
        self.dots.take_focus()

    def _show(self) -> None:
        cursor = self._canvas.textCursor()
        if cursor.hasSelection():
            start, end = self._line(cursor.selectionStart()), self._line(cursor.selectionEnd())
        else:
            start = end = self._canvas.provision_rect(self._canvas.marks.state.current or 0)
        self.dots.set_chosen("")
        self.setLayoutDirection(self._canvas.layoutDirection())
        self.adjustSize()
        above = round(start.top()) - self.height() - _GAP
        below = min(round(end.bottom()) + _GAP, self._canvas.viewport().height() - self.height())
        y = above if above >= 0 else below
        x = round((start.center().x() + end.center().x()) / 2 - self.width() / 2)
        self.move(QPoint(max(4, min(x, self._canvas.viewport().width() - self.width() - 4)), y))
        self.show()
        self.raise_()

    def _line(self, position: int) -> QRectF:
        cursor = self._canvas.textCursor()
        cursor.setPosition(position)
        return QRectF(self._canvas.cursorRect(cursor))

    def _choose(self, command: str) -> None:
        self.hide()
        self.chosen.emit(command)

    def _selection_changed(self) -> None:
        focused = QApplication.focusWidget()
        asked = focused is not None and self.isAncestorOf(focused)
        if not self._canvas.textCursor().hasSelection() and not asked:
            self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.note.set_words("", self.tr("Add a note"))
        self.copy.set_words("", self.tr("Copy"))
        self.quote.set_words("", self.tr("Copy with reference"))
        self.setAccessibleName(self.tr("Mark these words"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card under the buttons."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.color("line2"), 1))
        painter.setBrush(self._appearance.color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
