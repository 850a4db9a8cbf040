"""The rows of the outline for Qt's tree view, and the filter that folds letters as the search does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from documents.arabic import fold_key
from ui.desktop.outline.clauses import Clause, Group

CLAUSE = int(Qt.ItemDataRole.UserRole) + 1
GROUP = CLAUSE + 1


class OutlineModel(QStandardItemModel):
    """Groups on top, clauses under them, sub-paragraphs under their clause."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: dict[str, QStandardItem] = {}

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Fill the tree."""
        self.clear()
        self._items = {}
        for group in groups:
            head = QStandardItem()
            head.setData(group, GROUP)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            for clause in group.clauses:
                item = QStandardItem()
                item.setData(clause, CLAUSE)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self._items[clause.id] = item
                self._items.get(clause.parent or "", head).appendRow(item)
            self.appendRow(head)

    def index_of(self, id_: str) -> QModelIndex:
        """Return where a provision stands; an invalid index for one that is not here."""
        item = self._items.get(id_)
        return self.indexFromItem(item) if item is not None else QModelIndex()

    def items(self) -> tuple[QStandardItem, ...]:
        """Return every row, groups first."""
        heads = tuple(self.item(row) for row in range(self.rowCount()))
        return (*heads, *self._items.values())


class OutlineFilter(QSortFilterProxyModel):
    """Keeps clauses whose label, verbs or text hold what was typed, and the groups they stand in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setRecursiveFilteringEnabled(True)

    def set_words(self, typed: str) -> None:
        """Filter by the words typed; all of them must occur."""
        self.beginFilterChange()
        self._words = tuple(fold_key(typed).split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Say whether a row stays."""
        if not self._words:
            return True
        clause = self.sourceModel().index(row, 0, parent).data(CLAUSE)
        return isinstance(clause, Clause) and all(word in clause.key for word in self._words)
