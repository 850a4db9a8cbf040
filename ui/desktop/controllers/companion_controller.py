"""An instrument opened beside the text that cites it, with its own way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from documents.language import isolate
from documents.position import Position, footnote_id
from library import notes
from library.errors import NotHeld
from services.documents.link_groups import Links
from services.documents.open_text import OpenText, open_text
from services.notes import annotation_edits
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.external_links import ExternalLinks
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.controllers.navigation_history import NavigationHistory, Visit
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject
from ui.desktop.widgets.scroll_bar import use_quiet_scroll_bars

if TYPE_CHECKING:
    from documents.citations.citation import Citation
    from ui.desktop.panels.companion.pane import CompanionPane


class ShowBeside(Protocol):
    """Puts a pane beside the text."""

    def __call__(self, pane: QWidget, *, companion: bool) -> None:
        """Show the pane in place of the one there. `companion` gives it the width of a text."""


class CompanionController(QObject):
    """Shows one instrument at a time beside the text, outside the history of the text."""

    opened = Signal()
    closed = Signal()
    copied = Signal(int)
    text_size_stepped = Signal(int)

    def __init__(
        self,
        session: LibrarySession,
        document_controller: DocumentController,
        external_links: ExternalLinks,
        show_beside: ShowBeside,
        apparatus: QWidget,
        appearance: Appearance,
    ) -> None:
        """`apparatus` is the pane that gives its place to the instrument."""
        super().__init__()
        self._session, self._document_controller = session, document_controller
        self._external_links, self._show_beside = external_links, show_beside
        self._apparatus, self._appearance = apparatus, appearance
        self._trail = NavigationHistory()
        self._is_open = False
        self._pane: CompanionPane | None = None
        self.reader: ReaderPane | None = None
        document_controller.footnote_wanted.connect(lambda _: self.close())

    def is_open(self) -> bool:
        """Return whether an instrument is shown beside the text."""
        return self._is_open

    def holds_focus(self) -> bool:
        """Return whether the keyboard is in the instrument."""
        focused = QApplication.focusWidget()
        return self.is_open() and focused is not None and self._made().isAncestorOf(focused)

    def open(self, target: str, place: str = "") -> bool:
        """Open an instrument beside the text at a place such as `art_19`, and return whether it is held."""
        text = self._text(target)
        if text is None:
            self._external_links.follow(target)
            return False
        if self.is_open():
            self._leave()
        self._show(text, place)
        return True

    def open_cited(self) -> None:
        """Open the target of the citation at the caret beside the text."""
        citation = self._citation()
        if citation is None:
            self._document_controller.told.emit(self.tr("No citation stands at the caret."))
        elif self.open(citation.target, citation.pinpoints[0].place if citation.pinpoints else ""):
            self.focus()

    def focus(self) -> None:
        """Move the keyboard to the instrument."""
        view = self.reader.view() if self.reader is not None else None
        if view is not None:
            view.setFocus()

    def escape(self) -> None:
        """Close the find bar of the instrument, else the instrument, and return to the text."""
        assert self.reader is not None
        if self.reader.find_bar.isVisible():
            self.reader.find_bar.close_bar()
        else:
            self.close()
            self._document_controller.focus_text()

    def close(self) -> None:
        """Show the apparatus in place of the instrument."""
        if self.is_open():
            self._trail = NavigationHistory()
            self._arrange(self._apparatus, companion=False)
            self.closed.emit()

    # Inside

    def _text(self, target: str) -> OpenText | None:
        """Return a held instrument, in the language of the open text if it is held in that."""
        db, reading = self._session.db, self._document_controller.reader.current()
        if db is None or not self._session.holds(target):
            return None
        try:
            return open_text(db, target, reading.document.language if reading is not None else None)
        except NotHeld:
            return open_text(db, target)

    def _show(self, text: OpenText, place: str) -> None:
        pane, reader = self._made(), self.reader
        assert reader is not None
        found = _position(text, place)
        pane.head.show_instrument(text.document.title.strip(), text.document.symbol)
        pane.head.set_can_go_back(self._trail.can_go_back())
        pane.notice.tell(self._missing(place) if place and found is None else "")
        reader.open(text, Links(text))
        while len(reader.open_texts()) > 1:
            reader.close_text(0)
        self._show_bookmarks()
        self._arrange(pane, companion=True)
        start = text.document.provisions[0].id if text.document.provisions else ""
        reader.restore(Position(start), flash=False)
        if found is not None:
            reader.go_to(found, remember=False)
        self.opened.emit()

    def _missing(self, place: str) -> str:
        from ui.desktop.support.place_names import pinpoint_name

        words = self.tr("%1 was not found in this text; it is shown from its beginning.")
        said = words.replace("%1", pinpoint_name(place, self._appearance.number))
        return said[:1].upper() + said[1:]

    def _arrange(self, pane: QWidget, *, companion: bool) -> None:
        """Show a pane beside the text, and keep the line of the caret at its height on the screen."""
        view = self._document_controller.reader.view()
        top = view.cursorRect().top() if view is not None else -1
        seen = view is not None and 0 <= top < view.viewport().height()
        self._is_open = companion
        self._show_beside(pane, companion=companion)
        if view is not None and seen:
            _settle(self._document_controller.reader)
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + view.cursorRect().top() - top)
        if companion:
            _settle(pane)

    def _citation(self) -> Citation | None:
        view = self._document_controller.reader.view()
        return None if view is None else view.citation_in_provision()

    def _follow(self, citation: Citation) -> None:
        """Open a target that the instrument cites in its place, if it is held."""
        if self.open(citation.target, citation.pinpoints[0].place if citation.pinpoints else ""):
            self.focus()

    def _leave(self) -> None:
        here = self._here()
        if here is not None:
            self._trail.leave(here)

    def _back(self) -> None:
        visit = self._trail.back(self._here())
        if visit is not None and self.reader is not None and self._session.db is not None:
            self._show(open_text(self._session.db, visit.symbol, visit.language), "")
            self.reader.restore(visit.place)
            self.focus()

    def _here(self) -> Visit | None:
        text = self.reader.current() if self.reader is not None else None
        place = self.reader.place() if self.reader is not None else None
        if text is None or place is None:
            return None
        return Visit(text.document.symbol, text.document.language, place)

    def _as_tab(self) -> None:
        """Open the instrument as a tab, at the same line."""
        here = self._here()
        self.close()
        if here is not None:
            self._document_controller.open(here.symbol, here.language, here.place)
            self._document_controller.focus_text()

    def _tell_note(self, number: str) -> None:
        """Show a footnote of the instrument in the notice over it."""
        text = self.reader.current() if self.reader is not None else None
        if text is not None and text.document.has_footnote(number):
            words = f"({self._appearance.number(number)}) {isolate(text.reading.text(footnote_id(number)))}"
            self._made().notice.tell(words)

    def _bookmark(self, provision: str) -> None:
        text = self.reader.current() if self.reader is not None else None
        if text is not None and provision:
            self._session.write(
                lambda db: annotation_edits.toggle_bookmark(db, text.document, provision), Subject.NOTES
            )

    def _show_bookmarks(self) -> None:
        text, db = self.reader.current() if self.reader is not None else None, self._session.db
        if text is not None and db is not None and self.reader is not None:
            self.reader.set_bookmarks(notes.bookmarked(db, text.document.symbol, text.document.language))

    def _made(self) -> CompanionPane:
        """Return the pane, created on first use."""
        if self._pane is None:
            from ui.desktop.panels.companion.pane import CompanionPane

            self.reader = ReaderPane(self._appearance, tabs=False)
            self.reader.setObjectName("companionReader")
            self._pane = CompanionPane(self._appearance, self.reader)
            use_quiet_scroll_bars(self._pane, self._appearance)
            self._connect(self._pane, self.reader)
        return self._pane

    def _connect(self, pane: CompanionPane, reader: ReaderPane) -> None:
        pane.head.apparatus_requested.connect(self.close)
        pane.head.close_requested.connect(self.close)
        pane.head.close_requested.connect(self._document_controller.focus_text)
        pane.head.tab_requested.connect(self._as_tab)
        pane.head.back_requested.connect(self._back)
        reader.citation_activated.connect(self._follow)
        reader.footnote_entered.connect(self._tell_note)
        reader.bookmark_toggled.connect(self._bookmark)
        reader.copied.connect(self.copied)
        reader.text_size_stepped.connect(self.text_size_stepped)
        reader.link_copy_requested.connect(lambda provision: self._external_links.copy_link_of(reader, provision))
        reader.source_requested.connect(lambda: self._external_links.offer_source(reader.banner.source, reader))
        self._session.changes.on(Subject.NOTES, self._show_bookmarks)


def _position(text: OpenText, place: str) -> Position | None:
    if not place:
        return None
    from services.documents.pinpoint_location import locate_pinpoint

    return locate_pinpoint(text.document, place)


def _settle(pane: QWidget) -> None:
    """Give a pane its size now, so that its text can scroll to a place."""
    layout = pane.layout()
    if layout is not None:
        layout.activate()
