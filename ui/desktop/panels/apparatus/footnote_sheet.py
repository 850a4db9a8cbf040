"""The sheet that footnotes stand on: its ground, its rows, what is copied from it, and how it is painted."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser

from ui.desktop.panels.apparatus.footnote_display import stored
from ui.desktop.panels.apparatus.footnote_highlights import Marks, at_position, marked, selected
from ui.desktop.panels.apparatus.footnote_rows import note_rects, paint_icons, underlines
from ui.desktop.panels.apparatus.footnote_writer import NUMBER, sizes
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.item_painting import RowState, paint_ground


class NoteSheet(QTextBrowser):
    """A readable text in rows, one a note; what is lit, under the pointer or under the caret has its ground."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._lit: frozenset[str] = frozenset()
        self._hovered = ""
        self._mime: QMimeData | None = None
        self._marks: Marks = {}
        self._set_up()

    def _set_up(self) -> None:
        self.setObjectName("footnotesPane")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse
            | flags.TextSelectableByKeyboard
            | flags.LinksAccessibleByMouse
            | flags.LinksAccessibleByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(0)
        self.highlighted.connect(self._underline)
        self.horizontalScrollBar().rangeChanged.connect(self._stay_at_start)
        self.restyle()

    def hangs(self) -> bool:
        """Say whether numbers hang beside their notes at the present width."""
        return bool(sizes(self._appearance, self.viewport().width()).hang)

    def restyle(self) -> None:
        """Take ground and ink from the theme; the notes are written again by whoever knows them."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, self._appearance.color("window"))
        palette.setColor(QPalette.ColorRole.Text, self._appearance.color("ink"))
        palette.setColor(QPalette.ColorRole.Highlight, self._appearance.color("sel"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._appearance.color("ink"))
        self.setPalette(palette)

    def content_height(self) -> int:
        """Return the height of all notes at the present width."""
        below = sizes(self._appearance, self.viewport().width()).gap  # Qt leaves the last margin out
        return int(self.document().size().height() + below + 0.5) + 2

    def row_of(self, number: str) -> QRect | None:
        """Return the row of a note in the viewport, None where it is not listed."""
        return next((rect for each, rect in self._note_rects() if each == number), None)

    def note_at(self, point: QPoint) -> str:
        """Return the number of the note at a point of the viewport, or ""."""
        return next((number for number, rect in self._note_rects() if rect.contains(point)), "")

    def _note_rects(self) -> list[tuple[str, QRect]]:
        """The rows in viewport coordinates, from the room above a note to the room below its facts."""
        width, shift = self.viewport().width(), self.verticalScrollBar().value()
        return note_rects(self.document(), width, shift, sizes(self._appearance, width).gap)

    def _stay_at_start(self, _least: int, most: int) -> None:
        """Qt counts a hanging number as if it made the text wider, and would scroll to the side by it."""
        self.horizontalScrollBar().setValue(most if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0)

    def _bring(self, rect: QRect) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < 0 or rect.height() > height:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > height:
            bar.setValue(bar.value() + rect.bottom() - height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the size of all text: that is the window's, not this list's."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the stored text, without what is only drawn."""
        self._mime = QMimeData()  # kept: Qt does not own it before the clipboard does
        self._mime.setText(stored(self.textCursor().selection().toPlainText()))
        return self._mime

    def show_marks(self, marks: Marks) -> None:
        """Mark words of notes, by number, in a colour or without one."""
        self._marks = marks
        self.setExtraSelections(marked(self.document(), marks, self._appearance))

    def selected(self) -> list[tuple[str, int, int]]:
        """Return (number, start, end) of the selected words of each note, in code points of them as they are read."""
        return selected(self.textCursor())

    def marks_here(self) -> tuple[str, ...]:
        """Return the annotations whose marks the caret is in, the uppermost first."""
        return at_position(self.document(), self._marks, self.textCursor().position())

    def marks_at(self, point: QPoint) -> tuple[str, ...]:
        """Return the annotations whose marks are under a point of the viewport, the uppermost first."""
        for selection in self.extraSelections():
            cursor = QTextCursor(selection.cursor)
            if self._covers(cursor, point):
                return at_position(self.document(), self._marks, self.cursorForPosition(point).position())
        return ()

    def _covers(self, words: QTextCursor, point: QPoint) -> bool:
        """Say whether a point is on words and not only beside them, where the nearest letter is theirs."""
        nearest = self.cursorForPosition(point)
        inside = words.selectionStart() <= nearest.position() <= words.selectionEnd()
        line = self.cursorRect(nearest)
        return inside and line.adjusted(-line.height(), 0, line.height(), 0).contains(point)

    def caret_note(self) -> str:
        """Return the number of the note the caret is in, or ""."""
        return self._caret_note()

    def _caret_note(self) -> str:
        return str(self.textCursor().block().blockFormat().property(NUMBER) or "")

    def _underline(self, url: QUrl) -> None:
        """Underline the link under the pointer."""
        shown = marked(self.document(), self._marks, self._appearance)
        self.setExtraSelections([*shown, *underlines(self.document(), url.toString())])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds under the text, then the text, then the icons beside it."""
        painter = QPainter(self.viewport())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        caret = self._caret_note() if self.hasFocus() else ""
        for number, rect in self._note_rects():
            state = RowState(number in self._lit, number == self._hovered, number == caret)
            paint_ground(painter, rect, self._appearance, state, rtl=rtl)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_icons(
            painter, self.document(), self._appearance, self.viewport().width(), self.verticalScrollBar().value()
        )
        painter.end()
