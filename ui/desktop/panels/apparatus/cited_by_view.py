"""The places of the whole library that cite an instrument, shown over footnotes and cards until it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from documents.language import isolate
from services.citations.cited_by import CitedBy, CitingPlace
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, GlyphButton, Look
from ui.desktop.widgets.cited_by_list import CitedByList, CitedByStyle
from ui.desktop.widgets.labels import TextLabel

_STYLE = CitedByStyle(pad=14, above=7, below=8, lines=8, as_hit=False)


class CitedByView(QWidget):
    """Header with the button back, the places that cite, and a button for more of them."""

    opened = Signal(object)
    """The CitingPlace to go to."""
    more_requested = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("citingView")
        self._appearance = appearance
        self._name, self._found = "", CitedBy("", 0, 0, ())
        self.back = GlyphButton(appearance, "arrow-left", side=28, glyph=15, mirrored=(False, True))
        self.head, self.count = TextLabel(appearance, 13, "ink", 600), TextLabel(appearance, 12, "ink2")
        self.list = CitedByList(appearance, _STYLE)
        self.more = FlatButton(appearance, Look.LINK, "caret-down")
        self._build()
        appearance.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def target(self) -> str:
        """The instrument whose citing places are listed."""
        return self._found.target

    def rows(self) -> tuple[CitingPlace, ...]:
        """Return the places listed."""
        return self._found.rows

    def show_places(self, name: str, found: CitedBy) -> None:
        """List the places that cite the instrument of this name."""
        self._name, self._found = name, found
        self.list.show_places(found.rows)
        self.list.select_first()
        self.retranslate()

    def add_places(self, found: CitedBy) -> None:
        """Add the next places of the same instrument."""
        here = self._found
        self._found = CitedBy(here.target, here.citations, here.documents, (*here.rows, *found.rows))
        self.list.add_places(found.rows)
        self.retranslate()

    def focus_list(self) -> None:
        """Give the list the keyboard focus."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every text in the language of the interface."""
        number, found = self._appearance.number, self._found
        self.head.setText(isolate(self._name))
        documents = self.tr("%n document(s)", "", found.documents).replace(
            str(found.documents), number(found.documents)
        )
        places = self.tr("%n citation(s)", "", found.citations).replace(str(found.citations), number(found.citations))
        self.count.setText(self.tr("Cited by %1 · %2").replace("%1", documents).replace("%2", places))
        back = self.tr("Back to footnotes and sources")
        self.back.set_words("", back)
        self.back.setToolTip(f"{back} (Esc)")
        self.more.set_words(self.tr("Show more"))
        self.more.setVisible(len(found.rows) < found.citations)
        self.list.setAccessibleName(self.tr("What cites %1").replace("%1", isolate(self._name)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._appearance.color("window"))

    def _build(self) -> None:
        self.list.setObjectName("citingList")
        self.list.place_opened.connect(self.opened)
        self.back.clicked.connect(self.left)
        self.more.clicked.connect(self.more_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setContentsMargins(6, 0, 14, 4)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.head)
        names.addWidget(self.count)
        top.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(names, 1)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self.list)
