"""The buttons of the window, painted from theme tokens alone: icon buttons, flat buttons with words, sidebar tabs."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ui.desktop.support.appearance import Appearance


def focus_ring(painter: QPainter, rect: QRect, appearance: Appearance, radius: float = 8) -> None:
    """Paint the 2 px ring of the keyboard focus just inside `rect`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(appearance.color("accent"), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)


class ThemedButton(QToolButton):
    """Base class: paints ground, content and focus ring, and is pressed by Enter as well as Space.

    Subclasses paint the ground and the content, and set the font in `_restyle`.
    """

    def __init__(self, appearance: Appearance, icon_name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icon_name = icon_name
        self._words = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._restyle)

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self.update()

    def set_words(self, words: str, name: str = "") -> None:
        """Show `words`, with `name` as the accessible name where it differs from them."""
        self._words = words
        self.setAccessibleName(name or words)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return the words shown."""
        return self._words

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
        """Remove the hover ground at once."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, content and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_content(painter)
        if self.hasFocus():
            self._paint_focus(painter)

    def _is_rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _paint_ground(self, painter: QPainter) -> None:
        raise NotImplementedError

    def _paint_content(self, painter: QPainter) -> None:
        raise NotImplementedError

    def _paint_focus(self, painter: QPainter) -> None:
        focus_ring(painter, self.rect(), self._appearance)

    def _restyle(self) -> None:
        """Take font and size from the appearance."""
        self.updateGeometry()
        self.update()


