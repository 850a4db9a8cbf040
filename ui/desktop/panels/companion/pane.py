"""The pane of an instrument read beside the text: its header, a line for notices, and its reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from documents.language import has_rtl_letter, isolate
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, GlyphButton, Look
from ui.desktop.widgets.labels import TextLabel

_LINES = 2
"""The most lines of a long name. The tooltip has the whole of it."""


class _Name(TextLabel):
    """The name of an instrument in at most two lines."""

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words, but at most of two lines."""
        return min(super().heightForWidth(width), _LINES * self.fontMetrics().lineSpacing() + 2)

    def minimumSizeHint(self) -> QSize:
        """Return the height of one line."""
        return QSize(0, self.fontMetrics().lineSpacing())


class CompanionHeader(QWidget):
    """Name and symbol of the instrument, and buttons: footnotes, back, open as tab, close."""

    apparatus_requested = Signal()
    back_requested = Signal()
    tab_requested = Signal()
    close_requested = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._title = self._symbol = ""
        self.name = _Name(appearance, 13.5, "ink", 600)
        self.symbol = TextLabel(appearance, 12, "ink2")
        self.apparatus = FlatButton(appearance, Look.LINK, "list-bullets")
        self.tab = FlatButton(appearance, Look.QUIET, "book-open")
        self.back = GlyphButton(appearance, "arrow-left", side=28, glyph=15, mirrored=(False, True))
        self.close_button = GlyphButton(appearance, "x", side=28, glyph=15)
        self._build()
        appearance.changed.connect(self.retranslate)
        self.retranslate()

    def show_instrument(self, title: str, symbol: str) -> None:
        """Show the title in its own language, and the symbol where it is not the title."""
        self._title, self._symbol = title or symbol, symbol
        self._say()

    def set_can_go_back(self, can: bool) -> None:
        """Show or hide the button that goes back inside the companion."""
        self.back.setVisible(can)

    def retranslate(self) -> None:
        """Set every text in the language of the interface."""
        self.apparatus.set_words(self.tr("Footnotes & sources"))
        self.apparatus.setToolTip(self.tr("Show footnotes and sources here again"))
        self.tab.set_words(self.tr("Open as tab"))
        for button, words in ((self.back, self.tr("Back in this instrument")), (self.close_button, self.tr("Close"))):
            button.set_words("", words)
            button.setToolTip(words if button is self.back else f"{words} (Esc)")
        self._say()
        self.update()

    def _say(self) -> None:
        self.name.setText(isolate(self._title))
        side = Qt.AlignmentFlag.AlignRight if has_rtl_letter(self._title) else Qt.AlignmentFlag.AlignLeft
        self.name.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        self.name.setToolTip(self._title)
        self.symbol.setText(isolate(self._symbol, "ltr"))
        self.symbol.setVisible(self._symbol not in {"", self._title})
        self.setAccessibleName(self.tr("Beside the text: %1").replace("%1", isolate(self._title)))

    def _build(self) -> None:
        for button, name, asked in (
            (self.apparatus, "companionApparatus", self.apparatus_requested),
            (self.back, "companionBack", self.back_requested),
            (self.tab, "companionTab", self.tab_requested),
            (self.close_button, "companionClose", self.close_requested),
        ):
            button.setObjectName(name)
            button.clicked.connect(asked)
        self.back.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 6, 6)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(2)
        for widget in (self.apparatus, self.back, self.tab, self.close_button):
            if widget is self.back:
                top.addStretch(1)
            top.addWidget(widget)
        column.addLayout(top)
        names = QVBoxLayout()
        names.setContentsMargins(0, 0, 8, 0)
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.symbol)
        column.addLayout(names)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and the hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._appearance.color("line"))


class _Notice(QWidget):
    """One line over the text of the instrument, shown until it is closed or another instrument opens."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.words = TextLabel(appearance, 12, "ink2")
        self.words.setObjectName("companionNotice")
        self.close_button = GlyphButton(appearance, "x", side=24, glyph=14)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 6, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, said: str) -> None:
        """Show a sentence, or with "" hide the line."""
        self.words.setText(said)
        self.words.setAccessibleName(said)
        self.close_button.set_words("", self.tr("Close this line"))
        self.setVisible(bool(said))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of a banner."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("accentsoft"))


class CompanionPane(QWidget):
    """Header and notice around a reader made by the controller, whose own signals tell of the text."""

    def __init__(self, appearance: Appearance, reader: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("companionPane")
        self.head = CompanionHeader(appearance)
        self.notice = _Notice(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.notice)
        column.addWidget(reader, 1)
        self.setFocusProxy(reader)
        self.setMinimumWidth(220)
