"""What cites an instrument, from the whole library: a list in the place of notes and cards, until it is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from documents.language import isolate
from services.citations.cited_by import CitedBy, CitingPlace
from ui.desktop.panels.apparatus.cited_by_delegate import PLACE, CitingDelegate, said
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import GlyphButton
from ui.desktop.widgets.controls import FlatButton, Look, Words


class CitingList(QListView):
    """The list of places; Enter opens one, Esc leaves."""

    opened = Signal(QModelIndex)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row the focus is on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class CitingView(QWidget):
    """Head with the way back, then the places that cite; asks to go to one of them."""

    opened = Signal(object)
    """A CitingPlace."""
    more_requested = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setObjectName("citingView")
        self._appearance = appearance
        self._name, self._found = "", CitedBy("", 0, 0, ())
        self._model = QStandardItemModel(self)
        self.back = GlyphButton(appearance, "arrow-left", side=28, glyph=15, mirrored=(False, True))
        self.head, self.count = Words(appearance, 13, "ink", 600), Words(appearance, 12, "ink2")
        self.list = CitingList()
        self.more = FlatButton(appearance, Look.LINK, "caret-down")
        self._build()
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_places(self, name: str, found: CitedBy) -> None:
        """List who cites the instrument of this name."""
        self._name, self._found = name, found
        self._fill()
        self.list.setCurrentIndex(self._model.index(0, 0))
        self.list.scrollToTop()

    def add_places(self, found: CitedBy) -> None:
        """Add the next places of the same instrument."""
        here = self._found
        self._found = CitedBy(here.target, here.citations, here.documents, (*here.rows, *found.rows))
        current = self.list.currentIndex().row()
        self._fill()
        self.list.setCurrentIndex(self._model.index(current, 0))

    @property
    def target(self) -> str:
        """The instrument whose citers are listed."""
        return self._found.target

    def rows(self) -> tuple[CitingPlace, ...]:
        """Return the places listed."""
        return self._found.rows

    def focus_list(self) -> None:
        """Take the keyboard."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.list.setObjectName("citingList")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setModel(self._model)
        self.list.setItemDelegate(CitingDelegate(self._appearance, self))
        self.list.opened.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.left.connect(self.left)
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

    def _fill(self) -> None:
        self._model.clear()
        for place in self._found.rows:
            row = QStandardItem(said(place, self._appearance))
            row.setData(place, PLACE)
            row.setToolTip(place.title)
            self._model.appendRow(row)
        self.retranslate()

    def retranslate(self) -> None:
        """Say the words again."""
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

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground."""
        QPainter(self).fillRect(self.rect(), self._appearance.color("window"))

    def _open(self, index: QModelIndex) -> None:
        place = index.data(PLACE)
        if place is not None:
            self.opened.emit(place)

    def _restyle(self) -> None:
        for widget in (self.list, self.list.viewport()):
            palette = QPalette(widget.palette())
            palette.setColor(QPalette.ColorRole.Base, self._appearance.color("window"))
            palette.setColor(QPalette.ColorRole.Window, self._appearance.color("window"))
            widget.setPalette(palette)
        self.list.scheduleDelayedItemsLayout()
        self.retranslate()
