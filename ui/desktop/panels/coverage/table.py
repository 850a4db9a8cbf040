"""The table of the coverage view: keys, hover, and columns that fold under the name in a narrow view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from ui.desktop.panels.coverage.delegate import PAD, ColumnHeader, CoverageDelegate
from ui.desktop.panels.coverage.model import COLUMNS, ROW, CoverageModel
from ui.desktop.panels.coverage.rows import Order, Row
from ui.desktop.panels.coverage.texts import CoverageTexts
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.item_painting import advance

_FOLD = ("documents", "date", "reference")
"""The order in which columns fold when the name has too little room."""
_LEAST_NAME = 190
_LONGEST = {"reference": "UNTS 2225 / 39574", "ar": "الثاني/نوفمبر ٢٠١٩", "en": "30 November 2019"}
_NAME = COLUMNS.index("name")


class CoverageTable(QTableView):
    """Arrows choose a row, Enter opens it, a click on a column name sorts by it."""

    row_chosen = Signal(object)
    row_opened = Signal(object)
    order_chosen = Signal(object)
    details_requested = Signal()

    def __init__(self, appearance: Appearance, model: CoverageModel, words: CoverageTexts) -> None:
        super().__init__()
        self._appearance, self._words, self._rows = appearance, words, model
        self.delegate = CoverageDelegate(appearance, words, self)
        self.header = ColumnHeader(appearance, self)
        self._build()
        model.modelReset.connect(self._arranged)
        self.selectionModel().currentChanged.connect(lambda now, _: self._chosen(now))

    def choose(self, target: str) -> bool:
        """Make the row of an instrument current, and return whether it is listed."""
        at = self._rows.row_of(target)
        if at >= 0:
            self.setCurrentIndex(self._rows.index(at, _NAME))
        return at >= 0

    def choose_first(self) -> None:
        """Make the first instrument current."""
        if self._rows.rowCount() > 1:
            self.setCurrentIndex(self._rows.index(1, _NAME))

    def current_row(self) -> Row | None:
        """Return the current instrument."""
        value = self.currentIndex().data(ROW)
        return value if isinstance(value, Row) else None

    def restyle(self) -> None:
        """Take colours, sizes and texts from the appearance."""
        palette = QPalette(self.palette())
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(role, self._appearance.color("paper"))
        self.setPalette(palette)
        self.header.setFixedHeight(max(self._appearance.px(30), self.fontMetrics().lineSpacing() + 12))
        self._fit()
        self.viewport().update()
        self.header.viewport().update()

    def _build(self) -> None:
        self.setObjectName("coverageTable")
        self.setModel(self._rows)
        self.setItemDelegate(self.delegate)
        self.setHorizontalHeader(self.header)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.header.sectionClicked.connect(self._clicked_header)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.doubleClicked.connect(self._open)

    def _arranged(self) -> None:
        """Span the headings over all columns."""
        self.clearSpans()
        for at in self._rows.headings():
            self.setSpan(at, 0, 1, len(COLUMNS))
        self.header.sorted_by = COLUMNS.index(self._rows.order.value)
        self.header.descending = self._rows.descending
        self.header.viewport().update()

    def _fit(self) -> None:
        """Give each column its width and the name the rest, folding columns where that is too little."""
        widths, room, folded = self._widths(), self.viewport().width(), []
        for column in _FOLD:
            if room - sum(widths.values()) >= self._appearance.px(_LEAST_NAME):
                break
            folded.append(column)
            del widths[column]
        for at, column in enumerate(COLUMNS):
            self.setColumnHidden(at, column in folded)
            rest = room - sum(widths.values())
            self.setColumnWidth(at, widths.get(column, max(rest, 60)))
        self.delegate.folded = tuple(folded)
        self.verticalHeader().setDefaultSectionSize(self.delegate.row_height())

    def _widths(self) -> dict[str, int]:
        px, font = self._appearance.px, self._appearance.interface_font
        pads, language = 2 * px(PAD), self._appearance.language
        states = max(advance(self._words.state(s), font(12)) for s in ("held", "known", "unknown"))
        heads = {column: advance(self._words.heading(column) + " ↓", font(12, 600)) for column in COLUMNS}
        return {
            "state": max(states + px(21), heads["state"]) + pads,
            "reference": max(advance(_LONGEST["reference"], font(12)), heads["reference"]) + pads,
            "date": max(advance(_LONGEST.get(language, _LONGEST["en"]), font(12)), heads["date"]) + pads,
            "citations": heads["citations"] + pads,
            "documents": heads["documents"] + pads,
        }

    def _chosen(self, index: QModelIndex | QPersistentModelIndex) -> None:
        value = index.data(ROW)
        if isinstance(value, Row):
            self.row_chosen.emit(value)

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        value = index.data(ROW)
        if isinstance(value, Row):
            self.row_opened.emit(value)

    def _clicked_header(self, section: int) -> None:
        if COLUMNS[section] != "state":
            self.order_chosen.emit(Order(COLUMNS[section]))

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, request the details on Space, and step over headings on Up and Down."""
        key = event.key()
        if key == Qt.Key.Key_Space:
            self.details_requested.emit()
            return
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)
        if isinstance(self.currentIndex().data(ROW), Row) or not self._rows.rowCount():
            return
        step = -1 if key in {Qt.Key.Key_Up, Qt.Key.Key_PageUp} and self.currentIndex().row() > 0 else 1
        self.setCurrentIndex(self._rows.index(self.currentIndex().row() + step, _NAME))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight the whole row under the pointer."""
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Remove the highlight."""
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _hover(self, row: int) -> None:
        if row != self.delegate.hovered:
            self.delegate.hovered = row
            self.viewport().update()
