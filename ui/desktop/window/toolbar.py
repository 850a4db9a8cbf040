"""The toolbar: menu, sidebar, history, search box, highlight and bookmark, text size, theme, apparatus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import GlyphButton
from ui.desktop.window.actions import Actions, fill_menu
from ui.desktop.window.search_box import SearchBox

HEIGHT = 52


class _Separator(QWidget):
    """A hairline between two groups of buttons."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setFixedWidth(13)
        appearance.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a line of 20 px."""
        height = self._appearance.px(20)
        QPainter(self).fillRect(6, (self.height() - height) // 2, 1, height, self._appearance.color("line"))


class Toolbar(QWidget):
    """The bar at the top of the window, in the order of the direction of the interface."""

    def __init__(self, appearance: Appearance, actions: Actions) -> None:
        super().__init__()
        self._appearance, self._actions = appearance, actions
        self.search = SearchBox(appearance)
        self.menu_button = GlyphButton(appearance, "list")
        self.menu_button.clicked.connect(self.open_menu)
        # In a right-to-left window the sidebar is on the right, where the icon is hatched.
        self.sidebar = self._button("sidebar", mirrored=(True, False))
        self.apparatus = self._button("apparatus", mirrored=(False, True))
        self.back = self._button("back", "arrow-left", mirrored=(False, True))
        self.forward = self._button("forward", "arrow-right", mirrored=(False, True))
        self.highlight = self._button("highlight", "pencil-line")
        self.bookmark = self._button("bookmark", "bookmark-simple")
        self.text_size = self._button("text_size", "text-aa")
        self.theme = self._button("theme", "moon")
        # The icon shows the theme that a press leads to.
        self.theme.shows_checked = False
        self._menu = QMenu(self)
        self._row = QHBoxLayout(self)
        self._fill()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts of the menu button, which belongs to no action."""
        self.menu_button.set_words("", self.tr("Main menu"))
        self.menu_button.setToolTip(self._actions["menu"].toolTip())

    def set_bookmarked(self, bookmarked: bool) -> None:
        """Show whether the current provision is bookmarked."""
        self.bookmark.set_icon("bookmark-simple-fill" if bookmarked else "bookmark-simple")
        self.bookmark.token = "accent" if bookmarked else "ink2"

    def open_menu(self) -> None:
        """Open the main menu under its button."""
        fill_menu(self._menu, self._actions, self._appearance)
        self._menu.setFont(self._appearance.interface_font(13))
        corner = self.menu_button.rect().bottomRight() if self._appearance.rtl else self.menu_button.rect().bottomLeft()
        place = self.menu_button.mapToGlobal(corner)
        if self._appearance.rtl:
            place -= QPoint(self._menu.sizeHint().width(), 0)
        self._menu.popup(place)

    def changeEvent(self, event: QEvent) -> None:
        """Set the texts of another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the background and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._appearance.color("line"))

    def _button(self, id_: str, icon: str = "square-half", mirrored: tuple[bool, bool] = (False, False)) -> GlyphButton:
        button = GlyphButton(self._appearance, icon, mirrored=mirrored)
        button.bind(self._actions[id_])
        return button

    def _fill(self) -> None:
        row = self._row
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(4)
        for widget in (self.menu_button, self.sidebar, _Separator(self._appearance), self.back, self.forward):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addStretch(1)
        for widget in (self.highlight, self.bookmark, self.text_size, self.theme):
            row.addWidget(widget)
        row.addWidget(_Separator(self._appearance))
        row.addWidget(self.apparatus)

    def _restyle(self) -> None:
        self.theme.set_icon("sun" if self._appearance.dark else "moon")
        height = max(self._appearance.px(HEIGHT), self.search.sizeHint().height() + self._appearance.px(12))
        self.setFixedHeight(height)
        self.update()
