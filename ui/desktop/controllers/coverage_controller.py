"""The coverage view in the window: made in the worker, shown where the text stands, and left with Esc."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from documents.position import Position
from library.errors import LibraryError
from ui.desktop.controllers.citation_refresh import CitationRefresh
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.external_links import ExternalLinks
from ui.desktop.controllers.fetch_list import FetchList
from ui.desktop.support import messages
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.operations import Job, Task, Worker
from ui.desktop.widgets.scroll_bar import use_quiet_scroll_bars
from ui.desktop.window.pane_layout import PaneLayout
from ui.desktop.window.status_bar import StatusBar

if TYPE_CHECKING:
    from services.citations.cited_by import CitedBy, CitingPlace
    from ui.desktop.controllers.citation_controller import CitationController
    from ui.desktop.controllers.companion_controller import CompanionController
    from ui.desktop.panels.coverage.view import CoverageView
    from ui.desktop.window.main_window import MainWindow

ChooseTarget = Callable[[QWidget, str], Path | None]
"""Asks where to save; the second argument is the name that is proposed."""

_PROGRESS_MS = 500
_PLACES = 200


class CoverageController(QObject):
    """Shows what the open text or the library cites; what is chosen there leads back to the text."""

    beside_requested = Signal(str)
    import_requested = Signal()
    told = Signal(str)
    failed = Signal(str, str)
    crashed = Signal(object)

    def __init__(
        self,
        document_controller: DocumentController,
        worker: Worker,
        panes: PaneLayout,
        status: StatusBar,
        external_links: ExternalLinks,
        appearance: Appearance,
        choose_target: ChooseTarget,
    ) -> None:
        """`choose_target` asks where to save the fetch list; it is a parameter so that tests answer it."""
        super().__init__()
        self._document_controller, self._worker, self._panes, self._status = document_controller, worker, panes, status
        self._external_links, self._appearance, self._choose_target = external_links, appearance, choose_target
        self._fetch_list = FetchList(appearance)
        self.view: CoverageView | None = None
        self._scope = "text"
        self._text: tuple[str, str] | None = None
        self._loading: Task | None = None
        self._asking: Task | None = None
        self._slow = QTimer(self, interval=_PROGRESS_MS, singleShot=True)
        self._slow.timeout.connect(self._tell_progress)
        document_controller.text_changed.connect(lambda _: self._text_changed())
        document_controller.reader.jumped.connect(lambda *_: self.close())
        document_controller.trail_changed.connect(self.close)
        status.progress.cancelled.connect(self._cancel)
        appearance.changed.connect(self.refresh)

    def is_open(self) -> bool:
        """Say whether the coverage view stands where the text does."""
        return self.view is not None and self._panes.front.currentWidget() is self.view

    def holds_focus(self) -> bool:
        """Say whether the keyboard is in it."""
        focused = QApplication.focusWidget()
        return self.is_open() and self.view is not None and focused is not None and self.view.isAncestorOf(focused)

    def open(self, scope: str = "text") -> None:
        """Show what the text that is read cites, or the library."""
        if self._document_controller.db is None:
            return
        view = self._made()
        self._text = self._name()
        self._scope = scope if self._text is not None else "library"
        self._panes.front.setCurrentWidget(view)
        self._load()
        self.focus()

    def close(self) -> None:
        """Show the text again; it stands where it stood."""
        if self.is_open():
            self._cancel()
            self._panes.front.setCurrentWidget(self._document_controller.reader)
            self._document_controller.focus_text()

    def escape(self) -> None:
        """Go back from the places to the table, from there to the text."""
        if self.view is None or not self.view.back_to_table():
            self.close()

    def focus(self) -> None:
        """Put the keyboard into the table."""
        if self.view is not None:
            self.view.back_to_table()
            self.view.table.setFocus()

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        if self.view is not None:
            self.view.head.filter_box.line.setFocus()
            self.view.head.filter_box.line.selectAll()

    def refresh(self) -> None:
        """Make the list anew: texts, citations or the language of the interface have changed."""
        if self.is_open():
            self._load()

    # Loading

    def _name(self) -> tuple[str, str] | None:
        text = self._document_controller.reader.current()
        return None if text is None else (text.document.symbol, text.document.language)

    def _choose_scope(self, scope: str) -> None:
        self._scope = scope
        self._load()

    def _load(self) -> None:
        assert self.view is not None
        if self._loading is not None:
            self._loading.cancel()
        name, language = self._text if self._scope == "text" else None, self._appearance.language
        self.view.head.show_scope(self._scope, self._text[0] if self._text is not None else "")

        def work(job: Job) -> object:
            from services.citations.coverage import coverage
            from ui.desktop.panels.coverage.rows import rows_of

            return rows_of(coverage(job.db, name, language), language)

        task = Task(work)
        task.done.connect(self._loaded)
        task.ended.connect(lambda: self._load_ended(task))
        self._loading = task
        self._start(task)
        self.view.show_loading()
        self._slow.start()

    def _loaded(self, rows: object) -> None:
        assert self.view is not None
        assert isinstance(rows, tuple)
        self.view.show_rows(rows)

    def _load_ended(self, task: Task) -> None:
        if self._loading is task:
            self._loading = None
            if not self._slow.isActive():
                self._status.progress.hide()
            self._slow.stop()

    def _tell_progress(self) -> None:
        if self._loading is not None:
            self._status.progress.tell(self.tr("Counting citations"), 0, 0)

    def _cancel(self) -> None:
        for task in (self._loading, self._asking):
            if task is not None:
                task.cancel()

    def _ask(self, target: str) -> None:
        """Find who cites the chosen instrument."""
        if self._asking is not None:
            self._asking.cancel()

        def work(job: Job) -> object:
            from services.citations.cited_by import cited_by

            return cited_by(job.db, target, limit=_PLACES)

        task = Task(work)
        task.done.connect(self._answered)
        task.ended.connect(lambda: self._forget(task))
        self._asking = task
        self._start(task)

    def _forget(self, task: Task) -> None:
        if self._asking is task:
            self._asking = None

    def _answered(self, cited: CitedBy) -> None:
        if self.view is not None:
            self.view.details.show_cited_by(cited)

    def _start(self, task: Task) -> None:
        task.failed.connect(self._failed)
        self._worker.start(task)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, LibraryError):
            self.failed.emit(*messages.library_failure(error))
        else:
            self.crashed.emit(error)

    # What is done with it

    def _text_changed(self) -> None:
        """Another text leads back to the text; another state of the same one is listed anew."""
        if self._name() == self._text:
            self.refresh()
        else:
            self.close()

    def _open(self, target: str) -> None:
        self.close()
        self._external_links.follow(target)

    def _go(self, place: CitingPlace) -> None:
        self.close()
        if self._document_controller.open(place.symbol, place.language):
            self._document_controller.go_to(Position(place.provision, place.start))

    def _beside(self, target: str) -> None:
        self.close()
        self.beside_requested.emit(target)

    def _save(self) -> None:
        """Save what is not held, with official addresses, where and in which form is asked."""
        assert self.view is not None
        view, named = self.view, self._text[0] if self._scope == "text" and self._text is not None else ""
        rows = tuple(row.covered for row in view.model.all_rows())
        saved = self._fetch_list.save(rows, named, lambda proposed: self._choose_target(view, proposed))
        if isinstance(saved, tuple):
            self.failed.emit(*saved)
        elif saved:
            self.told.emit(saved)

    def _made(self) -> CoverageView:
        """Return the view, made when it is first needed."""
        if self.view is None:
            from ui.desktop.panels.coverage.view import CoverageView

            view = self.view = CoverageView(self._appearance)
            use_quiet_scroll_bars(view, self._appearance)
            self._panes.front.addWidget(view)
            view.head.scope_chosen.connect(self._choose_scope)
            view.head.export_requested.connect(self._save)
            view.head.close_requested.connect(self.close)
            view.cited_by_requested.connect(self._ask)
            view.open_requested.connect(self._open)
            view.details.beside_requested.connect(self._beside)
            view.details.copy_link_requested.connect(self._external_links.copy)
            view.details.import_requested.connect(self.import_requested)
            view.details.place_requested.connect(self._go)
        return self.view


def join_covering(
    window: MainWindow, companion_controller: CompanionController, citing: CitationController
) -> tuple[CoverageController, CitationRefresh]:
    """Join to a window what lists its citations, and what keeps them up to date."""
    document_controller, worker, status, look = (
        window.document_controller,
        window.worker,
        window.status,
        window.appearance,
    )
    coverage_controller = CoverageController(
        document_controller, worker, window.pane_layout, status, window.external_links, look, window.choose_target
    )
    citation_refresh = CitationRefresh(worker, status, look)
    for source in (coverage_controller, citation_refresh):
        source.failed.connect(window.show_failure)
        source.crashed.connect(window.import_controller.crashed)
    coverage_controller.told.connect(status.tell)
    coverage_controller.beside_requested.connect(companion_controller.open)
    coverage_controller.import_requested.connect(window.pages.import_requested)
    window.pages.chosen.connect(coverage_controller.close)
    window.pages.library_changed.connect(coverage_controller.refresh)
    window.pages.library_changed.connect(citation_refresh.check)
    window.search_controller.led_there.connect(coverage_controller.close)
    citing.correcting.changed.connect(coverage_controller.refresh)
    if window.apparatus_sync is not None:
        window.apparatus_sync.pane.instruments.coverage_requested.connect(coverage_controller.open)

    def renew() -> None:
        for text in document_controller.reader.open_texts():
            document_controller.reload(text.document.symbol, text.document.language)
        citing.cited_by_controller.recount()
        coverage_controller.refresh()

    citation_refresh.recited.connect(renew)
    return coverage_controller, citation_refresh
