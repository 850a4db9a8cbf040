"""The pages of the sidebar, made when they are first shown and kept in step with the desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from documents.position import Position
from library import catalogue
from ui.desktop.controllers.document_controller import Desk
from ui.desktop.controllers.notes_controller import Notebook
from ui.desktop.controllers.search_controller import Finding
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.scroll_bar import QuietScrollBar

if TYPE_CHECKING:
    from services.search.library_search import Hit
    from ui.desktop.panels.search_results.page import ResultsPage


class Pages(QObject):
    """Makes each page and joins it to the desk; `chosen` tells that something was opened from one."""

    chosen = Signal()
    import_requested = Signal()
    library_changed = Signal()

    def __init__(self, appearance: Appearance, desk: Desk, finding: Finding, notebook: Notebook) -> None:
        super().__init__()
        self._appearance, self._desk, self._finding, self._notebook = appearance, desk, finding, notebook
        notebook.chosen.connect(self.chosen)

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
        quieten(page, self._appearance)
        return page

    def _library(self) -> QWidget:
        from ui.desktop.panels.library.page import CataloguePage

        page = CataloguePage(self._appearance)

        def refresh() -> None:
            page.show_entries(() if self._desk.db is None else catalogue.entries(self._desk.db))

        refresh()
        self.library_changed.connect(refresh)
        page.document_requested.connect(self._open)
        page.import_requested.connect(self.import_requested)
        page.removal_requested.connect(self._remove)
        page.setFocusProxy(page.list)
        return page

    def _outline(self) -> QWidget:
        from ui.desktop.panels.outline.page import OutlinePage

        page, desk = OutlinePage(self._appearance), self._desk
        page.show_text(desk.reader.current())
        if desk.clause:
            page.set_current(desk.clause)
        desk.text_changed.connect(page.show_text)
        desk.clause_changed.connect(page.set_current)
        desk.screen_changed.connect(page.set_visible)
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

        desk, finding = self._desk, self._finding

        def refresh() -> None:
            if desk.db is not None:
                page.show_past(saved_searches.saved(desk.db), saved_searches.history(desk.db))

        def keep() -> None:
            held = (
                [] if desk.db is None else [one for one in saved_searches.saved(desk.db) if one.query == finding.query]
            )
            if held:
                desk.write(lambda db: saved_searches.remove(db, held[0].id))
            elif finding.query:
                desk.write(lambda db: saved_searches.save(db, finding.query, finding.query))
            refresh()

        def clear() -> None:
            """Empty the history, or bring back what was emptied."""
            cleared = page.choice.cleared
            if cleared:
                desk.write(lambda db: saved_searches.restore_history(db, cleared))
            moment = None if cleared else desk.write(saved_searches.clear_history)
            page.choice.cleared = str(moment or "")
            refresh()

        refresh()
        finding.answered.connect(lambda _: refresh())
        page.choice.keep_asked.connect(keep)
        page.choice.clear_asked.connect(clear)

    def _bookmarks(self) -> QWidget:
        return self._notebook.make()

    def _open(self, symbol: str, language: str | None = None) -> None:
        if self._desk.open(symbol, language):
            self._desk.focus_text()
            self.chosen.emit()

    def _remove(self, symbol: str, language: str) -> None:
        """Take a document out of the library; what was written on it stays, and undo brings it back."""
        from services.undo import remove_document

        desk = self._desk
        if desk.write(partial(remove_document, symbol=symbol, language=language)) is not False:
            for at, text in enumerate(desk.reader.open_texts()):
                if (text.document.symbol, text.document.language) == (symbol, language):
                    desk.reader.close_text(at)
            self.library_changed.emit()
            desk.told.emit(self.tr("Removed from the library; undo brings it back, your notes stay"))

    def _go(self, place: Position) -> None:
        self._desk.go_to(place)
        self.chosen.emit()

    def _open_hit(self, hit: Hit) -> None:
        """Open a hit in its text; of an instrument its text, or where none is held what cites it."""
        if hit.provision:
            self._finding.open_hit(hit)
        elif self._desk.db is not None and catalogue.has(self._desk.db, hit.document):
            self._desk.open(hit.document)
        else:
            self._finding.search(f'cites:"{hit.document}"')
        self.chosen.emit()


def quieten(pane: QWidget, appearance: Appearance) -> None:
    """Give every list of a pane the quiet scroll bar of the text."""
    for area in pane.findChildren(QAbstractScrollArea):
        area.setVerticalScrollBar(QuietScrollBar(appearance, area, "window"))
