"""The Qt model of the coverage table: one flat list of headings and rows, so that 10,000 rows stay fast."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.desktop.panels.coverage.rows import Group, Order, Row, arranged
from ui.desktop.panels.coverage.texts import CoverageTexts

ROW = int(Qt.ItemDataRole.UserRole) + 1
"""Item data role: the Group or Row of a table row."""

COLUMNS = ("state", "reference", "name", "date", "citations", "documents")

_Index = QModelIndex | QPersistentModelIndex
_WORDS = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}


class CoverageModel(QAbstractTableModel):
    """Headings and instruments in the order of `arranged`."""

    def __init__(self, words: CoverageTexts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._all: tuple[Row, ...] = ()
        self._shown: list[Group | Row] = []
        self.typed, self.order, self.descending = "", Order.CITATIONS, True

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """List other instruments."""
        self._all = rows
        self.arrange()

    def arrange(self) -> None:
        """Filter and sort again."""
        self.beginResetModel()
        self._shown = arranged(self._all, self.typed, self.order, descending=self.descending)
        self.endResetModel()

    def all_rows(self) -> tuple[Row, ...]:
        """Return every instrument in the present order, filtered ones included."""
        found = arranged(self._all, "", self.order, descending=self.descending)
        return tuple(row for row in found if isinstance(row, Row))

    def is_empty(self) -> bool:
        """Return whether there is no instrument, whatever the filter."""
        return not self._all

    def headings(self) -> list[int]:
        """Return the numbers of the rows that are headings."""
        return [at for at, value in enumerate(self._shown) if isinstance(value, Group)]

    def row_of(self, target: str) -> int:
        """Return the row of an instrument, -1 where it is not listed."""
        places = (at for at, row in enumerate(self._shown) if isinstance(row, Row) and row.covered.target == target)
        return next(places, -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of headings and instruments."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Make instruments selectable, headings not."""
        if not index.isValid() or isinstance(self._shown[index.row()], Group):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role in _WORDS:
            return self._words.heading(COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the value of a row, or the text of a cell."""
        if not index.isValid():
            return None
        value = self._shown[index.row()]
        if role == ROW:
            return value
        if isinstance(value, Group):
            return self._words.group(value) if role in _WORDS and index.column() == 0 else None
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._words.spoken(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (value.name, value.other, value.reference) if part)
        return self.cell(value, COLUMNS[index.column()]) if role in _WORDS else None

    def cell(self, row: Row, column: str) -> str:
        """Return the text of a cell."""
        covered, words = row.covered, self._words
        return {
            "state": lambda: words.state(covered.status),
            "reference": lambda: row.reference,
            "name": lambda: row.name or row.reference,
            "date": lambda: words.date(row),
            "citations": lambda: words.count(covered.citations),
            "documents": lambda: words.count(covered.documents),
        }[column]()
