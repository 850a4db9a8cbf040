"""A framed sheet of rich text to read: the study pad, the sides of a conflict."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout, QWidget

from ui.desktop.support.appearance import Appearance
from ui.desktop.support.safe_event_filter import guarded

_ROUND = 7
_OF_SCREEN = 0.9


class TextSheet(QTextBrowser):
    """Rich text to read and copy, left with Tab."""

    def __init__(self, appearance: Appearance, token: str) -> None:
        """`token` names the colour of the ground."""
        super().__init__()
        self._appearance, self.token = appearance, token
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.LinksAccessibleByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, self._appearance.color(self.token))
        palette.setColor(QPalette.ColorRole.Text, self._appearance.color("ink"))
        palette.setColor(QPalette.ColorRole.Highlight, self._appearance.color("sel"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._appearance.color("ink"))
        self.setPalette(palette)


class TextSheetFrame(QFrame):
    """The frame of a sheet: one pixel, two of accent while the sheet has the focus."""

    def __init__(self, appearance: Appearance, paper: TextSheet) -> None:
        super().__init__()
        self._appearance, self._paper = appearance, paper
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(paper)
        paper.installEventFilter(self)
        appearance.changed.connect(self.update)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint on a change of focus."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, color = self._paper.hasFocus(), self._appearance.color
        painter.setPen(QPen(color("accent" if focused else "line2"), 2 if focused else 1))
        painter.setBrush(color(self._paper.token))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)


def fitting(appearance: Appearance, window: QWidget, width: int, height: int) -> QSize:
    """Return a window size scaled with the interface, at most 90 % of the screen."""
    wanted = QSize(appearance.px(width), appearance.px(height))
    return wanted.boundedTo(window.screen().availableSize() * _OF_SCREEN)
