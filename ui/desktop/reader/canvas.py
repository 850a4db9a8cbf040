"""The text widget of the reader: shows one text, scrolls it, and keeps the place on screen when sizes change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextCursor, QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from documents.position import Position, Span
from ui.desktop.reader.display import ShownMarker
from ui.desktop.reader.hotspots import Hotspot, Hotspots
from ui.desktop.reader.idle_layout import IdleLayout
from ui.desktop.reader.layout import ProvisionLayout
from ui.desktop.reader.metrics import PageMetrics, page_metrics
from ui.desktop.reader.overlay_painter import OverlayPainter
from ui.desktop.reader.shown_text import Selection, ShownText
from ui.desktop.reader.text_formats import TextFormats, recolour
from ui.desktop.reader.text_geometry import TextGeometry
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.scroll_bar import ScrollBar

_SCREEN_MS, _FLASH_MS = 150, 900
QUARTER = 0.25
"""Share of the screen height above a place that is jumped to."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A line that keeps its place on screen: UTF-16 `offset` of provision `at`, `above` px above the line's top."""

    at: int
    offset: int
    above: float


class ReadingCanvas(QTextEdit):
    """A read-only text with a caret and its own layout, painting and scrolling.

    Rectangles and points are in pixels of the viewport.
    """

    page_changed = Signal()
    """The sizes, the scroll position or the current provision changed: widgets beside the text place themselves."""
    provision_changed = Signal(str)
    """The id of the current provision."""
    screen_changed = Signal(object)
    """The ids of the provisions on screen, a moment after scrolling has stopped."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: ShownText | None = None
        self._document: QTextDocument | None = None
        self.provision_layout: ProvisionLayout | None = None
        self.text_geometry: TextGeometry | None = None
        self.hotspots = Hotspots()
        self._text_formats = TextFormats(appearance)
        self._still = self._has_notes = False
        self.marks = OverlayPainter(appearance)
        self._idle = IdleLayout(self, self._slice_done)
        self._screen = QTimer(self, interval=_SCREEN_MS, singleShot=True)
        self._screen.timeout.connect(self._tell_screen)
        self._flash = QTimer(self, interval=_FLASH_MS, singleShot=True)
        self._flash.timeout.connect(lambda: self._set_flash(None))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setVerticalScrollBar(ScrollBar(appearance, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        recolour(self, self._appearance)
        appearance.changed.connect(self._restyle)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.page_changed.connect(self._screen_may_change)

    # The text

    def show_text(self, shown: ShownText, hotspots: Hotspots) -> None:
        """Show a text from its beginning. Lay out the visible part at once, the rest in the background."""
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._text_formats.font)
        page = self._metrics(rtl=shown.rtl)
        layout = ProvisionLayout(document, page)
        document.setDocumentLayout(layout)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if shown.rtl else Qt.LayoutDirection.LeftToRight)
        document.setDefaultTextOption(option)
        document.setPlainText(shown.plain())
        before, self._document = self._document, document
        self._shown, self.provision_layout = shown, layout
        self.hotspots, self.text_geometry = hotspots, TextGeometry(layout)
        self.marks.start(self.text_geometry, hotspots)
        self.marks.state.current = self.marks.state.flash = None
        layout.set_page(page, self._appearance.color("ink"))
        layout.start(self._formats, self.marks, shown.level)
        self.setDocument(document)
        if before is not None:
            before.deleteLater()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._relaid()
        self.verticalScrollBar().setValue(0)
        self._screen.start()

    def make_room(self, *, for_notes: bool) -> None:
        """Leave room for notes beside the text. The line of a visible caret, else the first line, keeps its place."""
        if for_notes != self._has_notes:
            self._has_notes = for_notes
            self._remeasure(self._caret_anchor())

    @property
    def shown(self) -> ShownText | None:
        """The text that is shown."""
        return self._shown

    @property
    def page(self) -> PageMetrics | None:
        """The sizes of the page."""
        return self.provision_layout.page if self.provision_layout is not None else None

    # The screen

    def scrolled(self) -> int:
        """Return the scroll position in pixels."""
        return self.verticalScrollBar().value()

    def current_provision(self) -> str | None:
        """Return the id of the current provision."""
        at = self.marks.state.current
        return None if at is None or self._shown is None else self._shown.provisions[at].id

    def visible_provisions(self) -> tuple[int, ...]:
        """Return the provisions whose first line is on screen, or the one that fills the screen."""
        layout, top = self.provision_layout, self.scrolled()
        if layout is None or self._shown is None or not self._shown.provisions:
            return ()
        return tuple(layout.beginning_between(top, top + self.viewport().height())) or (layout.at_y(top),)

    def place(self) -> Position | None:
        """Return the place of the first line on screen."""
        anchor = self._top_anchor()
        return None if anchor is None or self._shown is None else self._shown.place(anchor.at, anchor.offset)

    def bring_to(self, place: Position, share: float) -> int | None:
        """Scroll a place to `share` of the screen height. Return its provision, None where it is not in the text."""
        position = None if self._shown is None else self._shown.qt_position(place)
        layout, height = self.provision_layout, self.viewport().height()
        if position is None or layout is None:
            return None
        block = self.document().findBlock(position)
        at, offset = block.blockNumber(), position - block.position()
        layout.ensure(at - 3, at + 3)
        above = height * share or layout.page.gap / 2
        layout.ensure_from((layout.line_top(at, offset) if offset else layout.top(at)) - above, height)
        self._scroll_to((layout.line_top(at, offset) if offset else layout.top(at)) - above)
        return at

    def restore(self, place: Position, *, flash: bool = False) -> None:
        """Scroll a place that `place()` returned to the top of the screen."""
        at = self.bring_to(place, 0.0)
        if at is not None:
            self._follow_scroll()
            self._set_flash(at if flash else None)

    def show_span(self, span: Span) -> None:
        """Put the caret on a span, and scroll its line on screen if it is not visible."""
        place = Position(span.provision, span.start)
        position = None if self.shown is None else self.shown.qt_position(place)
        if position is None:
            return
        self._put_caret(position)
        caret = self.cursorRect()
        if caret.top() < 0 or caret.bottom() > self.viewport().height():
            self.bring_to(place, QUARTER)

    def step_provision(self, step: int) -> None:
        """Move the caret `step` provisions on, and scroll the provision on screen if it is not visible."""
        shown, at = self.shown, self.marks.state.current
        if shown is None or not shown.provisions:
            return
        target = max(0, min(len(shown.provisions) - 1, (0 if at is None else at) + step))
        self._put_caret(shown.starts[target])
        self._set_current(target)
        self._show_provision(target)

    def provision_rect(self, at: int) -> QRectF:
        """Return the rectangle of the lines of a provision."""
        layout = self.provision_layout
        return QRectF() if layout is None else layout.text_rect(at).translated(0, -self.scrolled())

    def span_areas(self, at: int, start: int, end: int) -> list[QRectF]:
        """Return the rectangles of UTF-16 offsets `start` to `end` of a provision."""
        bands = [] if self.text_geometry is None else self.text_geometry.bands(at, start, end)
        return [band.translated(0, -self.scrolled()) for band in bands]

    def hotspot_areas(self, hotspot: Hotspot) -> list[QRectF]:
        """Return the areas in which the pointer meets a hotspot."""
        areas = [] if self.text_geometry is None else self.text_geometry.hit_areas(hotspot)
        return [area.translated(0, -self.scrolled()) for area in areas]

    def hotspot_at(self, point: QPointF) -> Hotspot | None:
        """Return the hotspot at a point: a marker, else the shortest words."""
        if self.provision_layout is None:
            return None
        near = self.provision_layout.at_y(point.y() + self.scrolled())
        hotspots = [hotspot for at in range(max(0, near - 1), near + 2) for hotspot in self.hotspots.of(at)]
        met = [hotspot for hotspot in hotspots if any(area.contains(point) for area in self.hotspot_areas(hotspot))]
        return min(met, key=lambda each: (not isinstance(each.value, ShownMarker), each.end - each.start), default=None)

    # The caret and the selection

    def selection(self) -> Selection | None:
        """Return the selected text, or the current provision without a selection."""
        shown, cursor = self._shown, self.textCursor()
        if shown is None or not shown.provisions:
            return None
        if cursor.hasSelection():
            return Selection(shown, cursor.selectionStart(), cursor.selectionEnd())
        at = self.marks.state.current or 0
        return Selection(shown, shown.starts[at], shown.starts[at + 1] - 1)

    def selected_span(self) -> Span | None:
        """Return the span of a selection inside one provision, else None."""
        selection = self.selection() if self.textCursor().hasSelection() else None
        return None if selection is None else selection.span()

    def _caret(self) -> tuple[int, int]:
        """Return the provision of the caret and the UTF-16 offset in it."""
        return self.textCursor().blockNumber(), self.textCursor().positionInBlock()

    def _put_caret(self, position: int) -> None:
        self._select(position, position)

    def _select(self, start: int, end: int) -> None:
        """Select the text between two positions without scrolling."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        scroll = self.scrolled()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scroll)

    def _show_provision(self, at: int) -> None:
        rect = self.provision_rect(at)
        if self.shown is not None and (rect.top() < 0 or rect.bottom() > self.viewport().height()):
            self.bring_to(Position(self.shown.provisions[at].id), QUARTER if rect.top() > 0 else 0.1)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay out the visible part before it is painted."""
        self._settle()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break and justify anew at another width. The first line on screen keeps its place."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._remeasure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Lay out the part that scrolls into view."""
        super().scrollContentsBy(dx, dy)
        if self._settle():
            self.viewport().update()
        self.page_changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Restore the palette of the theme when the palette of the application changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            recolour(self, self._appearance)

    # The current provision

    def _set_current(self, at: int | None) -> None:
        if at is not None and at != self.marks.state.current and self._shown is not None:
            self.marks.state.current = at
            self.provision_changed.emit(self._shown.provisions[at].id)
            self.viewport().update()
            self.page_changed.emit()

    def _set_flash(self, at: int | None) -> None:
        self.marks.state.flash = at
        self.viewport().update()
        if at is not None:
            self._flash.start()

    def _scrolled(self) -> None:
        self._screen_may_change()
        self._follow_scroll()

    def _follow_scroll(self) -> None:
        """Make the first visible provision current when the current one has left the screen."""
        at, visible = self.marks.state.current, self.visible_provisions()
        if not visible:
            return
        rect = self.provision_rect(at) if at is not None else None
        if rect is None or rect.bottom() < 0 or rect.top() > self.viewport().height():
            self._set_current(visible[0])

    def _screen_may_change(self) -> None:
        """Emit `screen_changed` later. Layout in the background moves nothing on screen."""
        if not self._still:
            self._screen.start()

    def _tell_screen(self) -> None:
        if self._shown is not None:
            self.screen_changed.emit(tuple(self._shown.provisions[at].id for at in self.visible_provisions()))

    # Inside

    def _formats(self, at: int) -> list[QTextLayout.FormatRange]:
        shown = self._shown
        if shown is None or at >= len(shown.provisions):
            return []
        provision, displayed, reading = shown.provisions[at], shown.texts[at], shown.open_text.reading
        return self._text_formats.formats(provision, displayed, reading, shown.citations(at))

    def _metrics(self, *, rtl: bool) -> PageMetrics:
        return page_metrics(self._appearance, max(240, self.viewport().width()), rtl=rtl, notes=self._has_notes)

    def _restyle(self) -> None:
        self._text_formats = TextFormats(self._appearance)
        recolour(self, self._appearance)
        self._remeasure()

    def _remeasure(self, anchor: _Anchor | None = None) -> None:
        """Take new sizes. The line of the anchor, by default the first one on screen, keeps its place."""
        layout, shown = self.provision_layout, self._shown
        if layout is None or shown is None:
            return
        held, anchor = anchor is not None, anchor or self._top_anchor()
        scale = layout.page.scale
        page = self._metrics(rtl=shown.rtl)
        self.document().setDefaultFont(self._text_formats.font)
        layout.set_page(page, self._appearance.color("ink"))
        if anchor is not None and (held or self.scrolled()):
            layout.ensure(anchor.at, anchor.at + 2)
            # A line further down moves again when what is above it on screen is laid out.
            for _ in range(2 if held else 1):
                self._scroll_to(layout.line_top(anchor.at, anchor.offset) + anchor.above * page.scale / scale)
        self._relaid()

    def _relaid(self) -> None:
        assert self.provision_layout is not None
        self.verticalScrollBar().setSingleStep(round(self.provision_layout.page.measure.line_height))
        self._settle()
        self.provision_layout.tell_size()
        self.viewport().update()
        self._idle.start(self.provision_layout, lambda: (float(self.scrolled()), float(self.viewport().height())))
        self.page_changed.emit()

    def _settle(self) -> bool:
        """Lay out the visible part. Return whether any of it was not laid out before."""
        if self.provision_layout is None or self._still:
            return False
        if not self.provision_layout.ensure_from(self.scrolled(), self.viewport().height()):
            return False
        self._tell_size()
        return True

    def _slice_done(self, moved: float) -> None:
        self._tell_size()
        # The same words stay on screen, so `screen_changed` must not wait for the whole layout.
        self._still = True
        if moved:
            self.verticalScrollBar().setValue(round(self.scrolled() + moved))
        self.page_changed.emit()
        self._still = False
        if self.provision_layout is not None and not self.provision_layout.unlaid:
            # The height of the document is exact now, and with it how far the text has been read.
            self._screen.start()

    def _tell_size(self) -> None:
        """Announce the size of the document, without laying out where the scroll bar moves to."""
        assert self.provision_layout is not None
        still, self._still = self._still, True
        self.provision_layout.tell_size()
        self._still = still

    def _scroll_to(self, y: float) -> None:
        self._tell_size()
        self.verticalScrollBar().setValue(round(y))
        if self._settle():
            self.viewport().update()

    def _top_anchor(self) -> _Anchor | None:
        """Return the first line that is at least half visible."""
        layout = self.provision_layout
        if layout is None or self._shown is None or not self._shown.provisions:
            return None
        at, offset, top = layout.line_from(float(self.scrolled()))
        return _Anchor(at, offset, self.scrolled() - top)

    def _caret_anchor(self) -> _Anchor | None:
        """Return the line of the caret, None where it is not on screen."""
        layout, caret = self.provision_layout, self.textCursor()
        if layout is None or not layout.count:
            return None
        at, offset = caret.blockNumber(), caret.positionInBlock()
        above = self.scrolled() - layout.line_top(at, offset)
        return _Anchor(at, offset, above) if -self.viewport().height() < above <= 0 else None
