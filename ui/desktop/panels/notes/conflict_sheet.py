"""The conflict sheet: mine and theirs side by side with their differences, and a key for each choice."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from html import escape
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from documents.annotations.model import Annotation, first_strong
from documents.language import isolate, western_digits
from services.notes.note_merge import OpenConflict, can_keep_both
from ui.desktop.panels.notes.rows import note_name, side_words, source_words
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.flow_layout import FlowLayout
from ui.desktop.widgets.labels import TextLabel
from ui.desktop.widgets.scroll_bar import ScrollBar
from ui.desktop.widgets.text_sheet import TextSheet, TextSheetFrame, fitting

_WIDTH, _HEIGHT = 760, 420

Pair = tuple[OpenConflict, Annotation]
"""A conflict, and its annotation as it stands now."""


class _Side(TextSheet):
    """The words of one side, which leaves digits and F8 to the sheet."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and copy, leaving digits, F8 and Alt to the sheet."""
        if _digit(event) or event.key() == Qt.Key.Key_F8 or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ConflictSheet(QDialog):
    """Shows one conflict after another, without blocking the window behind it."""

    chosen = Signal(object, str)
    """An OpenConflict, and `mine`, `theirs` or `both`."""
    opened = Signal(object)
    """The Annotation to show in its text."""

    def __init__(self, appearance: Appearance, pairs: Sequence[Pair], parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setObjectName("conflictSheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._appearance, self._pairs, self._at = appearance, list(pairs), 0
        self.head, self.place = TextLabel(appearance, 14, "ink", 600), TextLabel(appearance, 12, "ink2")
        self.mine, self.theirs = _Side(appearance, "raised"), _Side(appearance, "raised")
        self.keep, self.take, self.both = (FlatButton(appearance, Look.OUTLINED) for _ in range(3))
        self.open_ = FlatButton(appearance, Look.OUTLINED, "book-open")
        self.before, self.after = (FlatButton(appearance, Look.OUTLINED, icon) for icon in ("caret-up", "caret-down"))
        self._arrange()
        for button, choice in ((self.keep, "mine"), (self.take, "theirs"), (self.both, "both")):
            button.clicked.connect(lambda _=False, choice=choice: self._choose(choice))
        self.open_.clicked.connect(lambda: self.opened.emit(self._pairs[self._at][1]))
        self.before.clicked.connect(lambda: self.go(self._at - 1))
        self.after.clicked.connect(lambda: self.go(self._at + 1))
        appearance.changed.connect(self._say)
        self.resize(fitting(appearance, self, _WIDTH, _HEIGHT))
        self._say()
        self.mine.setFocus()

    def go(self, at: int) -> None:
        """Show the conflict at an index."""
        self._at = max(0, min(at, len(self._pairs) - 1))
        self._say()

    def show_conflict(self, id_: str) -> None:
        """Show the conflict of that id."""
        self.go(next((at for at, (conflict, _) in enumerate(self._pairs) if conflict.id == id_), 0))

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show the open conflicts, staying at the present one. Close where there is none."""
        here = self._pairs[self._at][0].id
        self._pairs = list(pairs) or self._pairs
        if not pairs:
            self.close()
            return
        ids = [conflict.id for conflict, _ in self._pairs]
        self.go(ids.index(here) if here in ids else self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on 1 (mine), 2 (theirs) and 3 (both). Step on F8, or on Alt with Up and Down."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        button = {"1": self.keep, "2": self.take, "3": self.both}.get(_digit(event))
        if key == Qt.Key.Key_F8:
            button = self.before if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else self.after
        elif alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            button = self.before if key == Qt.Key.Key_Up else self.after
        if button is None:
            super().keyPressEvent(event)
        elif button.isEnabled():
            button.click()

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _arrange(self) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(12)
        for name, paper, button in (("mine", self.mine, self.keep), ("theirs", self.theirs, self.take)):
            paper.setObjectName(f"conflict-{name}")
            paper.setVerticalScrollBar(ScrollBar(self._appearance, paper, "raised"))
            column = QVBoxLayout()
            column.addWidget(TextSheetFrame(self._appearance, paper), 1)
            column.addWidget(button)
            sides.addLayout(column, 1)
        row = FlowLayout(6)
        for widget in (self.both, self.open_, self.before, self.after):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for words in (self.head, self.place):
            column.addWidget(words)
        column.addLayout(sides, 1)
        column.addLayout(row)

    def _choose(self, choice: str) -> None:
        """Emit the choice. `show_pairs` then tells which conflicts are left."""
        self.chosen.emit(self._pairs[self._at][0], choice)

    def _say(self) -> None:
        look = self._appearance
        conflict, note = self._pairs[self._at]
        self.setWindowTitle(self.tr("Conflicts"))
        place = f"{isolate(note.document, 'ltr')} · {isolate(note_name(note, look.number))}"
        count = self.tr("{number} of {total}").format(
            number=isolate(look.number(self._at + 1)), total=isolate(look.number(len(self._pairs)))
        )
        self.head.setText(self.tr("Changed here and in another file"))
        self.place.setText(f"{place} · {count}")
        self._say_buttons(conflict)
        mine, theirs = side_words(conflict.mine), side_words(conflict.theirs)
        own, other = self.tr("Mine"), self.tr("Theirs")
        self._show(self.mine, own, mine, theirs, note)
        self._show(self.theirs, f"{other} · {source_words(conflict)}", theirs, mine, note)

    def _say_buttons(self, conflict: OpenConflict) -> None:
        self.keep.set_words(self._numbered(1, self.tr("Keep mine")))
        self.take.set_words(self._numbered(2, self.tr("Take theirs")))
        self.both.set_words(self._numbered(3, self.tr("Keep both")))
        self.both.setEnabled(can_keep_both(conflict))
        self.open_.set_words(self.tr("Open in the text"))
        shift = Qt.KeyboardModifier.ShiftModifier
        for button, words, keys in (
            (self.before, self.tr("Previous conflict"), QKeySequence(shift | Qt.Key.Key_F8)),
            (self.after, self.tr("Next conflict"), QKeySequence(Qt.Key.Key_F8)),
        ):
            button.set_words("", words)
            button.setToolTip(f"{words} ({isolate(keys.toString(QKeySequence.SequenceFormat.NativeText), 'ltr')})")
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at + 1 < len(self._pairs))

    def _numbered(self, number: int, words: str) -> str:
        return f"{words} ({isolate(self._appearance.number(number))})"

    def _show(self, paper: TextSheet, head: str, words: str, other: str, note: Annotation) -> None:
        look = self._appearance
        side = first_strong(words, note.language)
        ground, ink = look.color("add").name(), look.color("addt").name()
        marked = "".join(
            f'<span style="background-color:{ground};color:{ink};text-decoration:underline">{escape(part)}</span>'
            if differs
            else escape(part)
            for part, differs in different(words, other)
        ).replace("\n", "<br>")
        own = "rtl" if look.rtl else "ltr"
        paper.setAccessibleName(f"{head}: {words}")
        paper.document().setDefaultFont(look.interface_font(13))
        paper.document().setDocumentMargin(look.px(8))
        paper.setHtml(
            f'<body style="color:{look.color("ink").name()}"><p dir="{own}" style="color:{look.color("ink2").name()}">'
            f'{escape(head)}</p><p dir="{side}">{marked}</p></body>'
        )


def _digit(event: QKeyEvent) -> str:
    """Return the digit typed, Western or Arabic-Indic, or "" for any other key."""
    keypad = Qt.KeyboardModifier.KeypadModifier
    plain = event.modifiers() & ~keypad == Qt.KeyboardModifier.NoModifier
    if plain and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9:
        return chr(event.key())
    typed = western_digits(event.text())
    return typed if plain and len(typed) == 1 and typed.isdecimal() else ""


def different(words: str, other: str) -> list[tuple[str, bool]]:
    """Return (piece, whether the other side lacks it) of the words, comparing whole words."""
    mine, theirs = _pieces(words), _pieces(other)
    same = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    found: list[tuple[str, bool]] = []
    at = 0
    for block in same:
        if at < block.a:
            found.append(("".join(mine[at : block.a]), True))
        if block.size:
            found.append(("".join(mine[block.a : block.a + block.size]), False))
        at = block.a + block.size
    return found


def _pieces(words: str) -> list[str]:
    cuts = [0, *(at for at in range(1, len(words)) if words[at].isspace() != words[at - 1].isspace()), len(words)]
    return [words[a:b] for a, b in pairwise(cuts) if a < b]
