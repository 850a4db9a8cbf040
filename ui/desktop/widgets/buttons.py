"""Buttons of the toolbar, the tabs and the status line, painted from theme tokens alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from ui.desktop.support.appearance import Appearance

_RING = 2


def focus_ring(painter: QPainter, rect: QRect, appearance: Appearance, radius: float = 8) -> None:
    """Paint the ring of the keyboard focus just inside `rect`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(appearance.color("accent"), _RING))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)


class GlyphButton(QToolButton):
    """An icon, with or without words beside it; `on` has the ground of what is selected."""

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
        """`side` is the least width and the height, `mirrored` whether the icon is flipped in (LTR, RTL)."""
        super().__init__(parent)
        self._appearance = appearance
        self._side, self._glyph, self._mirrored = side, glyph, mirrored
        self._icon_name = icon_name
        self._words = ""
        self.shows_checked = True
        self.token = "ink2"  # noqa: S105 - a colour
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def bind(self, action: QAction) -> None:
        """Press, check, enable and name the button as an action is."""
        self.setDefaultAction(action)
        action.changed.connect(self._renamed)
        self._renamed()

    def set_icon(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon_name = icon_name
        self.update()

    def set_words(self, words: str, name: str = "") -> None:
        """Show words beside the icon; `name` is what assistive technology says where that differs."""
        self._words = words
        self.setAccessibleName(name or words)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return the words beside the icon."""
        return self._words

    def sizeHint(self) -> QSize:
        """Return room for icon and words."""
        px = self._appearance.px
        height = max(px(self._side), self.fontMetrics().height())
        if not self._words:
            return QSize(px(self._side), height)
        icon = px(self._glyph) + px(5) if self._icon_name else 0
        return QSize(icon + self.fontMetrics().horizontalAdvance(self._words) + px(14), height)

    def minimumSizeHint(self) -> QSize:
        """Never smaller than it wants to be."""
        return self.sizeHint()

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
        """Ground, icon, words and focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_content(painter)
        if self.hasFocus():
            focus_ring(painter, self.rect(), self._appearance)

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
        px, rtl = self._appearance.px, self.layoutDirection() == Qt.LayoutDirection.RightToLeft
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
        self.updateGeometry()
        self.update()


class TabButton(GlyphButton):
    """A tab of the sidebar: words under the icon, a bar of accent at its foot (or start edge) when it is current."""

    def __init__(self, appearance: Appearance, icon_name: str) -> None:
        super().__init__(appearance, icon_name, side=54)
        self.setCheckable(True)
        self.toggled.connect(self._restyle)
        self._rail = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rail(self, rail: bool) -> None:
        """Look like a button of the rail."""
        self._rail = rail
        self._restyle()

    def sizeHint(self) -> QSize:
        """Return room for the icon above the word."""
        px, metrics = self._appearance.px, self.fontMetrics()
        height = max(px(54), px(18) + metrics.height() + px(14))
        return QSize(max(px(48), metrics.horizontalAdvance(self._words) + px(6)), height)

    def minimumSizeHint(self) -> QSize:
        """Tabs shrink before the sidebar grows."""
        return QSize(self._appearance.px(40), self.sizeHint().height())

    def _paint_ground(self, painter: QPainter) -> None:
        color = self._appearance.color
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect(), color("hover"))
        if not self.isChecked():
            return
        bar = self._appearance.px(3)
        if self._rail:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            painter.fillRect(self.rect(), color("accentsoft"))
            painter.fillRect(self.width() - bar if rtl else 0, 0, bar, self.height(), color("accent"))
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
        self.setFont(self._appearance.interface_font(10.5 if getattr(self, "_rail", False) else 11.5, weight))
        self.updateGeometry()
        self.update()
