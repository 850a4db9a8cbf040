"""The editor of one note: its text, colour, stance, labels and author."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QCompleter, QFrame, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from documents.annotations.model import Annotation, Stance, first_strong
from documents.interface_languages import interface_language
from documents.language import direction
from ui.desktop.support.appearance import COLOURS, Appearance
from ui.desktop.support.note_text import stance_word
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.colour_picker import ColourPicker
from ui.desktop.widgets.flow_layout import FlowLayout

_LINES, _MOST_LINES = 2, 12
_BAR = 4


class NoteText(QPlainTextEdit):
    """The field for the text of a note. It grows with the text and follows the direction of its first strong letter."""

    left = Signal()
    """The field lost the focus."""
    escaped = Signal()
    grown = Signal()
    """The height of the field changed."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("noteText")
        self._appearance = appearance
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        # Undo is a command of the window, which takes back typing as it was written to the library.
        self.setUndoRedoEnabled(False)
        self.most = _MOST_LINES
        """Most lines that are shown without scrolling."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.language = "ar"
        self.textChanged.connect(self.follow)

    def fit(self) -> None:
        """Take the height of the text, within limits."""
        lines = round(self.document().size().height())  # in lines, for a plain text
        height = self.fontMetrics().lineSpacing() * max(_LINES, min(lines, self.most)) + 10
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > self.most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        if height != self.height():
            self.setFixedHeight(height)
            self.grown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the lines at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Emit `left`, except for a popup of the field itself."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Leave the shortcuts of undo and redo to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `escaped` on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def follow(self) -> None:
        """Take the direction and the height of the present text."""
        option = self.document().defaultTextOption()
        rtl = first_strong(self.toPlainText(), self.language) == "rtl"
        wanted = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        if option.textDirection() != wanted:
            option = QTextOption(option)
            option.setTextDirection(wanted)
            # QPlainTextEdit does not align text by its direction.
            side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
            option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
            self.document().setDefaultTextOption(option)
        self.fit()


class NoteEditor(QFrame):
    """Shows one annotation, and emits a signal with its id for each change."""

    edited = Signal(str, str)
    """The id and the new text."""
    left = Signal(str)
    colour_chosen = Signal(str, str)
    stance_chosen = Signal(str, str, str)
    """The id, the stance, and its author ("" for nobody)."""
    labels_chosen = Signal(str, object)
    """The id and a tuple of labels."""
    removed = Signal(str)
    closed = Signal()
    resized = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("noteEditor")
        self._appearance = appearance
        self.note: Annotation | None = None
        self.text = NoteText(appearance)
        self.dots = ColourPicker(appearance)
        self.stance = FlatButton(appearance, Look.LINK)
        self.remove = FlatButton(appearance, Look.LINK)
        self.labels = QLineEdit()
        self.labels.setObjectName("noteLabels")
        self.who = QLineEdit()
        self.who.setObjectName("noteAuthor")
        self._known, self._authors = QStringListModel(self), QStringListModel(self)
        self._stances = QMenu(self)
        self._arrange()
        self._connect()
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def show_note(
        self,
        note: Annotation,
        known_labels: Iterable[str],
        known_authors: Iterable[str] = (),
        *,
        anew: bool = False,
    ) -> None:
        """Show a note. Keep the text that is being typed in the same note, unless it is shown `anew`."""
        same = self.note is not None and self.note.id == note.id
        typed = same and self.text.hasFocus() and not anew
        self.note = note
        self.text.language = note.language
        if not typed and self.text.toPlainText() != note.text:
            self.text.blockSignals(True)
            self.text.setPlainText(note.text)
            self.text.blockSignals(False)
            self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.follow()
        self.dots.set_chosen(note.colour)
        if not (same and self.labels.hasFocus()):
            self.labels.setText(interface_language(self._appearance.language).comma.join(note.labels))
        self._known.setStringList(list(known_labels))
        self._authors.setStringList(list(known_authors))
        if not (same and self.who.hasFocus()):
            self.who.setText(note.author)
        self.who.setVisible(bool(note.stance))
        self._retranslate()
        self.resized.emit()

    def limit(self, height: int) -> None:
        """Limit the height in pixels, beyond which the text scrolls."""
        line = self.text.fontMetrics().lineSpacing()
        inner = self.layout()
        rest = (inner.totalHeightForWidth(self.width()) if inner is not None else 0) - self.text.height()
        most = max(_LINES, min(_MOST_LINES, (height - rest - 10) // line))
        if most != self.text.most:
            self.text.most = most
            self.text.fit()

    def commit(self) -> None:
        """Commit the typed labels and author."""
        self._commit_labels()
        self._commit_author()

    def ask_stance(self) -> None:
        """Open the menu of stances. The author is asked for after a choice."""
        self._stances.popup(self.stance.mapToGlobal(self.stance.rect().bottomLeft()))

    def take_focus(self) -> None:
        """Focus the text, with the caret at its end."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.text.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.text.setTextCursor(cursor)

    def holds_focus(self) -> bool:
        """Return whether a widget of the editor has the focus."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.setSpacing(4)
        row = QWidget()
        flow = FlowLayout(6, row)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in (self.dots, self.stance, self.remove):
            flow.addWidget(widget)
        for line, known in ((self.labels, self._known), (self.who, self._authors)):
            completer = QCompleter(known, self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
            line.setFrame(False)
        for each in (self.text, self.labels, self.who, row):
            column.addWidget(each)
        order = (self.text, self.labels, self.who, *self.dots.dots, self.stance, self.remove)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)
        self.stance.setMenu(self._stances)
        self.stance.setPopupMode(FlatButton.ToolButtonPopupMode.InstantPopup)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._typed)
        self.text.grown.connect(self.resized)
        self.text.left.connect(lambda: self.left.emit(self._id()))
        self.text.escaped.connect(self.closed)
        self.dots.chosen.connect(lambda colour: self.colour_chosen.emit(self._id(), colour))
        self.remove.clicked.connect(lambda: self.removed.emit(self._id()))
        self.labels.editingFinished.connect(self._commit_labels)
        self.who.editingFinished.connect(self._commit_author)

    def _id(self) -> str:
        return self.note.id if self.note is not None else ""

    def _typed(self) -> None:
        if self.note is not None:
            self.edited.emit(self.note.id, self.text.toPlainText())

    def _commit_labels(self) -> None:
        if self.note is None:
            return
        named = tuple(filter(None, (part.strip() for part in self.labels.text().replace("،", ",").split(","))))
        if named != self.note.labels:
            self.labels_chosen.emit(self.note.id, named)

    def _commit_author(self) -> None:
        note, who = self.note, " ".join(self.who.text().split())
        if note is not None and note.stance and who != note.author:
            self.stance_chosen.emit(note.id, note.stance, who)

    def _take_stance(self, stance: str) -> None:
        note = self.note
        if note is None or stance == note.stance:
            return
        self.stance_chosen.emit(note.id, stance, note.author)
        if stance and not note.stance:
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
            self.who.selectAll()

    def _retranslate(self) -> None:
        note = self.note
        self.text.setPlaceholderText(self.tr("Note"))
        self.text.setAccessibleName(self.tr("Words of the note"))
        self.labels.setPlaceholderText(self.tr("Labels"))
        self.labels.setToolTip(self.tr("Labels, with commas; outer/inner"))
        self.labels.setAccessibleName(self.tr("Labels, with commas; outer/inner"))
        self.who.setPlaceholderText(self.tr("Who takes this stance"))
        self.who.setAccessibleName(self.tr("Who takes this stance"))
        stance = note.stance if note is not None else ""
        self.stance.set_words(stance_word(stance) if stance else self.tr("Stance"), self.tr("Stance"))
        self.remove.set_words(self.tr("Remove"))
        self._stances.clear()
        for value in ("", *Stance):
            action = self._stances.addAction(stance_word(value) if value else self.tr("No stance"))
            action.setCheckable(True)
            action.setChecked(value == stance)
            action.triggered.connect(lambda _=False, value=value: self._take_stance(str(value)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc from every widget of the editor."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a card with an accent ring and the colour of the note at the side of the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.color("accent"), 2))
        painter.setBrush(self._appearance.color("raised"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        colour = self.note.colour if self.note is not None else ""
        beside_rtl = self.note is not None and direction(self.note.language) == "rtl"
        left = self.width() - _BAR - 2 if beside_rtl else 2
        if colour in COLOURS:
            painter.fillRect(left, 4, _BAR, self.height() - 8, self._appearance.mark(colour, strip=True))

    def _restyle(self) -> None:
        font = self._appearance.interface_font(13)
        self.text.setFont(font)
        for line in (self.labels, self.who):
            line.setFont(self._appearance.interface_font(12))
        for widget, token in ((self.text, "ink"), (self.labels, "ink2"), (self.who, "ink2")):
            palette = QPalette(widget.palette())
            palette.setColor(QPalette.ColorRole.Base, self._appearance.color("raised"))
            palette.setColor(QPalette.ColorRole.Text, self._appearance.color(token))
            palette.setColor(QPalette.ColorRole.PlaceholderText, self._appearance.color("ink3"))
            widget.setPalette(palette)
        self._retranslate()
        self.update()
