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
from ui.desktop.controllers.document_controller import Desk
from ui.desktop.controllers.external_links import Outgoing
from ui.desktop.controllers.import_controller import Bringing
from ui.desktop.controllers.search_controller import Finding
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support.interface_settings import Interface
from ui.desktop.support.operations import Worker
from ui.desktop.window import close_guard, menus
from ui.desktop.window.actions import Actions
from ui.desktop.window.commands import Commands
from ui.desktop.window.joining import join_notes
from ui.desktop.window.message_bar import FailureStrip
from ui.desktop.window.pane_layout import Panes
from ui.desktop.window.sidebar import Sidebar
from ui.desktop.window.sidebar_pages import Pages, quieten
from ui.desktop.window.status_bar import StatusLine
from ui.desktop.window.toolbar import Toolbar
from ui.desktop.window.ui_state import Showing

if TYPE_CHECKING:
    from services.documents.document_import import ImportReport
    from ui.desktop.controllers.apparatus_sync import Beside
    from ui.desktop.controllers.citation_controller import Citing
    from ui.desktop.controllers.citation_refresh import Reciting
    from ui.desktop.controllers.companion_controller import Accompanying
    from ui.desktop.controllers.coverage_controller import ChooseTarget, Covering

ChooseFiles = Callable[[QWidget], tuple[Path, ...]]
Choosing = tuple[ChooseFiles, "ChooseTarget"]


