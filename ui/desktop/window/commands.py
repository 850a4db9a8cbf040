"""What each command of the table does in a window: the slots of its actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from services.quotations.quotation_choice import What
from ui.desktop.controllers.annotation_controller import note_slots
from ui.desktop.controllers.search_selection import SearchSelection
from ui.desktop.window.copying import copy_from
from ui.desktop.window.focus_cycler import FocusCycler

if TYPE_CHECKING:
    from ui.desktop.controllers.citation_controller import CitationController
    from ui.desktop.reader.pane import ReaderPane
    from ui.desktop.reader.view import ReaderView
    from ui.desktop.window.main_window import MainWindow

_EXAMPLE = ("E/RES/2019/20", "ar")
_STEP = 10
"""Percent of text size in one step."""


class Commands:
    """Carries out commands on the panes of one window; small windows are made when first asked for."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._made: dict[str, QWidget] = {}
        self._walk = FocusCycler(window)
        self._search_selection = SearchSelection(window.search_controller, self._reader)
        window.reader.menu_opening.connect(self._search_selection.fill)
        self._stepped_to: QWidget | None = None

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return the slot of every command."""
        return {**self._library(), **self._text(), **self._go(), **self._view(), **self._small_windows()}

    def escape(self) -> None:
        """Close what is open, the last thing first; then lead back to the text."""
        window = self._window
        if window.sidebar.is_overlay_open():
            window.sidebar.close_overlay()
        elif window.companion_controller is not None and window.companion_controller.holds_focus():
            window.companion_controller.escape()
            return
        elif window.coverage_controller is not None and window.coverage_controller.is_open():
            window.coverage_controller.escape()
            return
        elif window.message_bar.isVisible():
            window.message_bar.dismiss()
        elif window.reader.find_bar.isVisible():
            window.reader.find_bar.close_bar()
        elif window.isFullScreen():
            self._set_full_screen(full=False)
        window.document_controller.focus_text()

    @staticmethod
    def context_menu() -> None:
        """Open the menu of what has the keyboard, as the Menu key does; Qt itself knows only that key on X11."""
        focused = QApplication.focusWidget()
        if focused is not None:
            middle = focused.rect().center()
            cause = QContextMenuEvent.Reason.Keyboard
            QApplication.postEvent(focused, QContextMenuEvent(cause, middle, focused.mapToGlobal(middle)))

    def small_windows(self) -> tuple[QWidget, ...]:
        """Return the small windows that were opened so far."""
        return tuple(self._made.values())

    # The table, by menu

    def _library(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            "import": lambda: window.bring(window.choose_files(window)),
            "open_example": lambda: window.document_controller.open(*_EXAMPLE),
            "search": self._search,
            "reindex": lambda: window.import_controller.check_index(rebuild=True),
            "close_text": window.reader.close_text,
            "quit": window.close,
        }

    def _text(self) -> dict[str, Callable[[], object]]:
        window = self._window
        return {
            "copy": lambda: copy_from(window, self._reader(), What.WORDS),
            "copy_reference": lambda: copy_from(window, self._reader(), What.BOTH),
            "copy_only_reference": lambda: copy_from(window, self._reader(), What.REFERENCE),
            "copy_link": lambda: window.external_links.copy_link_of(self._reader()),
            "find": lambda: self._find(lambda reader: reader.show_find_bar()),
            "find_next": lambda: self._find(lambda reader: reader.find_next(1)),
            "find_previous": lambda: self._find(lambda reader: reader.find_next(-1)),
            "search_words": self._search_selection.search_words,
            "search_phrase": self._search_selection.search_phrase,
            "next_result": lambda: window.search_controller.step(1),
            "previous_result": lambda: window.search_controller.step(-1),
            "bookmark": self._bookmark,
            "correct_citation": lambda: self._with_citing(lambda citing: citing.correct()),
            "undo": window.undo_controller.undo,
            "redo": window.undo_controller.redo,
            **{name: partial(self._write, slot) for name, slot in note_slots(window.annotation_controller).items()},
            "as_received": lambda: window.document_controller.set_as_received(
                window.actions_["as_received"].isChecked()
            ),
        }

    def _go(self) -> dict[str, Callable[[], object]]:
        document_controller = self._window.document_controller
        return {
            "back": document_controller.back,
            "forward": document_controller.forward,
            "go_to": self._go_to,
            "previous_provision": lambda: self._in_text(lambda view: view.step_provision(-1)),
            "next_provision": lambda: self._in_text(lambda view: view.step_provision(1)),
            "next_marker": lambda: self._in_text(lambda view: view.next_marker(forward=True)),
            "previous_marker": lambda: self._in_text(lambda view: view.next_marker(forward=False)),
            "open_beside": self._open_beside,
            "coverage": self._coverage,
            "next_pane": lambda: self._walk.step(1),
            "previous_pane": lambda: self._walk.step(-1),
        }

    def _view(self) -> dict[str, Callable[[], object]]:
        window, interface, look = self._window, self._window.interface_settings, self._window.appearance
        checked = window.actions_
        return {
            **{name: self._page(name) for name in ("library", "outline", "results", "bookmarks")},
            "sidebar": lambda: window.show_pane("sidebar", shown=checked["sidebar"].isChecked()),
            "apparatus": lambda: window.show_pane("apparatus", shown=checked["apparatus"].isChecked()),
            "lock": self._lock,
            "larger": lambda: interface.set_text_scale(look.text_scale + _STEP),
            "smaller": lambda: interface.set_text_scale(look.text_scale - _STEP),
            "normal_size": lambda: interface.set_text_scale(100),
            "theme": lambda: interface.set_theme("light" if look.dark else "dark"),
            "language": lambda: interface.set_language("en" if look.language == "ar" else "ar"),
            "full_screen": lambda: self._set_full_screen(full=not window.isFullScreen()),
        }

    def _small_windows(self) -> dict[str, Callable[[], object]]:
        return {
            "text_size": self._sizes,
            "settings": self._settings,
            "keys": self._keys,
            "menu": self._window.toolbar.open_menu,
            "about": self._about,
        }

    # What they do

    def _search(self) -> None:
        """Go to the search box; again, to the next pane and on, as long as the keyboard stays where this led."""
        line = self._window.toolbar.search.line
        if line.hasFocus() or (self._stepped_to is not None and QApplication.focusWidget() is self._stepped_to):
            self._walk.step(1)
            self._stepped_to = QApplication.focusWidget()
        else:
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            line.selectAll()

    def _page(self, name: str) -> Callable[[], object]:
        def show() -> None:
            self._window.show_pane("sidebar", shown=True)
            self._window.sidebar.show_page(name, focus=True)

        return show

    def _open_beside(self) -> None:
        if self._window.companion_controller is not None:
            self._window.companion_controller.open_cited()

    def _with_citing(self, act: Callable[[CitationController], object]) -> None:
        if self._window.citation_controller is not None:
            act(self._window.citation_controller)

    def _coverage(self) -> None:
        if self._window.coverage_controller is not None:
            self._window.coverage_controller.open()

    def _find(self, act: Callable[[ReaderPane], object]) -> None:
        """Find in what has the keyboard; among the instruments of the coverage view that is its filter."""
        coverage_controller = self._window.coverage_controller
        if coverage_controller is not None and coverage_controller.is_open() and self._reader() is self._window.reader:
            coverage_controller.focus_filter()
        else:
            act(self._reader())

    def _lock(self) -> None:
        beside = self._window.apparatus_sync
        if beside is not None:
            beside.set_locked(self._window.actions_["lock"].isChecked())

    def _reader(self) -> ReaderPane:
        """Return the reader that has the keyboard: the instrument beside the text, or else the text's."""
        companion_controller = self._window.companion_controller
        if (
            companion_controller is not None
            and companion_controller.reader is not None
            and companion_controller.holds_focus()
        ):
            return companion_controller.reader
        return self._window.reader

    def _write(self, slot: Callable[[], object]) -> None:
        """Do something with notes; an instrument beside the text shows none, and is not mistaken for the text."""
        window = self._window
        if self._reader() is window.reader:
            slot()
        else:
            told = QCoreApplication.translate("Commands", "Open this text as a tab to write on it")
            window.status.tell(told)

    def _bookmark(self) -> None:
        reader, window = self._reader(), self._window
        view = reader.view()
        if reader is window.reader or view is None:
            window.document_controller.toggle_bookmark(window.annotation_controller.provision())
        else:
            reader.bookmark_toggled.emit(view.current_provision() or "")

    def _in_text(self, act: Callable[[ReaderView], object]) -> None:
        """Act on the text with the keyboard in it."""
        view = self._reader().view()
        if view is not None:
            view.setFocus()
            act(view)

    def _set_full_screen(self, *, full: bool) -> None:
        window = self._window
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        window.actions_["full_screen"].setChecked(full)

    def _go_to(self) -> None:
        from ui.desktop.window.goto_popup import GotoPopup

        window = self._window
        popup = self._once("go_to", lambda: GotoPopup(window.appearance, window.document_controller.go_in_text, window))
        assert isinstance(popup, GotoPopup)
        popup.open_over(window.reader)

    def _sizes(self) -> None:
        from ui.desktop.panels.preferences.dialogs import SizesPopup

        popup = self._once("sizes", lambda: SizesPopup(self._window.interface_settings, self._window))
        assert isinstance(popup, SizesPopup)
        popup.open_under(self._window.toolbar.text_size)

    def _settings(self) -> None:
        from ui.desktop.panels.preferences.dialogs import SettingsWindow

        self._open(self._once("settings", lambda: SettingsWindow(self._window.interface_settings, self._window)))

    def _keys(self) -> None:
        from ui.desktop.window.shortcut_sheet import ShortcutSheet

        window = self._window
        self._open(self._once("keys", lambda: ShortcutSheet(window.appearance, window.actions_, window)))

    def _about(self) -> None:
        from ui.desktop.window.about import AboutWindow

        self._open(self._once("about", lambda: AboutWindow(self._window.appearance, self._window)))

    def _once(self, name: str, make: Callable[[], QWidget]) -> QWidget:
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    def _open(self, small: QWidget) -> None:
        small.show()
        small.raise_()
        small.activateWindow()
        if isinstance(small, QDialog):
            small.setFocus()
