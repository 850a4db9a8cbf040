"""The margin on the text's start side: provision labels, and the bookmarks that a click sets and takes away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.desktop.reader.margin_labels import margin_label
from ui.desktop.reader.view import ReaderView
from ui.desktop.support.appearance import Appearance

_LABEL_PX, _ICON = 12, 16


class Gutter(QWidget):
    """Stands beside the lines of one view, on the right of Arabic text in both interfaces.

    Where the text is so large that a line has few words, it lies over the text; labels stand above their provisions.
    """

    def __init__(self, appearance: Appearance, view: ReaderView) -> None:
        super().__init__(view)
        self.setObjectName("readerGutter")
        self._appearance = appearance
        self._view = view
        self._bookmarks: frozenset[str] = frozenset()
        self._hovered: int | None = None
        self._labels: dict[int, str] = {}
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.page_changed.connect(self.place)
        appearance.changed.connect(self.update)
        self._retranslate()

    def set_bookmarks(self, ids: Iterable[str]) -> None:
        """Show which provisions are bookmarked."""
        self._bookmarks = frozenset(ids)
        self.update()

    def forget(self) -> None:
        """Take labels from a new text."""
        self._labels.clear()

    def place(self) -> None:
        """Stand beside the column, wherever it is now."""
        page = self._view.page
        if page is None:
            self.hide()
            return
        frame = self._view.viewport().geometry()
        left = round(page.gutter_left)
        room = QRect(frame.left() + left, frame.top(), page.gutter_width, frame.height())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, bool(page.label_row))
        if room != self.geometry():
            self.setGeometry(room)
        self.show()
        self.raise_()
        self.update()

    def row(self, at: int) -> QRect:
        """Return where a provision's label and bookmark stand."""
        page, rect = self._view.page, self._view.provision_rect(at)
        if page is None:
            return QRect()
        if page.label_row:
            return QRect(0, round(rect.top() - page.label_row), self.width(), round(page.label_row))
        return QRect(0, round(rect.top()), self.width(), max(28, round(page.measure.line_height)))

    def at(self, point: QPoint) -> int | None:
        """Return the provision whose row or margin is at a point."""
        layout, shown = self._view.provision_layout, self._view.shown
        if layout is None or shown is None or not shown.provisions:
            return None
        at = layout.at_y(point.y() + self._view.scrolled())
        return at if shown.is_provision(at) else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the labels of the provisions on screen."""
        layout, shown = self._view.provision_layout, self._view.shown
        if layout is None or shown is None or not shown.provisions:
            return
        painter = QPainter(self)
        top = self._view.scrolled()
        for at in range(layout.at_y(top), layout.at_y(top + self.height()) + 1):
            self._paint_provision(painter, at, current=at == self._view.marks.state.current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the press: the release decides."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Toggle the bookmark of the provision that was clicked."""
        event.accept()
        at = self.at(event.position().toPoint())
        if at is not None and event.button() == Qt.MouseButton.LeftButton and self._view.shown is not None:
            self._view.bookmark_toggled.emit(self._view.shown.provisions[at].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hollow bookmark where a click would set one."""
        self._hover(self.at(event.position().toPoint()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Take the hollow bookmark away."""
        self._hover(None)

    def event(self, event: QEvent) -> bool:
        """Name a provision and what a click does in a tooltip."""
        if isinstance(event, QHelpEvent):
            at = self.at(event.pos())
            QToolTip.showText(event.globalPos(), "" if at is None else self._tip(at), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Paragraph labels and bookmarks"))

    def _tip(self, at: int) -> str:
        shown = self._view.shown
        marked = shown is not None and shown.provisions[at].id in self._bookmarks
        return self.tr("Remove the bookmark") if marked else self.tr("Bookmark this paragraph")

    def _hover(self, at: int | None) -> None:
        if at != self._hovered:
            self._hovered = at
            self.update()

    def _label(self, at: int) -> str:
        if at not in self._labels:
            assert self._view.shown is not None
            self._labels[at] = margin_label(self._view.shown, at)
        return self._labels[at]

    def _paint_provision(self, painter: QPainter, at: int, *, current: bool) -> None:
        shown, page = self._view.shown, self._view.page
        if shown is None or page is None:
            return
        row, rtl = self.row(at), page.measure.rtl
        words = self._label(at)
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
        if shown.is_provision(at) and (set_ or at == self._hovered):
            self._paint_bookmark(painter, row, set_=set_)

    def _paint_bookmark(self, painter: QPainter, row: QRect, *, set_: bool) -> None:
        page = self._view.page
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
