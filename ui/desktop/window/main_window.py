"""The main window: toolbar, sidebar, reader, apparatus and status line, composed and joined."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from library.database import Database
from services.paths import Paths
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.external_links import ExternalLinks
from ui.desktop.controllers.import_controller import ImportController
from ui.desktop.controllers.search_controller import SearchController
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support.interface_settings import InterfaceSettings
from ui.desktop.support.operations import Worker
from ui.desktop.widgets.scroll_bar import use_quiet_scroll_bars
from ui.desktop.window import close_guard, menus
from ui.desktop.window.actions import Actions
from ui.desktop.window.commands import Commands
from ui.desktop.window.joining import join_notes
from ui.desktop.window.message_bar import MessageBar
from ui.desktop.window.pane_layout import PaneLayout
from ui.desktop.window.sidebar import Sidebar
from ui.desktop.window.sidebar_pages import SidebarPages
from ui.desktop.window.status_bar import StatusBar
from ui.desktop.window.toolbar import Toolbar
from ui.desktop.window.ui_state import UiState

if TYPE_CHECKING:
    from services.documents.document_import import ImportReport
    from ui.desktop.controllers.apparatus_sync import ApparatusSync
    from ui.desktop.controllers.citation_controller import CitationController
    from ui.desktop.controllers.citation_refresh import CitationRefresh
    from ui.desktop.controllers.companion_controller import CompanionController
    from ui.desktop.controllers.coverage_controller import ChooseTarget, CoverageController

ChooseFiles = Callable[[QWidget], tuple[Path, ...]]
Choosing = tuple[ChooseFiles, "ChooseTarget"]


class MainWindow(QMainWindow):
    """Everything a person sees; it owns no data, only the panes and what joins them."""

    shown = Signal()
    completed = Signal()
    """The window was painted once, and everything that could wait for that is there."""

    def __init__(
        self, interface: InterfaceSettings, db: Database | None, worker: Worker, paths: Paths, choose: Choosing
    ) -> None:
        """`choose` asks for files to import and for a place to save; it is a parameter so that tests answer it."""
        super().__init__()
        self.interface_settings, self.worker, self.choose_files, self.choose_target = interface, worker, *choose
        self.appearance, self.settings = interface.appearance, interface.settings
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self.toolbar = Toolbar(self.appearance, self.actions_)
        self.reader = ReaderPane(self.appearance)
        self.status, self.message_bar = StatusBar(self.appearance), MessageBar(self.appearance)
        self.document_controller = DocumentController(db, self.reader, self.appearance)
        self.search_controller = SearchController(self.document_controller, worker, paths.index)
        self.import_controller = ImportController(
            worker, paths.index, self.status, self.appearance, self.search_controller.let_go
        )
        self.external_links = ExternalLinks(self.document_controller, self.appearance)
        self.annotation_controller, self.undo_controller, self.notes_controller = join_notes(self, paths)
        self.pages = SidebarPages(
            self.appearance, self.document_controller, self.search_controller, self.notes_controller
        )
        self.pane_layout = PaneLayout(self.appearance, self.settings)
        self.sidebar = Sidebar(self.appearance, self.pages.makers(), self.pane_layout.stage)
        self.ui_state = UiState(self.document_controller, self.toolbar, self.status, self.actions_, self.appearance)
        self.ui_state.titled.connect(self.setWindowTitle)
        self.apparatus_sync: ApparatusSync | None = None
        self.companion_controller: CompanionController | None = None
        self.citation_controller: CitationController | None = None
        self.coverage_controller: CoverageController | None = None
        self.citation_refresh: CitationRefresh | None = None
        self._opened = self._painted = False
        self._arrange()
        self._connect()
        self.commands = Commands(self)
        self.actions_.connect_to(self.commands.slots())
        self._retranslate()
        self._restyle()

    # What it is told from outside

    def show_failure(self, head: str, body: str = "") -> None:
        """Tell of a failure in the strip above the status line."""
        self.message_bar.tell(head, body)

    def bring(self, files: tuple[Path, ...]) -> None:
        """Import files and show the first of them."""
        if not files:
            return
        if self.document_controller.db is None or self.document_controller.db.read_only:
            self.show_failure(self.tr("This library cannot be written, so nothing can be imported into it."))
            return
        if texts := self.notes_controller.take(files):
            self.import_controller.bring(texts)

    def come_forward(self) -> None:
        """Raise the window, as a second start asks for."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def complete(self) -> None:
        """Make what the first paint of the text does not wait for: the apparatus, and the page of the sidebar."""
        if self.apparatus_sync is not None:
            return
        from ui.desktop.controllers.apparatus_sync import ApparatusSync
        from ui.desktop.controllers.citation_controller import join_citing
        from ui.desktop.controllers.companion_controller import CompanionController
        from ui.desktop.controllers.coverage_controller import join_covering
        from ui.desktop.controllers.footnote_annotations import FootnoteAnnotations
        from ui.desktop.panels.apparatus.pane import ApparatusPane

        pane = ApparatusPane(self.appearance)
        use_quiet_scroll_bars(pane, self.appearance)
        self.pane_layout.show_beside(pane)
        self.companion_controller = CompanionController(
            self.document_controller, self.external_links, self.pane_layout, pane, self.appearance
        )
        self.companion_controller.copied.connect(self.ui_state.copied)
        self.companion_controller.text_size_stepped.connect(self._step_text)
        self.apparatus_sync = ApparatusSync(self.document_controller, pane, self.external_links)
        self.annotation_controller.join_footnotes(FootnoteAnnotations(pane.footnotes))
        self.apparatus_sync.wanted.connect(lambda: self.show_pane("apparatus", shown=True))
        self.apparatus_sync.lock_changed.connect(self.actions_["lock"].setChecked)
        self.citation_controller = join_citing(self, pane, self.companion_controller)
        self.undo_controller.citing = self.citation_controller
        self.coverage_controller, self.citation_refresh = join_covering(
            self, self.companion_controller, self.citation_controller
        )
        if not self.sidebar.rail:
            self.sidebar.show_page(self.settings.page)
        self.completed.emit()

    # Building

    def _arrange(self) -> None:
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.pane_layout.fill(self.sidebar, self.reader)
        for widget in (self.toolbar, self.pane_layout.splitter, self.message_bar, self.status):
            column.addWidget(widget, 1 if widget is self.pane_layout.splitter else 0)
        self.setCentralWidget(central)
        self.setMinimumSize(self.appearance.px(760), self.appearance.px(560))
        if self.settings.geometry.isEmpty() or not self.restoreGeometry(self.settings.geometry):
            self.resize(self.appearance.px(1440), self.appearance.px(900))

    def _connect(self) -> None:
        document_controller, status = self.document_controller, self.status
        for failing in (document_controller.failed, self.import_controller.failed):
            failing.connect(self.show_failure)
        self.external_links.told.connect(status.tell)
        self.pages.chosen.connect(self.sidebar.close_overlay)
        self.notes_controller.brought.connect(lambda: self.sidebar.show_page("bookmarks"))
        self.undo_controller.documents_changed.connect(self.pages.library_changed)
        self.pages.import_requested.connect(lambda: self.bring(self.choose_files(self)))
        self.search_controller.started.connect(self.toolbar.search.show_query)
        self.search_controller.led_there.connect(self.toolbar.search.line.clear)
        self.search_controller.started.connect(lambda _: self.sidebar.show_page("results"))
        self.search_controller.failed.connect(self.import_controller.crashed)
        self.search_controller.index_failed.connect(self.import_controller.check_index)
        self.import_controller.imported.connect(self._imported)
        self.import_controller.told.connect(status.tell)
        self.import_controller.index_changed.connect(status.show_index)
        for crashing in (self.import_controller.crashed, self.notes_controller.crashed):
            crashing.connect(_raise)
        self.pane_layout.arranged.connect(lambda: self.ui_state.panes(self.pane_layout.arrangement))
        self.sidebar.overlay_closed.connect(document_controller.focus_text)
        self.sidebar.page_shown.connect(lambda name: setattr(self.settings, "page", name))
        self._connect_bars()
        self.appearance.changed.connect(self._restyle)
        self.shown.connect(document_controller.open_last)
        self.shown.connect(document_controller.focus_text)

    def _connect_bars(self) -> None:
        status, search, reader = self.status, self.toolbar.search, self.reader
        search.submitted.connect(self.search_controller.submit)
        search.typed.connect(self.search_controller.type)
        search.left.connect(self.document_controller.focus_text)
        search.went_down.connect(lambda: self.sidebar.show_page("results", focus=True))
        status.corrections.toggled.connect(self.document_controller.set_as_received)
        for button, action in ((status.smaller, "smaller"), (status.larger, "larger"), (status.zoom, "normal_size")):
            button.clicked.connect(self.actions_[action].trigger)
        status.info.clicked.connect(reader.show_banner)
        status.info.clicked.connect(status.info.hide)
        reader.text_size_stepped.connect(self._step_text)
        reader.source_requested.connect(lambda: self.external_links.offer_source(reader.banner.source))

    # What happens

    def _step_text(self, step: int) -> None:
        self.actions_["larger" if step > 0 else "smaller"].trigger()

    def show_pane(self, pane: str, *, shown: bool) -> None:
        """Show or hide the sidebar or the apparatus; an instrument in its place goes with it."""
        if pane == "apparatus" and not shown and self.companion_controller is not None:
            self.companion_controller.close()
        self.pane_layout.set_shown(pane, shown)
        self.actions_[pane].setChecked(shown)

    def _imported(self, report: ImportReport) -> None:
        self.pages.library_changed.emit()
        if report.imported:
            self.document_controller.open(report.imported[0].symbol, report.imported[0].language)
        self.ui_state.imported(report)

    # Language, theme, size

    def _retranslate(self) -> None:
        self.actions_.retranslate(self.appearance.language)
        self.setWindowTitle(self.ui_state.title())
        self.ui_state.place()
        self._fill_menu_bar()

    def _restyle(self) -> None:
        # Digits and direction are part of what is said; the language itself came with LanguageChange.
        self._retranslate()
        self.actions_["theme"].setChecked(self.appearance.dark)

    def _fill_menu_bar(self) -> None:
        bar = self.menuBar()
        shown = self.settings.menu_bar or bar.isNativeMenuBar()
        bar.setVisible(shown)
        if shown:
            menus.fill(bar, self.actions_, self.appearance)

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        """Open the last text now, when the panes have their size: it is laid out once, and at its place."""
        super().showEvent(event)
        if not self._opened:
            self._opened = True
            # By a signal: an error in a slot reaches the exception hook, one in here would end the program.
            self.shown.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Complete the window when it was painted for the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.complete)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language; its direction comes with the change of appearance."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what is open, then leads back to the text; Shift+F10 is the menu key of short keyboards."""
        if event.key() == Qt.Key.Key_Escape:
            self.commands.escape()
            return
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.commands.context_menu()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import files that are dropped anywhere on the window."""
        files = _files(event)
        if files:
            event.acceptProposedAction()
            self.bring(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep place and layout, then stop the worker; what is typed and cannot be written keeps the window open."""
        if not close_guard.may_close(self, self.notes_controller.paths.data):
            event.ignore()
            return
        self.annotation_controller.draft_store.stop()
        self.document_controller.remember()
        self.settings.geometry = self.saveGeometry()
        self.settings.save()
        self.worker.stop()
        super().closeEvent(event)


def _files(event: QDropEvent) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())


def _raise(error: BaseException) -> None:
    """Let an unexpected error of the worker reach the exception hook, with its own traceback."""
    raise error
