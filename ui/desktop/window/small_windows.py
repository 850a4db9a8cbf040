"""The small windows and popups of the window, each created when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from ui.desktop.support.interface_settings import InterfaceSettings
from ui.desktop.window.actions import Actions


class SmallWindows:
    """Opens settings, sizes, keys, the program's description and the line that goes to a paragraph."""

    def __init__(
        self, interface: InterfaceSettings, actions: Actions, go: Callable[[str], bool], parent: QWidget
    ) -> None:
        """`go` goes to the label of a paragraph and returns whether there is one."""
        self._interface, self._appearance, self._actions = interface, interface.appearance, actions
        self._go, self._parent = go, parent
        self._made: dict[str, QWidget] = {}

    def made(self) -> tuple[QWidget, ...]:
        """Return those that were opened so far."""
        return tuple(self._made.values())

    def open_goto(self, over: QWidget) -> None:
        """Open the line that goes to a paragraph, over a widget."""
        from ui.desktop.window.goto_popup import GotoPopup

        popup = self._once("go_to", lambda: GotoPopup(self._appearance, self._go, self._parent))
        assert isinstance(popup, GotoPopup)
        popup.open_over(over)

    def open_sizes(self, under: QWidget) -> None:
        """Open the popup of text sizes, under a button."""
        from ui.desktop.panels.preferences.dialogs import SizesPopup

        popup = self._once("sizes", lambda: SizesPopup(self._interface, self._parent))
        assert isinstance(popup, SizesPopup)
        popup.open_under(under)

    def open_settings(self) -> None:
        """Open the settings."""
        from ui.desktop.panels.preferences.dialogs import SettingsWindow

        self._open(self._once("settings", lambda: SettingsWindow(self._interface, self._parent)))

    def open_keys(self) -> None:
        """Open the sheet of keys."""
        from ui.desktop.window.shortcut_sheet import ShortcutSheet

        self._open(self._once("keys", lambda: ShortcutSheet(self._appearance, self._actions, self._parent)))

    def open_about(self) -> None:
        """Open the description of the program."""
        from ui.desktop.window.about import AboutWindow

        self._open(self._once("about", lambda: AboutWindow(self._appearance, self._parent)))

    def _once(self, name: str, make: Callable[[], QWidget]) -> QWidget:
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    def _open(self, small: QWidget) -> None:
        small.show()
        small.raise_()
        small.activateWindow()
        if isinstance(small, QDialog):
            small.setFocus()
