"""The search box of the toolbar, for words of the library, symbols and labels."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.desktop.support.appearance import Appearance
from ui.desktop.support.safe_event_filter import guarded
from ui.desktop.widgets.buttons import GlyphButton

HINT = "F6"


class SearchBox(QWidget):
    """A framed line with an icon, the hint of its key, and a button that clears it."""

    submitted = Signal(str)
    typed = Signal(str)
    """The words in the line, after each change by a key."""
    left = Signal()
    went_down = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.line = QLineEdit(self)
        self.line.setObjectName("searchBox")
        self.line.setFrame(False)
        self.line.installEventFilter(self)
        self.line.returnPressed.connect(lambda: self.submitted.emit(self.line.text().strip()))
        self.line.textChanged.connect(self._changed)
        self.line.textEdited.connect(self.typed)
        self._clear = GlyphButton(appearance, "x", side=28, glyph=14, parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self._empty)
        self._clear.hide()
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def retranslate(self) -> None:
        """Set prompt, accessible name and tooltips in the language of the interface."""
        example = "20/2019" if self._appearance.number(1) == "١" else "2019/20"
        symbol = self._appearance.number(example)
        prompt = self.tr("Search the library, or type a symbol such as {symbol}")
        self.line.setPlaceholderText(prompt.format(symbol=symbol))
        self.line.setAccessibleName(self.tr("Search the library"))
        self._clear.set_words("", self.tr("Empty the search box"))
        self._clear.setToolTip(self.tr("Empty the search box"))

    def show_query(self, query: str) -> None:
        """Show the query of a search, unless the line holds it already."""
        if self.line.text().strip() != query.strip():
            self.line.setText(query)

    def sizeHint(self) -> QSize:
        """Return the usual width of 440 px."""
        return QSize(self._appearance.px(440), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the least width of 280 px, in a large interface 200."""
        return QSize(self._appearance.px(200 if self._appearance.interface_scale > 130 else 280), self._height())

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the focus on the frame. Esc clears the line, then leaves it. Down moves to the results."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._escape()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.went_down.emit()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the line between its icon and its button."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, icon, and the key hint while the line is empty."""
        appearance, focused = self._appearance, self.line.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(appearance.color("paper"))
        painter.setPen(QPen(appearance.color("accent" if focused else "line2"), 2 if focused else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        side = appearance.px(18)
        appearance.icon("magnifying-glass").paint(painter, self._at_start(appearance.px(12), side, side))
        if not self.line.text() and not focused:
            self._paint_hint(painter)

    def _paint_hint(self, painter: QPainter) -> None:
        px = self._appearance.px
        painter.setFont(self._appearance.interface_font(11))
        width, height = painter.fontMetrics().horizontalAdvance(HINT) + px(12), painter.fontMetrics().height() + px(2)
        box = self._at_start(self.width() - width - px(12), width, height)
        painter.setPen(QPen(self._appearance.color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(self._appearance.color("ink3"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), HINT)

    def _at_start(self, skip: int, width: int, height: int) -> QRect:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - skip - width if rtl else skip
        return QRect(left, (self.height() - height) // 2, width, height)

    def _height(self) -> int:
        return max(self._appearance.px(36), self.line.fontMetrics().height() + self._appearance.px(12))

    def _arrange(self) -> None:
        px = self._appearance.px
        self.line.setGeometry(self._at_start(px(38), self.width() - px(38) - px(44), self.height() - 6))
        button = self._clear.sizeHint()
        self._clear.setGeometry(self._at_start(self.width() - button.width() - px(6), button.width(), button.height()))

    def _changed(self, words: str) -> None:
        self._clear.setVisible(bool(words))
        self.update()

    def _empty(self) -> None:
        self.line.clear()
        self.line.setFocus()

    def _escape(self) -> None:
        if self.line.text():
            self.line.clear()
        else:
            self.left.emit()

    def _restyle(self) -> None:
        self.line.setFont(self._appearance.interface_font(13))
        palette = QPalette(self.line.palette())
        palette.setColor(QPalette.ColorRole.Base, self._appearance.color("paper"))
        palette.setColor(QPalette.ColorRole.Text, self._appearance.color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self._appearance.color("ink3"))
        self.line.setPalette(palette)
        self.setMaximumWidth(self._appearance.px(560))
        self.retranslate()
        self.updateGeometry()
        self._arrange()
        self.update()
