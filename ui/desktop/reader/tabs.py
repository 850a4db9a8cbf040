"""The tabs of the open texts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget

from documents.language import LRI, PDI, has_rtl_letter, isolate
from documents.model import Document
from ui.desktop.support.appearance import Appearance

_HEIGHT, _WIDEST, _LEAST = 36, 260, 96
_ICON, _EDGE, _CROSS = 15, 12, 22


class DocumentTabs(QTabBar):
    """One tab a text, with its symbol, the beginning of its title, and a cross to close it in the chosen tab."""

    close_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("documentTabs")
        self._appearance = appearance
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def add(self, document: Document) -> int:
        """Add a tab for a text and return its index."""
        title = document.title.strip()
        words = f"{LRI}{document.symbol}{PDI} {isolate(title, 'rtl' if has_rtl_letter(title) else 'ltr')}"
        index = self.addTab(words if title else document.symbol)
        self.setTabToolTip(index, words)
        return index

    def tabSizeHint(self, index: int) -> QSize:
        """Return the size for the words of a tab, up to a limit beyond which they are elided."""
        px = self._appearance.px
        room = px(_ICON + 2 * _EDGE + _CROSS + 8)
        wanted = self.fontMetrics().horizontalAdvance(self.tabText(index)) + room
        return QSize(max(px(_LEAST), min(px(_WIDEST), wanted)), px(_HEIGHT))

    def minimumTabSizeHint(self, _index: int) -> QSize:
        """Return the least size of a tab, so that many texts fit."""
        return QSize(self._appearance.px(_LEAST), self._appearance.px(_HEIGHT))

    def cross(self, index: int) -> QRect:
        """Return the rectangle of the cross of a tab."""
        px, rect = self._appearance.px, self.tabRect(index)
        side, edge = px(_CROSS), px(6)
        x = rect.left() + edge if self._rtl() else rect.right() - edge - side
        return QRect(x, rect.center().y() - side // 2, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on the cross or with the middle button."""
        index = self.tabAt(event.position().toPoint())
        middle = event.button() == Qt.MouseButton.MiddleButton
        on_cross = index == self.currentIndex() and self.cross(index).contains(event.position().toPoint())
        if index >= 0 and (middle or (on_cross and event.button() == Qt.MouseButton.LeftButton)):
            self.close_requested.emit(index)
            return
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tabs, the chosen one open towards the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            self._paint_tab(painter, index)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        px, color, rect = self._appearance.px, self._appearance.color, self.tabRect(index)
        chosen = index == self.currentIndex()
        if chosen:
            shape = QPainterPath()
            box = QRectF(rect).adjusted(0.5, 4.5, -0.5, 8)
            shape.addRoundedRect(box, 7, 7)
            painter.setPen(QPen(color("line"), 1))
            painter.setBrush(color("paper"))
            painter.drawPath(shape)
        ink = "ink" if chosen else "ink2"
        side, edge = px(_ICON), px(_EDGE)
        x = rect.right() - edge - side if self._rtl() else rect.left() + edge
        self._appearance.icon("file-text", ink).paint(painter, QRect(x, rect.center().y() - side // 2 + 2, side, side))
        words = rect.adjusted(px(_CROSS) + 10, 4, -edge - side - 8, 0)
        if not self._rtl():
            words = rect.adjusted(edge + side + 8, 4, -px(_CROSS) - 10, 0)
        font = self._appearance.interface_font(13, 500 if chosen else 400)
        painter.setFont(font)
        painter.setPen(color(ink))
        self._paint_words(painter, words, index)
        if chosen:
            self._appearance.icon("x").paint(painter, self.cross(index).adjusted(4, 6, -4, -2))
        if chosen and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(3, 7, -3, -3), 5, 5)

    def _paint_words(self, painter: QPainter, room: QRect, index: int) -> None:
        shown = painter.fontMetrics().elidedText(self.tabText(index), Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if self._rtl() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), shown)

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _restyle(self) -> None:
        self.setFont(self._appearance.interface_font(13, 500))
        self.updateGeometry()
        self.update()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Open texts"))
        # Qt names its own scroll buttons once and never again.
        names = {"ScrollLeftButton": self.tr("Tabs to the left"), "ScrollRightButton": self.tr("Tabs to the right")}
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(names.get(button.objectName(), ""))
