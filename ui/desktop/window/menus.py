"""The full menu, made from the table of actions: for the menu button, and for a classic menu bar."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar

from ui.desktop.support.appearance import Appearance
from ui.desktop.window.actions import SECTIONS, Actions, translated


def fill(target: QMenu | QMenuBar, actions: Actions, appearance: Appearance) -> None:
    """Fill a menu or a menu bar anew with every section, in the present language."""
    for old in target.findChildren(QMenu):
        old.deleteLater()
    target.clear()
    for title, members in SECTIONS:
        menu = QMenu(translated(title), target)
        menu.setFont(appearance.interface_font(13))
        for command in members:
            if command is None:
                menu.addSeparator()
            else:
                menu.addAction(actions[command.id])
        target.addMenu(menu)
