"""What was changed on two laptops, side by side: mine and theirs, what differs, and one key for each choice."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from html import escape
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from documents.annotations.model import Annotation, first_strong
from documents.language import isolate
from library.conflicts import OpenConflict
from services.merging_notes import can_keep_both
from ui.desktop.annotations.rows import note_name, side_words
from ui.desktop.appearance import Appearance
from ui.desktop.controls import FlatButton, Look, Words

_WIDTH, _HEIGHT = 760, 420

Pair = tuple[OpenConflict, Annotation]
"""A conflict, and the annotation it is about as it stands now."""


class ConflictSheet(QDialog):
    """Shows one conflict after another until none is left; it never stops the work behind it."""

    chosen = Signal(object, str)
    """An OpenConflict, and `mine`, `theirs` or `both`."""
    opened = Signal(object)
    """The Annotation that is to be shown in its text."""

    def __init__(self, appearance: Appearance, pairs: Sequence[Pair], parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setObjectName("conflictSheet")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._appearance, self._pairs, self._at = appearance, list(pairs), 0
        self.head, self.place = Words(appearance, 14, "ink", 600), Words(appearance, 12, "ink2")
        self.mine, self.theirs = QTextBrowser(), QTextBrowser()
        self.keep, self.take = FlatButton(appearance, Look.OUTLINED), FlatButton(appearance, Look.OUTLINED)
        self.both, self.open_ = FlatButton(appearance, Look.OUTLINED), FlatButton(appearance, Look.LINK, "book-open")
        self.before, self.after = (FlatButton(appearance, Look.LINK, icon) for icon in ("caret-up", "caret-down"))
        self._arrange()
        for button, choice in ((self.keep, "mine"), (self.take, "theirs"), (self.both, "both")):
            button.clicked.connect(lambda _=False, choice=choice: self._choose(choice))
        self.open_.clicked.connect(lambda: self.opened.emit(self._pairs[self._at][1]))
        self.before.clicked.connect(lambda: self.go(self._at - 1))
        self.after.clicked.connect(lambda: self.go(self._at + 1))
        appearance.changed.connect(self._say)
        self.resize(appearance.px(_WIDTH), appearance.px(_HEIGHT))
        self._say()

    def go(self, at: int) -> None:
        """Show another conflict, by its place."""
        self._at = max(0, min(at, len(self._pairs) - 1))
        self._say()

    def show_conflict(self, id_: str) -> None:
        """Show the conflict of that id."""
        self.go(next((at for at, (conflict, _) in enumerate(self._pairs) if conflict.id == id_), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 keeps mine, 2 takes theirs, 3 keeps both; arrows go through them."""
        keys = {Qt.Key.Key_1: self.keep, Qt.Key.Key_2: self.take, Qt.Key.Key_3: self.both}
        steps = {Qt.Key.Key_Up: self.before, Qt.Key.Key_Down: self.after}
        button = keys.get(Qt.Key(event.key())) or steps.get(Qt.Key(event.key()))
        if button is None:
            super().keyPressEvent(event)
        elif button.isEnabled():
            button.click()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _arrange(self) -> None:
        sides = QHBoxLayout()
        for name, browser, button in (("mine", self.mine, self.keep), ("theirs", self.theirs, self.take)):
            browser.setObjectName(f"conflict-{name}")
            browser.setOpenLinks(False)
            column = QVBoxLayout()
            column.addWidget(browser, 1)
            column.addWidget(button)
            sides.addLayout(column, 1)
        row = QHBoxLayout()
        for widget in (self.both, self.open_, self.before, self.after):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        for words in (self.head, self.place):
            column.addWidget(words)
        column.addLayout(sides, 1)
        column.addLayout(row)

    def _choose(self, choice: str) -> None:
        conflict, _ = self._pairs.pop(self._at)
        self.chosen.emit(conflict, choice)
        if self._pairs:
            self.go(self._at)
        else:
            self.close()

    def _say(self) -> None:
        look = self._appearance
        conflict, note = self._pairs[self._at]
        self.setWindowTitle(self.tr("Conflicts"))
        place = f"{isolate(note.document, 'ltr')} · {note_name(note, look.number)}"
        count = self.tr("{number} of {total}").format(
            number=isolate(look.number(self._at + 1)), total=isolate(look.number(len(self._pairs)))
        )
        self.head.setText(self.tr("Changed here and in another file"))
        self.place.setText(f"{place} · {count}")
        self.keep.set_words(self._numbered(1, self.tr("Keep mine")))
        self.take.set_words(self._numbered(2, self.tr("Take theirs")))
        self.both.set_words(self._numbered(3, self.tr("Keep both")))
        self.both.setEnabled(can_keep_both(conflict))
        self.open_.set_words(self.tr("Open in the text"))
        self.before.set_words("", self.tr("Previous conflict"))
        self.after.set_words("", self.tr("Next conflict"))
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at + 1 < len(self._pairs))
        mine, theirs = side_words(conflict.mine), side_words(conflict.theirs)
        self._show(self.mine, self.tr("Mine"), mine, theirs, note)
        source = self.tr("Theirs, from {source}").format(source=isolate(conflict.source))
        self._show(self.theirs, source, theirs, mine, note)

    def _numbered(self, number: int, words: str) -> str:
        return f"{words} ({isolate(self._appearance.number(number))})"

    def _show(self, browser: QTextBrowser, head: str, words: str, other: str, note: Annotation) -> None:
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
        browser.setAccessibleName(f"{head}: {words}")
        browser.document().setDefaultFont(look.interface_font(13))
        browser.setHtml(
            f'<body style="color:{look.color("ink").name()}"><p dir="{own}" style="color:{look.color("ink2").name()}">'
            f'{escape(head)}</p><p dir="{side}">{marked}</p></body>'
        )


def different(words: str, other: str) -> list[tuple[str, bool]]:
    """Return the words in pieces, with whether the other side lacks them; whole words are compared."""
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
