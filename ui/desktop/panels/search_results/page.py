"""The results page: tiers as headings, hits with their words, filters, and the page for no results."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from documents.language import isolate
from services.citations.cited_by import CitedBy
from services.search.library_search import Hit, SearchAnswer
from ui.desktop.panels.search_results.delegate import ROW, ResultsDelegate
from ui.desktop.panels.search_results.empty_results import EmptyResults
from ui.desktop.panels.search_results.filters import FacetFilter, PartFilter
from ui.desktop.panels.search_results.rows import KeptSearch, PastQuery, Scope, Tier, recognised, tiers
from ui.desktop.panels.search_results.search_menu import SearchMenuButton
from ui.desktop.panels.search_results.texts import ResultCounts, problem_words, spoken, tier_name, why_words
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.labels import TextLabel
from ui.desktop.widgets.row_list import RowList


class ResultsList(RowList):
    """List of tiers and hits. Enter opens a hit, the arrows preview it and skip headings."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Skip headings, staying where there is no row beyond one."""
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self._on_heading():
            super().keyPressEvent(event)
        if self._on_heading():
            self.setCurrentIndex(before)

    def _on_heading(self) -> bool:
        return isinstance(self.currentIndex().data(ROW), Tier)


class ResultsPage(QWidget):
    """Shows one answer, and requests to open or preview a hit."""

    hit_activated = Signal(object)
    hit_previewed = Signal(object)
    symbol_activated = Signal(str)
    query_asked = Signal(str)
    more_wanted = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._answer: SearchAnswer | None = None
        self._running = ""
        self._scope = Scope.ALL
        self._model = QStandardItemModel(self)
        self._delegate = ResultsDelegate(appearance, self)
        self._counts = ResultCounts(appearance, self)
        self.list = ResultsList(appearance)
        self.parts = PartFilter(appearance)
        self.choice = SearchMenuButton(appearance)
        self.narrowing = FacetFilter(appearance)
        self.nothing = EmptyResults(appearance)
        self.problem = TextLabel(appearance, 12, "warn")
        self.why = TextLabel(appearance, 12, "ink2")
        self.foot = TextLabel(appearance, 12, "ink3")
        self._past: tuple[tuple[KeptSearch, ...], tuple[PastQuery, ...]] = (), ()
        self._build()
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_answer(self, answer: SearchAnswer) -> None:
        """List the hits of an answer."""
        self._answer, self._running = answer, ""
        self._scope = Scope.ALL
        self.parts.chips[Scope.ALL].setChecked(True)
        self._fill()
        self.list.scrollToTop()

    def extend(self, answer: SearchAnswer) -> None:
        """List a longer answer to the same query, keeping current row and scroll position."""
        self._answer = answer
        row, place = self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        self._fill()
        if row >= 0:
            self.list.selectionModel().blockSignals(True)
            self.list.setCurrentIndex(self._model.index(row, 0))
            self.list.selectionModel().blockSignals(False)
        self.list.doItemsLayout()
        self.list.verticalScrollBar().setValue(place)

    def show_current(self, hit: Hit) -> None:
        """Select the hit that is shown in the text."""
        for row in range(self._model.rowCount()):
            if self._model.item(row).data(ROW) == hit:
                self.list.selectionModel().blockSignals(True)
                self.list.setCurrentIndex(self._model.index(row, 0))
                self.list.selectionModel().blockSignals(False)
                self.list.viewport().update()
                self._say_why(hit)

    def show_past(self, saved: tuple[KeptSearch, ...], past: tuple[PastQuery, ...]) -> None:
        """Offer kept searches and the last queries until a search is made."""
        self._past = saved, past
        self.choice.kept = self._answer is not None and self._answer.query in {one.query for one in saved}
        if self._answer is None:
            self._say()

    def show_running(self, query: str) -> None:
        """Tell that a search is running. The present list stays until the answer comes."""
        self._running = query
        self._say()

    def focus_results(self) -> None:
        """Move the keyboard focus to the first hit."""
        for row in range(self._model.rowCount()):
            if self._model.item(row).isSelectable():
                self.list.setCurrentIndex(self._model.index(row, 0))
                break
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.list.setObjectName("resultsView")
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._preview)
        self.parts.chosen.connect(self._choose_scope)
        self.nothing.asked.connect(self.query_asked)
        self.nothing.chosen.connect(self.choice.chosen)
        self.narrowing.asked.connect(self.query_asked)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for words in (self.problem, self.why, self.foot):
            words.setContentsMargins(14, 6, 14, 6)
        column.addWidget(self.parts)
        column.addWidget(self.narrowing)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.problem)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.why)
        column.addWidget(self.foot)

    # --- filling -----------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.list.selectionModel().blockSignals(True)
        self._model.clear()
        self.list.selectionModel().blockSignals(False)
        answer = self._answer
        if answer is not None:
            if symbol := recognised(answer.query):
                self._append(symbol, selectable=True)
            for cited in answer.citing:
                self._append(cited, selectable=True)
            for tier in tiers(answer, self._scope):
                self._append(tier, selectable=False)
                for hit in tier.hits:
                    self._append(hit, selectable=True)
        self.narrowing.show_answer(answer)
        self._say()
        self._say_why(None)
        QTimer.singleShot(0, self, self._scrolled)

    def _append(self, value: Tier | Hit | CitedBy | str, *, selectable: bool) -> None:
        item = QStandardItem()
        item.setData(value, ROW)
        flags = (
            Qt.ItemFlag.ItemIsEnabled if not selectable else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        )
        item.setFlags(flags)
        self._model.appendRow(item)

    def _say(self) -> None:
        """Set the texts of rows, chips and foot."""
        self.list.setAccessibleName(self.tr("Results"))
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            words = self._row_words(item.data(ROW))
            item.setText(words)
            why = why_words(value) if isinstance(value := item.data(ROW), Hit) else ""
            item.setData(f"{words}\n{why}".strip(), Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(why)
        answer = self._answer
        found = answer is not None and self._model.rowCount() > 0
        self.parts.show_hits(answer.hits if answer is not None else ())
        self.list.setVisible(found)
        self.choice.setVisible(answer is not None)
        self.nothing.setVisible(not found and not self._running)
        if answer is None:
            self.nothing.show_past(*self._past)
        elif not found:
            self.nothing.show_answer(answer, self.choice.choices)
        else:
            self.nothing.clear()
        problems = answer.problems if answer is not None else ()
        self.problem.setText("\n".join(dict.fromkeys(map(problem_words, problems))))
        self.problem.setVisible(bool(problems))
        self._say_foot()

    def _row_words(self, value: object) -> str:
        if isinstance(value, Tier):
            return f"{tier_name(value.name)}, {self._counts.of_tier(value)}"
        if isinstance(value, Hit):
            return spoken(value, self._appearance)
        if isinstance(value, CitedBy):
            return self._counts.of_citing(value)
        return self.tr("Open %1").replace("%1", isolate(str(value), "ltr"))

    def _say_why(self, hit: Hit | None) -> None:
        """Tell why the current hit matched, where it is not as typed."""
        words = why_words(hit) if hit is not None else ""
        self.why.setText(words)
        self.why.setVisible(bool(words))

    def _say_foot(self) -> None:
        answer = self._answer
        if self._running:
            self.foot.setText(self.tr("Searching for “%1”…").replace("%1", isolate(self._running)))
        elif answer is None:
            self.foot.setText("")
        else:
            documents = len({(hit.document, hit.language) for hit in answer.hits if hit.provision})
            words = self._counts.of_answer(answer.total, documents, answer.took_ms)
            self.foot.setText(words if answer.hits else "")
            if answer.partial:
                self.foot.setText(f"{words} · {self.tr('the index is not complete yet')}")

    # --- choosing ----------------------------------------------------------------------------------------------

    def _choose_scope(self, scope: Scope) -> None:
        self._scope = scope
        self._fill()

    def _open(self, index: QModelIndex) -> None:
        value = index.data(ROW)
        if isinstance(value, Hit):
            self.hit_activated.emit(value)
        elif isinstance(value, CitedBy):
            self.query_asked.emit(f'cites:"{value.target}"')
        elif isinstance(value, str):
            self.symbol_activated.emit(value)

    def _preview(self, index: QModelIndex, _before: QModelIndex) -> None:
        value = index.data(ROW)
        self._say_why(value if isinstance(value, Hit) else None)
        if isinstance(value, Hit):
            self.hit_previewed.emit(value)

    def _scrolled(self, _place: int = 0) -> None:
        """Request more hits when the end of the list comes near."""
        bar, answer = self.list.verticalScrollBar(), self._answer
        near = bar.maximum() - bar.value() <= self.list.viewport().height()
        if near and answer is not None and self.list.isVisible() and len(answer.hits) < answer.total:
            self.more_wanted.emit()

    # --- language, theme ---------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language or direction, keeping selection and scroll position."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self.narrowing.retranslate()
            self.choice.retranslate()
            self._say()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and the hairline over the foot."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        painter.fillRect(0, self.foot.geometry().top(), self.width(), 1, self._appearance.color("line"))

    def _restyle(self) -> None:
        self._say()
        self.update()
