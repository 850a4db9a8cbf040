"""A splitter whose handle is drawn one pixel wide and can be grabbed on seven."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ui.desktop.support.appearance import Appearance

_GRAB = 3
"""Pixels on either side of the line that can be grabbed."""


class _Handle(QSplitterHandle):
    """One line in the colour of hairlines."""

    def __init__(self, orientation: Qt.Orientation, splitter: QSplitter, appearance: Appearance) -> None:
        super().__init__(orientation, splitter)
        self._appearance = appearance
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        upright = orientation == Qt.Orientation.Horizontal
        self.setContentsMargins(*((_GRAB, 0, _GRAB, 0) if upright else (0, _GRAB, 0, _GRAB)))
        appearance.changed.connect(self.update)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Paint only the line; the mouse reaches beyond it. Qt's own does the same with a narrower reach."""
        self.setMask(QRegion(self.contentsRect()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        QPainter(self).fillRect(self.contentsRect(), self._appearance.color("line"))


class Splitter(QSplitter):
    """A splitter of panes that never fold by dragging and that follows a change of direction at once."""

    resized = Signal()

    def __init__(self, orientation: Qt.Orientation, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._appearance = appearance
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def addWidget(self, widget: QWidget) -> None:
        """Put a pane at the end, for a screen reader too: Qt would tell of the last one first."""
        super().addWidget(widget)
        panes = [self.widget(index) for index in range(self.count())]
        for pane in filter(None, reversed(panes)):
            pane.lower()

    def createHandle(self) -> QSplitterHandle:
        """Return the handle Qt asks for."""
        return _Handle(self.orientation(), self, self._appearance)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of a new size."""
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt does not put the panes in their new order by itself."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.refresh()