class GlyphButton(ThemedButton):
    """An icon with or without words beside it. The checked one has the ground of a selection."""

    def __init__(
        self,
        appearance: Appearance,
        icon_name: str = "",
        *,
        side: int = 34,
        glyph: int = 18,
        mirrored: tuple[bool, bool] = (False, False),
        parent: QWidget | None = None,
    ) -> None:
        """`side` is height and least width, `glyph` the size of the icon, `mirrored` its flip in (LTR, RTL)."""
        super().__init__(appearance, icon_name, parent)
        self._side, self._glyph, self._mirrored = side, glyph, mirrored
        self.shows_checked = True
        self.token = "ink2"  # noqa: S105 - a colour
        self._restyle()

    def bind(self, action: QAction) -> None:
        """Press, check, enable and name the button as an action is."""
        self.setDefaultAction(action)
        action.changed.connect(self._renamed)
        self._renamed()

    def sizeHint(self) -> QSize:
        """Return room for icon and words."""
        px = self._appearance.px
        height = max(px(self._side), self.fontMetrics().height())
        if not self._words:
            return QSize(px(self._side), height)
        icon = px(self._glyph) + px(5) if self._icon_name else 0
        return QSize(icon + self.fontMetrics().horizontalAdvance(self._words) + px(14), height)

    def minimumSizeHint(self) -> QSize:
        """Return the size hint: the button never shrinks."""
        return self.sizeHint()

    def _paint_ground(self, painter: QPainter) -> None:
        color = self._appearance.color
        if self.isChecked() and self.shows_checked:
            painter.setBrush(color("accentsoft"))
        elif self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setBrush(color("hover"))
        else:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()), 7, 7)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "line2"
        return "accent" if self.isChecked() and self.shows_checked else self.token

    def _paint_content(self, painter: QPainter) -> None:
        px, rtl = self._appearance.px, self._is_rtl()
        side, box = px(self._glyph), self.rect()
        if self._icon_name:
            left = (box.width() - side) // 2
            if self._words:
                left = box.right() - px(7) - side + 1 if rtl else box.left() + px(7)
            icon = self._appearance.icon(
                self._icon_name, self._ink(), mirrored=self._mirrored[int(rtl)], size=self._glyph
            )
            icon.paint(painter, QRect(left, (box.height() - side) // 2, side, side))
            skip = side + px(5)
            box = box.adjusted(0, 0, -skip, 0) if rtl else box.adjusted(skip, 0, 0, 0)
        if self._words:
            painter.setFont(self.font())
            painter.setPen(self._appearance.color(self._ink()))
            edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            painter.setLayoutDirection(self.layoutDirection())
            flags = edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.adjusted(px(7), 0, -px(7), 0), int(flags), self._words)

    def _renamed(self) -> None:
        action = self.defaultAction()
        if action is not None and not self._words:
            self.setAccessibleName(action.iconText().rstrip("…"))

    def _restyle(self) -> None:
        self.setFont(self._appearance.interface_font(12 if self._side < 30 else 13))
        super()._restyle()


class TabButton(GlyphButton):
    """A tab of the sidebar: words under the icon, and an accent bar at the foot or start edge of the current one."""

    _rail = False

    def __init__(self, appearance: Appearance, icon_name: str) -> None:
        super().__init__(appearance, icon_name, side=54)
        self.setCheckable(True)
        self.toggled.connect(self._restyle)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rail(self, rail: bool) -> None:
        """Take the look of the rail, with the bar at the start edge."""
        self._rail = rail
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return room for the icon above the word."""
        px, metrics = self._appearance.px, self.fontMetrics()
        height = max(px(54), px(18) + metrics.height() + px(14))
        return QSize(max(px(48), metrics.horizontalAdvance(self._words) + px(6)), height)

    def minimumSizeHint(self) -> QSize:
        """Return less than the size hint: tabs shrink before the sidebar grows."""
        return QSize(self._appearance.px(40), self.sizeHint().height())

    def _paint_ground(self, painter: QPainter) -> None:
        color = self._appearance.color
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect(), color("hover"))
        if not self.isChecked():
            return
        bar = self._appearance.px(3)
        if self._rail:
            painter.fillRect(self.rect(), color("accentsoft"))
            painter.fillRect(self.width() - bar if self._is_rtl() else 0, 0, bar, self.height(), color("accent"))
        else:
            painter.fillRect(
                self._appearance.px(6), self.height() - 2, self.width() - self._appearance.px(12), 2, color("accent")
            )

    def _paint_content(self, painter: QPainter) -> None:
        px, metrics = self._appearance.px, self.fontMetrics()
        side = px(18)
        top = (self.height() - side - px(3) - metrics.height()) // 2
        icon = self._appearance.icon(self._icon_name, self._ink())
        icon.paint(painter, QRect((self.width() - side) // 2, top, side, side))
        painter.setFont(self.font())
        painter.setPen(self._appearance.color(self._ink()))
        box = QRect(0, top + side + px(3), self.width(), metrics.height())
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter), words)

    def _restyle(self) -> None:
        weight = 500 if self.isChecked() else 400
        self.setFont(self._appearance.interface_font(10.5 if self._rail else 11.5, weight))
        self.updateGeometry()
        self.update()


class Look(StrEnum):
    """The looks of a flat button (window.md §6)."""

    LINK = "link"
    QUIET = "quiet"
    PRIMARY = "primary"
    OUTLINED = "outlined"
    CHIP = "chip"
    SEGMENT = "segment"


_PADDING = {Look.LINK: 2, Look.QUIET: 6, Look.PRIMARY: 14, Look.OUTLINED: 12, Look.CHIP: 6, Look.SEGMENT: 9}
_RING = 3
"""Room in px that a button keeps around itself for its focus ring."""


class FlatButton(ThemedButton):
    """Words with or without an icon before them, in one of the looks. Words without room are elided."""

    def __init__(
        self, appearance: Appearance, look: Look = Look.QUIET, icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, icon_name, parent)
        self.look = look
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(look in {Look.CHIP, Look.SEGMENT})
        self._restyle()

    def set_words(self, words: str, name: str = "") -> None:
        """Show `words`, with `name` as the accessible name where it differs from them."""
        self.setText(words)
        super().set_words(words, name)

    def sizeHint(self) -> QSize:
        """Return room for icon, words, padding and focus ring: at least 28 px inside the ring."""
        metrics, px = self.fontMetrics(), self._appearance.px
        width = metrics.horizontalAdvance(self._words) + 2 * px(_PADDING[self.look])
        if self._icon_name:
            width += px(15) + (px(6) if self._words else 0)
        height = max(px(22 if self.look is Look.LINK else 28), metrics.height() + px(6))
        return QSize(max(width, px(28)) + 2 * _RING, height + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        """Return less than the size hint: words are elided in a narrow pane."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._appearance.px(48)), hint.height())

    def _radius(self) -> float:
        return self._box().height() / 2 if self.look is Look.CHIP else 7.0

    def _box(self) -> QRectF:
        """Return the frame inside the focus ring."""
        return QRectF(self.rect()).adjusted(_RING + 0.5, _RING + 0.5, -_RING - 0.5, -_RING - 0.5)

    def _paint_ground(self, painter: QPainter) -> None:
        ground, border = self._ground()
        if ground is None and border is None:
            return
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(border, 1) if border is not None else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self._box(), self._radius(), self._radius())

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._appearance.color("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), self._radius() + 2, 9)

    def _ground(self) -> tuple[QColor | None, QColor | None]:
        color = self._appearance.color
        hovered = self.underMouse() and self.isEnabled()
        if self.look is Look.PRIMARY or (self.look is Look.CHIP and self.isChecked()):
            return color("accent"), None
        if self.look is Look.SEGMENT and self.isChecked():
            return color("accentsoft"), None
        ground = color("hover") if hovered and self.look is not Look.LINK else None
        return ground, color("line2") if self.look in {Look.OUTLINED, Look.CHIP} else None

    def _ink(self) -> str:
        """Return the colour token of icon and words."""
        if not self.isEnabled():
            return "line2"
        if self.look is Look.PRIMARY or (self.look is Look.CHIP and self.isChecked()):
            return "onaccent"
        if self.look is Look.LINK or (self.look is Look.SEGMENT and self.isChecked()):
            return "accent"
        return "ink" if self.look is Look.OUTLINED else "ink2"

    def _paint_content(self, painter: QPainter) -> None:
        px, rtl = self._appearance.px, self._is_rtl()
        inner = self.rect().adjusted(_RING, 0, -_RING, 0)
        padding = px(_PADDING[self.look])
        inner = inner.adjusted(padding, 0, -padding, 0) if self._words else inner
        if self._icon_name:
            side = px(15)
            x = inner.right() - side + 1 if rtl else inner.left()
            x = x if self._words else inner.center().x() - side // 2
            place = QRect(x, self.rect().center().y() - side // 2, side, side)
            painter.drawPixmap(place, self._appearance.pixmap(self._icon_name, self._ink(), size=15))
            inner = inner.adjusted(0, 0, -side - px(6), 0) if rtl else inner.adjusted(side + px(6), 0, 0, 0)
        font = QFont(self.font())
        font.setUnderline(self.look is Look.LINK and (self.underMouse() or self.hasFocus()))
        painter.setFont(font)
        painter.setPen(self._appearance.color(self._ink()))
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, inner.width() + 1)
        painter.drawText(inner, int(self._alignment() | Qt.AlignmentFlag.AlignVCenter), words)

    def _alignment(self) -> Qt.AlignmentFlag:
        if self.look in {Look.PRIMARY, Look.OUTLINED, Look.CHIP} and not self._icon_name:
            return Qt.AlignmentFlag.AlignHCenter
        side = Qt.AlignmentFlag.AlignRight if self._is_rtl() else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _restyle(self) -> None:
        self.setFont(self._appearance.interface_font(12 if self.look is not Look.PRIMARY else 13, 500))
        super()._restyle()


class SegmentedButtons(QWidget):
    """Frame around buttons of which one is always checked."""

    def __init__(self, appearance: Appearance, buttons: tuple[FlatButton, ...]) -> None:
        super().__init__()
        self._appearance = appearance
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in buttons:
            row.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame around the buttons."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.color("line2"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
