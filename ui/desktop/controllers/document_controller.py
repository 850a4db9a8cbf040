"""The open texts: opening, going to places, back and forward, bookmarks, and the place kept on disk."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from documents.language import isolate
from documents.model import Document, Kind
from documents.position import FOOTNOTE_PREFIX, Position, Span
from library import catalogue, notes, reading_positions
from library.errors import LibraryBusy, LibraryError, NotHeld
from services.documents.link_groups import Links
from services.documents.open_text import OpenText, find_symbol, open_text, resolve_place, split_reference
from services.notes import annotation_edits
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.controllers.navigation_history import NavigationHistory, Visit
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support import messages
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject
from ui.desktop.support.place_names import name_of

_PART = {Kind.PREAMBULAR, Kind.OPERATIVE}
_REST_MS = 1000
"""Time without scrolling after which the place is written, so that a crash loses no more than this."""


class DocumentController(QObject):
    """Opens texts in the reader, navigates in them, and emits their changes."""

    text_changed = Signal(object)
    """The OpenText shown now or None, also after a change of its reading or its citations."""
    provision_changed = Signal(str)
    screen_changed = Signal(object)
    trail_changed = Signal()
    footnote_wanted = Signal(str)
    told = Signal(str)

    def __init__(self, session: LibrarySession, reader: ReaderPane, appearance: Appearance) -> None:
        super().__init__()
        self._session, self._appearance = session, appearance
        self.reader = reader
        self.trail = NavigationHistory()
        self.provision = ""
        self._read: tuple[str, str] | None = None
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._connect()

    # Opening

    def open(self, symbol: str, language: str | None = None, place: Position | None = None) -> bool:
        """Open a text by any written form of its symbol and return whether it is held.

        Without a place it opens where it was left.
        """
        db = self._session.db
        if db is None:
            return False
        try:
            text = open_text(db, symbol, language)
        except NotHeld as error:
            self.told.emit(messages.not_held(error))
            return False
        key = _key(text)
        known = any(_key(one) == key for one in self.reader.open_texts())
        if not known and place is None:
            place = reading_positions.place_in(db, *key)
        if self._read is not None and self._read != key:
            self._leave()
        self.reader.open(text, Links(text), place, noted=notes.has_words(db, key[0]))
        if not known and place is not None:
            # The page gets its size here, and the line is found again at that width.
            _lay_out(self.reader)
            self.reader.restore(place, flash=False)
        return True

    def open_last(self) -> None:
        """Open the text read last where it was left, or on a first start the first text of the library."""
        db = self._session.db
        if db is None:
            return
        last = reading_positions.last_place(db)
        if last is not None and self._session.holds(last.document, last.language):
            self.open(last.document, last.language, last.position)
            return
        entries = catalogue.entries(db)
        if entries:
            self.open(entries[0].symbol, entries[0].language)

    def entries(self) -> tuple[catalogue.Entry, ...]:
        """Return the documents of the library, in its order."""
        return () if self._session.db is None else catalogue.entries(self._session.db)

    def remove(self, symbol: str, language: str) -> None:
        """Take a document out of the library. Its notes stay, and undo brings it back."""
        from services.documents.library_documents import remove_document

        change = partial(remove_document, symbol=symbol, language=language)
        if self._session.write(change, Subject.DOCUMENTS) is not False:
            self.told.emit(self.tr("Removed from the library; undo brings it back, your notes stay"))

    # Places

    def go(self, typed: str) -> bool:
        """Go to a typed label or symbol, or return False if it is neither."""
        text = self.reader.current()
        if text is not None and self.go_in_text(typed):
            return True
        if self._session.db is None:
            return False
        symbol, place = split_reference(typed)
        try:
            found = find_symbol(self._session.db, symbol)
        except NotHeld:
            return False
        if self.open(found) and place:
            self.go_in_text(place)
        return True

    def go_in_text(self, typed: str) -> bool:
        """Go to a provision or footnote of the open text by its label, and return whether there is one."""
        text = self.reader.current()
        if text is None:
            return False
        found = resolve_place(text.document, typed)
        if found is None:
            return False
        self.go_to(Position(found))
        return True

    def go_to(self, place: Position) -> None:
        """Go to a place in the open text, or to the pane of a footnote."""
        if place.provision.startswith(FOOTNOTE_PREFIX):
            self.footnote_wanted.emit(place.provision.removeprefix(FOOTNOTE_PREFIX))
            return
        self.reader.go_to(place)
        self.focus_text()

    def show_span(self, symbol: str, language: str, span: Span) -> None:
        """Scroll to words of a text, if it is the one shown."""
        text, view = self.reader.current(), self.reader.view()
        if text is not None and view is not None and _key(text) == (symbol, language):
            view.show_span(span)

    def focus_text(self) -> None:
        """Move the keyboard to the text."""
        view = self.reader.view()
        if view is not None:
            view.setFocus()

    # History

    def back(self) -> None:
        """Return to the place before, with the same line at the top."""
        self._visit(self.trail.back(self._here()))

    def forward(self) -> None:
        """Go to the place after."""
        self._visit(self.trail.forward(self._here()))

    def remember(self) -> None:
        """Write the place to the library, so that the next start opens there."""
        self._rest.stop()
        here, db = self._here(), self._session.db
        if db is None or db.read_only or here is None:
            return
        try:
            reading_positions.remember_place(db, here.symbol, here.language, here.place)
        except LibraryBusy:
            self._rest.start()  # another program writes, and the place can wait
        except LibraryError as error:
            self._session.report(error)

    # Bookmarks and reading

    def toggle_bookmark(self, provision: str = "") -> None:
        """Bookmark a provision, the current one without an id, or remove its bookmark."""
        text, id_ = self.reader.current(), provision or self.provision
        if text is None or not id_:
            return
        made = self._session.write(lambda db: annotation_edits.toggle_bookmark(db, text.document, id_), Subject.NOTES)
        if made is not False:
            self.told.emit(self.tr("Bookmark added") if made else self.tr("Bookmark removed"))

    def bookmarked(self) -> frozenset[str]:
        """Return the ids of the bookmarked provisions of the open text."""
        text = self.reader.current()
        if text is None or self._session.db is None:
            return frozenset()
        return notes.bookmarked(self._session.db, *_key(text))

    def set_as_received(self, as_received: bool) -> None:
        """Show the text as received, or with its corrections."""
        self.reader.set_reading(as_received)

    # What is shown

    def links(self) -> Links | None:
        """Return the links of the text that is shown."""
        return self.reader.links()

    def screen(self) -> tuple[str, ...]:
        """Return the ids of the provisions whose first line is on screen."""
        text, view = self.reader.current(), self.reader.view()
        if text is None or view is None:
            return ()
        return tuple(text.document.provisions[at].id for at in view.visible_provisions())

    def where(self) -> str:
        """Return the name of the current provision: `Paragraph PP8 of 19`."""
        text = self.reader.current()
        if text is None or not self.provision or not text.document.has_provision(self.provision):
            return ""
        return _place_words(text.document, self.provision, self._appearance)

    def percent(self) -> int | None:
        """Return the percentage of the text scrolled past, 0..100, or None without a text."""
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
        changes = self._session.changes
        changes.on(Subject.DOCUMENTS, self._close_removed)
        changes.on(Subject.CITATIONS, self._renew)
        changes.on(Subject.NOTES, lambda: self.reader.set_bookmarks(self.bookmarked()))

    def _close_removed(self) -> None:
        """Close the texts that the library no longer holds."""
        for at, text in reversed([*enumerate(self.reader.open_texts())]):
            if not self._session.holds(*_key(text)):
                self.reader.close_text(at)

    def _renew(self) -> None:
        """Read the open texts again whose citations changed, and keep place, provision and highlights."""
        if self._session.db is None:
            return
        for text in self.reader.open_texts():
            key = _key(text)
            fresh = open_text(self._session.db, *key) if self._session.holds(*key) else text
            if fresh.citations != text.citations:
                self.reader.renew(fresh, Links(fresh))
                if key == self._read:
                    self.text_changed.emit(self.reader.current())

    def _show(self, text: OpenText | None) -> None:
        key = None if text is None else _key(text)
        if key != self._read:
            self._read, self.provision = key, ""
        view = self.reader.view()
        if text is not None and view is not None:
            self.provision = view.current_provision() or ""
            self.reader.set_bookmarks(self.bookmarked())
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
        return Visit(*_key(text), place)

    def _leave(self, place: Position | None = None) -> None:
        here = self._here()
        if here is not None:
            self.trail.leave(here if place is None else Visit(here.symbol, here.language, place))
            self.trail_changed.emit()

    def _visit(self, visit: Visit | None) -> None:
        if visit is None:
            return
        current = self.reader.current()
        if current is None or _key(current) != (visit.symbol, visit.language):
            self._read = (visit.symbol, visit.language)
            self.open(visit.symbol, visit.language, visit.place)
        self.reader.restore(visit.place, flash=True)
        self.focus_text()
        self.trail_changed.emit()


def _key(text: OpenText) -> tuple[str, str]:
    """Return symbol and language of a text."""
    return text.document.symbol, text.document.language


def _lay_out(pane: QWidget) -> None:
    layout = pane.layout()
    if layout is not None:
        layout.activate()


def _place_words(document: Document, id_: str, appearance: Appearance) -> str:
    """Return the label of a provision and, in a numbered part, how many provisions the part has."""
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
