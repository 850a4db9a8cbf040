"""The menus of notes in the text: what can be done here, and which of several marks is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from documents.annotations.model import Annotation, AnnotationKind, Stance
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.support.appearance import COLOURS
from ui.desktop.support.note_text import colour_word, kind_word, stance_word

if TYPE_CHECKING:
    from ui.desktop.controllers.annotation_controller import AnnotationController


class NoteMenus(QObject):
    """Fills the menu of the text, and asks where marks lie over one another."""

    def __init__(self, annotation_controller: AnnotationController, document_controller: DocumentController) -> None:
        super().__init__(annotation_controller)
        self._annotation_controller, self._document_controller = annotation_controller, document_controller
        document_controller.reader.note_clicked.connect(self.choose)
        document_controller.reader.menu_opening.connect(self._fill)
        document_controller.reader.palette_asked.connect(self._palette)

    def choose(self, ids: tuple[str, ...], point: QPoint) -> None:
        """Edit the note that was clicked; where several lie over one another, ask which."""
        if len(ids) == 1:
            self._annotation_controller.edit(ids[0])
            return
        menu = QMenu(self._document_controller.reader)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("stackedMarks")
        for id_ in ids:
            one = self._annotation_controller.find(id_)
            if one is not None:
                action = menu.addAction(name_of(one.annotation))
                action.triggered.connect(lambda _=False, id_=id_: self._annotation_controller.edit(id_))
        menu.popup(point)

    def ask_colour(self) -> None:
        """Ask in which colour the selection is marked, or with none the current provision; a digit answers too."""
        page, footnotes = self._document_controller.reader.page(), self._annotation_controller.footnotes
        if footnotes is None or not footnotes.hasFocus():
            if page is not None and page.text is not None:
                page.palette_.ask()
            return
        menu = QMenu(self._document_controller.reader)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setObjectName("colours")
        self._offer_colours(menu)
        menu.popup(footnotes.caret_point())

    def _offer_colours(self, menu: QMenu) -> None:
        for number, colour in enumerate(COLOURS, 1):
            action = menu.addAction(f"&{number} {colour_word(colour)}")
            action.triggered.connect(lambda _=False, colour=colour: self._annotation_controller.mark(colour))

    def _palette(self, what: str) -> None:
        """Do what was chosen in the palette of the selection."""
        view = self._document_controller.reader.view()
        if what == "note":
            self._annotation_controller.new_note()
        elif what in {"copy", "quote"} and view is not None:
            view.copier.copy() if what == "copy" else view.copier.copy_with_reference()
        elif what:
            self._annotation_controller.mark(what)
            self._document_controller.focus_text()

    def _fill(self, menu: QMenu, _value: object) -> None:
        """Put into the text's menu what can be done with notes here."""
        view, annotation_controller = self._document_controller.reader.view(), self._annotation_controller
        if view is None or menu.parent() is not view:
            return
        menu.addSeparator()
        colours = menu.addMenu(self.tr("Highlight"))
        self._offer_colours(colours)
        menu.addAction(self.tr("Add a note")).triggered.connect(lambda _=False: annotation_controller.new_note())
        whole = menu.addAction(self.tr("Add a note on the whole document"))
        whole.triggered.connect(lambda _=False: annotation_controller.new_note(on_document=True))
        stances = menu.addMenu(self.tr("Stance on this paragraph"))
        for stance in ("", *Stance):
            action = stances.addAction(stance_word(stance) if stance else self.tr("No stance"))
            action.triggered.connect(lambda _=False, stance=stance: annotation_controller.stances.take(str(stance)))
        stances.addAction(self.tr("Of another delegation…")).triggered.connect(
            lambda _=False: annotation_controller.stances.take_of_another()
        )
        for id_ in annotation_controller.here(provision=True):
            one = annotation_controller.find(id_)
            if one is not None and one.annotation.kind is not AnnotationKind.BOOKMARK:
                each = menu.addMenu(name_of(one.annotation))
                each.addAction(self.tr("Edit")).triggered.connect(
                    lambda _=False, id_=id_: annotation_controller.edit(id_)
                )
                each.addAction(self.tr("Remove")).triggered.connect(
                    lambda _=False, id_=id_: annotation_controller.remove(id_)
                )
        if view.marks.state.chosen and view.textCursor().hasSelection():
            menu.addAction(self.tr("Let the note stand on these words")).triggered.connect(
                annotation_controller.note_to_selection
            )


def name_of(note: Annotation) -> str:
    """Return what a note is called in a menu: its kind, its colour, and its first words."""
    words = " … ".join(target.quote.exact for target in note.targets)
    parts = [kind_word(note.kind.value), colour_word(note.colour), note.text[:40] or f"«{words[:40]}»"]
    return " · ".join(part for part in parts if part)
