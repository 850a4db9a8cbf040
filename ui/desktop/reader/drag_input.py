"""Take a note by one of its ends and let it stand on more words, or fewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance
from PySide6.QtGui import QMouseEvent, QTextCursor

from documents.position import Span
from ui.desktop.reader.highlight_ranges import HighlightRange
from ui.desktop.support.safe_event_filter import guarded

if TYPE_CHECKING:
    from ui.desktop.reader.view import ReaderView


class DragInput(QObject):
    """Watches the pointer over one view for the ends of the chosen note."""

    def __init__(self, view: ReaderView, resized: SignalInstance) -> None:
        """`resized` is told a note's id and the spans it is to stand on."""
        super().__init__(view)
        self._view, self._resized = view, resized
        self._band: HighlightRange | None = None
        self._last = False
        view.viewport().installEventFilter(self)

    @guarded
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the pointer from Qt while an end is held."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseButtonPress and event.button() is Qt.MouseButton.LeftButton:
            held = self._view.annotation_overlay.handle_at(event.position())
            if held is None:
                return False
            self._band, self._last = held
            return True
        if self._band is None:
            return False
        if event.type() == QEvent.Type.MouseMove:
            self._select(event)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._select(event)
            self._let_go()
        return True

    def _select(self, event: QMouseEvent) -> None:
        """Show what the note would stand on as a selection."""
        band = self._band
        assert band is not None
        start, end = self._ends(band.id)
        pointed = self._view.cursorForPosition(event.position().toPoint()).position()
        first, last = (start, pointed) if self._last else (pointed, end)
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(min(first, last))
        cursor.setPosition(max(first, last), QTextCursor.MoveMode.KeepAnchor)
        scrolled = self._view.scrolled()
        self._view.setTextCursor(cursor)
        self._view.verticalScrollBar().setValue(scrolled)

    def _ends(self, id_: str) -> tuple[int, int]:
        """Return where a note begins and ends, in Qt's positions of the whole text."""
        mine = self._view.marks.state.notes.of(id_)
        block = self._view.document().findBlockByNumber
        return block(mine[0].at).position() + mine[0].start, block(mine[-1].at).position() + mine[-1].end

    def _let_go(self) -> None:
        band, self._band = self._band, None
        spans: tuple[Span, ...] = self._view.copier.spans()
        cursor = self._view.textCursor()
        cursor.clearSelection()
        self._view.setTextCursor(cursor)
        if band is not None and spans:
            self._resized.emit(band.id, spans)
