"""A splitter with a handle one pixel wide that can be grabbed on seven."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ui.desktop.support.appearance import Appearance

_GRAB = 3
"""Pixels on either side of the line that can be grabbed."""


class _Handle(QSplitterHandle):
    """A line in the colour of hairlines."""

    def __init__(self, orientation: Qt.Orientation, splitter: QSplitter, appearance: Appearance) -> None:
        super().__init__(orientation, splitter)
        self._appearance = appearance
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        upright = orientation == Qt.Orientation.Horizontal
        self.setContentsMargins(*((_GRAB, 0, _GRAB, 0) if upright else (0, _GRAB, 0, _GRAB)))
        appearance.changed.connect(self.update)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Mask all but the line. The mouse still reaches beyond the mask."""
        self.setMask(QRegion(self.contentsRect()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.contentsRect(), self._appearance.color("line"))


class Splitter(QSplitter):
    """A splitter whose panes never collapse, and that follows a change of direction at once."""

    resized = Signal()

    def __init__(self, orientation: Qt.Orientation, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._appearance = appearance
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def addWidget(self, widget: QWidget) -> None:
        """Add a pane at the end, and put the panes in reading order for screen readers."""
        super().addWidget(widget)
        panes = [self.widget(index) for index in range(self.count())]
        for pane in filter(None, reversed(panes)):
            pane.lower()

    def createHandle(self) -> QSplitterHandle:
        """Return a handle (called by Qt)."""
        return _Handle(self.orientation(), self, self._appearance)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Emit `resized`."""
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Lay the panes out again on a change of direction, which Qt leaves out."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.refresh()
