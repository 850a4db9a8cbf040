"""The pages of the sidebar: one table from which tabs, actions and pages are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from documents.position import Position
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.notes_controller import NotesController
from ui.desktop.controllers.search_controller import SearchController
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Changes, Subject
from ui.desktop.support.translation import QT_TRANSLATE_NOOP
from ui.desktop.widgets.scroll_bar import use_quiet_scroll_bars

if TYPE_CHECKING:
    from services.search.library_search import Hit
    from ui.desktop.panels.search_results.page import ResultsPage


class SidebarPages(QObject):
    """Creates each page when it is first shown, and connects it to the controllers."""

    chosen = Signal()
    """A document, place, hit or note was opened from a page."""
    import_requested = Signal()

    def __init__(
        self,
        appearance: Appearance,
        changes: Changes,
        documents: DocumentController,
        search: SearchController,
        notes: NotesController,
    ) -> None:
        super().__init__()
        self._appearance, self._changes = appearance, changes
        self._documents, self._search, self._notes = documents, search, notes
        notes.chosen.connect(self.chosen)

    def make(self, page: SidebarPage) -> QWidget:
        """Create a page of the table."""
        made = page.make(self)
        use_quiet_scroll_bars(made, self._appearance)
        return made

    def make_library(self) -> QWidget:
        """Create the page of documents."""
        from ui.desktop.panels.library.delegate import LibraryEntry
        from ui.desktop.panels.library.page import CataloguePage

        page = CataloguePage(self._appearance)

        def refresh() -> None:
            held = self._documents.entries()
            page.show_entries(
                tuple(LibraryEntry(one.symbol, one.language, one.title, one.date, one.provisions) for one in held)
            )

        refresh()
        self._changes.on(Subject.DOCUMENTS, refresh)
        page.document_requested.connect(self._open)
        page.import_requested.connect(self.import_requested)
        page.removal_requested.connect(self._documents.remove)
        page.setFocusProxy(page.list)
        return page

    def make_outline(self) -> QWidget:
        """Create the outline of the open text."""
        from ui.desktop.panels.outline.page import OutlinePage

        page, documents = OutlinePage(self._appearance), self._documents
        page.show_text(documents.reader.current())
        if documents.provision:
            page.set_current(documents.provision)
        documents.text_changed.connect(page.show_text)
        documents.provision_changed.connect(page.set_current)
        documents.screen_changed.connect(page.set_visible)
        page.place_requested.connect(self._go)
        page.setFocusProxy(page.tree)
        return page

    def make_results(self) -> QWidget:
        """Create the page of search results."""
        from ui.desktop.panels.search_results.page import ResultsPage

        page, search = ResultsPage(self._appearance), self._search
        search.started.connect(page.show_running)
        search.answered.connect(page.show_answer)
        search.extended.connect(page.extend)
        search.moved.connect(page.show_current)
        page.hit_activated.connect(self._follow)
        page.hit_previewed.connect(lambda hit: search.open_hit(hit, preview=True))
        page.symbol_activated.connect(self._open)
        page.query_asked.connect(search.search)
        page.more_wanted.connect(search.more)
        page.choice.show_choices(search.choices)
        page.choice.chosen.connect(search.choose)
        self._connect_history(page)
        page.setFocusProxy(page.list)
        return page

    def make_notes(self) -> QWidget:
        """Create the page of notes."""
        return self._notes.make()

    def _connect_history(self, page: ResultsPage) -> None:
        search = self._search

        def refresh() -> None:
            page.show_past(*search.past())

        def toggle_saved() -> None:
            search.toggle_saved()
            refresh()

        def toggle_history() -> None:
            """Empty the history, or bring back the one that was emptied."""
            if page.choice.cleared:
                search.restore_history(page.choice.cleared)
                page.choice.cleared = ""
            else:
                page.choice.cleared = search.clear_history()
            refresh()

        refresh()
        search.answered.connect(lambda _: refresh())
        page.choice.keep_asked.connect(toggle_saved)
        page.choice.clear_asked.connect(toggle_history)

    def _open(self, symbol: str, language: str | None = None) -> None:
        if self._documents.open(symbol, language):
            self._documents.focus_text()
            self.chosen.emit()

    def _go(self, place: Position) -> None:
        self._documents.go_to(place)
        self.chosen.emit()

    def _follow(self, hit: Hit) -> None:
        self._search.follow(hit)
        self.chosen.emit()


@dataclass(frozen=True, slots=True)
class SidebarPage:
    """A row of the table. `title` and `command` are English sources in the contexts Sidebar and Actions."""

    name: str
    """The id of the page's action, and of its tab after `tab-`."""
    title: str
    """The text of its tab."""
    command: str
    """The text of the action that shows it."""
    key: str
    icon: str
    make: Callable[[SidebarPages], QWidget]


PAGES = (
    SidebarPage(
        "library",
        QT_TRANSLATE_NOOP("Sidebar", "Library"),
        QT_TRANSLATE_NOOP("Actions", "Library page"),
        "Ctrl+1",
        "books",
        SidebarPages.make_library,
    ),
    SidebarPage(
        "outline",
        QT_TRANSLATE_NOOP("Sidebar", "Outline"),
        QT_TRANSLATE_NOOP("Actions", "Outline page"),
        "Ctrl+2",
        "list-bullets",
        SidebarPages.make_outline,
    ),
    SidebarPage(
        "results",
        QT_TRANSLATE_NOOP("Sidebar", "Results"),
        QT_TRANSLATE_NOOP("Actions", "Results page"),
        "Ctrl+3",
        "magnifying-glass",
        SidebarPages.make_results,
    ),
    SidebarPage(
        "bookmarks",
        QT_TRANSLATE_NOOP("Sidebar", "My notes"),
        QT_TRANSLATE_NOOP("Actions", "My notes page"),
        "Ctrl+4",
        "note-pencil",
        SidebarPages.make_notes,
    ),
)
"""The pages in the order of their tabs."""

FIRST_PAGE = "outline"
"""The page of a first start."""
