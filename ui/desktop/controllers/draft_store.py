"""What is typed in notes and not on disk yet: written at a pause and on leaving, kept in memory while it cannot be."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

from documents.annotations.model import Annotation, Target
from library.database import Database
from library.errors import LibraryBusy, LibraryError
from services.notes import annotation_edits

_PAUSE_MS, _AGAIN_MS, _LONGEST_MS = 400, 2000, 3000
_BUSY_MS, _PATIENCE_MS = 200, 2000
"""How soon a busy library is tried again, and how long it may be busy before it is told."""

_BURST_MS = 3000
"""After a rest of this length what is typed is taken back by itself."""


@dataclass
class _Pending:
    """The words of a note that are to be written; `draft` where the note itself is not on disk yet."""

    text: str
    draft: Annotation | None = None


class DraftStore(QObject):
    """Writes the words of notes; after a failure it tries again, and nothing typed is forgotten meanwhile."""

    saved = Signal(str)
    failed = Signal(object)
    """A LibraryError, told once until writing works again."""
    recovered = Signal()
    """Writing works again, after it was told that it does not."""

    def __init__(self, db: Callable[[], Database | None]) -> None:
        super().__init__()
        self._db = db
        self._pending: dict[str, _Pending] = {}
        self._known: dict[str, str] = {}
        self._forgotten: dict[str, Annotation] = {}
        """New notes that were put away without a word: where one is typed in after all, it is new again."""
        self._burst = ""
        self._told = False
        self._rescued: Path | None = None
        self.warned = False
        """Whether it was said, on closing, that something could not be written."""
        self._waited, self._rested, self._failing = QElapsedTimer(), QElapsedTimer(), QElapsedTimer()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self.flush)
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self.flush)

    def draft(self, made: Annotation) -> None:
        """Keep a new note that has no words yet: it is stored with its first ones."""
        self._pending[made.id] = _Pending("", made)

    def open(self, note: Annotation) -> None:
        """Know the words that a note has as it is opened to be written on."""
        if note.id not in self._pending:
            self._known[note.id] = note.text

    def type(self, id_: str, text: str) -> None:
        """Take what was typed; it is written at the next pause."""
        held = self._pending.get(id_)
        draft = self._forgotten.pop(id_, None) if held is None else held.draft
        self._pending[id_] = _Pending(text, draft)
        if self._rested.isValid() and self._rested.elapsed() > _BURST_MS:
            self._burst = ""
        self._rested.start()
        if not self._pause.isActive():
            self._waited.start()
        # Whoever types without a pause is not left with nothing on disk.
        if self._waited.elapsed() > _LONGEST_MS:
            self.flush()
        else:
            self._pause.start()

    def drafts(self) -> tuple[Annotation, ...]:
        """Return the notes that are not on disk yet, with their words."""
        return tuple(dataclasses.replace(p.draft, text=p.text) for p in self._pending.values() if p.draft is not None)

    def move(self, id_: str, targets: tuple[Target, ...]) -> bool:
        """Let a note that is not on disk yet stand on other words; False where it is no such note."""
        held = self._pending.get(id_)
        if held is None or held.draft is None:
            return False
        held.draft = dataclasses.replace(held.draft, targets=targets)
        return True

    def stored(self, id_: str) -> None:
        """Know that a new note is on disk now."""
        self._pending.pop(id_, None)

    def typed(self, note: Annotation) -> Annotation:
        """Return a note with the words that were typed and are not written yet."""
        held = self._pending.get(note.id)
        return note if held is None else dataclasses.replace(note, text=held.text)

    def words(self) -> tuple[str, ...]:
        """Return the words that wait to be written."""
        return tuple(held.text for held in self._pending.values() if held.text.strip())

    def has_any(self) -> bool:
        """Say whether words wait to be written."""
        return any(p.draft is None or p.text.strip() for p in self._pending.values())

    def leave(self) -> None:
        """Write what was typed: the keyboard is elsewhere for now."""
        self.flush()
        self._burst = ""

    def close(self, id_: str) -> None:
        """Write what was typed in a note that is put away; a new one without a word is forgotten."""
        held = self._pending.get(id_)
        if held is not None and held.draft is not None and not held.text.strip():
            self._forgotten[id_] = held.draft
            del self._pending[id_]
        self.leave()

    def flush(self) -> bool:
        """Write everything that waits; say whether all of it is on disk."""
        self._pause.stop()
        db = self._db()
        for id_, held in list(self._pending.items()):
            if held.draft is not None and not held.text.strip():
                continue
            if db is None:
                return False
            try:
                self._write(db, id_, held)
            except LibraryError as error:
                self._failed(error)
                return False
            del self._pending[id_]
            self._known[id_], self._burst = held.text, id_
            self._recover()
            self.saved.emit(id_)
        return True

    def rescue_in(self, place: Path) -> None:
        """Know the file that holds what could not be written; it takes the place of the one before."""
        self._drop_rescued()
        self._rescued = place

    def _drop_rescued(self) -> None:
        if self._rescued is not None:
            with suppress(OSError):
                self._rescued.unlink(missing_ok=True)
        self._rescued = None

    def stop(self) -> None:
        """Try no more: the window is closed."""
        for timer in (self._pause, self._again):
            timer.stop()

    def _write(self, db: Database, id_: str, held: _Pending) -> None:
        if held.draft is not None:
            annotation_edits.store(db, dataclasses.replace(held.draft, text=held.text))
        else:
            known = self._known.get(id_)
            annotation_edits.set_text(db, id_, held.text, continuing=self._burst == id_, expected=known)

    def _failed(self, error: LibraryError) -> None:
        """Try again soon; say so once, and not where another program is only writing just now."""
        busy = isinstance(error, LibraryBusy)
        self._again.start(_BUSY_MS if busy else _AGAIN_MS)
        if not self._failing.isValid():
            self._failing.start()
        if not self._told and (not busy or self._failing.elapsed() > _PATIENCE_MS):
            self._told = True
            self.failed.emit(error)

    def _recover(self) -> None:
        self._failing.invalidate()
        self.warned = False
        if not self.has_any():
            self._drop_rescued()  # its words are in the library now
        if self._told:
            self._told = False
            self.recovered.emit()
