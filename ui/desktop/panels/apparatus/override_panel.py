"""The panel that overrides a citation: a candidate, a typed symbol or name, or no citation at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from documents.language import has_rtl_letter, isolate
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.bidi_text import display_text
from ui.desktop.widgets.buttons import FlatButton, GlyphButton, Look
from ui.desktop.widgets.filter_box import FilterBox
from ui.desktop.widgets.flow_layout import FlowLayout
from ui.desktop.widgets.labels import TextLabel

_WIDTH, _GAP, _QUOTED = 360, 6, 90


@dataclass(frozen=True, slots=True)
class Answer:
    """An instrument that may be meant: target, name, and whether the library holds it."""

    target: str
    name: str = ""
    held: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """The words whose citation is in question, with the present target as `current` ("" without one).

    `known` tells that the words are taken for a citation now, `by_user` that the user decided it.
    """

    words: str
    answers: tuple[Answer, ...] = ()
    current: str = ""
    known: bool = True
    by_user: bool = False


class Answers(QWidget):
    """A column of buttons, one for each answer."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.buttons: list[FlatButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_answers(self, answers: tuple[Answer, ...], current: str = "") -> None:
        """Show these answers, the current one with a tick."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [self._button(answer, current=answer.target == current) for answer in answers]
        for button in self.buttons:
            self._column.addWidget(button)
        self.setVisible(bool(answers))

    def _button(self, answer: Answer, *, current: bool) -> FlatButton:
        icon = "check" if current else "check-circle" if answer.held else "circle-dashed"
        button = FlatButton(self._appearance, Look.QUIET, icon)
        button.setObjectName("answer")
        button.setProperty("target", answer.target)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        shown = isolate(answer.target, "ltr") + (f" · {isolate(answer.name)}" if answer.name else "")
        state = self.tr("in library") if answer.held else self.tr("not in library")
        said = self.tr("%1, %2", "a name, then its state").replace("%1", shown).replace("%2", state)
        button.set_words(shown, self.tr("%1, chosen now").replace("%1", said) if current else said)
        button.setToolTip("\n".join(filter(None, (answer.name, state))))
        button.clicked.connect(lambda: self.chosen.emit(answer.target))
        return button


class CitationPanel(QFrame):
    """Popup placed beside a line of text, never over it. Esc closes it."""

    chosen = Signal(str)
    dismissed = Signal()
    reset = Signal()
    closed = Signal()

    def __init__(
        self, appearance: Appearance, understand: Callable[[str], tuple[Answer, ...]], parent: QWidget
    ) -> None:
        """`understand` returns the answers that a typed symbol or name may mean, the likeliest first."""
        super().__init__(parent)
        self.setObjectName("citationPanel")
        self._appearance, self._understand = appearance, understand
        self._question = Question("")
        self._typed: tuple[Answer, ...] = ()
        self._above_line = False
        self.title, self.quote = TextLabel(appearance, 13, "ink", 600), TextLabel(appearance, 12, "ink2")
        self.close_button = GlyphButton(appearance, "x", side=28, glyph=14)
        self.answers, self.meanings = Answers(appearance), Answers(appearance)
        self.line = FilterBox(appearance, "pencil-line")
        self.line.line.setObjectName("citationLine")
        self.said = TextLabel(appearance, 12, "err")
        self.none = FlatButton(appearance, Look.OUTLINED)
        self.back = FlatButton(appearance, Look.OUTLINED)
        self._build()
        appearance.changed.connect(self.retranslate)
        self.hide()

    def ask(self, question: Question, line: QRect) -> None:
        """Ask beside a line of text, given in coordinates of the parent."""
        self._question = question
        self.line.line.clear()
        self._show_meanings()
        self.retranslate()
        self.place(line)
        self.show()
        self.raise_()
        first = self.answers.buttons[0] if self.answers.buttons else self.line
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self, line: QRect) -> None:
        """Move below the line where there is room, else above it, else to the side with more room."""
        parent, px = self.parentWidget(), self._appearance.px
        over = parent.rect() if parent is not None else line
        width = min(px(_WIDTH), over.width() - 8)
        self.resize(width, self._height(width))
        below, above = line.bottom() + _GAP, line.top() - _GAP - self.height()
        fits_below = below + self.height() <= over.bottom()
        self._above_line = not fits_below and (above >= 0 or over.bottom() - line.bottom() < line.top())
        y = above if self._above_line else below
        x = line.center().x() - width // 2
        self.move(max(4, min(x, over.width() - width - 4)), max(0, y))

    def retranslate(self) -> None:
        """Set every text in the language of the interface."""
        question, words = self._question, " ".join(self._question.words.split())
        words = words if len(words) <= _QUOTED else words[:_QUOTED].rstrip() + "…"
        self.title.setText(self.tr("What do these words cite?"))
        shown = display_text(words, rtl=True) if has_rtl_letter(words) else words  # symbols in one piece
        self.quote.setText(self.tr("“%1”").replace("%1", isolate(shown)))
        close = self.tr("Close")
        self.close_button.set_words("", close)
        self.close_button.setToolTip(f"{close} (Esc)")
        self.line.set_prompt(self.tr("A symbol or a name, such as A/RES/73/154"))
        self.none.set_words(self.tr("Not a citation"))
        self.none.setVisible(question.known)
        self.back.set_words(self.tr("As the program found it"))
        self.back.setVisible(question.by_user)
        self.answers.show_answers(question.answers, question.current)
        self.setAccessibleName(f"{self.title.text()} {self.quote.text()}")
        self._say()
        self.update()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 10)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button)
        column.addLayout(top)
        foot = QWidget()
        flow = FlowLayout(4, foot)
        flow.addWidget(self.none)
        flow.addWidget(self.back)
        for widget in (self.quote, self.answers, self.line, self.said, self.meanings, foot):
            column.addWidget(widget)
        self.none.setObjectName("notACitation")
        self.back.setObjectName("resetCitation")
        self.answers.chosen.connect(self._choose)
        self.meanings.chosen.connect(self._choose)
        self.line.changed.connect(lambda _: self._show_meanings())
        self.line.entered.connect(self._enter)
        for button, signal in ((self.none, self.dismissed), (self.back, self.reset)):
            button.clicked.connect(self.hide)
            button.clicked.connect(signal)
        self.close_button.clicked.connect(self.close_panel)

    def _show_meanings(self) -> None:
        typed = self.line.line.text().strip()
        self._typed = self._understand(typed) if typed else ()
        self.meanings.show_answers(self._typed, self._question.current)
        self._say()
        if self.isVisible():
            self._fit()

    def _say(self) -> None:
        typed = self.line.line.text().strip()
        wrong = bool(typed) and not self._typed
        self.said.setText(self.tr("This is neither a symbol nor a name that is known.") if wrong else "")
        self.said.setVisible(wrong)

    def _fit(self) -> None:
        """Resize, keeping the edge next to the line in place."""
        height, bottom = self._height(self.width()), self.geometry().bottom()
        self.resize(self.width(), height)
        if self._above_line:
            self.move(self.x(), max(0, bottom - height + 1))

    def _height(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def _choose(self, target: str) -> None:
        self.hide()
        self.chosen.emit(target)

    def _enter(self) -> None:
        if self._typed:
            self._choose(self._typed[0].target)

    def close_panel(self) -> None:
        """Close without an answer."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the raised ground and its border."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.color("line2"), 1))
        painter.setBrush(self._appearance.color("raised"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 9, 9)
