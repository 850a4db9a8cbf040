"""The reading view: caret, markers, citations and corrections of one open text, by pointer and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from documents.citations.citation import Citation
from documents.language import isolate
from documents.position import Position, Span
from services.documents.link_groups import Link, Links
from services.documents.open_text import OpenText
from ui.desktop.reader import hotspots as stop_list
from ui.desktop.reader.annotation_overlay import AnnotationOverlay
from ui.desktop.reader.canvas import ReadingCanvas
from ui.desktop.reader.clipboard import Copier
from ui.desktop.reader.context_menu import ReaderMenu
from ui.desktop.reader.correction_popup import CorrectionPopup
from ui.desktop.reader.drag_input import DragInput
from ui.desktop.reader.hotspots import Hotspot
from ui.desktop.reader.keyboard_input import KeyboardInput
from ui.desktop.reader.link_highlighter import LinkHighlighter
from ui.desktop.reader.pointer_input import PointerInput
from ui.desktop.reader.shown_text import ShownText
from ui.desktop.support.appearance import Appearance

_SCREEN_MS, _FLASH_MS = 150, 900
_QUARTER = 0.25


class ReaderView(ReadingCanvas):
    """One open text: everything that a person does in it leaves as a signal."""

    provision_changed = Signal(str)
    screen_changed = Signal(object)
    link_hovered = Signal(object)
    link_pinned = Signal(object)
    footnote_entered = Signal(str)
    citation_activated = Signal(object)
    place_left = Signal(object)
    jumped = Signal(object, object)
    copied = Signal(int)
    bookmark_toggled = Signal(str)
    text_size_stepped = Signal(int)
    link_copy_requested = Signal(str)
    reading_switched = Signal(bool)
    note_clicked = Signal(object, object)  # ids of notes, the uppermost first, and the point of the screen
    note_resized = Signal(str, object)
    palette_asked = Signal(str)
    menu_opening = Signal(object, object)
    """A menu, and the Citation or selected Span it opens on: whoever knows what can be done with it puts it in."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.describe: Callable[[Citation], str] = lambda citation: citation.text
        """Says in words what a citation cites, for assistive technology."""
        self.setObjectName("readerView")
        self.popup = CorrectionPopup(appearance, self)
        self.link_highlighter, self.pointer_input = LinkHighlighter(self), PointerInput(self)
        self.keyboard_input, self.copier = KeyboardInput(self), Copier(self)
        self.annotation_overlay, self.drag_input = AnnotationOverlay(self), DragInput(self, self.note_resized)
        self._screen = QTimer(self, interval=_SCREEN_MS, singleShot=True)
        self._screen.timeout.connect(self._tell_screen)
        self._flash = QTimer(self, interval=_FLASH_MS, singleShot=True)
        self._flash.timeout.connect(lambda: self._set_flash(None))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.page_changed.connect(self._screen_may_change)
        self._retranslate()

    # What is shown

    def open(self, text: OpenText, links: Links | None, place: Position | None = None) -> None:
        """Show a text at a place (its beginning without one); nothing is lit, found or pinned."""
        state = self.marks.state
        state.hits, state.current_hit, state.current, state.flash = {}, None, None, None
        self.popup.hide()
        self.link_highlighter.start(links)
        self.show_text(ShownText(text))
        self._retranslate()
        if place is not None:
            self.restore(place, flash=False)
        self._follow_scroll()
        self._screen.start()

    def change_reading(self, text: OpenText, links: Links | None = None) -> None:
        """Show another reading of the same text, or other links; place, current provision and pinned link stay."""
        place, provision, pinned = self.place(), self.marks.state.current, self.link_highlighter.pinned
        self.open(text, links or self.link_highlighter.links, place)
        if provision is not None and self.shown is not None:
            self._put_caret(self.shown.starts[provision])
            self._set_current(provision)
        self.set_link(pinned, pinned=pinned is not None)

    def set_link(self, link: Link | None, *, pinned: bool = False) -> None:
        """Light the markers and cited words of a link; none with None."""
        self.link_highlighter.light(link, pinned=pinned)

    def set_hits(self, spans: tuple[Span, ...], current: int | None = None) -> None:
        """Mark search hits; `current` is the index of the one that was gone to."""
        hits: dict[int, list[tuple[int, int]]] = {}
        self.marks.state.current_hit = None
        for index, span in enumerate(spans):
            shown = None if self.shown is None else self.shown.shown_span(span)
            if shown is not None:
                hits.setdefault(shown[0], []).append(shown[1:])
                if index == current:
                    self.marks.state.current_hit = shown
        self.marks.state.hits = hits
        self.viewport().update()

    # Where one is

    def current_provision(self) -> str | None:
        """Return the id of the current provision."""
        at = self.marks.state.current
        return None if at is None or self.shown is None else self.shown.provisions[at].id

    def go_to(self, place: Position, *, flash: bool = True, remember: bool = True) -> None:
        """Bring a place a quarter down, put the caret there and flash its provision.

        With `remember` the place left is told by `place_left` and `jumped`; going back in history leaves it out.
        """
        left = self.place()
        position = None if self.shown is None else self.shown.qt_position(place)
        if position is None:
            return
        if remember and left is not None:
            self.place_left.emit(left)
        self._put_caret(position)
        at = self.bring_to(place, _QUARTER)
        self._set_current(at)
        self._set_flash(at if flash else None)
        if remember and left is not None:
            self.jumped.emit(left, place)

    def restore(self, place: Position, *, flash: bool = False) -> None:
        """Bring the line of a place back to the top of the screen, as `place()` gave it."""
        at = self.bring_to(place, 0.0)
        if at is not None:
            self._follow_scroll()
            self._set_flash(at if flash else None)

    def show_span(self, span: Span) -> None:
        """Bring the line of a hit on screen if it is not there, without taking the focus."""
        position = None if self.shown is None else self.shown.qt_position(Position(span.provision, span.start))
        if position is None:
            return
        self._put_caret(position)
        caret = self.cursorRect()
        if caret.top() < 0 or caret.bottom() > self.viewport().height():
            self.bring_to(Position(span.provision, span.start), _QUARTER)

    def step_provision(self, step: int) -> None:
        """Move the caret to the provision `step` further on, and bring it on screen if it is not."""
        shown, at = self.shown, self.marks.state.current
        if shown is None or not shown.provisions:
            return
        target = max(0, min(len(shown.provisions) - 1, (0 if at is None else at) + step))
        self._put_caret(shown.starts[target])
        self._set_current(target)
        self._show_provision(target)

    # What people do with the text

    def createMimeDataFromSelection(self) -> QMimeData:
        """Hand Qt what is dragged: the stored words of the reading shown."""
        return self.copier.mime_data()

    def show_stop(self, hotspot: Hotspot) -> None:
        """Put the caret on a stop and bring its provision on screen."""
        self._put_caret(self.document().findBlockByNumber(hotspot.at).position() + hotspot.start)
        self._show_provision(hotspot.at)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk provisions and markers, pin, copy; the rest is Qt's."""
        if not self.keyboard_input.key(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk the stops of the current provision with Tab; after the last one leave the text."""
        # Qt asks here for the editor of a note too, which stands on the text: its Tab goes through its own parts.
        return (self.hasFocus() and self.keyboard_input.tab(forward=forward)) or super().focusNextPrevChild(forward)

    def leave(self, *, forward: bool) -> None:
        """Move the focus out of the text."""
        super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of the focused stop when the focus leaves the text."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.marks.state.focused is not None:
            self.link_highlighter.focus(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for another text size with Ctrl held."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.text_size_stepped.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the words or the provision."""
        point = QPointF(self.viewport().mapFrom(self, event.pos()))
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if not self.textCursor().hasSelection() and by_mouse:
            self.setTextCursor(self.cursorForPosition(point.toPoint()))
        ReaderMenu(self, self.keyboard_input.citation(point if by_mouse else None)).popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Name the text in the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Inside

    def _retranslate(self) -> None:
        symbol = self.shown.open_text.document.symbol if self.shown is not None else ""
        self.setAccessibleName(
            self.tr("Text of {symbol}").format(symbol=isolate(symbol, "ltr")) if symbol else self.tr("Text")
        )

    def _put_caret(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        scroll = self.scrolled()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def _show_provision(self, at: int) -> None:
        rect = self.provision_rect(at)
        if self.shown is not None and (rect.top() < 0 or rect.bottom() > self.viewport().height()):
            self.bring_to(Position(self.shown.provisions[at].id), _QUARTER if rect.top() > 0 else 0.1)

    def _caret_moved(self) -> None:
        if self.shown is None or not self.shown.provisions:
            return
        cursor = self.textCursor()
        at = cursor.blockNumber()
        self._set_current(at)
        hotspot = stop_list.at_offset(stop_list.markers(self.hotspots(at)), cursor.positionInBlock())
        if self.hasFocus() and not cursor.hasSelection():
            self.link_highlighter.hover(hotspot)

    def _set_current(self, at: int | None) -> None:
        if at is not None and at != self.marks.state.current and self.shown is not None:
            self.marks.state.current = at
            self.provision_changed.emit(self.shown.provisions[at].id)
            self.viewport().update()
            self.page_changed.emit()

    def _set_flash(self, at: int | None) -> None:
        self.marks.state.flash = at
        self.viewport().update()
        if at is not None:
            self._flash.start()

    def _scrolled(self) -> None:
        self.popup.hide()
        self._screen_may_change()
        self._follow_scroll()

    def _follow_scroll(self) -> None:
        """Keep the current provision on screen: when it has left, the first provision there takes its place."""
        at = self.marks.state.current
        visible = self.visible_provisions()
        if not visible:
            return
        rect = self.provision_rect(at) if at is not None else None
        if rect is None or rect.bottom() < 0 or rect.top() > self.viewport().height():
            self._set_current(visible[0])

    def _screen_may_change(self) -> None:
        """Emit `screen_changed` once nothing moves; layout in the background moves nothing on screen."""
        if not self._still:
            self._screen.start()

    def _tell_screen(self) -> None:
        if self.shown is not None:
            self.screen_changed.emit(tuple(self.shown.provisions[at].id for at in self.visible_provisions()))
