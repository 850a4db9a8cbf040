"""The view of one open text: current provision, places, links, selection and notes, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from documents.citations.citation import Citation
from documents.language import isolate
from documents.position import Position, Span
from services.documents.link_groups import Link, Links
from services.documents.open_text import OpenText
from ui.desktop.reader.annotation_overlay import AnnotationOverlay
from ui.desktop.reader.canvas import QUARTER, ReadingCanvas
from ui.desktop.reader.clipboard import Copier
from ui.desktop.reader.context_menu import ReaderMenu
from ui.desktop.reader.correction_popup import CorrectionPopup
from ui.desktop.reader.highlight_ranges import Handle
from ui.desktop.reader.hotspots import Hotspot, Hotspots
from ui.desktop.reader.input import KeyCommand, MouseInput, key_command
from ui.desktop.reader.link_highlighter import LinkHighlighter
from ui.desktop.reader.shown_text import ShownText
from ui.desktop.support.appearance import Appearance


class ReaderView(ReadingCanvas):
    """Shows one open text and emits a signal for each user action."""

    link_hovered = Signal(object)
    link_pinned = Signal(object)
    footnote_entered = Signal(str)
    citation_activated = Signal(object)
    place_left = Signal(object)
    """The Position on screen before a jump."""
    jumped = Signal(object, object)
    """The Positions before and after a jump."""
    copied = Signal(int)
    """Words were copied, with this number of applied corrections among them."""
    bookmark_toggled = Signal(str)
    text_size_stepped = Signal(int)
    link_copy_requested = Signal(str)
    reading_switched = Signal(bool)
    note_clicked = Signal(object, object)
    """The ids of the notes that were clicked, the uppermost first, and the point of the screen."""
    note_resized = Signal(str, object)
    """The id of a note, and the Spans its ends were dragged to."""
    palette_asked = Signal(str)
    """A command of the palette (see `AnnotationPalette.chosen`)."""
    menu_opening = Signal(object, object)
    """A menu to add commands to, and the Citation or selected Span it opens on (None for neither)."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.describe: Callable[[Citation], str] = lambda citation: citation.text
        """Returns a description of a citation for assistive technology."""
        self.setObjectName("readerView")
        self.popup = CorrectionPopup(appearance, self)
        self.link_highlighter = LinkHighlighter(self.marks.state, self)
        self.annotation_overlay = AnnotationOverlay(self.marks.state, self.viewport().update)
        self.copier = Copier(self.selection, self)
        self._connect()
        self._retranslate()

    # The text

    def open(self, text: OpenText, links: Links | None, place: Position | None = None) -> None:
        """Show a text at a place, by default its beginning, without hits and links."""
        self.marks.state.hits, self.marks.state.current_hit = {}, None
        self.popup.hide()
        shown = ShownText(text)
        hotspots = Hotspots(shown)
        self.link_highlighter.start(shown, hotspots, links)
        self.show_text(shown, hotspots)
        if self.text_geometry is not None:
            self.annotation_overlay.start(shown, self.text_geometry)
        self._retranslate()
        if place is not None:
            self.restore(place, flash=False)
        self._follow_scroll()

    def change_reading(self, text: OpenText, links: Links | None = None) -> None:
        """Show another reading of the text, or other links. Keep the place, current provision and pinned link."""
        place, provision, pinned = self.place(), self.marks.state.current, self.link_highlighter.pinned
        self.open(text, links or self.link_highlighter.links, place)
        if provision is not None and self.shown is not None:
            self._put_caret(self.shown.starts[provision])
            self._set_current(provision)
        self.set_link(pinned, pinned=pinned is not None)

    def set_link(self, link: Link | None, *, pinned: bool = False) -> None:
        """Mark the markers and citations of a link, of none with None."""
        self.link_highlighter.light(link, pinned=pinned)

    def set_hits(self, spans: tuple[Span, ...], current: int | None = None) -> None:
        """Mark search hits. `current` is the index of the current one."""
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

    # Places

    def go_to(self, place: Position, *, flash: bool = True, remember: bool = True) -> None:
        """Jump to a place: scroll it a quarter down, put the caret there and flash its provision.

        With `remember`, emit `place_left` and `jumped` for the history.
        """
        left = self.place()
        position = None if self.shown is None else self.shown.qt_position(place)
        if position is None:
            return
        if remember and left is not None:
            self.place_left.emit(left)
        self._put_caret(position)
        at = self.bring_to(place, QUARTER)
        self._set_current(at)
        self._set_flash(at if flash else None)
        if remember and left is not None:
            self.jumped.emit(left, place)

    # Hotspots at the caret

    def next_marker(self, *, forward: bool) -> None:
        """Focus the next or previous footnote marker of the text."""
        marker = self.hotspots.next_marker(*self._caret(), self.marks.state.focused, forward=forward)
        if marker is not None:
            self.link_highlighter.focus(marker)

    def next_hotspot(self, *, forward: bool) -> bool:
        """Focus the next or previous hotspot of the current provision. Return False where there is none."""
        at, focused = self.marks.state.current, self.marks.state.focused
        hotspot = None if at is None else self.hotspots.neighbour(at, focused, forward=forward)
        if hotspot is not None:
            self.link_highlighter.focus(hotspot)
        return hotspot is not None

    def citation_at_caret(self) -> Citation | None:
        """Return the citation that has the focus or touches the caret."""
        return _citation(self._hotspot_at_caret())

    def citation_in_provision(self) -> Citation | None:
        """Return the citation with the focus, else one with a target at the caret or in its provision.

        In the provision it is one of the pinned link, or the only one.
        """
        pinned, focused = self.link_highlighter.pinned, _citation(self.marks.state.focused)
        return focused or self.hotspots.citation_near(*self._caret(), pinned.targets if pinned is not None else ())

    # Notes

    def notes_at_caret(self) -> tuple[str, ...]:
        """Return the ids of the notes on the selected words or at the caret, the last made first."""
        selection = self.selection()
        if selection is None:
            return ()
        spans = selection.spans() if self.textCursor().hasSelection() else ()
        if spans:
            return self.annotation_overlay.on_spans(spans)
        return self.annotation_overlay.on_place(selection.shown.place(*self._caret()))

    def notes_of_provision(self) -> tuple[str, ...]:
        """Return the ids of the notes on the current provision, the last made first."""
        provision = self.current_provision()
        return () if provision is None else self.annotation_overlay.on_provision(provision)

    def notes_at(self, point: QPointF) -> tuple[str, ...]:
        """Return the ids of the notes whose words are at a point of the viewport, the uppermost first."""
        return self.annotation_overlay.at(self._in_document(point))

    def note_rect(self, id_: str) -> QRectF | None:
        """Return the rectangle of a note in the viewport (see `AnnotationOverlay.rect`)."""
        rect = self.annotation_overlay.rect(id_)
        return None if rect is None else rect.translated(0, -self.scrolled())

    # Events

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words as they are stored, for a drag and the selection clipboard."""
        return self.copier.mime_data()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Run the command of a key, else leave the key to Qt."""
        command = key_command(event)
        if command is None or not self._run(command):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the hotspots of the current provision with Tab, and leave the text after the last one."""
        # Qt also asks here for the note editor, a child of the view, whose Tab goes through its own widgets.
        return (self.hasFocus() and self.next_hotspot(forward=forward)) or super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus from the focused hotspot when it leaves the text."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._unfocus_hotspot()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ask for another text size with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.text_size_stepped.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the context menu at the pointer, or at the caret by keyboard."""
        point = QPointF(self.viewport().mapFrom(self, event.pos()))
        by_mouse, selected = event.reason() == QContextMenuEvent.Reason.Mouse, self.textCursor().hasSelection()
        if by_mouse and not selected:
            self.setTextCursor(self.cursorForPosition(point.toPoint()))
        hotspot = self.hotspot_at(point) if by_mouse and not selected else None
        citation = _citation(hotspot) if by_mouse else self.citation_at_caret()
        self.context_menu(citation).popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Name the text in the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def context_menu(self, citation: Citation | None = None) -> ReaderMenu:
        """Make the context menu for a citation, or for the selection or current provision."""
        provision, subject = self.current_provision(), citation or self.selected_span()
        menu = ReaderMenu(self, lambda menu: self.menu_opening.emit(menu, subject), on_provision=provision is not None)
        menu.copy_chosen.connect(self.copier.copy)
        menu.quote_chosen.connect(self.copier.copy_with_reference)
        menu.link_copy_chosen.connect(lambda: self.link_copy_requested.emit(provision or ""))
        menu.bookmark_chosen.connect(lambda: self.bookmark_toggled.emit(provision or ""))
        menu.reading_chosen.connect(self.reading_switched)
        reading = None if self.shown is None else self.shown.open_text.reading
        if reading is not None and any(correction.applied for correction in reading.corrections):
            menu.add_readings(as_received=reading.as_received)
        return menu

    # Inside

    def _connect(self) -> None:
        self.verticalScrollBar().valueChanged.connect(self.popup.hide)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.copier.copied.connect(self.copied)
        highlighter = self.link_highlighter
        highlighter.changed.connect(self.viewport().update)
        highlighter.hovered.connect(self.link_hovered)
        highlighter.pinned_changed.connect(self.link_pinned)
        highlighter.focus_changed.connect(self._focus_hotspot)
        highlighter.explained.connect(self._explain)
        highlighter.footnote_entered.connect(self.footnote_entered)
        highlighter.citation_activated.connect(self.citation_activated)
        mouse = MouseInput(
            self.viewport(),
            self.popup,
            self.hotspot_at,
            lambda point: self.annotation_overlay.handle_at(self._in_document(point)),
        )
        mouse.rested.connect(self._rest_on)
        mouse.left.connect(self._leave_hotspot)
        mouse.pressed.connect(self._unfocus_hotspot)
        mouse.hotspot_clicked.connect(self._click_hotspot)
        mouse.text_clicked.connect(self._click_text)
        mouse.handle_dragged.connect(self._drag_handle)
        mouse.handle_released.connect(self._release_handle)

    def _retranslate(self) -> None:
        symbol = self.shown.open_text.document.symbol if self.shown is not None else ""
        self.setAccessibleName(
            self.tr("Text of {symbol}").format(symbol=isolate(symbol, "ltr")) if symbol else self.tr("Text")
        )

    def _in_document(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self.scrolled())

    def _run(self, command: KeyCommand) -> bool:
        """Run a command. Return False where it has nothing to do and Qt takes the key."""
        match command:
            case KeyCommand.PREVIOUS_PROVISION | KeyCommand.NEXT_PROVISION:
                self.step_provision(1 if command is KeyCommand.NEXT_PROVISION else -1)
            case KeyCommand.PREVIOUS_MARKER | KeyCommand.NEXT_MARKER:
                self.next_marker(forward=command is KeyCommand.NEXT_MARKER)
            case KeyCommand.LEAVE_BACKWARD | KeyCommand.LEAVE_FORWARD:
                super().focusNextPrevChild(command is KeyCommand.LEAVE_FORWARD)
            case KeyCommand.COPY:
                self.copier.copy()
            case KeyCommand.ACTIVATE:
                return self._activate()
            case KeyCommand.ESCAPE:
                return self._escape()
        return True

    def _activate(self) -> bool:
        hotspot = self._hotspot_at_caret()
        if hotspot is not None:
            self.link_highlighter.activate(hotspot)
        return hotspot is not None

    def _escape(self) -> bool:
        """Close the popup, else unfocus or unpin, else clear the search hits. Return False without any."""
        if self.popup.isVisible():
            self.popup.hide()
            return True
        if self.link_highlighter.escape():
            return True
        found = bool(self.marks.state.hits)
        self.set_hits(())
        return found

    # The caret

    def _hotspot_at_caret(self) -> Hotspot | None:
        return self.marks.state.focused or self.hotspots.touching(*self._caret())

    def _caret_moved(self) -> None:
        if self.shown is None or not self.shown.provisions:
            return
        at, offset = self._caret()
        self._set_current(at)
        if self.hasFocus() and not self.textCursor().hasSelection():
            self.link_highlighter.hover(self.hotspots.marker_touching(at, offset))

    # Hotspots, notes and handles

    def _focus_hotspot(self, hotspot: Hotspot | None) -> None:
        """Show the hotspot that has the keyboard focus, and tell assistive technology of a citation."""
        if hotspot is None:
            self.popup.hide()
        else:
            self._put_caret(self.document().findBlockByNumber(hotspot.at).position() + hotspot.start)
            self._show_provision(hotspot.at)
            self._explain(hotspot)
        citation = _citation(hotspot)
        words = self.describe(citation) if citation is not None else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if words:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _unfocus_hotspot(self) -> None:
        if self.marks.state.focused is not None:
            self.link_highlighter.focus(None)

    def _explain(self, hotspot: Hotspot) -> None:
        """Show the popup of a correction or doubt, and hide it for any other hotspot."""
        layout, shown = self.provision_layout, self.shown
        if layout is not None and shown is not None:
            first_line = layout.line_top(hotspot.at, hotspot.start) == layout.text_rect(hotspot.at).top()
            text = self.popup.explanation(hotspot, shown.open_text.document)
            self.popup.explain(text, self.hotspot_areas(hotspot), first_line=first_line)

    def _rest_on(self, hotspot: Hotspot) -> None:
        self.link_highlighter.hover(hotspot)
        self._explain(hotspot)

    def _leave_hotspot(self) -> None:
        if self.marks.state.focused is None:
            self.popup.hide()
            self.link_highlighter.hover(None)

    def _click_hotspot(self, hotspot: Hotspot, follow: bool) -> None:
        if self.textCursor().hasSelection():
            return
        if follow and isinstance(hotspot.value, Citation):
            self.citation_activated.emit(hotspot.value)
        else:
            self.link_highlighter.pin(hotspot)

    def _click_text(self, point: QPointF, on_screen: QPoint) -> None:
        notes = () if self.textCursor().hasSelection() else self.notes_at(point)
        if notes:
            self.note_clicked.emit(notes, on_screen)

    def _drag_handle(self, handle: Handle, point: QPoint) -> None:
        """Select the words that the note would stand on."""
        extent = self.annotation_overlay.extent(handle.range.id)
        if extent is not None:
            fixed = extent[0] if handle.is_end else extent[1]
            moved = self.cursorForPosition(point).position()
            self._select(min(fixed, moved), max(fixed, moved))

    def _release_handle(self, handle: Handle, point: QPoint) -> None:
        self._drag_handle(handle, point)
        cursor, selection = self.textCursor(), self.selection()
        spans = selection.spans() if selection is not None and cursor.hasSelection() else ()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        if spans:
            self.note_resized.emit(handle.range.id, spans)


def _citation(hotspot: Hotspot | None) -> Citation | None:
    return hotspot.value if hotspot is not None and isinstance(hotspot.value, Citation) else None
