"""Citations of the shown instruments by the library: counted for the cards, and listed on request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from documents.position import Position
from services.documents.link_groups import DOUBT
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.panels.apparatus.pane import ApparatusPane
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject
from ui.desktop.support.operations import Job, Operation
from ui.desktop.widgets.scroll_bar import use_quiet_scroll_bars

if TYPE_CHECKING:
    from library.database import Database
    from services.citations.cited_by import CitedBy, CitingPlace

PAGE = 200
"""Places that are listed at one time."""


class CitedByController(QObject):
    """Fills the counts of the cards and the list of citing places, in the background."""

    def __init__(
        self,
        session: LibrarySession,
        document_controller: DocumentController,
        pane: ApparatusPane,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._session, self._document_controller, self._pane = session, document_controller, pane
        self._appearance = appearance
        self._counting: Operation[Database, dict[str, int]] | None = None
        self._name = ""
        self._is_connected = False
        pane.cards_shown.connect(self.count)
        session.changes.on(Subject.DOCUMENTS | Subject.CITATIONS, self.recount)
        self.count()

    def count(self) -> None:
        """Count for the cards without a count, unless a count runs."""
        if self._counting is None or self._counting.is_over():
            self._start()

    def recount(self) -> None:
        """Count again for every card."""
        self._pane.instruments.forget_cited_by()
        self._start()

    def show(self, target: str, name: str) -> None:
        """List the places that cite a target in the pane."""
        self._name = name
        self._ask(target, 0)

    def _start(self) -> None:
        targets = tuple(t for t in self._pane.instruments.uncounted() if not t.startswith(DOUBT))
        if not targets or self._session.db is None:
            return

        def work(job: Job[Database]) -> dict[str, int]:
            from services.citations.cited_by import cited_by

            return {target: cited_by(job.db, target, limit=0).documents for target in targets}

        self._counting = self._session.start(Operation(work, success=self._counted), instead_of=self._counting)

    def _counted(self, counts: dict[str, int]) -> None:
        self._pane.instruments.show_cited_by(counts)
        self.count()

    def _ask(self, target: str, offset: int) -> None:
        def work(job: Job[Database]) -> CitedBy:
            from services.citations.cited_by import cited_by

            return cited_by(job.db, target, limit=PAGE, offset=offset)

        self._session.start(Operation(work, success=self._pane.sections.citing.add_places if offset else self._show))

    def _show(self, found: CitedBy) -> None:
        view = self._pane.sections.citing
        if not self._is_connected:
            self._is_connected = True
            use_quiet_scroll_bars(view, self._appearance)
            view.opened.connect(self._open)
            view.more_requested.connect(lambda: self._ask(view.target, len(view.rows())))
        view.show_places(self._name, found)
        self._pane.sections.show_citing()

    def _open(self, place: CitingPlace) -> None:
        if self._document_controller.open(place.symbol, place.language):
            self._document_controller.go_to(Position(place.provision, place.start))
