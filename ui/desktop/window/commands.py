"""The slots of the commands in the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from documents.annotations.model import Stance
from documents.interface_languages import next_language
from services.quotations.quotation_options import QuotationContent
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.reader.view import ReaderView
from ui.desktop.support.appearance import COLOURS
from ui.desktop.support.interface_settings import InterfaceSettings
from ui.desktop.window.actions import Actions
from ui.desktop.window.composition import Controllers, DeferredControllers
from ui.desktop.window.focus_cycler import FocusCycler, Stop, holds
from ui.desktop.window.message_bar import MessageBar
from ui.desktop.window.pane_layout import PaneLayout
from ui.desktop.window.sidebar import Sidebar
from ui.desktop.window.sidebar_pages import PAGES
from ui.desktop.window.small_windows import SmallWindows
from ui.desktop.window.status_bar import StatusBar
from ui.desktop.window.toolbar import Toolbar
from ui.desktop.window.ui_state import UiState

_EXAMPLE = ("E/RES/2019/20", "ar")
_STEP = 10
"""Percent of text size in one step."""

Slots = dict[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Frame:
    """The widgets of the window that commands act on."""

    actions: Actions
    toolbar: Toolbar
    sidebar: Sidebar
    reader: ReaderPane
    pane_layout: PaneLayout
    message_bar: MessageBar
    status: StatusBar
    ui_state: UiState


class Commands:
    """Carries out commands with the controllers, on the pane that has the keyboard."""

    def __init__(
        self, window: QMainWindow, frame: Frame, controllers: Controllers, interface: InterfaceSettings
    ) -> None:
        self._window, self._frame, self._controllers, self._interface = window, frame, controllers, interface
        self.deferred: DeferredControllers | None = None
        """The controllers created after the first paint. Their commands do nothing before."""
        self._small = SmallWindows(interface, frame.actions, controllers.documents.go_in_text, window)
        self._focus_cycler = FocusCycler(self._stops())
        self._stepped_to: QWidget | None = None

    def slots(self) -> Slots:
        """Return the slot of every command."""
        return {**self._library(), **self._text(), **self._notes(), **self._go(), **self._view(), **self._windows()}

    def escape(self) -> None:
        """Close the overlay, pane, bar or mode opened last, and return to the text."""
        frame, deferred = self._frame, self.deferred
        if frame.sidebar.is_overlay_open():
            frame.sidebar.close_overlay()
        elif deferred is not None and deferred.companion.holds_focus():
            deferred.companion.escape()
            return
        elif deferred is not None and deferred.coverage.is_open():
            deferred.coverage.escape()
            return
        elif frame.message_bar.isVisible():
            frame.message_bar.dismiss()
        elif frame.reader.find_bar.isVisible():
            frame.reader.find_bar.close_bar()
        elif self._window.isFullScreen():
            self._set_full_screen(full=False)
        self._controllers.documents.focus_text()

    @staticmethod
    def context_menu() -> None:
        """Open the context menu of the focused widget. On X11 Qt opens it for the Menu key only."""
        focused = QApplication.focusWidget()
        if focused is not None:
            middle = focused.rect().center()
            cause = QContextMenuEvent.Reason.Keyboard
            QApplication.postEvent(focused, QContextMenuEvent(cause, middle, focused.mapToGlobal(middle)))

    def show_pane(self, pane: str, *, shown: bool) -> None:
        """Show or hide the `sidebar`, or the `apparatus` with the instrument in its place."""
        if pane == "apparatus" and not shown and self.deferred is not None:
            self.deferred.companion.close()
        self._frame.pane_layout.set_shown(pane, shown)
        self._frame.actions[pane].setChecked(shown)

    def small_windows(self) -> tuple[QWidget, ...]:
        """Return the small windows that were opened so far."""
        return self._small.made()

    # The table, by menu

    def _library(self) -> Slots:
        controllers, reader = self._controllers, self._frame.reader
        return {
            "import": controllers.imports.ask,
            "open_example": lambda: controllers.documents.open(*_EXAMPLE),
            "search": self._search,
            "reindex": lambda: self._with_deferred(lambda late: late.maintenance.check_index(rebuild=True)),
            "close_text": reader.close_text,
            "quit": self._window.close,
        }

    def _text(self) -> Slots:
        controllers, search = self._controllers, self._controllers.search
        return {
            "copy": lambda: self._copy(QuotationContent.WORDS),
            "copy_reference": lambda: self._copy(QuotationContent.BOTH),
            "copy_only_reference": lambda: self._copy(QuotationContent.REFERENCE),
            "copy_link": lambda: controllers.links.copy_link_of(self._reader()),
            "find": lambda: self._find(lambda reader: reader.show_find_bar()),
            "find_next": lambda: self._find(lambda reader: reader.find_next(1)),
            "find_previous": lambda: self._find(lambda reader: reader.find_next(-1)),
            "search_words": lambda: search.search_selection(self._reader().view(), as_phrase=False),
            "search_phrase": lambda: search.search_selection(self._reader().view(), as_phrase=True),
            "next_result": lambda: search.step(1),
            "previous_result": lambda: search.step(-1),
            "correct_citation": lambda: self._with_deferred(lambda late: late.citations.correct()),
            "undo": controllers.undo.undo,
            "redo": controllers.undo.redo,
            "as_received": lambda: controllers.documents.set_as_received(
                self._frame.actions["as_received"].isChecked()
            ),
        }

    def _notes(self) -> Slots:
        annotations = self._controllers.annotations
        writing: Slots = {
            "highlight": annotations.ask_colour,
            "note": annotations.note,
            "unmark": annotations.unmark,
            "note_on_document": partial(annotations.new_note, on_document=True),
            "note_to_selection": annotations.note_to_selection,
            **{f"mark_{colour}": partial(annotations.mark, colour) for colour in COLOURS},
            **{f"stance_{stance}": partial(annotations.take_stance, str(stance)) for stance in Stance},
            "stance_other": annotations.take_stance_of_another,
            "stance_none": partial(annotations.take_stance, ""),
        }
        return {"bookmark": self._bookmark, **{name: partial(self._write, slot) for name, slot in writing.items()}}

    def _go(self) -> Slots:
        documents = self._controllers.documents
        return {
            "back": documents.back,
            "forward": documents.forward,
            "go_to": lambda: self._small.open_goto(self._frame.reader),
            "previous_provision": lambda: self._in_text(lambda view: view.step_provision(-1)),
            "next_provision": lambda: self._in_text(lambda view: view.step_provision(1)),
            "next_marker": lambda: self._in_text(lambda view: view.next_marker(forward=True)),
            "previous_marker": lambda: self._in_text(lambda view: view.next_marker(forward=False)),
            "open_beside": lambda: self._with_deferred(lambda late: late.companion.open_cited()),
            "coverage": lambda: self._with_deferred(lambda late: late.coverage.open()),
            "next_pane": lambda: self._focus_cycler.step(1),
            "previous_pane": lambda: self._focus_cycler.step(-1),
        }

    def _view(self) -> Slots:
        interface, appearance, actions = self._interface, self._interface.appearance, self._frame.actions
        return {
            **{page.name: partial(self._show_page, page.name) for page in PAGES},
            "sidebar": lambda: self.show_pane("sidebar", shown=actions["sidebar"].isChecked()),
            "apparatus": lambda: self.show_pane("apparatus", shown=actions["apparatus"].isChecked()),
            "lock": lambda: self._with_deferred(
                lambda late: late.apparatus_sync.set_locked(actions["lock"].isChecked())
            ),
            "larger": lambda: interface.set_text_scale(appearance.text_scale + _STEP),
            "smaller": lambda: interface.set_text_scale(appearance.text_scale - _STEP),
            "normal_size": lambda: interface.set_text_scale(100),
            "theme": lambda: interface.set_theme("light" if appearance.dark else "dark"),
            "language": lambda: interface.set_language(next_language(appearance.language).code),
            "full_screen": lambda: self._set_full_screen(full=not self._window.isFullScreen()),
        }

    def _windows(self) -> Slots:
        small, toolbar = self._small, self._frame.toolbar
        return {
            "text_size": lambda: small.open_sizes(toolbar.text_size),
            "settings": small.open_settings,
            "keys": small.open_keys,
            "menu": toolbar.open_menu,
            "about": small.open_about,
        }

    # What they do

    def _search(self) -> None:
        """Move the keyboard to the search box, and by further presses from pane to pane."""
        line = self._frame.toolbar.search.line
        if line.hasFocus() or (self._stepped_to is not None and QApplication.focusWidget() is self._stepped_to):
            self._focus_cycler.step(1)
            self._stepped_to = QApplication.focusWidget()
        else:
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            line.selectAll()

    def _show_page(self, name: str) -> None:
        self.show_pane("sidebar", shown=True)
        self._frame.sidebar.show_page(name, focus=True)

    def _with_deferred(self, act: Callable[[DeferredControllers], object]) -> None:
        if self.deferred is not None:
            act(self.deferred)

    def _copy(self, content: QuotationContent) -> None:
        """Copy from the footnotes if they have the keyboard, else from the reader that has it."""
        frame, footnotes, view = self._frame, self._controllers.annotations.footnotes, self._reader().view()
        text = frame.reader.current()
        if footnotes is not None and text is not None and footnotes.hasFocus():
            footnotes.copy(text, replace(self._interface.settings.copying(), content=content))
            frame.ui_state.copied(0)
        elif view is not None and content is QuotationContent.WORDS:
            view.copier.copy()
        elif view is not None:
            view.copier.copy_with_reference(content)

    def _find(self, act: Callable[[ReaderPane], object]) -> None:
        """Find in the reader that has the keyboard, or filter the coverage view in its place."""
        deferred, reader = self.deferred, self._reader()
        if deferred is not None and deferred.coverage.is_open() and reader is self._frame.reader:
            deferred.coverage.focus_filter()
        else:
            act(reader)

    def _reader(self) -> ReaderPane:
        """Return the reader that has the keyboard: that of the instrument beside the text, or the text's."""
        companion = self.deferred.companion if self.deferred is not None else None
        if companion is not None and companion.reader is not None and companion.holds_focus():
            return companion.reader
        return self._frame.reader

    def _write(self, slot: Callable[[], object]) -> None:
        """Carry out a command on notes, unless the keyboard is in the instrument beside the text."""
        if self._reader() is self._frame.reader:
            slot()
        else:
            told = QCoreApplication.translate("Commands", "Open this text as a tab to write on it")
            self._frame.status.tell(told)

    def _bookmark(self) -> None:
        reader, controllers = self._reader(), self._controllers
        view = reader.view()
        if reader is self._frame.reader or view is None:
            controllers.documents.toggle_bookmark(controllers.annotations.provision())
        else:
            reader.bookmark_toggled.emit(view.current_provision() or "")

    def _in_text(self, act: Callable[[ReaderView], object]) -> None:
        """Act on the text that has the keyboard, or move the keyboard there."""
        view = self._reader().view()
        if view is not None:
            view.setFocus()
            act(view)

    def _set_full_screen(self, *, full: bool) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self._frame.actions["full_screen"].setChecked(full)

    # From pane to pane

    def _stops(self) -> tuple[Stop, ...]:
        """Return the panes in the order in which the keyboard goes through them."""
        frame = self._frame
        toolbar, sidebar, panes, status = frame.toolbar, frame.sidebar, frame.pane_layout, frame.status
        return (
            Stop(lambda: True, partial(holds, toolbar), toolbar.search.line.setFocus),
            Stop(sidebar.isVisible, sidebar.holds, sidebar.take_focus),
            Stop(lambda: frame.reader.current() is not None, partial(holds, panes.front), self._focus_front),
            Stop(panes.beside.isVisible, partial(holds, panes.beside), self._focus_beside),
            Stop(lambda: True, partial(holds, status), status.zoom.setFocus),
        )

    def _focus_front(self) -> None:
        if self.deferred is not None and self.deferred.coverage.is_open():
            self.deferred.coverage.focus()
        else:
            self._controllers.documents.focus_text()

    def _focus_beside(self) -> None:
        if self.deferred is not None and self.deferred.companion.is_open():
            self.deferred.companion.focus()
            return
        beside = self._frame.pane_layout.beside
        first = beside.findChild(QWidget, "footnotesPane")
        (first or beside).setFocus(Qt.FocusReason.ShortcutFocusReason)
