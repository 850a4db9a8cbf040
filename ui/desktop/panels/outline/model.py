"""The Qt models of the outline: a tree whose rows are made when they are shown, and its filter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from documents.folding import fold_key
from services.documents.open_text import OpenText
from ui.desktop.panels.outline.rows import Entry, Group, OutlineCounts, entry, groups, search_key, spoken, spoken_group
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.place_names import display_name

ID = int(Qt.ItemDataRole.UserRole) + 1
GROUP = ID + 1
ENTRY = ID + 2

_SAID = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
_Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QStandardItemModel):
    """Groups at the top, provisions under them, sub-paragraphs under their paragraph."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._counts = OutlineCounts(appearance, self)
        self._text: OpenText | None = None
        self._items: dict[str, QStandardItem] = {}
        self._entries: dict[str, Entry] = {}
        self._keys: dict[str, str] = {}

    def show_text(self, text: OpenText | None) -> None:
        """List the provisions of a text, none for None."""
        self.clear()
        self._text, self._items, self._entries, self._keys = text, {}, {}, {}
        for group in groups(text.document) if text is not None else ():
            head = _row(group, GROUP)
            for id_ in group.ids:
                item = self._items[id_] = _row(id_, ID)
                parent = text.document.provision(id_).parent if text is not None else None
                self._items.get(parent or "", head).appendRow(item)
            self.appendRow(head)

    def entry(self, id_: str) -> Entry:
        """Return the entry of a provision, looking up its verbs the first time."""
        if id_ not in self._entries and self._text is not None:
            self._entries[id_] = entry(self._text, id_)
        return self._entries[id_]

    def key(self, id_: str) -> str:
        """Return the folded text that the filter searches."""
        if id_ not in self._keys and self._text is not None:
            self._keys[id_] = search_key(self._text, self.entry(id_))
        return self._keys[id_]

    def index_of(self, id_: str) -> QModelIndex:
        """Return the index of a provision, an invalid one where it is not listed."""
        item = self._items.get(id_)
        return self.indexFromItem(item) if item is not None else QModelIndex()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the value of a row, or its text for assistive technology."""
        if role in _SAID:
            return self._said(index)
        if role == ENTRY:
            id_ = super().data(index, ID)
            return self.entry(id_) if id_ else None
        if role == Qt.ItemDataRole.ToolTipRole and (id_ := super().data(index, ID)):
            entry = self.entry(id_)
            return f"{display_name(id_, entry.label, self._appearance.number)} · {entry.arabic}"
        return super().data(index, role)

    def _said(self, index: _Index) -> str:
        group = super().data(index, GROUP)
        if isinstance(group, Group):
            return spoken_group(group, self._counts)
        id_ = super().data(index, ID)
        return spoken(self.entry(id_), self._appearance) if id_ else ""


class OutlineFilter(QSortFilterProxyModel):
    """Keeps provisions whose label, verbs or text contain all words typed, and their groups."""

    def __init__(self, rows: OutlineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._words: tuple[str, ...] = ()
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(rows)

    def set_words(self, typed: str) -> None:
        """Filter by the words typed."""
        self.beginFilterChange()
        self._words = tuple(fold_key(typed).split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:
        """Return whether a row passes."""
        if not self._words:
            return True
        id_ = self._rows.index(row, 0, parent).data(ID)
        return bool(id_) and all(word in self._rows.key(id_) for word in self._words)


def _row(value: object, role: int) -> QStandardItem:
    item = QStandardItem()
    item.setData(value, role)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item
