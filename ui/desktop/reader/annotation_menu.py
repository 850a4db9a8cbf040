"""Menus of annotations: the part of the text's context menu about notes, a choice of colour, a choice of note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from documents.annotations.model import Annotation, AnnotationKind, Stance
from ui.desktop.support.appearance import COLOURS
from ui.desktop.support.note_text import colour_word, kind_word, stance_word


class AnnotationMenu(QObject):
    """Fills and opens menus, and emits a signal for each choice."""

    colour_chosen = Signal(str)
    note_requested = Signal(bool)
    """A new note: on the selection or the current provision, or if True on the whole document."""
    stance_chosen = Signal(str)
    """A stance on the current provision, "" for none."""
    other_stance_requested = Signal()
    """The stance of another delegation."""
    edit_requested = Signal(str)
    removal_requested = Signal(str)
    move_requested = Signal()
    """Re-anchor the chosen note to the selected words."""

    def fill(self, menu: QMenu, notes: Sequence[Annotation], *, movable: bool) -> None:
        """Add the entries for the place of the caret, where `notes` stand; `movable` offers to re-anchor one."""
        menu.addSeparator()
        self._add_colours(menu.addMenu(self.tr("Highlight")))
        menu.addAction(self.tr("Add a note")).triggered.connect(lambda: self.note_requested.emit(False))
        whole = menu.addAction(self.tr("Add a note on the whole document"))
        whole.triggered.connect(lambda: self.note_requested.emit(True))
        self._add_stances(menu.addMenu(self.tr("Stance on this paragraph")))
        for note in notes:
            if note.kind is not AnnotationKind.BOOKMARK:
                self._add_note(menu.addMenu(_name(note)), note.id)
        if movable:
            menu.addAction(self.tr("Let the note stand on these words")).triggered.connect(self.move_requested)

    def ask_colour(self, parent: QWidget, point: QPoint) -> None:
        """Open a menu of colours at a point of the screen."""
        menu = _popup(parent, "colours")
        self._add_colours(menu)
        menu.popup(point)

    def ask_note(self, notes: Sequence[Annotation], parent: QWidget, point: QPoint) -> None:
        """Open a menu of notes that overlap at a point of the screen."""
        menu = _popup(parent, "stackedMarks")
        for note in notes:
            menu.addAction(_name(note)).triggered.connect(lambda _=False, id_=note.id: self.edit_requested.emit(id_))
        menu.popup(point)

    def _add_colours(self, menu: QMenu) -> None:
        for number, colour in enumerate(COLOURS, 1):
            action = menu.addAction(f"&{number} {colour_word(colour)}")
            action.triggered.connect(lambda _=False, colour=colour: self.colour_chosen.emit(colour))

    def _add_stances(self, menu: QMenu) -> None:
        for stance in ("", *map(str, Stance)):
            action = menu.addAction(stance_word(stance) if stance else self.tr("No stance"))
            action.triggered.connect(lambda _=False, stance=stance: self.stance_chosen.emit(stance))
        other = menu.addAction(self.tr("Of another delegation…"))
        other.triggered.connect(self.other_stance_requested)

    def _add_note(self, menu: QMenu, id_: str) -> None:
        menu.addAction(self.tr("Edit")).triggered.connect(lambda: self.edit_requested.emit(id_))
        menu.addAction(self.tr("Remove")).triggered.connect(lambda: self.removal_requested.emit(id_))


def _popup(parent: QWidget, name: str) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setObjectName(name)
    return menu


def _name(note: Annotation) -> str:
    """Return the name of a note in a menu: its kind, its colour, and its first words."""
    words = " … ".join(target.quote.exact for target in note.targets)
    parts = [kind_word(note.kind.value), colour_word(note.colour), note.text[:40] or f"«{words[:40]}»"]
    return " · ".join(part for part in parts if part)
