"""The details of the chosen instrument: facts, actions and the places that cite it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from documents.language import has_rtl_letter, isolate
from services.citations.cited_by import CitedBy
from ui.desktop.panels.coverage.rows import Row
from ui.desktop.panels.coverage.texts import CoverageTexts
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.cited_by_list import CitedByList, CitedByStyle
from ui.desktop.widgets.flow_layout import FlowLayout
from ui.desktop.widgets.labels import TextLabel

_STYLE = CitedByStyle(pad=16, above=6, below=6, lines=4, as_hit=True)
_SIDES = {True: Qt.AlignmentFlag.AlignRight, False: Qt.AlignmentFlag.AlignLeft}


class CoverageDetails(QWidget):
    """The lower half of the coverage view."""

    open_requested = Signal(str)
    beside_requested = Signal(str)
    copy_link_requested = Signal(str)
    import_requested = Signal()
    place_requested = Signal(object)

    def __init__(self, appearance: Appearance, words: CoverageTexts) -> None:
        super().__init__()
        self.setObjectName("coverageDetails")
        self._appearance, self._words = appearance, words
        self._row: Row | None = None
        self._cited_by: CitedBy | None = None
        self.name = TextLabel(appearance, 13.5, "ink", 600)
        self.other = TextLabel(appearance, 12, "ink2")
        self.facts = TextLabel(appearance, 12, "ink2")
        self.doubt = TextLabel(appearance, 12, "warn")
        self.open = FlatButton(appearance, Look.QUIET, "book-open")
        self.beside = FlatButton(appearance, Look.QUIET, "columns")
        self.copy_link = FlatButton(appearance, Look.QUIET, "link-simple")
        self.import_file = FlatButton(appearance, Look.QUIET, "download-simple")
        self.cited = TextLabel(appearance, 12, "ink3", 500)
        self.places = CitedByList(appearance, _STYLE)
        self._build()
        appearance.changed.connect(self.retranslate)
        self.retranslate()

    def show_row(self, row: Row | None) -> None:
        """Show another instrument, without citing places until `show_cited_by`."""
        if row is None or self._row is None or row.covered.target != self._row.covered.target:
            self._cited_by = None
            self.places.show_places(())
        self._row = row
        self.retranslate()

    def show_cited_by(self, cited_by: CitedBy) -> None:
        """List the places that cite the instrument shown. Those of another instrument are ignored."""
        if self._row is not None and cited_by.target == self._row.covered.target:
            self._cited_by = cited_by
            self.places.show_places(cited_by.rows)
            self._say_cited()

    def retranslate(self) -> None:
        """Set every text in the language of the interface."""
        self.open.set_words(self.tr("Open"))
        self.beside.set_words(self.tr("Open beside the text"))
        self.copy_link.set_words(self.tr("Copy link"))
        self.import_file.set_words(self.tr("Import…"))
        self.places.setAccessibleName(self.tr("Places that cite this instrument"))
        self._fill()

    def _fill(self) -> None:
        row = self._row
        for widget in (self.other, self.facts, self.doubt, self.open, self.beside, self.copy_link, self.import_file):
            widget.setVisible(row is not None)
        if row is None:
            self.name.setText(self.tr("Choose an instrument to see where it is cited."))
            self._align(self.name, self.name.text())
            self.cited.setText("")
            return
        covered = row.covered
        self.name.setText(isolate(row.name or row.reference))
        self._align(self.name, row.name or row.reference)
        self.other.setText(isolate(row.other))
        rtl = self._appearance.rtl or has_rtl_letter(row.other)
        self.other.setAlignment(Qt.AlignmentFlag.AlignAbsolute | _SIDES[rtl])
        self.other.setVisible(bool(row.other))
        facts = (self._words.state(covered.status), isolate(row.reference, "ltr"), self._words.date(row))
        self.facts.setText(" · ".join(part for part in facts if part))
        self.doubt.setText(self.tr("Some of these facts are not confirmed."))
        self.doubt.setVisible(covered.uncertain)
        self.open.setVisible(covered.status == "held")
        self.beside.setVisible(covered.status == "held")
        self.import_file.setVisible(covered.status != "held")
        self.copy_link.setVisible(bool(covered.links))
        self._say_cited()

    def _align(self, words: TextLabel, said: str) -> None:
        """Align a title at the edge of its own script, as on the cards."""
        words.setAlignment(Qt.AlignmentFlag.AlignAbsolute | _SIDES[has_rtl_letter(said)])

    def _say_cited(self) -> None:
        if self._row is None:
            return
        said = self.tr("Cited in the library: %1").replace("%1", self._words.counts(self._row))
        answer = self._cited_by
        if answer is not None:
            said = self.tr("Cited in the library: %1").replace(
                "%1", self._words.citations_in(answer.citations, answer.documents)
            )
            if answer.citations > len(answer.rows):
                first = self.tr("the first %1").replace("%1", isolate(self._words.count(len(answer.rows))))
                said = f"{said} · {first}"
        self.cited.setText(said)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(1)
        for words in (self.name, self.other, self.facts, self.doubt):
            head.addWidget(words)
        column.addLayout(head)
        actions = QWidget()
        flow = FlowLayout(2, actions)
        flow.setContentsMargins(8, 0, 8, 0)
        for button, name in (
            (self.open, "coverageOpen"),
            (self.beside, "coverageBeside"),
            (self.copy_link, "coverageCopyLink"),
            (self.import_file, "coverageImport"),
        ):
            button.setObjectName(name)
            flow.addWidget(button)
        column.addWidget(actions)
        self.places.setObjectName("citingPlaces")
        self.cited.setContentsMargins(16, 4, 16, 2)
        column.addWidget(self.cited)
        column.addWidget(self.places, 1)
        self.open.clicked.connect(lambda: self._asked(self.open_requested))
        self.beside.clicked.connect(lambda: self._asked(self.beside_requested))
        self.copy_link.clicked.connect(lambda: self._asked(self.copy_link_requested))
        self.import_file.clicked.connect(self.import_requested)
        self.places.place_opened.connect(self.place_requested)

    def _asked(self, signal: SignalInstance) -> None:
        if self._row is not None:
            signal.emit(self._row.covered.target)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language or direction."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._appearance.color("window"))
