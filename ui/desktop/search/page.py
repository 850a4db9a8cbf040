"""The results of a search: tiers as headings, hits with their words, filters, and what to do where there are none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QFrame, QListView, QVBoxLayout, QWidget

from documents.language import isolate
from services.searching import Hit, SearchAnswer
from ui.desktop.appearance import Appearance
from ui.desktop.controls import EmptyPage, FlatButton, Look, Words
from ui.desktop.flow import FlowLayout
from ui.desktop.search.painting import ROW, ResultsDelegate, said
from ui.desktop.search.results import Scope, Tier, recognised, scope_of, tiers
from ui.desktop.search.words import ResultCounts, tier_name


class ResultsList(QListView):
    """The list; Enter opens, the arrows only preview, headings are passed over."""

    opened = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row the focus is on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self._on_heading():
            super().keyPressEvent(event)
        if self._on_heading():
            self.setCurrentIndex(before)

    def _on_heading(self) -> bool:
        return isinstance(self.currentIndex().data(ROW), Tier)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ResultsPage(QWidget):
    """Shows one answer; says which hit is to be opened or previewed."""

    hit_activated = Signal(object)
    hit_previewed = Signal(object)
    symbol_activated = Signal(str)
    suggestion_activated = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._answer: SearchAnswer | None = None
        self._running = ""
        self._scope = Scope.ALL
        self._model = QStandardItemModel(self)
        self._delegate = ResultsDelegate(appearance, self)
        self._counts = ResultCounts(appearance, self)
        self.list = ResultsList()
        self.chips = {scope: FlatButton(appearance, Look.CHIP) for scope in Scope}
        self.nothing = EmptyPage(appearance, "magnifying-glass")
        self.suggestions = [FlatButton(appearance, Look.LINK) for _ in range(3)]
        self.foot = Words(appearance, 12, "ink3")
        self._build()
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_answer(self, answer: SearchAnswer) -> None:
        """List the hits of an answer."""
        self._answer, self._running = answer, ""
        self._scope = Scope.ALL
        self.chips[Scope.ALL].setChecked(True)
        self._fill()
        self.list.scrollToTop()

    def show_running(self, query: str) -> None:
        """Say that a search is under way; what is listed stays until the answer comes."""
        self._running = query
        self._say()

    def focus_results(self) -> None:
        """Take the keyboard to the first hit."""
        for row in range(self._model.rowCount()):
            if self._model.item(row).isSelectable():
                self.list.setCurrentIndex(self._model.index(row, 0))
                break
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        self.list.setObjectName("resultsView")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._preview)
        self._chip_row = QWidget()
        flow, group = FlowLayout(0, self._chip_row), QButtonGroup(self)
        flow.setContentsMargins(7, 7, 7, 3)
        for scope, chip in self.chips.items():
            group.addButton(chip)
            flow.addWidget(chip)
            chip.clicked.connect(lambda _=False, scope=scope: self._choose_scope(scope))
        self.chips[Scope.ALL].setChecked(True)
        for link in self.suggestions:
            self.nothing.add(link)
            link.clicked.connect(lambda _=False, link=link: self.suggestion_activated.emit(link.property("query")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.foot.setContentsMargins(14, 8, 14, 8)
        column.addWidget(self._chip_row)
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing, 1)
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
            for tier in tiers(answer, self._scope):
                self._append(tier, selectable=False)
                for hit in tier.hits:
                    self._append(hit, selectable=True)
        self._say()

    def _append(self, value: Tier | Hit | str, *, selectable: bool) -> None:
        item = QStandardItem()
        item.setData(value, ROW)
        flags = (
            Qt.ItemFlag.ItemIsEnabled if not selectable else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        )
        item.setFlags(flags)
        self._model.appendRow(item)

    def _say(self) -> None:
        """Say the words of every row, chip, and of the foot."""
        self.list.setAccessibleName(self.tr("Results"))
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            words = self._row_words(item.data(ROW))
            item.setText(words)
            item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
        answer = self._answer
        found = answer is not None and self._model.rowCount() > 0
        self._chip_row.setVisible(answer is not None and bool(answer.hits))
        self.list.setVisible(found)
        self.nothing.setVisible(answer is not None and not found and not self._running)
        self._say_chips()
        self._say_nothing()
        self._say_foot()

    def _row_words(self, value: object) -> str:
        if isinstance(value, Tier):
            return f"{tier_name(value.name)}, {self._counts.of_tier(value)}"
        if isinstance(value, Hit):
            return said(value, self._appearance)
        return self.tr("Open %1").replace("%1", isolate(str(value), "ltr"))

    def _say_chips(self) -> None:
        names = {
            Scope.ALL: self.tr("All"),
            Scope.PREAMBLE: self.tr("Preamble"),
            Scope.OPERATIVE: self.tr("Operative part"),
            Scope.FOOTNOTES: self.tr("Footnotes"),
        }
        hits = self._answer.hits if self._answer else ()
        for scope, chip in self.chips.items():
            count = sum(scope is Scope.ALL or scope_of(hit) is scope for hit in hits)
            name = names[scope]
            chip.set_words(f"{name} {self._appearance.number(count)}" if scope is Scope.ALL else name)
            chip.setEnabled(count > 0 or scope is Scope.ALL)
            chip.setToolTip("" if chip.isEnabled() else self.tr("No results there"))

    def _say_nothing(self) -> None:
        answer = self._answer
        if answer is None:
            return
        query = isolate(answer.query)
        self.nothing.show_words(self.tr("No results for “%1”").replace("%1", query), "")
        words = (*answer.suggestions[: len(self.suggestions)], *[""] * len(self.suggestions))
        for link, word in zip(self.suggestions, words, strict=False):
            link.setProperty("query", word)
            link.set_words(self.tr("Did you mean %1?").replace("%1", isolate(word)))
            link.setVisible(bool(word))

    def _say_foot(self) -> None:
        answer = self._answer
        if self._running:
            self.foot.setText(self.tr("Searching for “%1”…").replace("%1", isolate(self._running)))
        elif answer is None:
            self.foot.setText(self.tr("Type in the search box and press Enter."))
        else:
            documents = len({(hit.document, hit.language) for hit in answer.hits})
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
        elif isinstance(value, str):
            self.symbol_activated.emit(value)

    def _preview(self, index: QModelIndex, _before: QModelIndex) -> None:
        value = index.data(ROW)
        if isinstance(value, Hit):
            self.hit_previewed.emit(value)

    # --- language, theme ---------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language; selection and scroll stay."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self._say()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hairline over the foot."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        painter.fillRect(0, self.foot.geometry().top(), self.width(), 1, self._appearance.color("line"))

    def _restyle(self) -> None:
        palette = QPalette(self.list.palette())
        palette.setColor(QPalette.ColorRole.Base, self._appearance.color("window"))
        self.list.setPalette(palette)
        self.list.scheduleDelayedItemsLayout()
        self._say()
        self.update()
