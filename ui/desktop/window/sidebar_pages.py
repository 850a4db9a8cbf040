"""The pages of the sidebar, made when they are first shown and kept in step with the desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from documents.position import Position
from library import catalogue
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.notes_controller import NotesController
from ui.desktop.controllers.search_controller import SearchController
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.scroll_bar import use_quiet_scroll_bars

if TYPE_CHECKING:
    from services.search.library_search import Hit
    from ui.desktop.panels.search_results.page import ResultsPage


class SidebarPages(QObject):
    """Makes each page and joins it to the desk; `chosen` tells that something was opened from one."""

    chosen = Signal()
    import_requested = Signal()
    library_changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        document_controller: DocumentController,
        finding: SearchController,
        notes_controller: NotesController,
    ) -> None:
        super().__init__()
        self._appearance, self._document_controller, self._finding, self._notes_controller = (
            appearance,
            document_controller,
            finding,
            notes_controller,
        )
        notes_controller.chosen.connect(self.chosen)

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """Return what makes each page, by name."""
        makers = {
            "library": self._library,
            "outline": self._outline,
            "results": self._results,
            "bookmarks": self._bookmarks,
        }
        return {name: partial(self._quiet, make) for name, make in makers.items()}

    def _quiet(self, make: Callable[[], QWidget]) -> QWidget:
        page = make()
        use_quiet_scroll_bars(page, self._appearance)
        return page

    def _library(self) -> QWidget:
        from ui.desktop.panels.library.delegate import LibraryEntry
        from ui.desktop.panels.library.page import CataloguePage

        page = CataloguePage(self._appearance)

        def refresh() -> None:
            held = () if self._document_controller.db is None else catalogue.entries(self._document_controller.db)
            page.show_entries(
                tuple(LibraryEntry(one.symbol, one.language, one.title, one.date, one.provisions) for one in held)
            )

        refresh()
        self.library_changed.connect(refresh)
        page.document_requested.connect(self._open)
        page.import_requested.connect(self.import_requested)
        page.removal_requested.connect(self._remove)
        page.setFocusProxy(page.list)
        return page

    def _outline(self) -> QWidget:
        from ui.desktop.panels.outline.page import OutlinePage

        page, document_controller = OutlinePage(self._appearance), self._document_controller
        page.show_text(document_controller.reader.current())
        if document_controller.provision:
            page.set_current(document_controller.provision)
        document_controller.text_changed.connect(page.show_text)
        document_controller.provision_changed.connect(page.set_current)
        document_controller.screen_changed.connect(page.set_visible)
        page.place_requested.connect(self._go)
        page.setFocusProxy(page.tree)
        return page

    def _results(self) -> QWidget:
        from ui.desktop.panels.search_results.page import ResultsPage

        page, finding = ResultsPage(self._appearance), self._finding
        finding.started.connect(page.show_running)
        finding.answered.connect(page.show_answer)
        page.hit_activated.connect(self._open_hit)
        page.hit_previewed.connect(lambda hit: finding.open_hit(hit, preview=True))
        page.symbol_activated.connect(self._open)
        finding.extended.connect(page.extend)
        finding.moved.connect(page.show_current)
        page.query_asked.connect(finding.search)
        page.more_wanted.connect(finding.more)
        page.choice.show_choices(finding.choices)
        page.choice.chosen.connect(finding.choose)
        self._keep_searches(page)
        page.setFocusProxy(page.list)
        return page

    def _keep_searches(self, page: ResultsPage) -> None:
        """Show and keep the searches of the reader with the page of results."""
        from library import saved_searches
        from ui.desktop.panels.search_results.rows import KeptSearch, PastQuery

        document_controller, finding = self._document_controller, self._finding

        def refresh() -> None:
            if document_controller.db is not None:
                db = document_controller.db
                page.show_past(
                    tuple(KeptSearch(one.name, one.query) for one in saved_searches.saved(db)),
                    tuple(PastQuery(one.query, one.total) for one in saved_searches.history(db)),
                )

        def keep() -> None:
            held = (
                []
                if document_controller.db is None
                else [one for one in saved_searches.saved(document_controller.db) if one.query == finding.query]
            )
            if held:
                document_controller.write(lambda db: saved_searches.remove(db, held[0].id))
            elif finding.query:
                document_controller.write(lambda db: saved_searches.save(db, finding.query, finding.query))
            refresh()

        def clear() -> None:
            """Empty the history, or bring back what was emptied."""
            cleared = page.choice.cleared
            if cleared:
                document_controller.write(lambda db: saved_searches.restore_history(db, cleared))
            moment = None if cleared else document_controller.write(saved_searches.clear_history)
            page.choice.cleared = str(moment or "")
            refresh()

        refresh()
        finding.answered.connect(lambda _: refresh())
        page.choice.keep_asked.connect(keep)
        page.choice.clear_asked.connect(clear)

    def _bookmarks(self) -> QWidget:
        return self._notes_controller.make()

    def _open(self, symbol: str, language: str | None = None) -> None:
        if self._document_controller.open(symbol, language):
            self._document_controller.focus_text()
            self.chosen.emit()

    def _remove(self, symbol: str, language: str) -> None:
        """Take a document out of the library; what was written on it stays, and undo brings it back."""
        from services.undo import remove_document

        document_controller = self._document_controller
        if document_controller.write(partial(remove_document, symbol=symbol, language=language)) is not False:
            for at, text in enumerate(document_controller.reader.open_texts()):
                if (text.document.symbol, text.document.language) == (symbol, language):
                    document_controller.reader.close_text(at)
            self.library_changed.emit()
            document_controller.told.emit(self.tr("Removed from the library; undo brings it back, your notes stay"))

    def _go(self, place: Position) -> None:
        self._document_controller.go_to(place)
        self.chosen.emit()

    def _open_hit(self, hit: Hit) -> None:
        """Open a hit in its text; of an instrument its text, or where none is held what cites it."""
        if hit.provision:
            self._finding.open_hit(hit)
        elif self._document_controller.db is not None and catalogue.has(self._document_controller.db, hit.document):
            self._document_controller.open(hit.document)
        else:
            self._finding.search(f'cites:"{hit.document}"')
        self.chosen.emit()
