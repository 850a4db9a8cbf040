"""The find bar under the text, and the search in the open text behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from documents.folding import Folded, Profile, fold, fold_key, keeping
from documents.language import FSI, PDI
from documents.position import Span
from services.documents.open_text import OpenText
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton

_SLICE_SECONDS, _PAUSE_MS = 0.01, 150
_HEIGHT, _FIELD = 46, 250


@dataclass(frozen=True, slots=True)
class FindOptions:
    """The options of a search: whether marks and hamza must match, and only whole words count."""

    match_marks: bool = False
    match_hamza: bool = False
    whole_word: bool = False

    def fold(self, text: str) -> Folded:
        """Fold a text."""
        return fold(text, self._profile())

    def key(self, text: str) -> str:
        """Fold typed words, with white space reduced to single spaces."""
        return " ".join(fold_key(text, self._profile()).split())

    def _profile(self) -> Profile:
        kept = {"marks": self.match_marks, "hamza": self.match_hamza}
        return keeping(*(difference for difference, is_kept in kept.items() if is_kept))


def find(text: OpenText, typed: str, options: FindOptions) -> Iterator[tuple[Span, ...]]:
    """Yield the hits of each provision in turn, maybe none, as spans of the received text.

    The search is in the reading that is shown.
    """
    key = options.key(typed)
    if not key:
        return
    for provision in text.document.provisions:
        offsets = text.reading.offset_map(provision.id)
        folded = options.fold(offsets.apply(provision.text))
        yield tuple(
            Span(provision.id, *offsets.span_to_source(*folded.source_span(start, start + len(key))))
            for start in _places(folded.text, key)
            if not options.whole_word or _is_word(folded.text, start, start + len(key))
        )


def _places(text: str, key: str) -> Iterator[int]:
    start = text.find(key)
    while start >= 0:
        yield start
        start = text.find(key, start + len(key))


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not before.isalnum() and not after.isalnum()


class FindBar(QWidget):
    """A field for words to find in the open text, the number of hits, steps between them, and three options."""

    found = Signal(object, object)
    """The Spans of all hits, and the index of the current one (None without hits)."""
    went_to = Signal(object)
    """The Span of the hit to show."""
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._appearance = appearance
        self._text: OpenText | None = None
        self._search: Iterator[tuple[Span, ...]] | None = None
        self._hits: list[Span] = []
        self._current: int | None = None
        self._go = False
        self.field = QLineEdit(self)
        self.field.setObjectName("findField")
        self.field.textChanged.connect(self._typed)
        self.count = QLabel(self.field)
        self.count.setObjectName("findCount")
        self.previous = FlatButton(appearance, icon_name="caret-up", parent=self)
        self.next = FlatButton(appearance, icon_name="caret-down", parent=self)
        self.marks, self.hamza, self.word = (QCheckBox(self) for _ in range(3))
        self.close_button = FlatButton(appearance, icon_name="x", parent=self)
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self.search)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._search_slice)
        self._arrange()
        self._connect()
        appearance.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    # Searching

    def set_text(self, text: OpenText | None) -> None:
        """Search another text, at once if the bar is open."""
        self._text = text
        self._reset()
        if self.isVisible():
            self.search()

    def open(self, words: str = "") -> None:
        """Show the bar with the field selected. `words` replace its content."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text() and not self._hits:
            self.search()

    def close_bar(self) -> None:
        """Hide the bar and clear the hits."""
        self.hide()
        self._reset()
        self.found.emit((), None)
        self.closed.emit()

    def step(self, step: int) -> None:
        """Go `step` hits on, from the last one to the first."""
        if self._pause.isActive():
            self._go = True
            self.search()
            return
        if self._hits:
            self._current = (step - 1 if step > 0 else step) if self._current is None else self._current + step
            self._current %= len(self._hits)
            self._tell(go=True)

    def hits(self) -> tuple[Span, ...]:
        """Return the hits found so far."""
        return tuple(self._hits)

    def options(self) -> FindOptions:
        """Return the options that are switched on."""
        return FindOptions(self.marks.isChecked(), self.hamza.isChecked(), self.word.isChecked())

    def search(self) -> None:
        """Search for the content of the field, in slices while the event loop is idle."""
        self._reset()
        if self._text is not None and self.field.text().strip():
            self._search = find(self._text, self.field.text(), self.options())
            self._go = True
            self._slices.start()
        else:
            self._tell(go=False)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next hit with Enter or F3, back with Shift, and close with Esc."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
            self.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the background and the hairline above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        painter.fillRect(0, 0, self.width(), 1, self._appearance.color("line"))

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Inside

    def _arrange(self) -> None:
        px = self._appearance.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(5), px(12), px(5))
        row.setSpacing(px(8))
        row.addWidget(self.field)
        for widget in (self.previous, self.next, self.marks, self.hamza, self.word):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.close_button)
        inside = QHBoxLayout(self.field)
        inside.setContentsMargins(px(8), 0, px(8), 0)
        inside.addStretch(1)
        inside.addWidget(self.count)

    def _connect(self) -> None:
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.close_bar)
        for switch in (self.marks, self.hamza, self.word):
            switch.toggled.connect(self.search)

    def _typed(self) -> None:
        self._pause.start()

    def _reset(self) -> None:
        self._pause.stop()
        self._slices.stop()
        self._search, self._hits, self._current, self._go = None, [], None, False

    def _search_slice(self) -> None:
        until = perf_counter() + _SLICE_SECONDS
        for spans in self._search or ():
            self._hits.extend(spans)
            if perf_counter() > until:
                break
        else:
            self._slices.stop()
            self._search = None
        if self._hits and self._current is None:
            self._current = 0
        self._tell(go=self._go and bool(self._hits))
        self._go = self._go and not self._hits

    def _tell(self, *, go: bool) -> None:
        self._show_count()
        self.found.emit(tuple(self._hits), self._current)
        if go and self._current is not None:
            self.went_to.emit(self._hits[self._current])

    def _show_count(self) -> None:
        number = self._appearance.number
        if not self.field.text().strip():
            words = ""
        elif self._hits and self._current is not None:
            current = FSI + number(self._current + 1) + PDI
            words = self.tr("{n} of {m}").format(n=current, m=FSI + number(len(self._hits)) + PDI)
        else:
            words = self.tr("Not found") if self._search is None else ""
        self.count.setText(words)
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._hits))

    def _restyle(self) -> None:
        px, font = self._appearance.px, self._appearance.interface_font
        self.setFixedHeight(max(px(_HEIGHT), px(34) + 12))
        self.field.setFixedWidth(px(_FIELD))
        self.field.setFixedHeight(px(34))
        self.field.setFont(font(13))
        for widget in (self.count, self.marks, self.hamza, self.word):
            widget.setFont(font(12))
        palette = QPalette(self.count.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._appearance.color("ink3"))
        palette.setColor(QPalette.ColorRole.Text, self._appearance.color("ink3"))
        self.count.setPalette(palette)
        self._show_count()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Find in this text"))
        self.field.setAccessibleName(self.tr("Find in this text"))
        self.field.setPlaceholderText(self.tr("Find in this text"))
        for button, words, tip in (
            (self.previous, self.tr("Previous hit"), "Shift+F3"),
            (self.next, self.tr("Next hit"), "F3"),
            (self.close_button, self.tr("Close the find bar"), "Esc"),
        ):
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({tip})")
        self.marks.setText(self.tr("Match marks"))
        self.hamza.setText(self.tr("Match hamza"))
        self.word.setText(self.tr("Whole word"))
        self._show_count()
