"""The footnotes listed as one readable text with caret, selection, links and highlighted rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser

from documents.citations.citation import Citation
from ui.desktop.panels.apparatus.footnote_document import (
    Marks,
    annotations_at,
    blocks,
    mark_selections,
    note_rects,
    paint_icons,
    selected,
    underline_selections,
)
from ui.desktop.panels.apparatus.footnote_writer import CITED, NUMBER, FootnoteWriter, cited_at, sizes
from ui.desktop.panels.apparatus.model import CitedWords, FootnoteEntry, linked_place
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.bidi_text import stored_text
from ui.desktop.widgets.item_painting import RowState, paint_ground

HOVER_MS = 120


class FootnotesView(QTextBrowser):
    """Lists footnotes, tells which one the pointer or the caret is on, and requests places and citations."""

    note_entered = Signal(str)
    """The number of the footnote under the pointer or the caret, or "" when it is left."""
    note_pinned = Signal(str)
    citation_entered = Signal(object)
    """The Citation under the pointer or the caret. `note_entered` tells that it is left."""
    citation_pinned = Signal(object)
    citation_activated = Signal(object)
    """The CitedWords to follow."""
    menu_opening = Signal(object, object)
    """The context menu, and the Citation it opens on or None: the receiver adds the actions."""
    place_requested = Signal(object)
    returned = Signal()
    marks_clicked = Signal(object, object)
    """The ids of the annotations whose marked words were clicked, the uppermost first, and the global position."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._lit: frozenset[str] = frozenset()
        self._hovered = ""
        self._mime: QMimeData | None = None
        self._marks: Marks = {}
        self.describe: Callable[[Citation], str] = lambda citation: citation.text
        """Describes a citation in words for assistive technology."""
        self._notes: tuple[FootnoteEntry, ...] = ()
        self._pinned: Citation | None = None
        self._following = False
        self._entered = ""
        self._keep = 0, ""
        self._timer = QTimer(self, interval=HOVER_MS, singleShot=True)
        self._timer.timeout.connect(lambda: self._enter(self._hovered))
        self._set_up()
        self.anchorClicked.connect(self._ask_for)
        self.cursorPositionChanged.connect(self._follow_caret)

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

    def show_notes(self, notes: tuple[FootnoteEntry, ...]) -> None:
        """List footnotes, keeping scroll position and caret where they can stay."""
        writer = self._begin()
        self._notes = notes
        for note in notes:
            writer.write(note)
        self._end(writer)

    def show_none(self, words: str, lines: tuple[tuple[str, str, object], ...]) -> None:
        """Show `words` instead of footnotes, and links (icon, words, Position) to the nearest ones."""
        writer = self._begin()
        self._notes = ()
        writer.plain_line(words)
        for icon, line, place in lines:
            writer.link_line(icon, line, place)  # type: ignore[arg-type]  # a Position
        self._end(writer)

    def light(self, numbers: frozenset[str], *, scroll: bool) -> None:
        """Highlight the rows of these footnotes, and with `scroll` bring the first of them into view."""
        self._lit = numbers
        self.viewport().update()
        if scroll:
            for number, rect in self._note_rects():
                if number in numbers:
                    self._bring(rect)
                    break

    def focus_note(self, number: str) -> None:
        """Put the caret at the start of a footnote and take the keyboard focus."""
        self.setTextCursor(self._start_of(number))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureCursorVisible()

    def _start_of(self, number: str) -> QTextCursor:
        """Return a cursor at the start of a footnote, or of the document where it is not listed."""
        listed = (block for block in blocks(self.document()) if block.blockFormat().property(NUMBER) == number)
        block = next(listed, None) if number else None
        return QTextCursor(block) if block is not None else QTextCursor(self.document())

    def _begin(self) -> FootnoteWriter:
        self._keep = self.verticalScrollBar().value(), self.caret_note() if self.hasFocus() else ""
        self.blockSignals(True)
        self.setExtraSelections([])
        self.document().clear()
        return FootnoteWriter(self.document(), self._appearance, self.viewport().width())

    def _end(self, writer: FootnoteWriter) -> None:
        writer.finish()
        self.show_marks(self._marks)
        scroll, number = self._keep
        self.setTextCursor(self._start_of(number))
        self.blockSignals(False)
        self.verticalScrollBar().setValue(scroll)
        self._hovered = self._entered = ""

    # --- rows and marks ----------------------------------------------------------------------------------------

    def hangs(self) -> bool:
        """Return whether numbers hang beside the footnotes at the present width."""
        return bool(sizes(self._appearance, self.viewport().width()).hang)

    def restyle(self) -> None:
        """Take the palette of the theme. Fonts and colours of the words change when they are written again."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, self._appearance.color("window"))
        palette.setColor(QPalette.ColorRole.Text, self._appearance.color("ink"))
        palette.setColor(QPalette.ColorRole.Highlight, self._appearance.color("sel"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._appearance.color("ink"))
        self.setPalette(palette)

    def content_height(self) -> int:
        """Return the height of all footnotes at the present width."""
        below = sizes(self._appearance, self.viewport().width()).gap  # Qt leaves the last margin out
        return int(self.document().size().height() + below + 0.5) + 2

    def row_of(self, number: str) -> QRect | None:
        """Return the row of a footnote in the viewport, None where it is not listed."""
        return next((rect for each, rect in self._note_rects() if each == number), None)

    def note_at(self, point: QPoint) -> str:
        """Return the number of the footnote at a point of the viewport, or ""."""
        return next((number for number, rect in self._note_rects() if rect.contains(point)), "")

    def _note_rects(self) -> list[tuple[str, QRect]]:
        """Return (number, row) of every footnote in viewport coordinates."""
        width, shift = self.viewport().width(), self.verticalScrollBar().value()
        return note_rects(self.document(), width, shift, sizes(self._appearance, width).gap)

    def _stay_at_start(self, _least: int, most: int) -> None:
        """Undo Qt's sideways scroll: it counts a hanging number as extra width of the text."""
        self.horizontalScrollBar().setValue(most if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0)

    def _bring(self, rect: QRect) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < 0 or rect.height() > height:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > height:
            bar.setValue(bar.value() + rect.bottom() - height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel with Ctrl to the window, which changes the text size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the stored text, without isolates and joiners."""
        self._mime = QMimeData()  # kept: Qt does not own it before the clipboard does
        self._mime.setText(stored_text(self.textCursor().selection().toPlainText()))
        return self._mime

    def show_marks(self, marks: Marks) -> None:
        """Highlight words of footnotes."""
        self._marks = marks
        self.setExtraSelections(mark_selections(self.document(), marks, self._appearance))

    def selected(self) -> list[tuple[str, int, int]]:
        """Return (number, start, end) of the selection in each footnote, in code points of its reading."""
        return selected(self.textCursor())

    def marks_here(self) -> tuple[str, ...]:
        """Return the ids of the annotations marked at the caret, the uppermost first."""
        return annotations_at(self.document(), self._marks, self.textCursor().position())

    def marks_at(self, point: QPoint) -> tuple[str, ...]:
        """Return the ids of the annotations marked at a point of the viewport, the uppermost first."""
        for selection in self.extraSelections():
            cursor = QTextCursor(selection.cursor)
            if self._covers(cursor, point):
                return annotations_at(self.document(), self._marks, self.cursorForPosition(point).position())
        return ()

    def _covers(self, words: QTextCursor, point: QPoint) -> bool:
        """Return whether a point is on the words themselves: beside them, the nearest letter is theirs too."""
        nearest = self.cursorForPosition(point)
        inside = words.selectionStart() <= nearest.position() <= words.selectionEnd()
        line = self.cursorRect(nearest)
        return inside and line.adjusted(-line.height(), 0, line.height(), 0).contains(point)

    def caret_note(self) -> str:
        """Return the number of the footnote the caret is in, or ""."""
        return str(self.textCursor().block().blockFormat().property(NUMBER) or "")

    def _underline(self, url: QUrl) -> None:
        """Underline the link under the pointer."""
        shown = mark_selections(self.document(), self._marks, self._appearance)
        self.setExtraSelections([*shown, *underline_selections(self.document(), url.toString())])

    # --- pointer and caret -------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Track the cited words or row under the pointer, and tell them after 120 ms."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        link = self.anchorAt(point)
        number = link if link.startswith(CITED) else self.note_at(point)
        if number != self._hovered:
            self._hovered = number
            self.viewport().update()
            self._timer.start()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell at once that the pointer has left."""
        super().leaveEvent(event)
        self._hovered = ""
        self._timer.stop()
        self._enter("")
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pin the row of a plain click, or with Ctrl follow the cited words clicked."""
        self._following = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().mouseReleaseEvent(event)
        self._following = False
        point = event.position().toPoint()
        if self.textCursor().hasSelection() or self.anchorAt(point):
            return
        if event.button() is Qt.MouseButton.LeftButton and (ids := self.marks_at(point)):
            self.marks_clicked.emit(ids, event.globalPosition().toPoint())
        elif number := self.note_at(point):
            self.note_pinned.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return to the text on Esc. On Enter follow a link, or pin the footnote."""
        if event.key() == Qt.Key.Key_Escape:
            self.returned.emit()
            return
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not self.textCursor().charFormat().isAnchor() and (number := self.caret_note()):
            self.note_pinned.emit(number)
            return
        cited = self.cited_under_caret()
        self._following = cited is not None and cited.citation == self._pinned
        super().keyPressEvent(event)
        self._following = False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move to the next link on Tab, and track the caret, for which Qt emits no signal."""
        stayed = super().focusNextPrevChild(forward)
        self._follow_caret()
        return stayed

    def cited_under_caret(self) -> CitedWords | None:
        """Return the cited words at the caret."""
        return cited_at(self.textCursor().charFormat().anchorHref(), self._notes)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open a menu with Copy and the actions on a citation."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cited = cited_at(self.anchorAt(event.pos()), self._notes) if by_mouse else self.cited_under_caret()
        if by_mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))  # actions on a citation apply at the caret
        menu = QMenu(self)
        menu.setObjectName("footnotesMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy"), self.copy).setEnabled(self.textCursor().hasSelection())
        self.menu_opening.emit(menu, cited.citation if cited else None)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Enter the footnote the caret is in."""
        super().focusInEvent(event)
        self._follow_caret()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the footnote is left."""
        super().focusOutEvent(event)
        self._enter("")
        self.viewport().update()

    def _follow_caret(self) -> None:
        if self.hasFocus():
            link = self.textCursor().charFormat().anchorHref()
            self._enter(link if link.startswith(CITED) else self.caret_note())
            self._say(cited_at(link, self._notes))
            self.viewport().update()

    def _say(self, cited: CitedWords | None) -> None:
        """Announce the citation at the caret to assistive technology."""
        words = self.describe(cited.citation) if cited else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if words:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _enter(self, entered: str) -> None:
        """Emit that a footnote or a citation is entered, once."""
        if entered == self._entered:
            return
        self._entered = entered
        cited = cited_at(entered, self._notes)
        if cited is not None:
            self.citation_entered.emit(cited.citation)
        else:
            self.note_entered.emit(entered)

    def _ask_for(self, url: QUrl) -> None:
        link = url.toString()
        cited = cited_at(link, self._notes)
        if cited is not None and self._following:
            self.citation_activated.emit(cited)
        elif cited is not None:
            self._pinned = cited.citation
            self.citation_pinned.emit(cited.citation)
        elif (place := linked_place(link)) is not None:
            self.place_requested.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds of rows, then the text, then the icons."""
        painter = QPainter(self.viewport())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        caret = self.caret_note() if self.hasFocus() else ""
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
