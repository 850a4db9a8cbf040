"""The two sections of the pane under their heads, sharing its height, or its width where it is low."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.desktop.panels.apparatus.footnotes import FootnotesView
from ui.desktop.panels.apparatus.instruments import InstrumentsView
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.controls import SectionHead

if TYPE_CHECKING:
    from ui.desktop.panels.apparatus.cited_by_view import CitingView

_ANY_HEIGHT = 16_777_215
"""Qt's QWIDGETSIZE_MAX: no limit."""


class Sections(QWidget):
    """Footnotes above instruments; side by side in a low, wide pane. What cites an instrument lies over both."""

    left = Signal()
    """The list of what cites an instrument was left."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.notes_head, self.cards_head = SectionHead(appearance), SectionHead(appearance)
        self.footnotes, self.instruments = FootnotesView(appearance), InstrumentsView(appearance)
        self._notes_box = _section(self.notes_head, self.footnotes)
        self._cards_box = _section(self.cards_head, self.instruments)
        self._citing: CitingView | None = None
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._body.setContentsMargins(0, 1, 0, 0)
        self._body.setSpacing(1)
        self._body.addWidget(self._notes_box)
        self._body.addWidget(self._cards_box, 1)
        self.footnotes.document().documentLayout().documentSizeChanged.connect(lambda _: self.arrange())

    @property
    def citing(self) -> CitingView:
        """The list of what cites an instrument, made when it is first shown."""
        if self._citing is None:
            from ui.desktop.panels.apparatus.cited_by_view import CitingView

            self._citing = CitingView(self._appearance)
            self._citing.left.connect(self.leave_citing)
            self._citing.left.connect(self.left)
            self._body.addWidget(self._citing, 1)
        return self._citing

    def show_citing(self) -> None:
        """Bring that list forward."""
        for box in (self._notes_box, self._cards_box):
            box.hide()
        self.citing.show()
        self.citing.focus_list()

    def leave_citing(self) -> None:
        """Show notes and cards again."""
        if self._citing is not None:
            self._citing.hide()
        for box in (self._notes_box, self._cards_box):
            box.show()

    def arrange(self) -> None:
        """Give the notes what they need up to half of the height; more where the cards leave room."""
        wide = self.width() > 2 * max(1, self.height())
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._body.setStretchFactor(self._notes_box, 1 if wide else 0)
        if wide:
            self.footnotes.setMinimumHeight(0)
            self.footnotes.setMaximumHeight(_ANY_HEIGHT)
            return
        room = max(0, self.height() - 2 * self.notes_head.sizeHint().height())
        spare = room - self.instruments.content_height()
        self.footnotes.setFixedHeight(max(40, min(self.footnotes.content_height(), max(room // 2, spare))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out again."""
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hairlines over the sections and between them."""
        painter = QPainter(self)
        color = self._appearance.color
        painter.fillRect(self.rect(), color("window"))
        painter.fillRect(0, 0, self.width(), 1, color("line"))
        if self._body.direction() == QBoxLayout.Direction.TopToBottom and self._cards_box.isVisible():
            painter.fillRect(0, self._cards_box.geometry().top() - 1, self.width(), 1, color("line"))


def _section(head: SectionHead, body: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(head)
    column.addWidget(body, 1)
    return box
