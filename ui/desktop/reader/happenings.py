"""What happens in the text that is read, as signals: each view tells its own, the pane those of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.desktop.reader.view import ReaderView


class Happenings(QWidget):
    """Passes on what is told by the views of its texts."""

    clause_changed = Signal(str)
    screen_changed = Signal(object)
    link_hovered = Signal(object)
    link_pinned = Signal(object)
    footnote_entered = Signal(str)
    place_left = Signal(object)
    jumped = Signal(object, object)
    bookmark_toggled = Signal(str)
    copied = Signal(int)
    citation_activated = Signal(object)
    text_size_stepped = Signal(int)
    link_copy_requested = Signal(str)
    menu_opening = Signal(object, object)

    def relay(self, view: ReaderView) -> None:
        """Pass on what a view tells."""
        for name in (
            "clause_changed", "screen_changed", "link_hovered", "link_pinned", "footnote_entered", "place_left",
            "jumped", "bookmark_toggled", "copied", "citation_activated", "text_size_stepped", "link_copy_requested",
            "menu_opening",
        ):  # fmt: skip
            getattr(view, name).connect(getattr(self, name))
