"""The gutter at the start of the text: labels of provisions, and bookmarks that a click sets and removes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from documents.model import Kind
from documents.provision_labels import label
from ui.desktop.reader.canvas import ReadingCanvas
from ui.desktop.reader.shown_text import ShownText
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.place_names import margin_name

_LABEL_PX, _ICON = 12, 16


class Gutter(QWidget):
    """Paints labels and bookmarks beside the text, on the right of Arabic text in every interface language.

    Where a line has few words it covers the text column, and labels are above their provisions.
    """

    bookmark_toggled = Signal(str)
    """The id of the provision that was clicked."""

    def __init__(self, appearance: Appearance, canvas: ReadingCanvas) -> None:
        super().__init__(canvas)
        self.setObjectName("readerGutter")
        self._appearance = appearance
        self._canvas = canvas
        self._bookmarks: frozenset[str] = frozenset()
        self._hovered: int | None = None
        self._labels: dict[int, str] = {}
        self._labelled: ShownText | None = None
        """The text that the labels belong to."""
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        canvas.page_changed.connect(self.place)
        appearance.changed.connect(self.update)
        self._retranslate()

    def set_bookmarks(self, ids: Iterable[str]) -> None:
        """Set the ids of the bookmarked provisions."""
        self._bookmarks = frozenset(ids)
        self.update()

    def place(self) -> None:
        """Move beside the text column."""
        page = self._canvas.page
        if page is None:
            self.hide()
            return
        frame = self._canvas.viewport().geometry()
        left = round(page.gutter_left)
        room = QRect(frame.left() + left, frame.top(), page.gutter_width, frame.height())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, bool(page.label_row))
        if room != self.geometry():
            self.setGeometry(room)
        self.show()
        self.raise_()
        self.update()

    def row(self, at: int) -> QRect:
        """Return the rectangle of the label and bookmark of a provision, in this widget."""
        page, rect = self._canvas.page, self._canvas.provision_rect(at)
        if page is None:
            return QRect()
        if page.label_row:
            return QRect(0, round(rect.top() - page.label_row), self.width(), round(page.label_row))
        return QRect(0, round(rect.top()), self.width(), max(28, round(page.measure.line_height)))

    def at(self, point: QPoint) -> int | None:
        """Return the labelled provision beside a point of this widget."""
        layout, shown = self._canvas.provision_layout, self._canvas.shown
        if layout is None or shown is None or not shown.provisions:
            return None
        at = layout.at_y(point.y() + self._canvas.scrolled())
        return at if shown.is_labelled(at) else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint labels and bookmarks of the provisions on screen."""
        layout, shown = self._canvas.provision_layout, self._canvas.shown
        if layout is None or shown is None or not shown.provisions:
            return
        painter = QPainter(self)
        top = self._canvas.scrolled()
        for at in range(layout.at_y(top), layout.at_y(top + self.height()) + 1):
            self._paint_provision(painter, at, current=at == self._canvas.marks.state.current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Accept the press, so that the release arrives here."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle the bookmark of a clicked provision."""
        event.accept()
        at = self.at(event.position().toPoint())
        if at is not None and event.button() == Qt.MouseButton.LeftButton and self._canvas.shown is not None:
            self.bookmark_toggled.emit(self._canvas.shown.provisions[at].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hollow bookmark beside the pointer."""
        self._hover(self.at(event.position().toPoint()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Hide the hollow bookmark."""
        self._hover(None)

    def event(self, event: QEvent) -> bool:
        """Show in a tooltip whether a click sets or removes a bookmark."""
        if isinstance(event, QHelpEvent):
            at = self.at(event.pos())
            QToolTip.showText(event.globalPos(), "" if at is None else self._tip(at), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Paragraph labels and bookmarks"))

    def _tip(self, at: int) -> str:
        shown = self._canvas.shown
        marked = shown is not None and shown.provisions[at].id in self._bookmarks
        return self.tr("Remove the bookmark") if marked else self.tr("Bookmark this paragraph")

    def _hover(self, at: int | None) -> None:
        if at != self._hovered:
            self._hovered = at
            self.update()

    def label(self, at: int) -> str:
        """Return the label of a provision of the shown text."""
        shown = self._canvas.shown
        if shown is None:
            return ""
        if shown is not self._labelled:
            self._labels, self._labelled = {}, shown
        if at not in self._labels:
            self._labels[at] = margin_label(shown, at)
        return self._labels[at]

    def _paint_provision(self, painter: QPainter, at: int, *, current: bool) -> None:
        shown, page = self._canvas.shown, self._canvas.page
        if shown is None or page is None:
            return
        row, rtl = self.row(at), page.measure.rtl
        words = self.label(at)
        painter.setFont(self._appearance.interface_font(_LABEL_PX, 500))
        painter.setPen(self._appearance.color("accent" if current else "ink3"))
        side = Qt.AlignmentFlag.AlignRight if rtl and page.label_row else Qt.AlignmentFlag.AlignLeft
        if not rtl and not page.label_row:
            side = Qt.AlignmentFlag.AlignRight
        height = round(page.measure.line_height) if not page.label_row else row.height()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(0, row.top(), self.width(), height), flags, words)
        set_ = shown.provisions[at].id in self._bookmarks
        if shown.is_labelled(at) and (set_ or at == self._hovered):
            self._paint_bookmark(painter, row, set_=set_)

    def _paint_bookmark(self, painter: QPainter, row: QRect, *, set_: bool) -> None:
        page = self._canvas.page
        assert page is not None
        name, token = ("bookmark-simple-fill", "accent") if set_ else ("bookmark-simple", "ink3")
        side = self._appearance.px(_ICON)
        metrics = painter.fontMetrics()
        if page.label_row:
            x = row.right() - metrics.horizontalAdvance("OP88") - 2 * side if page.measure.rtl else side + 60
            y = row.center().y() - side // 2
        else:
            x = row.width() - side if page.measure.rtl else 0
            y = row.top() + round(page.measure.line_height * 0.5) + metrics.height() // 2 + 1
        picture = self._appearance.pixmap(name, token, size=_ICON)
        painter.drawPixmap(QRectF(x, y, side, side), picture, QRectF(QPointF(0, 0), picture.size()))


def margin_label(shown: ShownText, at: int) -> str:
    """Return the label of a provision in the gutter: `PP8`, of a sub-paragraph its own part `(a)`, else ""."""
    if not shown.is_labelled(at):
        return ""
    provision = shown.provisions[at]
    whole = margin_name(label(shown.open_text.document, provision.id))
    if provision.kind is Kind.SUBPARAGRAPH:
        return whole.rpartition(" ")[2] or whole
    return whole
