"""The study pad of a label: its notes in the user's order with their quotes, as one readable page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from documents.annotations.cited import Cited
from documents.annotations.export_html import note
from documents.language import isolate
from ui.desktop.appearance import Appearance
from ui.desktop.controls import FlatButton, Look

_WIDTH, _HEIGHT = 720, 640


class StudyPad(QDialog):
    """Reads like a page; a note's place is a link to it, and the notes can be moved up and down."""

    opened = Signal(object)
    moved = Signal(str, str)
    """The id of a note, and of the one it is to stand before ("": the last)."""

    def __init__(self, appearance: Appearance, label: str, notes: tuple[Cited, ...], parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setObjectName("studyPad")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._appearance, self._label, self._notes, self._at = appearance, label, list(notes), 0
        self.page = QTextBrowser()
        self.page.setObjectName("studyPadText")
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self._clicked)
        self.up, self.down = (FlatButton(appearance, Look.OUTLINED, icon) for icon in ("caret-up", "caret-down"))
        self.open_ = FlatButton(appearance, Look.OUTLINED, "book-open")
        row = QHBoxLayout()
        for button in (self.up, self.down, self.open_):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.page, 1)
        column.addLayout(row)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.open_.clicked.connect(self._open)
        self.resize(appearance.px(_WIDTH), appearance.px(_HEIGHT))
        self._say()

    def _say(self) -> None:
        look = self._appearance
        self.setWindowTitle(self.tr("Study pad: {label}").format(label=isolate(self._label)))
        self.up.set_words(self.tr("Move up"))
        self.down.set_words(self.tr("Move down"))
        self.open_.set_words(self.tr("Open in the text"))
        option = QTextOption()
        side = Qt.LayoutDirection.RightToLeft if look.rtl else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(side)
        self.page.document().setDefaultTextOption(option)
        self.page.document().setDefaultFont(look.reading_font(18))
        self.page.document().setDocumentMargin(look.px(24))
        self.page.setAccessibleName(self.windowTitle())
        self.page.setHtml(self._html())

    def _html(self) -> str:
        look = self._appearance
        colours = "".join(
            f".{name} {{ background-color: {look.mark(name).name()}; }}"
            for name in ("yellow", "green", "blue", "pink", "violet")
        )
        style = (
            f"body {{ color: {look.color('ink').name()}; }} .remarks {{ color: {look.color('ink3').name()}; }}"
            f".reference {{ color: {look.color('ink2').name()}; }} {colours}"
        )
        side = "rtl" if look.rtl else "ltr"
        parts = []
        for number, one in enumerate(self._notes):
            here = "■ " if number == self._at else ""
            parts.append(f'<p dir="{side}"><a href="note:{number}">{here}{look.number(number + 1)}</a></p>')
            words = note(one, look.language).replace("<article>", "").replace("</article>", "")
            parts.append(words.replace("<mark", "<span").replace("</mark>", "</span>"))
        body = "\n".join(parts) or self.tr("No note has this label.")
        return f'<html><head><style>{style}</style></head><body dir="{side}">{body}</body></html>'

    def _clicked(self, url: QUrl) -> None:
        if url.scheme() == "note":
            self._at = int(url.path())
            self._say()

    def _open(self) -> None:
        if self._notes:
            self.opened.emit(self._notes[self._at].annotation)

    def _move(self, step: int) -> None:
        """Move the chosen note up or down, here and in the library."""
        to = self._at + step
        if not 0 <= to < len(self._notes):
            return
        one = self._notes.pop(self._at)
        self._notes.insert(to, one)
        self._at = to
        after = self._notes[to + 1].annotation.id if to + 1 < len(self._notes) else ""
        self.moved.emit(one.annotation.id, after)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
