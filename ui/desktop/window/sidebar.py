"""The sidebar: its pages behind tabs, or behind a narrow rail from which they open over the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.support.appearance import Appearance
from ui.desktop.support.safe_event_filter import guarded
from ui.desktop.widgets.buttons import TabButton
from ui.desktop.window.actions import key_words
from ui.desktop.window.sidebar_pages import FIRST_PAGE, PAGES, SidebarPage

RAIL_WIDTH = 56
OVERLAY_WIDTH = 300


class _Tabs(QWidget):
    """The row (or, in the rail, the column) of tabs."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.buttons = {page.name: TabButton(appearance, page.icon) for page in PAGES}
        self.group = QButtonGroup(self)
        self.group.setExclusive(False)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        for name, button in self.buttons.items():
            button.setObjectName(f"tab-{name}")
            self.group.addButton(button)
            self._box.addWidget(button, 1)
        self._box.addStretch(0)
        self.rail = False

    def set_rail(self, rail: bool) -> None:
        """Become a column, or a row."""
        self.rail = rail
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if rail else QBoxLayout.Direction.LeftToRight)
        self._box.setStretch(len(self.buttons), 1 if rail else 0)
        for button in self.buttons.values():
            button.set_rail(rail)
        self.share()

    def share(self) -> None:
        """Share the row in proportion to the texts of the tabs, so that the longest is not cut."""
        for at, button in enumerate(self.buttons.values()):
            self._box.setStretch(at, 0 if self.rail else button.sizeHint().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus along the tabs with the arrow keys, in the direction they point to."""
        buttons = list(self.buttons.values())
        focus = next((i for i, b in enumerate(buttons) if b.hasFocus()), -1)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: 1 if rtl else -1,
            Qt.Key.Key_Right: -1 if rtl else 1,
        }
        step = steps.get(Qt.Key(event.key()), 0)
        if focus >= 0 and step:
            buttons[(focus + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line below the row."""
        if not self.rail:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._appearance.color("line"))


class _Overlay(QFrame):
    """A bordered page over the text, closed by Esc."""

    closed = Signal()

    def __init__(self, appearance: Appearance, over: QWidget) -> None:
        super().__init__(over)
        self._appearance = appearance
        self._over = over
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.hide()
        over.installEventFilter(self)
        appearance.changed.connect(self.update)

    def place(self) -> None:
        """Cover the start edge of the widget below, in its full height."""
        width = min(self._appearance.px(OVERLAY_WIDTH), self._over.width())
        rtl = self._over.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setGeometry(QRect(self._over.width() - width if rtl else 0, 0, width, self._over.height()))

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the widget below."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint background and border."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("line2"))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), self._appearance.color("window"))


class Sidebar(QWidget):
    """Shows one page at a time, created on first use. The rail folds the tabs into a column of icons."""

    page_shown = Signal(str)
    overlay_closed = Signal()

    def __init__(self, appearance: Appearance, make: Callable[[SidebarPage], QWidget], over: QWidget) -> None:
        """`make` creates a page. `over` is the widget that a page covers while the sidebar is a rail."""
        super().__init__()
        self._appearance, self._make = appearance, make
        self._pages = {page.name: page for page in PAGES}
        self._made: dict[str, QWidget] = {}
        self.current = ""
        self.rail = False
        self.tabs = _Tabs(appearance)
        self._stack = QStackedWidget()
        self._overlay = _Overlay(appearance, over)
        self._overlay.closed.connect(self.close_overlay)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.tabs)
        self._column.addWidget(self._stack, 1)
        for name, button in self.tabs.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self._pressed(name))
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts of the tabs in the language of the interface."""
        for page in PAGES:
            title, button = QCoreApplication.translate("Sidebar", page.title), self.tabs.buttons[page.name]
            button.set_words(title)
            button.setToolTip(f"{title} ({key_words(page.key)})")
        self.tabs.share()

    def page(self, name: str) -> QWidget:
        """Return a page, created on first use."""
        if name not in self._made:
            self._made[name] = self._make(self._pages[name])
            self._stack.addWidget(self._made[name])
        return self._made[name]

    def made(self, name: str) -> QWidget | None:
        """Return a page if it was created already."""
        return self._made.get(name)

    def show_page(self, name: str, *, focus: bool = False) -> None:
        """Show a page, for an unknown name the first one. In the rail it opens over the text."""
        name = name if name in self._pages else FIRST_PAGE
        page = self.page(name)
        self._stack.setCurrentWidget(page)
        self.current = name
        if self.rail:
            self._overlay.place()
            self._overlay.show()
            self._overlay.raise_()
        self._check()
        self.page_shown.emit(name)
        if focus:
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_rail(self, rail: bool) -> None:
        """Become a rail, or a sidebar with its page again."""
        if rail == self.rail:
            return
        self.rail = rail
        self._overlay.hide()
        self.tabs.set_rail(rail)
        if rail:
            self._overlay.column.addWidget(self._stack)
        else:
            self._column.addWidget(self._stack, 1)
            if not self.current:
                self.show_page(FIRST_PAGE)
        self._stack.show()
        self._column.setStretchFactor(self.tabs, 1 if rail else 0)
        self._restyle()
        self._check()

    def is_overlay_open(self) -> bool:
        """Return whether a page covers the text."""
        return self.rail and self._overlay.isVisible()

    def close_overlay(self) -> None:
        """Close a page that covers the text."""
        if self.is_overlay_open():
            self._overlay.hide()
            self._check()
            self.overlay_closed.emit()

    def holds(self, widget: QWidget) -> bool:
        """Return whether a widget lies in the sidebar or in its page over the text."""
        return self.isAncestorOf(widget) or self._overlay.isAncestorOf(widget)

    def take_focus(self) -> None:
        """Move the keyboard to the page if it is visible, else to its tab."""
        page = self._made.get(self.current)
        if page is not None and page.isVisible():
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.tabs.buttons[self.current or FIRST_PAGE].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.LayoutDirectionChange and self._overlay.isVisible():
            self._overlay.place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the background."""
        QPainter(self).fillRect(self.rect(), self._appearance.color("window"))

    def _pressed(self, name: str) -> None:
        if self.is_overlay_open() and name == self.current:
            self.close_overlay()
        else:
            self.show_page(name)

    def _check(self) -> None:
        for name, button in self.tabs.buttons.items():
            button.setChecked(name == self.current and (not self.rail or self._overlay.isVisible()))

    def _restyle(self) -> None:
        if self.rail:
            self.setFixedWidth(self._appearance.px(RAIL_WIDTH))
        else:
            self.setMinimumWidth(self._appearance.px(220))
            self.setMaximumWidth(self._appearance.px(420))
        self.tabs.share()
        self.update()
