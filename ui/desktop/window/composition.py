"""The controllers of a window, created and connected: those of the first paint, and those after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from services.paths import Paths
from ui.desktop.controllers.annotation_controller import AnnotationController
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.external_links import ExternalLinks
from ui.desktop.controllers.import_controller import ImportController
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.controllers.notes_controller import NotesController
from ui.desktop.controllers.search_controller import SearchController
from ui.desktop.controllers.undo_controller import UndoController
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject
from ui.desktop.support.file_dialogs import FileDialogs
from ui.desktop.support.settings import Settings
from ui.desktop.widgets.scroll_bar import use_quiet_scroll_bars
from ui.desktop.window.pane_layout import PaneLayout

if TYPE_CHECKING:
    from services.documents.document_import import ImportReport
    from ui.desktop.controllers.apparatus_sync import ApparatusSync
    from ui.desktop.controllers.citation_controller import CitationController
    from ui.desktop.controllers.citation_override_controller import CitationOverrideController
    from ui.desktop.controllers.cited_by_controller import CitedByController
    from ui.desktop.controllers.companion_controller import CompanionController
    from ui.desktop.controllers.coverage_controller import CoverageController
    from ui.desktop.controllers.maintenance_controller import MaintenanceController
    from ui.desktop.panels.apparatus.pane import ApparatusPane


@dataclass(frozen=True, slots=True)
class Controllers:
    """The controllers that the first paint needs."""

    documents: DocumentController
    search: SearchController
    imports: ImportController
    annotations: AnnotationController
    notes: NotesController
    undo: UndoController
    links: ExternalLinks


@dataclass(frozen=True, slots=True)
class DeferredControllers:
    """The controllers of the apparatus and of all that is opened from it, and the upkeep of the library."""

    apparatus_sync: ApparatusSync
    companion: CompanionController
    citations: CitationController
    overrides: CitationOverrideController
    cited_by: CitedByController
    coverage: CoverageController
    maintenance: MaintenanceController


def create_controllers(
    session: LibrarySession,
    paths: Paths,
    reader: ReaderPane,
    appearance: Appearance,
    settings: Settings,
    dialogs: FileDialogs,
    window: QWidget,
) -> Controllers:
    """Create the controllers that the first paint needs. Questions for files open over `window`."""
    documents = DocumentController(session, reader, appearance)
    search = SearchController(session, documents, paths.index)
    ask_files = partial(dialogs.choose_files, window)
    imports = ImportController(session, paths.index, appearance, ask_files, search.close_index)
    annotations = AnnotationController(session, documents, lambda: settings.author)
    notes = NotesController(session, documents, annotations, paths, appearance, dialogs)
    undo = UndoController(session, documents, annotations.save_all)
    links = ExternalLinks(session, documents, appearance)

    def open_first(report: ImportReport) -> None:
        if report.imported:
            documents.open(report.imported[0].symbol, report.imported[0].language)

    imports.imported.connect(open_first)
    imports.notes_chosen.connect(notes.merge)
    imports.notes_moved.connect(notes.offer_review)
    search.note_wanted.connect(annotations.edit)
    notes.undo_requested.connect(undo.undo)
    undo.undone.connect(annotations.show_undone)
    reader.menu_opening.connect(lambda menu, _: search.fill_menu(menu, reader.view()))
    reader.source_requested.connect(lambda: links.offer_source(reader.banner.source))
    appearance.changed.connect(partial(session.changes.tell, Subject.SETTINGS))
    return Controllers(documents, search, imports, annotations, notes, undo, links)


def create_deferred_controllers(
    session: LibrarySession,
    paths: Paths,
    controllers: Controllers,
    pane_layout: PaneLayout,
    appearance: Appearance,
    dialogs: FileDialogs,
    over: QWidget,
) -> DeferredControllers:
    """Create the apparatus beside the text and the controllers that follow it. Small panels lie on `over`."""
    from ui.desktop.controllers.apparatus_sync import ApparatusSync
    from ui.desktop.controllers.companion_controller import CompanionController
    from ui.desktop.controllers.coverage_controller import CoverageController
    from ui.desktop.controllers.footnote_annotations import FootnoteAnnotations
    from ui.desktop.controllers.maintenance_controller import MaintenanceController
    from ui.desktop.panels.apparatus.pane import ApparatusPane

    documents, search, links = controllers.documents, controllers.search, controllers.links
    pane = ApparatusPane(appearance)
    use_quiet_scroll_bars(pane, appearance)
    pane_layout.show_beside(pane)
    companion = CompanionController(session, documents, links, pane_layout.show_beside, pane, appearance)
    apparatus_sync = ApparatusSync(session, documents, pane, links)
    controllers.annotations.add_footnotes(FootnoteAnnotations(pane.footnotes))
    citations = _create_citation_controllers(session, controllers, pane, companion, appearance, over)
    coverage = CoverageController(session, documents, pane_layout.front, links, appearance, dialogs.choose_target)
    maintenance = MaintenanceController(session, paths, appearance, search.close_index)
    pane.instruments.coverage_requested.connect(coverage.open)
    coverage.beside_requested.connect(companion.open)
    coverage.import_requested.connect(controllers.imports.ask)
    search.led_there.connect(coverage.close)
    search.index_failed.connect(maintenance.check_index)
    return DeferredControllers(apparatus_sync, companion, *citations, coverage, maintenance)


def _create_citation_controllers(
    session: LibrarySession,
    controllers: Controllers,
    pane: ApparatusPane,
    companion: CompanionController,
    appearance: Appearance,
    over: QWidget,
) -> tuple[CitationController, CitationOverrideController, CitedByController]:
    from ui.desktop.controllers.citation_controller import CitationController
    from ui.desktop.controllers.citation_override_controller import CitationOverrideController
    from ui.desktop.controllers.cited_by_controller import CitedByController

    documents = controllers.documents
    overrides = CitationOverrideController(session, documents, pane, appearance, over)
    cited_by = CitedByController(session, documents, pane, appearance)
    citations = CitationController(
        session,
        documents,
        pane,
        controllers.links,
        overrides,
        cited_by,
        appearance,
        open_beside=companion.open,
        ask_files=controllers.imports.ask,
    )
    return citations, overrides, cited_by
