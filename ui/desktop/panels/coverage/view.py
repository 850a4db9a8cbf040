"""The coverage view: header, table, and the details of the chosen row."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desktop.panels.coverage.details import CoverageDetails
from ui.desktop.panels.coverage.header import CoverageHeader
from ui.desktop.panels.coverage.model import CoverageModel
from ui.desktop.panels.coverage.rows import DESCENDING, Order, Row
from ui.desktop.panels.coverage.table import CoverageTable
from ui.desktop.panels.coverage.texts import CoverageTexts
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.labels import TextLabel
from ui.desktop.widgets.splitter import Splitter

_SHORT = 400
"""Height in interface pixels below which table and details take turns."""

_REST_MS = 120
"""Delay after a change of row or filter before its consequences are requested."""


class CoverageView(QWidget):
    """Lists cited instruments, and requests citing places, texts to open, and the export of the fetch list."""

    cited_by_requested = Signal(str)
    open_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coverageView")
        self._appearance = appearance
        self.words = CoverageTexts(appearance, self)
        self.model = CoverageModel(self.words, self)
        self.head = CoverageHeader(appearance, self.words)
        self.table = CoverageTable(appearance, self.model, self.words)
        self.details = CoverageDetails(appearance, self.words)
        self.nothing = TextLabel(appearance, 13, "ink2")
        self._loading = False
        self._typed = QTimer(self, interval=_REST_MS, singleShot=True)
        self._typed.timeout.connect(self._filter)
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._ask)
        self._build()
        self._connect()
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_loading(self) -> None:
        """Tell that the list is being made. The present list stays until then."""
        self._loading = True
        self._say()

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """List other instruments, keeping the chosen one."""
        self._loading = False
        self._again(lambda: self.model.show_rows(rows))

    def _filter(self) -> None:
        self.model.typed = self.head.filter_box.line.text()
        self._again(self.model.arrange)

    def _order(self, order: Order) -> None:
        model = self.model
        model.descending = not model.descending if order is model.order else order in DESCENDING
        model.order = order
        self.head.show_order(order)
        self._again(model.arrange)

    def _again(self, change: object) -> None:
        """Change the rows, then choose the former row again or else the first."""
        before = self.table.current_row()
        assert callable(change)
        change()
        if before is None or not self.table.choose(before.covered.target):
            self.table.scrollToTop()
            self.table.choose_first()
        self.details.show_row(self.table.current_row())
        self._say()

    def _say(self) -> None:
        empty = self.model.rowCount() == 0
        if self._loading:
            self.nothing.setText(self.tr("Counting citations…"))
        elif not self.model.is_empty():
            self.nothing.setText(self.tr("No instrument matches."))
        else:
            self.nothing.setText(self.tr("Nothing is cited here."))
        self.nothing.setVisible(empty)
        self._split.setVisible(not empty)
        self.table.setAccessibleName(self.tr("Cited instruments"))
        self.head.export.setEnabled(not self.model.is_empty())

    def _chosen(self, row: Row) -> None:
        self.details.show_row(row)
        self._rest.start()

    def _opened(self, row: Row) -> None:
        """Open an instrument that the library holds, or show the places that cite any other."""
        if row.covered.status == "held":
            self.open_requested.emit(row.covered.target)
        else:
            self.show_places()

    def show_places(self) -> None:
        """Focus the places that cite the chosen instrument. In a short view they replace the table."""
        if self._is_short():
            self.table.hide()
            self.details.show()
        if self.details.places.select_first():
            self.details.places.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.details.copy_link.setFocus(Qt.FocusReason.OtherFocusReason)

    def back_to_table(self) -> bool:
        """Return from the details to the table, and tell whether the keyboard was in the details."""
        within = self.details.isVisible() and self._holds_focus(self.details)
        if within or not self.table.isVisible():
            self._share()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return within

    def _holds_focus(self, pane: QWidget) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and (focused is pane or pane.isAncestorOf(focused))

    def _is_short(self) -> bool:
        return self.height() < self._appearance.px(_SHORT)

    def _share(self) -> None:
        """Show both halves where there is room for them."""
        self.table.show()
        self.details.setVisible(not self._is_short())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show or hide the lower half."""
        super().resizeEvent(event)
        self._share()

    def _ask(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.cited_by_requested.emit(row.covered.target)

    def _build(self) -> None:
        self._split = Splitter(Qt.Orientation.Vertical, self._appearance)
        self._split.addWidget(self.table)
        self._split.addWidget(self.details)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setSizes([600, 400])
        self.nothing.setContentsMargins(16, 16, 16, 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._split, 1)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.head.order_chosen.connect(self._order)
        self.table.order_chosen.connect(self._order)
        self.head.filter_box.changed.connect(lambda _: self._typed.start())
        self.head.filter_box.entered.connect(self._to_table)
        self.table.row_chosen.connect(self._chosen)
        self.table.row_opened.connect(self._opened)
        self.table.details_requested.connect(self.show_places)
        self.details.open_requested.connect(self.open_requested)

    def _to_table(self) -> None:
        self._typed.stop()
        self._filter()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self.table.restyle()
        self._say()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Restyle on a change of language or direction."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self._restyle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), self._appearance.color("paper"))
