"""Changes of the library and the interface: told once, as the subjects that changed, to every view that shows them."""

from __future__ import annotations

from collections.abc import Callable
from enum import Flag, auto

from PySide6.QtCore import QObject, Signal


class Subject(Flag):
    """The kinds of data that an operation can change."""

    NONE = 0
    DOCUMENTS = auto()
    """Documents held by the library, and its catalogue of instruments."""
    NOTES = auto()
    """Bookmarks, highlights, notes, stances, labels and conflicts."""
    CITATIONS = auto()
    """Citations of held documents, found by the rules or corrected by the user."""
    INDEX = auto()
    """State of the search index."""
    SETTINGS = auto()
    """Language, digits and sizes of the interface."""


class Changes(QObject):
    """The one signal of changes in a window."""

    changed = Signal(object)
    """The Subject flags that changed."""

    def tell(self, subjects: Subject) -> None:
        """Announce a change, unless it is Subject.NONE."""
        if subjects:
            self.changed.emit(subjects)

    def on(self, subjects: Subject, refresh: Callable[[], object]) -> None:
        """Call `refresh` after each change of any of the subjects."""

        def heard(told: Subject) -> None:
            if told & subjects:
                refresh()

        self.changed.connect(heard)