class MainWindow(QMainWindow):
    """Everything a person sees; it owns no data, only the panes and what joins them."""

    shown = Signal()
    completed = Signal()
    """The window was painted once, and everything that could wait for that is there."""

    def __init__(
        self, interface: Interface, db: Database | None, worker: Worker, paths: Paths, choose: Choosing
    ) -> None:
        """`choose` asks for files to import and for a place to save; it is a parameter so that tests answer it."""
        super().__init__()
        self.interface, self.worker, self.choose_files, self.choose_target = interface, worker, *choose
        self.appearance, self.settings = interface.appearance, interface.settings
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self.toolbar = Toolbar(self.appearance, self.actions_)
        self.reader = ReaderPane(self.appearance)
        self.status, self.strip = StatusLine(self.appearance), FailureStrip(self.appearance)
        self.desk = Desk(db, self.reader, self.appearance)
        self.finding = Finding(self.desk, worker, paths.index)
        self.bringing = Bringing(worker, paths.index, self.status, self.appearance, self.finding.let_go)
        self.outgoing = Outgoing(self.desk, self.appearance)
        self.noting, self.stepping, self.notebook = join_notes(self, paths)
        self.pages = Pages(self.appearance, self.desk, self.finding, self.notebook)
        self.panes = Panes(self.appearance, self.settings)
        self.sidebar = Sidebar(self.appearance, self.pages.makers(), self.panes.stage)
        self.showing = Showing(self.desk, self.toolbar, self.status, self.actions_, self.appearance)
        self.showing.titled.connect(self.setWindowTitle)
        self.beside: Beside | None = None
        self.accompanying: Accompanying | None = None
        self.citing: Citing | None = None
        self.covering: Covering | None = None
        self.reciting: Reciting | None = None
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
        self.strip.tell(head, body)

    def bring(self, files: tuple[Path, ...]) -> None:
        """Import files and show the first of them."""
        if not files:
            return
        if self.desk.db is None or self.desk.db.read_only:
            self.show_failure(self.tr("This library cannot be written, so nothing can be imported into it."))
            return
        if texts := self.notebook.take(files):
            self.bringing.bring(texts)

    def come_forward(self) -> None:
        """Raise the window, as a second start asks for."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def complete(self) -> None:
        """Make what the first paint of the text does not wait for: the apparatus, and the page of the sidebar."""
        if self.beside is not None:
            return
        from ui.desktop.controllers.apparatus_sync import Beside
        from ui.desktop.controllers.citation_controller import join_citing
        from ui.desktop.controllers.companion_controller import Accompanying
        from ui.desktop.controllers.coverage_controller import join_covering
        from ui.desktop.controllers.footnote_annotations import FootnoteMarks
        from ui.desktop.panels.apparatus.pane import ApparatusPane

        pane = ApparatusPane(self.appearance)
        quieten(pane, self.appearance)
        self.panes.show_beside(pane)
        self.accompanying = Accompanying(self.desk, self.outgoing, self.panes, pane, self.appearance)
        self.accompanying.copied.connect(self.showing.copied)
        self.accompanying.text_size_stepped.connect(self._step_text)
        self.beside = Beside(self.desk, pane, self.outgoing)
        self.noting.join_footnotes(FootnoteMarks(pane.footnotes))
        self.beside.wanted.connect(lambda: self.show_pane("apparatus", shown=True))
        self.beside.lock_changed.connect(self.actions_["lock"].setChecked)
        self.citing = join_citing(self, pane, self.accompanying)
        self.stepping.citing = self.citing
        self.covering, self.reciting = join_covering(self, self.accompanying, self.citing)
        if not self.sidebar.rail:
            self.sidebar.show_page(self.settings.page)
        self.completed.emit()

    # Building

    def _arrange(self) -> None:
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.panes.fill(self.sidebar, self.reader)
        for widget in (self.toolbar, self.panes.splitter, self.strip, self.status):
            column.addWidget(widget, 1 if widget is self.panes.splitter else 0)
        self.setCentralWidget(central)
        self.setMinimumSize(self.appearance.px(760), self.appearance.px(560))
        if self.settings.geometry.isEmpty() or not self.restoreGeometry(self.settings.geometry):
            self.resize(self.appearance.px(1440), self.appearance.px(900))

    def _connect(self) -> None:
        desk, status = self.desk, self.status
        for failing in (desk.failed, self.bringing.failed):
            failing.connect(self.show_failure)
        self.outgoing.told.connect(status.tell)
        self.pages.chosen.connect(self.sidebar.close_overlay)
        self.notebook.brought.connect(lambda: self.sidebar.show_page("bookmarks"))
        self.stepping.documents_changed.connect(self.pages.library_changed)
        self.pages.import_requested.connect(lambda: self.bring(self.choose_files(self)))
        self.finding.started.connect(self.toolbar.search.show_query)
        self.finding.led_there.connect(self.toolbar.search.line.clear)
        self.finding.started.connect(lambda _: self.sidebar.show_page("results"))
        self.finding.failed.connect(self.bringing.crashed)
        self.finding.index_failed.connect(self.bringing.check_index)
        self.bringing.imported.connect(self._imported)
        self.bringing.told.connect(status.tell)
        self.bringing.index_changed.connect(status.show_index)
        for crashing in (self.bringing.crashed, self.notebook.crashed):
            crashing.connect(_raise)
        self.panes.arranged.connect(lambda: self.showing.panes(self.panes.arrangement))
        self.sidebar.overlay_closed.connect(desk.focus_text)
        self.sidebar.page_shown.connect(lambda name: setattr(self.settings, "page", name))
        self._connect_bars()
        self.appearance.changed.connect(self._restyle)
        self.shown.connect(desk.open_last)
        self.shown.connect(desk.focus_text)

    def _connect_bars(self) -> None:
        status, search, reader = self.status, self.toolbar.search, self.reader
        search.submitted.connect(self.finding.submit)
        search.typed.connect(self.finding.type)
        search.left.connect(self.desk.focus_text)
        search.went_down.connect(lambda: self.sidebar.show_page("results", focus=True))
        status.corrections.toggled.connect(self.desk.set_as_received)
        for button, action in ((status.smaller, "smaller"), (status.larger, "larger"), (status.zoom, "normal_size")):
            button.clicked.connect(self.actions_[action].trigger)
        status.info.clicked.connect(reader.show_banner)
        status.info.clicked.connect(status.info.hide)
        reader.text_size_stepped.connect(self._step_text)
        reader.source_requested.connect(lambda: self.outgoing.offer_source(reader.banner.source))

    # What happens

    def _step_text(self, step: int) -> None:
        self.actions_["larger" if step > 0 else "smaller"].trigger()

    def show_pane(self, pane: str, *, shown: bool) -> None:
        """Show or hide the sidebar or the apparatus; an instrument in its place goes with it."""
        if pane == "apparatus" and not shown and self.accompanying is not None:
            self.accompanying.close()
        self.panes.set_shown(pane, shown)
        self.actions_[pane].setChecked(shown)

    def _imported(self, report: ImportReport) -> None:
        self.pages.library_changed.emit()
        if report.imported:
            self.desk.open(report.imported[0].symbol, report.imported[0].language)
        self.showing.imported(report)

    # Language, theme, size

    def _retranslate(self) -> None:
        self.actions_.retranslate(rtl=self.appearance.rtl)
        self.setWindowTitle(self.showing.title())
        self.showing.place()
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
        if not close_guard.may_close(self, self.notebook.paths.data):
            event.ignore()
            return
        self.noting.unsaved.stop()
        self.desk.remember()
        self.settings.geometry = self.saveGeometry()
        self.settings.save()
        self.worker.stop()
        super().closeEvent(event)


def _files(event: QDropEvent) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())


def _raise(error: BaseException) -> None:
    """Let an unexpected error of the worker reach the exception hook, with its own traceback."""
    raise error
