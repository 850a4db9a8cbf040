"""The sidebar: library, outline, results and bookmarks as tabs, or a narrow rail whose pages open over the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QFrame, QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.support.appearance import Appearance
from ui.desktop.support.safe_event_filter import guarded
from ui.desktop.widgets.buttons import TabButton
from ui.desktop.window.actions import key_words

ICONS = {
    "library": "books",
    "outline": "list-bullets",
    "results": "magnifying-glass",
    "bookmarks": "note-pencil",
}
RAIL_WIDTH = 56
OVERLAY_WIDTH = 300


class _Tabs(QWidget):
    """The row (or, in the rail, the column) of tabs."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.buttons = {name: TabButton(appearance, icon) for name, icon in ICONS.items()}
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
        """Stand upright or lie flat."""
        self.rail = rail
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if rail else QBoxLayout.Direction.LeftToRight)
        self._box.setStretch(len(self.buttons), 1 if rail else 0)
        for button in self.buttons.values():
            button.set_rail(rail)
        self.share()

    def share(self) -> None:
        """Give each tab of the row as much of it as its word needs, so that the longest is not cut."""
        for at, button in enumerate(self.buttons.values()):
            self._box.setStretch(at, 0 if self.rail else button.sizeHint().width())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk along the tabs as they are drawn."""
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
        """The hairline below the row."""
        if not self.rail:
            QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._appearance.color("line"))


class _Overlay(QFrame):
    """A page over the text: raised ground, one line of border, no shadow; Esc closes it."""

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
        """Stand at the start edge of what it covers, as high as that."""
        width = min(self._appearance.px(OVERLAY_WIDTH), self._over.width())
        rtl = self._over.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setGeometry(QRect(self._over.width() - width if rtl else 0, 0, width, self._over.height()))

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what it covers."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and border."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("line2"))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), self._appearance.color("window"))


class Sidebar(QWidget):
    """Four pages, made when they are first shown; `rail` folds them into a column of icons."""

    page_shown = Signal(str)
    overlay_closed = Signal()

    def __init__(self, appearance: Appearance, pages: Mapping[str, Callable[[], QWidget]], over: QWidget) -> None:
        """`pages` makes each page by name; `over` is what a page covers while the sidebar is a rail."""
        super().__init__()
        self._appearance = appearance
        self._makers = dict(pages)
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
        """Say the words of the tabs again."""
        words = {
            "library": self.tr("Library"),
            "outline": self.tr("Outline"),
            "results": self.tr("Results"),
            "bookmarks": self.tr("My notes"),
        }
        for number, (name, button) in enumerate(self.tabs.buttons.items(), 1):
            button.set_words(words[name])
            button.setToolTip(f"{words[name]} ({key_words(f'Ctrl+{number}')})")
        self.tabs.share()

    def page(self, name: str) -> QWidget:
        """Return a page, made now if it was not yet."""
        if name not in self._made:
            self._made[name] = self._makers[name]()
            self._stack.addWidget(self._made[name])
        return self._made[name]

    def made(self, name: str) -> QWidget | None:
        """Return a page if it was made already."""
        return self._made.get(name)

    def show_page(self, name: str, *, focus: bool = False) -> None:
        """Bring a page forward; in the rail it opens over the text."""
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
        """Become a rail, or a sidebar again with the page it had."""
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
                self.show_page("outline")
        self._stack.show()
        self._column.setStretchFactor(self.tabs, 1 if rail else 0)
        self._restyle()
        self._check()

    def is_overlay_open(self) -> bool:
        """Say whether a page covers the text."""
        return self.rail and self._overlay.isVisible()

    def close_overlay(self) -> None:
        """Close a page that covers the text; one in the sidebar stays."""
        if self.is_overlay_open():
            self._overlay.hide()
            self._check()
            self.overlay_closed.emit()

    def holds_focus(self, focused: QWidget | None) -> bool:
        """Say whether the keyboard is in the sidebar or in its page over the text."""
        return focused is not None and (self.isAncestorOf(focused) or self._overlay.isAncestorOf(focused))

    def take_focus(self) -> None:
        """Take the keyboard: the page if it can be seen, else the tabs."""
        page = self._made.get(self.current)
        if page is not None and page.isVisible():
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.tabs.buttons[self.current or "outline"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate, and put an open page on the other side."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.LayoutDirectionChange and self._overlay.isVisible():
            self._overlay.place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
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
