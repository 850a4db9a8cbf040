"""Words typed in notes and not on disk yet: written after a pause and on leaving, kept in memory after a failure."""

from __future__ import annotations

import dataclasses
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
"""Pause before a busy library is tried again, and time after which the user is told that it is busy."""

_BURST_MS = 3000
"""Pause in typing after which the following words are a step of undo of their own."""


@dataclass
class _Pending:
    """Words of a note to be written. `draft` is the note itself if it is not on disk yet."""

    text: str
    draft: Annotation | None = None


class DraftStore(QObject):
    """Writes the words of notes, and tries again after a failure."""

    saved = Signal(str)
    failed = Signal(object)
    """A LibraryError, emitted once until writing works again."""
    recovered = Signal()
    """Writing works again after `failed`."""

    def __init__(self, db: Database | None) -> None:
        super().__init__()
        self._db = db
        self._pending: dict[str, _Pending] = {}
        self._known: dict[str, str] = {}
        self._forgotten: dict[str, Annotation] = {}
        """Drafts put away without words; typing in one makes it a draft again."""
        self._burst = ""
        self._told = False
        self._rescued: Path | None = None
        self.warned = False
        """Whether the user was told, on closing, that something could not be written."""
        self._waited, self._rested, self._failing = QElapsedTimer(), QElapsedTimer(), QElapsedTimer()
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self.flush)
        self._again = QTimer(self, interval=_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self.flush)

    def draft(self, made: Annotation) -> None:
        """Keep a new note, which is stored with its first words."""
        self._pending[made.id] = _Pending("", made)

    def open(self, note: Annotation) -> None:
        """Keep the words of a note that is opened in the editor, to notice a change made elsewhere."""
        if note.id not in self._pending:
            self._known[note.id] = note.text

    def type(self, id_: str, text: str) -> None:
        """Take the words of a note, to be written at the next pause."""
        held = self._pending.get(id_)
        draft = self._forgotten.pop(id_, None) if held is None else held.draft
        self._pending[id_] = _Pending(text, draft)
        if self._rested.isValid() and self._rested.elapsed() > _BURST_MS:
            self._burst = ""
        self._rested.start()
        if not self._pause.isActive():
            self._waited.start()
        # Words typed without a pause are written too.
        if self._waited.elapsed() > _LONGEST_MS:
            self.flush()
        else:
            self._pause.start()

    def drafts(self) -> tuple[Annotation, ...]:
        """Return the notes not on disk yet, with their words."""
        return tuple(dataclasses.replace(p.draft, text=p.text) for p in self._pending.values() if p.draft is not None)

    def move(self, id_: str, targets: tuple[Target, ...]) -> bool:
        """Re-anchor a draft to other targets, or return False if the note is none."""
        held = self._pending.get(id_)
        if held is None or held.draft is None:
            return False
        held.draft = dataclasses.replace(held.draft, targets=targets)
        return True

    def stored(self, id_: str) -> None:
        """Forget a draft that is on disk now."""
        self._pending.pop(id_, None)

    def typed(self, note: Annotation) -> Annotation:
        """Return a note with its words as typed, written or not."""
        held = self._pending.get(note.id)
        return note if held is None else dataclasses.replace(note, text=held.text)

    def words(self) -> tuple[str, ...]:
        """Return the words to be written, one text a note."""
        return tuple(held.text for held in self._pending.values() if held.text.strip())

    def has_any(self) -> bool:
        """Return whether words have to be written."""
        return any(p.draft is None or p.text.strip() for p in self._pending.values())

    def leave(self) -> None:
        """Write all words when the keyboard leaves the editor."""
        self.flush()
        self._burst = ""

    def close(self, id_: str) -> None:
        """Write the words of a note whose editor closes, or drop a draft without words."""
        held = self._pending.get(id_)
        if held is not None and held.draft is not None and not held.text.strip():
            self._forgotten[id_] = held.draft
            del self._pending[id_]
        self.leave()

    def flush(self) -> bool:
        """Write all words and return whether all of them are on disk."""
        self._pause.stop()
        db = self._db
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
        """Keep the path of the file that holds the unwritten words, and delete the file before it."""
        self._drop_rescued()
        self._rescued = place

    def _drop_rescued(self) -> None:
        if self._rescued is not None:
            with suppress(OSError):
                self._rescued.unlink(missing_ok=True)
        self._rescued = None

    def stop(self) -> None:
        """Stop the timers, when the window is closed."""
        for timer in (self._pause, self._again):
            timer.stop()

    def _write(self, db: Database, id_: str, held: _Pending) -> None:
        if held.draft is not None:
            annotation_edits.store(db, dataclasses.replace(held.draft, text=held.text))
        else:
            known = self._known.get(id_)
            annotation_edits.set_text(db, id_, held.text, continuing=self._burst == id_, expected=known)

    def _failed(self, error: LibraryError) -> None:
        """Try again soon, and tell of it once. Tell of a busy library after two seconds."""
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
