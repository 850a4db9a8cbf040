"""The page the text is read on: shows one text lazily, scrolls it, and keeps the reader's place when sizes change."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextCursor, QTextDocument, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from documents.position import Position
from ui.desktop.reader.display import ShownMarker
from ui.desktop.reader.hotspots import Hotspot, stops_of
from ui.desktop.reader.idle_layout import IdleLayout
from ui.desktop.reader.layout import ProvisionLayout
from ui.desktop.reader.metrics import PageMetrics, page_metrics
from ui.desktop.reader.overlay_painter import OverlayPainter
from ui.desktop.reader.scroll_anchor import Anchor, anchor_at, caret_anchor, line_top
from ui.desktop.reader.shown_text import ShownText
from ui.desktop.reader.text_formats import TextFormats, recolour
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.scroll_bar import ScrollBar


class ReadingCanvas(QTextEdit):
    """A read-only text with a caret; its layout, painting and scrolling are the reader's own."""

    page_changed = Signal()
    """Sizes, scroll position or marks changed: whoever paints beside the text paints again."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._shown: ShownText | None = None
        self._document: QTextDocument | None = None
        self.provision_layout: ProvisionLayout | None = None
        self._text_formats = TextFormats(appearance)
        self._hotspots: dict[int, list[Hotspot]] = {}
        self._still = self._has_notes = False
        self.marks = OverlayPainter(appearance, self.hotspots)
        self._idle = IdleLayout(self, self._slice_done)
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

    # The text

    def show_text(self, shown: ShownText) -> None:
        """Show a text from its beginning; what is seen is laid out at once, the rest when there is time."""
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
        self._hotspots, self.marks.page = {}, page
        layout.set_page(page, self._appearance.color("ink"))
        layout.start(self._formats, self.marks, shown.level)
        self.setDocument(document)
        if before is not None:
            before.deleteLater()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._relaid()
        self.verticalScrollBar().setValue(0)

    @property
    def shown(self) -> ShownText | None:
        """The text on the page."""
        return self._shown

    @property
    def page(self) -> PageMetrics | None:
        """The sizes of the page."""
        return self.provision_layout.page if self.provision_layout is not None else None

    def hotspots(self, at: int) -> list[Hotspot]:
        """Return markers, citations and corrections of a provision."""
        if at not in self._hotspots:
            self._hotspots[at] = [] if self._shown is None else stops_of(self._shown, at)
        return self._hotspots[at]

    # The screen

    def scrolled(self) -> int:
        """Return how far the text is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def visible_provisions(self) -> tuple[int, ...]:
        """Return the provisions whose first line is on screen; the one that fills it where none begins there."""
        if self.provision_layout is None or self._shown is None or not self._shown.provisions:
            return ()
        top, bottom = self.scrolled(), self.scrolled() + self.viewport().height()
        line = self.provision_layout.page.measure.line_height
        found = []
        for at in range(self.provision_layout.at_y(top), len(self._shown.provisions)):
            first = self.provision_layout.text_rect(at).top()
            if first + line > bottom:
                break
            if first >= top - line / 2:
                found.append(at)
        return tuple(found) or (self.provision_layout.at_y(top),)

    def place(self) -> Position | None:
        """Return the place at the top of the screen."""
        anchor = self._anchor()
        return None if anchor is None or self._shown is None else self._shown.place(anchor.at, anchor.offset)

    def bring_to(self, place: Position, share: float) -> int | None:
        """Scroll a place to `share` of the screen height; return its provision index, None where it is not shown."""
        position = None if self._shown is None else self._shown.qt_position(place)
        if position is None or self.provision_layout is None:
            return None
        at = self.document().findBlock(position).blockNumber()
        offset = position - self.document().findBlock(position).position()
        self.provision_layout.ensure(at - 3, at + 3)
        y = self._line_top(at, offset) if offset else self.provision_layout.top(at)
        above = self.viewport().height() * share or self.provision_layout.page.gap / 2
        self.provision_layout.ensure_from(y - above, self.viewport().height())
        self._scroll_to((self._line_top(at, offset) if offset else self.provision_layout.top(at)) - above)
        return at

    def provision_rect(self, at: int) -> QRectF:
        """Return where a provision's lines stand in the viewport."""
        layout = self.provision_layout
        return QRectF() if layout is None else layout.text_rect(at).translated(0, -self.scrolled())

    def stop_areas(self, hotspot: Hotspot) -> list[QRectF]:
        """Return where a stop can be met by the pointer, in the viewport."""
        if self.provision_layout is None:
            return []
        block = self.document().findBlockByNumber(hotspot.at)
        self.provision_layout.blockBoundingRect(block)
        return self.marks.hit_areas(block, hotspot, self.provision_rect(hotspot.at).topLeft())

    def stop_at(self, point: QPointF) -> Hotspot | None:
        """Return the stop under a point of the viewport, markers before words."""
        if self.provision_layout is None:
            return None
        near = self.provision_layout.at_y(point.y() + self.scrolled())
        hotspots = [hotspot for at in range(max(0, near - 1), near + 2) for hotspot in self.hotspots(at)]
        met = [hotspot for hotspot in hotspots if any(area.contains(point) for area in self.stop_areas(hotspot))]
        return min(met, key=_rank, default=None)

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay out what is about to be seen, then paint."""
        self._settle()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break and justify anew, the reader's line staying where it is."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._remeasure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Lay out what comes into view before it is shown."""
        super().scrollContentsBy(dx, dy)
        if self._settle():
            self.viewport().update()
        self.page_changed.emit()

    # Inside

    def _formats(self, at: int) -> list[QTextLayout.FormatRange]:
        shown = self._shown
        if shown is None or at >= len(shown.provisions):
            return []
        provision, displayed, reading = shown.provisions[at], shown.displayed[at], shown.open_text.reading
        return self._text_formats.formats(provision, displayed, reading, shown.citations(at))

    def make_room(self, *, for_notes: bool) -> None:
        """Leave room for notes beside the text, where there is any; the reader's line stays where it is."""
        if for_notes != self._has_notes:
            self._has_notes = for_notes
            height = self.viewport().height()
            self._remeasure(caret_anchor(self.textCursor(), self.provision_layout, self.scrolled(), height))

    def _metrics(self, *, rtl: bool) -> PageMetrics:
        return page_metrics(self._appearance, self._room(), rtl=rtl, notes=self._has_notes)

    def _room(self) -> int:
        return max(240, self.viewport().width())

    def _restyle(self) -> None:
        self._text_formats = TextFormats(self._appearance)
        recolour(self, self._appearance)
        self._remeasure()

    def _remeasure(self, anchor: Anchor | None = None) -> None:
        if self.provision_layout is None or self._shown is None:
            return
        held, anchor = anchor is not None, anchor or self._anchor()
        scale = self.provision_layout.page.scale
        page = self._metrics(rtl=self._shown.rtl)
        self.marks.page = page
        self.document().setDefaultFont(self._text_formats.font)
        self.provision_layout.set_page(page, self._appearance.color("ink"))
        if anchor is not None and (held or self.scrolled()):
            self.provision_layout.ensure(anchor.at, anchor.at + 2)
            # A line further down moves again when what is above it on screen is laid out.
            for _ in range(2 if held else 1):
                self._scroll_to(self._line_top(anchor.at, anchor.offset) + anchor.above * page.scale / scale)
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
        """Lay out what is on screen; say whether anything was."""
        if self.provision_layout is None or self._still:
            return False
        if not self.provision_layout.ensure_from(self.scrolled(), self.viewport().height()):
            return False
        self._quietly_tell_size()
        return True

    def _slice_done(self, moved: float) -> None:
        self._quietly_tell_size()
        # The same words stay on screen: whoever waits for scrolling to stop does not wait for the whole layout.
        self._still = True
        if moved:
            self.verticalScrollBar().setValue(round(self.scrolled() + moved))
        self.page_changed.emit()
        self._still = False

    def _quietly_tell_size(self) -> None:
        assert self.provision_layout is not None
        still, self._still = self._still, True
        self.provision_layout.tell_size()
        self._still = still

    def _anchor(self) -> Anchor | None:
        if self.provision_layout is None or self._shown is None or not self._shown.provisions:
            return None
        return anchor_at(self.document(), self.provision_layout, float(self.scrolled()))

    def _line_top(self, at: int, offset: int) -> float:
        assert self.provision_layout is not None
        return line_top(self.document(), self.provision_layout, at, offset)

    def _scroll_to(self, y: float) -> None:
        assert self.provision_layout is not None
        self._quietly_tell_size()
        self.verticalScrollBar().setValue(round(y))
        if self._settle():
            self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the palette of the theme when the application's changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            recolour(self, self._appearance)


def _rank(hotspot: Hotspot) -> tuple[int, int]:
    """Markers first, then the shortest words."""
    return (0 if isinstance(hotspot.value, ShownMarker) else 1, hotspot.end - hotspot.start)
