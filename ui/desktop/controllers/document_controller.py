"""The reading desk: the open texts, and the way from one place to another."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from documents.language import isolate
from documents.model import Document, Kind
from documents.position import FOOTNOTE_PREFIX, Position
from library import catalogue, notes, reading_positions
from library.database import Database
from library.errors import LibraryBusy, LibraryError, NotHeld
from services.documents.link_groups import Links
from services.documents.open_text import OpenText, find_symbol, open_text, resolve_place, split_reference
from services.notes import annotation_edits
from ui.desktop.controllers.navigation_history import NavigationHistory, Visit
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support import messages
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.place_names import name_of

_PART = {Kind.PREAMBULAR, Kind.OPERATIVE}
_REST_MS = 1000
"""How long the text rests before the place is kept, so that even a crash loses no more than this."""


class DocumentController(QObject):
    """Holds the open texts and their links, and tells the other panes what happens in the text."""

    text_changed = Signal(object)
    """The OpenText that is read now, or None; also after a change of reading."""
    provision_changed = Signal(str)
    screen_changed = Signal(object)
    trail_changed = Signal()
    bookmarks_changed = Signal()
    footnote_wanted = Signal(str)
    told = Signal(str)
    failed = Signal(str, str)

    def __init__(self, db: Database | None, reader: ReaderPane, appearance: Appearance) -> None:
        """`db` is None where the library could not be opened: then nothing can be read."""
        super().__init__()
        self.db = db
        self.reader, self._appearance = reader, appearance
        self.trail = NavigationHistory()
        self.provision = ""
        self._read: tuple[str, str] | None = None
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._connect()

    # Opening

    def open(self, symbol: str, language: str | None = None, place: Position | None = None) -> bool:
        """Open a text by any written form of its symbol, at a place or where it was left; say whether it is held."""
        if self.db is None:
            return False
        try:
            text = open_text(self.db, symbol, language)
        except NotHeld as error:
            self.told.emit(messages.not_held(error))
            return False
        key = (text.document.symbol, text.document.language)
        known = any((t.document.symbol, t.document.language) == key for t in self.reader.open_texts())
        if not known and place is None:
            place = reading_positions.place_in(self.db, *key)
        if self._read is not None and self._read != key:
            self._leave()
        self.reader.open(text, Links(text), place, noted=notes.has_words(self.db, key[0]))
        if not known and place is not None:
            # The page has its size only now: the line is found again at the width it is read in.
            _lay_out(self.reader)
            self.reader.restore(place, flash=False)
        return True

    def reload(self, symbol: str, language: str) -> None:
        """Read an open text again, for what it cites has changed; place, provision and what is lit stay."""
        if self.db is not None and catalogue.has(self.db, symbol, language):
            text = open_text(self.db, symbol, language)
            self.reader.renew(text, Links(text))
            if (symbol, language) == self._read:
                self.text_changed.emit(self.reader.current())

    def open_last(self) -> None:
        """Open what was read last, where it was left; on a first start the first text of the library."""
        if self.db is None:
            return
        last = reading_positions.last_place(self.db)
        if last is not None and catalogue.has(self.db, last.document, last.language):
            self.open(last.document, last.language, last.position)
            return
        entries = catalogue.entries(self.db)
        if entries:
            self.open(entries[0].symbol, entries[0].language)

    def go(self, typed: str) -> bool:
        """Go where a typed label or symbol points; False where it is neither."""
        text = self.reader.current()
        if text is not None and self.go_in_text(typed):
            return True
        if self.db is None:
            return False
        symbol, place = split_reference(typed)
        try:
            found = find_symbol(self.db, symbol)
        except NotHeld:
            return False
        if self.open(found) and place:
            self.go_in_text(place)
        return True

    def go_in_text(self, typed: str) -> bool:
        """Go to a provision or footnote of the open text by its label."""
        text = self.reader.current()
        if text is None:
            return False
        found = resolve_place(text.document, typed)
        if found is None:
            return False
        self.go_to(Position(found))
        return True

    def go_to(self, place: Position) -> None:
        """Go to a place in the open text; a footnote takes the keyboard in its pane."""
        if place.provision.startswith(FOOTNOTE_PREFIX):
            self.footnote_wanted.emit(place.provision.removeprefix(FOOTNOTE_PREFIX))
            return
        self.reader.go_to(place)
        self.focus_text()

    def focus_text(self) -> None:
        """Put the keyboard into the text."""
        view = self.reader.view()
        if view is not None:
            view.setFocus()

    # History

    def back(self) -> None:
        """Return to the place before; the same line is at the top again."""
        self._visit(self.trail.back(self._here()))

    def forward(self) -> None:
        """Go to the place after."""
        self._visit(self.trail.forward(self._here()))

    def remember(self) -> None:
        """Keep the place on disk, so that the next start opens there."""
        self._rest.stop()
        here = self._here()
        if self.db is None or self.db.read_only or here is None:
            return
        try:
            reading_positions.remember_place(self.db, here.symbol, here.language, here.place)
        except LibraryBusy:
            self._rest.start()  # another program is writing: nobody asked for this, and it can wait
        except LibraryError as error:
            self.failed.emit(*messages.library_failure(error))

    # Bookmarks and reading

    def toggle_bookmark(self, provision: str = "") -> None:
        """Mark a provision (the current one without an id), or take its mark away."""
        text, id_ = self.reader.current(), provision or self.provision
        if text is None or not id_:
            return
        made = self.write(lambda db: annotation_edits.toggle_bookmark(db, text.document, id_))
        if made is not False:
            self.told.emit(self.tr("Bookmark added") if made else self.tr("Bookmark removed"))
            self.bookmarks_changed.emit()

    def write(self, change: Callable[[Database], object]) -> object:
        """Write to the library; False, with the failure told, where that cannot be done."""
        if self.db is None:
            return False
        try:
            return change(self.db)
        except LibraryError as error:
            self.failed.emit(*messages.library_failure(error))
            return False

    def marked(self) -> frozenset[str]:
        """Return the marked provisions of the open text."""
        text = self.reader.current()
        if text is None or self.db is None:
            return frozenset()
        return notes.bookmarked(self.db, text.document.symbol, text.document.language)

    def set_as_received(self, as_received: bool) -> None:
        """Read the text with its corrections, or as it was received."""
        self.reader.set_reading(as_received)

    def links(self) -> Links | None:
        """Return the links of the text that is read now."""
        return self.reader.links()

    def screen(self) -> tuple[str, ...]:
        """Return the provisions whose first line is on screen."""
        text, view = self.reader.current(), self.reader.view()
        if text is None or view is None:
            return ()
        return tuple(text.document.provisions[at].id for at in view.visible_provisions())

    def is_held(self, target: str) -> bool:
        """Say whether the library holds a target."""
        return self.db is not None and catalogue.has(self.db, target)

    def where(self) -> str:
        """Say in words which provision is read: `Paragraph PP8 of 19`."""
        text = self.reader.current()
        if text is None or not self.provision or not text.document.has_provision(self.provision):
            return ""
        return place_words(text.document, self.provision, self._appearance)

    def percent(self) -> int | None:
        """Return how far the text is read, 0..100; None without a text."""
        view = self.reader.view()
        if view is None or self.reader.current() is None:
            return None
        bar = view.verticalScrollBar()
        return round(100 * bar.value() / bar.maximum()) if bar.maximum() > 0 else 100

    # Inside

    def _connect(self) -> None:
        reader = self.reader
        reader.current_changed.connect(self._show)
        reader.reading_changed.connect(lambda _: self._show(self.reader.current()))
        reader.provision_changed.connect(self._provision)
        reader.screen_changed.connect(self.screen_changed)
        reader.footnote_entered.connect(self.footnote_wanted)
        reader.jumped.connect(lambda left, _: self._leave(left))
        reader.bookmark_toggled.connect(self.toggle_bookmark)
        reader.screen_changed.connect(lambda _: self._rest.start())
        self._rest.timeout.connect(self.remember)

    def _show(self, text: OpenText | None) -> None:
        key = None if text is None else (text.document.symbol, text.document.language)
        if key != self._read:
            self._read, self.provision = key, ""
        view = self.reader.view()
        if text is not None and view is not None:
            self.provision = view.current_provision() or ""
            self.reader.set_bookmarks(self.marked())
        self.text_changed.emit(text)
        self.screen_changed.emit(self.screen())

    def _provision(self, id_: str) -> None:
        view = self.reader.view()
        if view is not None and view.current_provision() == id_:
            self.provision = id_
            self.provision_changed.emit(id_)

    def _here(self) -> Visit | None:
        text, place = self.reader.current(), self.reader.place()
        if text is None or place is None:
            return None
        return Visit(text.document.symbol, text.document.language, place)

    def _leave(self, place: Position | None = None) -> None:
        here = self._here()
        if here is not None:
            self.trail.leave(here if place is None else Visit(here.symbol, here.language, place))
            self.trail_changed.emit()

    def _visit(self, visit: Visit | None) -> None:
        if visit is None:
            return
        current = self.reader.current()
        key = None if current is None else (current.document.symbol, current.document.language)
        if key != (visit.symbol, visit.language):
            self._read = (visit.symbol, visit.language)
            self.open(visit.symbol, visit.language, visit.place)
        self.reader.restore(visit.place, flash=True)
        self.focus_text()
        self.trail_changed.emit()


def _lay_out(pane: QWidget) -> None:
    layout = pane.layout()
    if layout is not None:
        layout.activate()


def place_words(document: Document, id_: str, appearance: Appearance) -> str:
    """Say where a provision stands: its label and, in a numbered part, how many there are."""
    kind = document.provision(id_).kind
    name = isolate(name_of(document, id_, appearance.number))
    if kind is Kind.SUBPARAGRAPH and not id_.startswith("outer_"):
        return QCoreApplication.translate("Places", "Paragraph {label}").format(label=name)
    if kind not in _PART or id_.startswith("outer_"):
        return name
    count = sum(p.kind is kind and not p.id.startswith("outer_") for p in document.provisions)
    return QCoreApplication.translate("Places", "Paragraph {label} of {count}").format(
        label=name, count=isolate(appearance.number(count))
    )
