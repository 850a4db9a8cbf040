"""The coverage view: every instrument that the open text or the library cites, in place of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from documents.language import isolate
from documents.position import Position
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.external_links import ExternalLinks
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject
from ui.desktop.support.file_dialogs import ChooseTarget
from ui.desktop.support.operations import Job, Operation
from ui.desktop.widgets.scroll_bar import use_quiet_scroll_bars

if TYPE_CHECKING:
    from library.database import Database
    from services.citations.cited_by import CitedBy, CitingPlace
    from services.citations.coverage import ListForm
    from ui.desktop.panels.coverage.rows import Row
    from ui.desktop.panels.coverage.view import CoverageView

_PLACES = 200
"""Most citing places listed for an instrument."""

_FORMS: dict[str, ListForm] = {".csv": "csv", ".txt": "txt", ".md": "md"}


class CoverageController(QObject):
    """Fills the view in the background, and opens texts, instruments and links from it."""

    beside_requested = Signal(str)
    import_requested = Signal()
    told = Signal(str)
    failed = Signal(str, str)

    def __init__(
        self,
        session: LibrarySession,
        document_controller: DocumentController,
        stack: QStackedWidget,
        external_links: ExternalLinks,
        appearance: Appearance,
        choose_target: ChooseTarget,
    ) -> None:
        """`stack` holds the reader, and the view in its place. `choose_target` asks where to save the fetch list."""
        super().__init__()
        self._session, self._document_controller, self._stack = session, document_controller, stack
        self._external_links, self._appearance, self._choose_target = external_links, appearance, choose_target
        self.view: CoverageView | None = None
        self._scope = "text"
        self._text: tuple[str, str] | None = None
        self._loading: Operation[Database, tuple[Row, ...]] | None = None
        self._asking: Operation[Database, CitedBy] | None = None
        document_controller.text_changed.connect(lambda _: self._text_changed())
        document_controller.reader.jumped.connect(lambda *_: self.close())
        document_controller.trail_changed.connect(self.close)
        session.changes.on(Subject.DOCUMENTS | Subject.CITATIONS | Subject.SETTINGS, self.refresh)

    def is_open(self) -> bool:
        """Return whether the view stands in place of the text."""
        return self.view is not None and self._stack.currentWidget() is self.view

    def holds_focus(self) -> bool:
        """Return whether the keyboard is in the view."""
        focused = QApplication.focusWidget()
        return self.is_open() and self.view is not None and focused is not None and self.view.isAncestorOf(focused)

    def open(self, scope: str = "text") -> None:
        """Show the instruments cited by the open text (`text`) or by the library (`library`)."""
        if self._session.db is None:
            return
        view = self._made()
        self._text = self._name()
        self._scope = scope if self._text is not None else "library"
        self._stack.setCurrentWidget(view)
        self._load()
        self.focus()

    def close(self) -> None:
        """Show the text again, at the same place."""
        if self.is_open():
            for operation in (self._loading, self._asking):
                if operation is not None and not operation.is_over():
                    operation.cancel()
            self._stack.setCurrentWidget(self._document_controller.reader)
            self._document_controller.focus_text()

    def escape(self) -> None:
        """Go back from the citing places to the table, and from the table to the text."""
        if self.view is None or not self.view.back_to_table():
            self.close()

    def focus(self) -> None:
        """Move the keyboard to the table."""
        if self.view is not None:
            self.view.back_to_table()
            self.view.table.setFocus()

    def focus_filter(self) -> None:
        """Move the keyboard to the filter."""
        if self.view is not None:
            self.view.head.filter_box.line.setFocus()
            self.view.head.filter_box.line.selectAll()

    def refresh(self) -> None:
        """Fill the view again if it is open."""
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
        name, language = self._text if self._scope == "text" else None, self._appearance.language
        self.view.head.show_scope(self._scope, self._text[0] if self._text is not None else "")

        def work(job: Job[Database]) -> tuple[Row, ...]:
            from services.citations.coverage import coverage
            from ui.desktop.panels.coverage.rows import rows_of

            return rows_of(coverage(job.db, name, language), language)

        operation = Operation(work, success=self.view.show_rows, delayed=self.tr("Counting citations"))
        self._loading = self._session.start(operation, instead_of=self._loading)
        self.view.show_loading()

    def _ask(self, target: str) -> None:
        """List the places that cite an instrument."""
        assert self.view is not None

        def work(job: Job[Database]) -> CitedBy:
            from services.citations.cited_by import cited_by

            return cited_by(job.db, target, limit=_PLACES)

        operation = Operation(work, success=self.view.details.show_cited_by)
        self._asking = self._session.start(operation, instead_of=self._asking)

    # Requests of the view

    def _text_changed(self) -> None:
        """Close the view for another text, or fill it again for another reading of the same one."""
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
        """Save the instruments that are not held, with their official addresses, to a file that is asked for."""
        from services.citations.coverage import fetch_list

        assert self.view is not None
        wanted = [row.covered for row in self.view.model.all_rows() if row.covered.status != "held"]
        if not wanted:
            self.told.emit(self.tr("The library holds all of them; there is nothing to fetch."))
            return
        symbol = self._text[0] if self._scope == "text" and self._text is not None else ""
        proposed = f"{symbol.replace('/', '-')}-fetch-list.csv" if symbol else "fetch-list.csv"
        path = self._choose_target(self.view, proposed, tuple(_FORMS.values()))
        if path is None:
            return
        form = _FORMS.get(path.suffix.lower(), "txt")
        try:
            # Spreadsheets recognise UTF-8 only by the byte order mark.
            encoding = "utf-8-sig" if form == "csv" else "utf-8"
            path.write_text(fetch_list(wanted, form, self._appearance.language), encoding=encoding, newline="")
        except OSError as error:
            body = f"{isolate(str(path), 'ltr')}: {error.strerror or ''}"
            self.failed.emit(self.tr("The fetch list could not be saved."), body)
            return
        words = self.tr("Fetch list saved: %n instrument(s)", "", len(wanted))
        said = words.replace(str(len(wanted)), isolate(self._appearance.number(len(wanted))))
        self.told.emit(f"{said} · {isolate(path.name, 'ltr')}")

    def _made(self) -> CoverageView:
        """Return the view, created on first use."""
        if self.view is None:
            from ui.desktop.panels.coverage.view import CoverageView

            view = self.view = CoverageView(self._appearance)
            use_quiet_scroll_bars(view, self._appearance)
            self._stack.addWidget(view)
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
