"""The Qt model of the notes page: rows are made when they are first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from services.notes.note_query import Listed
from ui.desktop.panels.notes.delegate import ROW
from ui.desktop.panels.notes.rows import Row

Index = QModelIndex | QPersistentModelIndex
_FORMAT = "application/x-qarar-note"


class NotesModel(QAbstractListModel):
    """Lists notes by a function that makes their rows. While `ordered`, rows can be dragged."""

    moved = Signal(str, str)
    """The id of a dragged note, and of the note it is dropped before ("": the last)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._things: Sequence[Listed] = ()
        self._make: Callable[[Listed], Row] | None = None
        self._rows: dict[int, Row] = {}
        self.ordered = False

    def show(self, things: Sequence[Listed], make: Callable[[Listed], Row], *, ordered: bool) -> None:
        """List `things`, of which `make` returns the rows."""
        self.beginResetModel()
        self._things, self._make, self._rows, self.ordered = things, make, {}, ordered
        self.endResetModel()

    def forget(self) -> None:
        """Make every row again, for another language or other digits."""
        self._rows.clear()
        if self._things:
            self.dataChanged.emit(self.index(0), self.index(len(self._things) - 1))

    def row(self, at: int) -> Row | None:
        """Return a row, making it where it was not shown before."""
        if self._make is None or not 0 <= at < len(self._things):
            return None
        if at not in self._rows:
            self._rows[at] = self._make(self._things[at])
        return self._rows[at]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or its text for assistive technology."""
        row = self.row(index.row())
        if role == ROW:
            return row
        if row is not None and role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        return None

    # Dragging

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged while they have an order of the user's."""
        found = super().flags(index)
        if self.ordered:
            found |= Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        return found

    def supportedDropActions(self) -> Qt.DropAction:
        """Allow rows to be moved only."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one type that is dragged within the list."""
        return [_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the id of the dragged note."""
        data = QMimeData()
        row = self.row(indexes[0].row()) if indexes else None
        data.setData(_FORMAT, (row.note.id if row is not None else "").encode())
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Emit where a note was dropped. The owner of the order then lists the notes again."""
        id_ = bytes(data.data(_FORMAT).data()).decode()
        at = row if row >= 0 else parent.row() if parent.isValid() else self.rowCount()
        before = self.row(at)
        if id_ and (before is None or before.note.id != id_):
            self.moved.emit(id_, before.note.id if before is not None else "")
        return False
