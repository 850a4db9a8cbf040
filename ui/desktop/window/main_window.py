"""The main window: its bars and panes, their controllers, and the events of the window itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from services.paths import Paths
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support.changes import Subject
from ui.desktop.support.file_dialogs import FileDialogs
from ui.desktop.support.interface_settings import InterfaceSettings
from ui.desktop.window.actions import Actions, fill_menu
from ui.desktop.window.close_guard import CloseGuard
from ui.desktop.window.commands import Commands, Frame
from ui.desktop.window.composition import create_controllers, create_deferred_controllers
from ui.desktop.window.message_bar import MessageBar
from ui.desktop.window.pane_layout import PaneLayout
from ui.desktop.window.sidebar import Sidebar
from ui.desktop.window.sidebar_pages import SidebarPages
from ui.desktop.window.status_bar import StatusBar
from ui.desktop.window.toolbar import Toolbar
from ui.desktop.window.ui_state import UiState

if TYPE_CHECKING:
    from ui.desktop.controllers.apparatus_sync import ApparatusSync
    from ui.desktop.controllers.citation_controller import CitationController
    from ui.desktop.controllers.citation_override_controller import CitationOverrideController
    from ui.desktop.controllers.cited_by_controller import CitedByController
    from ui.desktop.controllers.companion_controller import CompanionController
    from ui.desktop.controllers.coverage_controller import CoverageController
    from ui.desktop.controllers.maintenance_controller import MaintenanceController


class MainWindow(QMainWindow):
    """Creates the parts of the window and connects the controllers to the bars."""

    shown = Signal()
    completed = Signal()
    """The window was painted once, and its deferred parts exist."""

    def __init__(
        self, interface: InterfaceSettings, session: LibrarySession, paths: Paths, dialogs: FileDialogs
    ) -> None:
        super().__init__()
        self.interface_settings, self.session, self.worker = interface, session, session.worker
        self.appearance, self.settings = interface.appearance, interface.settings
        self._paths, self._dialogs = paths, dialogs
        self._opened = self._painted = False
        self._inside = QWidget()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self._create_frame()
        self._create_controllers()
        self._arrange()
        self._connect()
        self._connect_bars()
        self.actions_.connect_to(self.commands.slots())
        self._retranslate()
        self._restyle()

    # What it is told from outside

    def show_failure(self, head: str, body: str = "") -> None:
        """Show a failure in the message bar."""
        self.message_bar.tell(head, body)

    def bring(self, files: tuple[Path, ...]) -> None:
        """Import files, and show the first text among them."""
        self.import_controller.bring(files)

    def show_pane(self, pane: str, *, shown: bool) -> None:
        """Show or hide the `sidebar` or the `apparatus`."""
        self.commands.show_pane(pane, shown=shown)

    def come_forward(self) -> None:
        """Raise the window, as a second start asks for."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def complete(self) -> None:
        """Create the parts that the first paint does not wait for: the apparatus, and the page of the sidebar."""
        if self.commands.deferred is not None:
            return
        deferred = create_deferred_controllers(
            self.session, self._paths, self.controllers, self.pane_layout, self.appearance, self._dialogs, self._inside
        )
        self.commands.deferred = deferred
        self.apparatus_sync: ApparatusSync = deferred.apparatus_sync
        self.companion_controller: CompanionController = deferred.companion
        self.citation_controller: CitationController = deferred.citations
        self.citation_override_controller: CitationOverrideController = deferred.overrides
        self.cited_by_controller: CitedByController = deferred.cited_by
        self.coverage_controller: CoverageController = deferred.coverage
        self.maintenance_controller: MaintenanceController = deferred.maintenance
        deferred.companion.copied.connect(self.ui_state.copied)
        deferred.companion.text_size_stepped.connect(self._step_text)
        deferred.apparatus_sync.wanted.connect(lambda: self.show_pane("apparatus", shown=True))
        deferred.apparatus_sync.lock_changed.connect(self.actions_["lock"].setChecked)
        deferred.overrides.corrected.connect(lambda words: self.status.tell(words, undoable=True))
        deferred.coverage.told.connect(self.status.tell)
        deferred.coverage.failed.connect(self.show_failure)
        self.pages.chosen.connect(deferred.coverage.close)
        if not self.sidebar.rail:
            self.sidebar.show_page(self.settings.page)
        self.completed.emit()

    # Creation

    def _create_frame(self) -> None:
        appearance = self.appearance
        self.actions_ = Actions(self)
        self.toolbar = Toolbar(appearance, self.actions_)
        self.reader = ReaderPane(appearance)
        self.reader.copy_choice = self.settings.copying
        self.status, self.message_bar = StatusBar(appearance), MessageBar(appearance)
        self.pane_layout = PaneLayout(appearance, self.settings)

    def _create_controllers(self) -> None:
        appearance = self.appearance
        made = self.controllers = create_controllers(
            self.session, self._paths, self.reader, appearance, self.settings, self._dialogs, self
        )
        self.document_controller, self.search_controller = made.documents, made.search
        self.import_controller, self.external_links = made.imports, made.links
        self.annotation_controller, self.notes_controller, self.undo_controller = (
            made.annotations,
            made.notes,
            made.undo,
        )
        self.pages = SidebarPages(appearance, self.session.changes, made.documents, made.search, made.notes)
        self.sidebar = Sidebar(appearance, self.pages.make, self.pane_layout.stage)
        self.ui_state = UiState(
            self.session.changes, self.document_controller, self.toolbar, self.status, self.actions_, appearance
        )
        self._close_guard = CloseGuard(made.annotations.draft_store, self._paths.data)
        frame = Frame(
            self.actions_,
            self.toolbar,
            self.sidebar,
            self.reader,
            self.pane_layout,
            self.message_bar,
            self.status,
            self.ui_state,
        )
        self.commands = Commands(self, frame, made, self.interface_settings)

    def _arrange(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.pane_layout.fill(self.sidebar, self.reader)
        for widget in (self.toolbar, self.pane_layout.splitter, self.message_bar, self.status):
            column.addWidget(widget, 1 if widget is self.pane_layout.splitter else 0)
        self.setCentralWidget(self._inside)
        self.setMinimumSize(self.appearance.px(760), self.appearance.px(560))
        if self.settings.geometry.isEmpty() or not self.restoreGeometry(self.settings.geometry):
            self.resize(self.appearance.px(1440), self.appearance.px(900))

    def _connect(self) -> None:
        made, sidebar = self.controllers, self.sidebar
        for failing in (self.session, made.imports, made.annotations, made.notes, self._close_guard):
            failing.failed.connect(self.show_failure)
        for telling in (made.documents, made.imports, made.annotations, made.notes, made.undo, made.links):
            telling.told.connect(self.status.tell)
        made.annotations.recovered.connect(self.message_bar.dismiss)
        made.imports.imported.connect(self.ui_state.imported)
        made.notes.wanted.connect(lambda: sidebar.show_page("bookmarks"))
        made.search.started.connect(lambda _: sidebar.show_page("results"))
        self.pages.chosen.connect(sidebar.close_overlay)
        self.pages.import_requested.connect(made.imports.ask)
        self.pane_layout.arranged.connect(lambda: self.ui_state.panes(self.pane_layout.arrangement))
        sidebar.overlay_closed.connect(made.documents.focus_text)
        sidebar.page_shown.connect(lambda name: setattr(self.settings, "page", name))
        self.ui_state.titled.connect(self.setWindowTitle)
        self.appearance.changed.connect(self._restyle)
        self.shown.connect(made.documents.open_last)
        self.shown.connect(made.documents.focus_text)

    def _connect_bars(self) -> None:
        made, status, search, reader = self.controllers, self.status, self.toolbar.search, self.reader
        search.submitted.connect(made.search.submit)
        search.typed.connect(made.search.type)
        search.left.connect(made.documents.focus_text)
        search.went_down.connect(lambda: self.sidebar.show_page("results", focus=True))
        made.search.started.connect(search.show_query)
        made.search.led_there.connect(search.line.clear)
        self.worker.progressed.connect(status.progress.tell)
        self.worker.rested.connect(status.progress.hide)
        status.progress.cancelled.connect(self.worker.cancel)
        self.session.changes.on(Subject.INDEX, lambda: status.show_index(self.session.index_state))
        status.undo.clicked.connect(made.undo.undo_citation)
        status.corrections.toggled.connect(made.documents.set_as_received)
        for button, action in ((status.smaller, "smaller"), (status.larger, "larger"), (status.zoom, "normal_size")):
            button.clicked.connect(self.actions_[action].trigger)
        status.info.clicked.connect(reader.show_banner)
        status.info.clicked.connect(status.info.hide)
        reader.text_size_stepped.connect(self._step_text)

    # Language, theme, size

    def _step_text(self, step: int) -> None:
        self.actions_["larger" if step > 0 else "smaller"].trigger()

    def _retranslate(self) -> None:
        self.actions_.retranslate(self.appearance.language)
        self.setWindowTitle(self.ui_state.title())
        self.ui_state.place()
        self._fill_menu_bar()

    def _restyle(self) -> None:
        # Digits and direction are part of the texts. The language itself came with LanguageChange.
        self._retranslate()
        self.actions_["theme"].setChecked(self.appearance.dark)

    def _fill_menu_bar(self) -> None:
        bar = self.menuBar()
        shown = self.settings.menu_bar or bar.isNativeMenuBar()
        bar.setVisible(shown)
        if shown:
            fill_menu(bar, self.actions_, self.appearance)

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        """Open the last text when the panes have their size, so that it is laid out once and at its place."""
        super().showEvent(event)
        if not self._opened:
            self._opened = True
            # By a signal: an error in a slot reaches the exception hook, one in here would end the program.
            self.shown.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Complete the window after its first paint."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.complete)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language. Its direction comes with the change of appearance."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Esc, and Shift+F10, the menu key of short keyboards."""
        if event.key() == Qt.Key.Key_Escape:
            self.commands.escape()
            return
        if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.commands.context_menu()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        if _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import files that are dropped anywhere on the window."""
        files = _files(event)
        if files:
            event.acceptProposedAction()
            self.bring(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write place and layout and stop the worker, or refuse once if typed words cannot be written."""
        if not self._close_guard.may_close():
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
