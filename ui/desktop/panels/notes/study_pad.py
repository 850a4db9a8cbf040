"""The study pad of a label: its notes in the user's order with their quotations, as one readable page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from documents.language import isolate
from ui.desktop.panels.notes.study_pad_page import StudyPadNote, StudyPadPage
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.flow_layout import FlowLayout
from ui.desktop.widgets.scroll_bar import ScrollBar
from ui.desktop.widgets.text_sheet import TextSheetFrame, fitting

_WIDTH, _HEIGHT = 720, 640


class StudyPad(QDialog):
    """Window around the page, with buttons that move the chosen note and open it in its text."""

    opened = Signal(object)
    """The Annotation to show in its text."""
    moved = Signal(str, str)
    """The id of a note, and of the note it is moved before ("": the last)."""

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
        """Show notes, keeping the chosen one."""
        self.page.show_notes(notes, self.label, self.tr("No note has this label."))
        self._enable()

    def move_note(self, step: int) -> None:
        """Move the chosen note up (-1) or down (1) among those of its own label, and emit `moved`."""
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
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

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
        """Return whether there is a note of the same label `step` places away from the chosen one."""
        at, to = self.page.at, self.page.at + step
        return 0 <= to < len(self.notes) and self.notes[at].group == self.notes[to].group

    def _open(self, at: int) -> None:
        if self.notes:
            self.opened.emit(self.notes[at].cited.annotation)
