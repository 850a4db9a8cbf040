"""The study pad of a label: its notes in the user's order with their quotes, as one readable page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from documents.annotations.model import Annotation
from documents.language import isolate
from ui.desktop.panels.notes.study_pad_page import StudyPadNote, StudyPadPage
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.operations import Job, Task
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.flow_layout import FlowLayout
from ui.desktop.widgets.scroll_bar import ScrollBar
from ui.desktop.widgets.text_sheet import TextSheetFrame, fitting

if TYPE_CHECKING:
    from ui.desktop.controllers.notes_controller import NotesController

_WIDTH, _HEIGHT = 720, 640


class StudyPad(QDialog):
    """Reads like a page; a note's place is a link to it, and the notes can be moved up and down."""

    opened = Signal(object)
    """The Annotation that is to be shown in its text."""
    moved = Signal(str, str)
    """The id of a note, and of the one it is to stand before ("": the last)."""
    stale = Signal()
    """The language changed: what is said of the places is of the one before."""

    def __init__(self, appearance: Appearance, label: str, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setObjectName("studyPad")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._appearance, self.label = appearance, label
        self.page = StudyPadPage(appearance)
        self.page.setVerticalScrollBar(ScrollBar(appearance, self.page, "paper"))
        self.up, self.down = (FlatButton(appearance, Look.OUTLINED, icon) for icon in ("caret-up", "caret-down"))
        self.open_ = FlatButton(appearance, Look.OUTLINED, "book-open")
        self._arrange()
        self.up.clicked.connect(lambda: self.move_note(-1))
        self.down.clicked.connect(lambda: self.move_note(1))
        self.open_.clicked.connect(lambda: self._open(self.page.at))
        self.page.opened.connect(self._open)
        self.page.move_asked.connect(self.move_note)
        self.page.chosen.connect(lambda _: self._enable())
        appearance.changed.connect(self._say)
        self.resize(fitting(appearance, self, _WIDTH, _HEIGHT))
        self._say()
        self.page.setFocus()

    @property
    def notes(self) -> tuple[StudyPadNote, ...]:
        """The notes in their order."""
        return self.page.notes

    def show_notes(self, notes: Sequence[StudyPadNote]) -> None:
        """Show notes; the one that was chosen stays so."""
        self.page.show_notes(notes, self.label, self.tr("No note has this label."))
        self._enable()

    def move_note(self, step: int) -> None:
        """Move the chosen note up or down among those of its own label, here and in the library."""
        at, to = self.page.at, self.page.at + step
        if not self._can_move(step):
            return
        order = list(self.notes)
        one = order.pop(at)
        order.insert(to, one)
        self.show_notes(order)
        self.page.bring()
        after = order[to + 1] if to + 1 < len(order) else None
        before = after.id if after is not None and after.group == one.group else ""
        self.moved.emit(one.id, before)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.stale.emit()

    def _arrange(self) -> None:
        buttons = FlowLayout(6)
        for button in (self.up, self.down, self.open_):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(TextSheetFrame(self._appearance, self.page), 1)
        column.addLayout(buttons)

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Study pad: {label}").format(label=isolate(self.label)))
        alt = Qt.KeyboardModifier.AltModifier
        for button, words, keys in (
            (self.up, self.tr("Move up"), QKeySequence(alt | Qt.Key.Key_Up)),
            (self.down, self.tr("Move down"), QKeySequence(alt | Qt.Key.Key_Down)),
            (self.open_, self.tr("Open in the text"), QKeySequence(Qt.Key.Key_Return)),
        ):
            button.set_words(words)
            button.setToolTip(f"{words} ({isolate(keys.toString(QKeySequence.SequenceFormat.NativeText), 'ltr')})")
        self.page.setAccessibleName(self.windowTitle())
        self.show_notes(self.notes)

    def _enable(self) -> None:
        self.up.setEnabled(self._can_move(-1))
        self.down.setEnabled(self._can_move(1))
        self.open_.setEnabled(bool(self.notes))

    def _can_move(self, step: int) -> bool:
        """Say whether the chosen note has another of its own label beside it."""
        at, to = self.page.at, self.page.at + step
        return 0 <= to < len(self.notes) and self.notes[at].group == self.notes[to].group

    def _open(self, at: int) -> None:
        if self.notes:
            self.opened.emit(self.notes[at].cited.annotation)


class PadFilling(QObject):
    """Fills a pad from the library, again whenever notes or the language change, and does what is asked there."""

    def __init__(self, book: NotesController, pad: StudyPad) -> None:
        super().__init__(pad)
        self._book, self._pad = book, pad
        self._task: Task | None = None
        pad.stale.connect(self.fill)
        book.annotation_controller.changed.connect(self.fill)
        pad.opened.connect(self._open)
        pad.moved.connect(self._move)
        self.fill()

    def fill(self) -> None:
        """Read the notes of the label, in the worker."""
        if self._task is not None:
            self._task.cancel()
        label, language = self._pad.label, self._book.appearance.language
        self._task = self._book.run(lambda job: pad_notes(job, label, language), self._show)

    def _show(self, found: object) -> None:
        assert isinstance(found, tuple)
        self._task = None
        self._pad.show_notes(found)

    def _open(self, note: Annotation) -> None:
        """Show a note in its text; the keyboard goes there too."""
        self._book.annotation_controller.go_to(note)
        self._book.document_controller.reader.activateWindow()

    def _move(self, id_: str, before: str) -> None:
        self._book.move_within(self._pad.label, id_, before)


def pad_notes(job: Job, label: str, language: str) -> tuple[StudyPadNote, ...]:
    """Return the notes of a label, and of those in it, in the user's order, ready to be read."""
    from library import labels, notes
    from services.notes.note_exchange import cited

    inner = [one.path for one in labels.all_labels(job.db) if one.outer == label]
    made = [notes.annotation(job.db, id_) for id_ in labels.order(job.db, label)]
    groups = [next((path for path in (label, *inner) if path in one.labels), label) for one in made]
    return tuple(StudyPadNote(one, group) for one, group in zip(cited(job.db, made, language), groups, strict=True))
