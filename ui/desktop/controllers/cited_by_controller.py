"""Who cites what is shown: counted for the cards, and listed on request, by the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from documents.position import Position
from services.documents.link_groups import DOUBT
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.panels.apparatus.pane import ApparatusPane
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.operations import Job, Task, Worker
from ui.desktop.widgets.scroll_bar import use_quiet_scroll_bars

if TYPE_CHECKING:
    from services.citations.cited_by import CitedBy, CitingPlace

PAGE = 200
"""Places that are listed at one time."""


class CitedByController(QObject):
    """Asks the library who cites the instruments of the pane; the answers arrive when they are ready."""

    def __init__(
        self, document_controller: DocumentController, pane: ApparatusPane, worker: Worker, appearance: Appearance
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._document_controller, self._pane, self._worker = document_controller, pane, worker
        self._counting = False
        self._name = ""
        pane.cards_shown.connect(self.count)
        self.count()

    def count(self) -> None:
        """Count for the cards that nobody has counted for; one count at a time."""
        targets = tuple(t for t in self._pane.instruments.uncounted() if not t.startswith(DOUBT))
        if not targets or self._counting or self._document_controller.db is None:
            return
        self._counting = True

        def work(job: Job) -> object:
            from services.citations.cited_by import cited_by

            return {target: cited_by(job.db, target, limit=0).documents for target in targets}

        task = Task(work)
        task.done.connect(self._pane.instruments.show_cited_by)
        task.ended.connect(self._counted)
        self._worker.start(task)

    def recount(self) -> None:
        """Count again: the library or what it cites has changed."""
        self._pane.instruments.forget_cited_by()
        self.count()

    def show(self, target: str, name: str) -> None:
        """List in the pane who cites a target."""
        self._name = name
        self._ask(target, 0)

    def _counted(self) -> None:
        self._counting = False
        self.count()

    def _ask(self, target: str, offset: int) -> None:
        def work(job: Job) -> object:
            from services.citations.cited_by import cited_by

            return cited_by(job.db, target, limit=PAGE, offset=offset)

        task = Task(work)
        task.done.connect(self._more if offset else self._show)
        self._worker.start(task)

    def _show(self, found: CitedBy) -> None:
        view = self._pane.sections.citing
        if not view.property("joined"):
            view.setProperty("joined", True)
            use_quiet_scroll_bars(view, self._appearance)
            view.opened.connect(self._open)
            view.more_requested.connect(lambda: self._ask(view.target, len(view.rows())))
        view.show_places(self._name, found)
        self._pane.sections.show_citing()

    def _more(self, found: CitedBy) -> None:
        self._pane.sections.citing.add_places(found)

    def _open(self, place: CitingPlace) -> None:
        if self._document_controller.open(place.symbol, place.language):
            self._document_controller.go_to(Position(place.provision, place.start))
