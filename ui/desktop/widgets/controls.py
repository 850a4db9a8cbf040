"""Controls that the panes share: flat buttons, words in a colour of the theme, a filter box, an empty page."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui.desktop.support.appearance import Appearance
from ui.desktop.support.safe_event_filter import guarded


class Look(StrEnum):
    """How a flat button is drawn (window.md §6)."""

    LINK = "link"
    QUIET = "quiet"
    PRIMARY = "primary"
    OUTLINED = "outlined"
    CHIP = "chip"
    SEGMENT = "segment"


_PADDING = {Look.LINK: 2, Look.QUIET: 6, Look.PRIMARY: 14, Look.OUTLINED: 12, Look.CHIP: 6, Look.SEGMENT: 9}
_RING = 3
"""Room that every button keeps around itself for its focus ring."""


class FlatButton(QToolButton):
    """A button drawn from theme tokens alone; Enter presses it like Space."""

    def __init__(
        self, appearance: Appearance, look: Look = Look.QUIET, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.look = look
        self.icon_name = icon_name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(look in {Look.CHIP, Look.SEGMENT})
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def set_words(self, words: str, name: str = "") -> None:
        """Show `words`; `name` is what assistive technology says where that differs."""
        self.setText(words)
        self.setAccessibleName(name or words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon, words, padding and the focus ring; never below the least target of 28 px."""
        metrics, px = self.fontMetrics(), self._appearance.px
        width = metrics.horizontalAdvance(self.text()) + 2 * px(_PADDING[self.look])
        if self.icon_name:
            width += px(15) + (px(6) if self.text() else 0)
        height = max(px(22 if self.look is Look.LINK else 28), metrics.height() + px(6))
        return QSize(max(width, px(28)) + 2 * _RING, height + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        """Words are elided rather than pushed out of a narrow pane."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._appearance.px(48)), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter as well."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the hover ground at once."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the hover ground away at once."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, icon, words, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(_RING + 0.5, _RING + 0.5, -_RING - 0.5, -_RING - 0.5)
        self._paint_ground(painter, box)
        self._paint_words(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._appearance.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius(box) + 2, 9)

    def _radius(self, box: QRectF) -> float:
        return box.height() / 2 if self.look is Look.CHIP else 7.0

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        ground, border = self._ground()
        if ground is None and border is None:
            return
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(border, 1) if border is not None else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, self._radius(box), self._radius(box))

    def _ground(self) -> tuple[QColor | None, QColor | None]:
        color = self._appearance.color
        hovered = self.underMouse() and self.isEnabled()
        if self.look is Look.PRIMARY or (self.look is Look.CHIP and self.isChecked()):
            return color("accent"), None
        if self.look is Look.SEGMENT and self.isChecked():
            return color("accentsoft"), None
        ground = color("hover") if hovered and self.look is not Look.LINK else None
        return ground, color("line2") if self.look in {Look.OUTLINED, Look.CHIP} else None

    def ink(self) -> str:
        """Return the token its icon and words are drawn in."""
        if not self.isEnabled():
            return "line2"
        if self.look is Look.PRIMARY or (self.look is Look.CHIP and self.isChecked()):
            return "onaccent"
        if self.look is Look.LINK or (self.look is Look.SEGMENT and self.isChecked()):
            return "accent"
        return "ink" if self.look is Look.OUTLINED else "ink2"

    def _paint_words(self, painter: QPainter) -> None:
        px, rtl = self._appearance.px, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        inner = self.rect().adjusted(_RING, 0, -_RING, 0)
        padding = px(_PADDING[self.look])
        inner = inner.adjusted(padding, 0, -padding, 0) if self.text() else inner
        if self.icon_name:
            side = px(15)
            x = inner.right() - side + 1 if rtl else inner.left()
            x = x if self.text() else inner.center().x() - side // 2
            place = QRect(x, self.rect().center().y() - side // 2, side, side)
            painter.drawPixmap(place, self._appearance.pixmap(self.icon_name, self.ink(), size=15))
            inner = inner.adjusted(0, 0, -side - px(6), 0) if rtl else inner.adjusted(side + px(6), 0, 0, 0)
        font = QFont(self.font())
        font.setUnderline(self.look is Look.LINK and (self.underMouse() or self.hasFocus()))
        painter.setFont(font)
        painter.setPen(self._appearance.color(self.ink()))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width() + 1)
        painter.drawText(inner, int(self._alignment() | Qt.AlignmentFlag.AlignVCenter), words)

    def _alignment(self) -> Qt.AlignmentFlag:
        if self.look in {Look.PRIMARY, Look.OUTLINED, Look.CHIP} and not self.icon_name:
            return Qt.AlignmentFlag.AlignHCenter
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignAbsolute

    def _restyle(self) -> None:
        self.setFont(self._appearance.interface_font(12 if self.look is not Look.PRIMARY else 13, 500))
        self.updateGeometry()
        self.update()


class Segment(QWidget):
    """Buttons in one frame, one of which is always on."""

    def __init__(self, appearance: Appearance, buttons: tuple[FlatButton, ...]) -> None:
        super().__init__()
        self._appearance = appearance
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in buttons:
            row.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame round all of them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.color("line2"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)


class Words(QLabel):
    """A wrapping label in an interface size and a colour of the theme; never interprets what it shows as markup."""

    def __init__(
        self, appearance: Appearance, px: float = 13, ink: str = "ink", weight: int = 400, *, rich: bool = False
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._px, self._ink, self._weight = px, ink, weight
        self.setWordWrap(True)
        self._align()
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the words at the start edge of the interface, whatever their own direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        self.setFont(self._appearance.interface_font(self._px, self._weight))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._appearance.color(self._ink))
        self.setPalette(palette)


class SectionHead(QWidget):
    """The line over a section: its name at the start edge, a count or a fact at the end edge."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.name = Words(appearance, 12, "ink3", 500)
        self.fact = Words(appearance, 12, "ink3")
        self.fact.setWordWrap(False)
        self.fact.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.fact)
        self.set_margins(14, 6, 14, 6)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Set the room round the line, in px."""
        self._row.setContentsMargins(left, top, right, bottom)

    def show_words(self, name: str, fact: str = "") -> None:
        """Name the section and say the fact, which is already in interface digits."""
        self.name.setText(name)
        self.fact.setText(fact)
        self.setAccessibleName(f"{name} {fact}".strip())


class FilterBox(QFrame):
    """A line to type in, with its icon, framed as the theme says; Esc empties it."""

    changed = Signal(str)
    entered = Signal()

    def __init__(self, appearance: Appearance, icon_name: str = "funnel") -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = QLabel()
        self._icon_name = icon_name
        self.line = QLineEdit()
        self.line.setFrame(False)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)
        self.line.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self._icon)
        row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def set_prompt(self, prompt: str) -> None:
        """Show `prompt` while the line is empty; it is the line's accessible name too."""
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(prompt)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the focus on the frame, and let Esc empty the line before it leaves it."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape and self.line.text():  # type: ignore[attr-defined]
            self.line.clear()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded frame; two pixels of accent while the line has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.line.hasFocus()
        painter.setPen(QPen(self._appearance.color("accent" if focused else "line2"), 2 if focused else 1))
        painter.setBrush(self._appearance.color("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)

    def _restyle(self) -> None:
        color, px = self._appearance.color, self._appearance.px
        self._icon.setPixmap(self._appearance.pixmap(self._icon_name, size=15))
        self.line.setFont(self._appearance.interface_font(13))
        palette = QPalette(self.line.palette())
        palette.setColor(QPalette.ColorRole.Base, color("paper"))
        palette.setColor(QPalette.ColorRole.Text, color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, color("ink3"))
        self.line.setPalette(palette)
        self.setMinimumHeight(max(px(30), self.line.fontMetrics().height() + px(12)))
        self.update()


class EmptyPage(QWidget):
    """What a page shows while it has nothing to list: icon, head, a sentence, and at most a few buttons."""

    def __init__(self, appearance: Appearance, icon_name: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon_name = icon_name
        self._icon = QLabel()
        self.head = Words(appearance, 13.5, "ink", 600)
        self.body = Words(appearance, 13, "ink2")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(8)
        for widget in (self._icon, self.head, self.body):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def add(self, widget: QWidget) -> None:
        """Put a button or link under the sentence."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def show_words(self, head: str, body: str) -> None:
        """Say what is missing and what can be done."""
        self.head.setText(head)
        self.body.setText(body)
        self.body.setVisible(bool(body))

    def _restyle(self) -> None:
        self._icon.setPixmap(self._appearance.pixmap(self._icon_name, size=24))
