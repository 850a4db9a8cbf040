"""State of the open text shown by toolbar, status line and actions, and messages about copies and imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from services.documents.open_text import OpenText
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Changes, Subject
from ui.desktop.window.actions import Actions
from ui.desktop.window.pane_rules import Arrangement, Place
from ui.desktop.window.status_bar import StatusBar
from ui.desktop.window.toolbar import Toolbar

if TYPE_CHECKING:
    from services.documents.document_import import ImportReport

_NEED_A_TEXT = (
    *("as_received", "copy", "copy_reference", "copy_link", "find", "highlight", "bookmark", "go_to", "lock"),
    "close_text",
)
"""Commands that are disabled while no text is open."""


class UiState(QObject):
    """Shows the signals of the controllers in the bars."""

    titled = Signal(str)

    def __init__(
        self,
        changes: Changes,
        document_controller: DocumentController,
        toolbar: Toolbar,
        status: StatusBar,
        actions: Actions,
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._document_controller, self._toolbar, self._status = document_controller, toolbar, status
        self._actions, self._appearance = actions, appearance
        document_controller.text_changed.connect(self._text)
        document_controller.provision_changed.connect(lambda _: self.place())
        document_controller.screen_changed.connect(lambda _: self.place())
        document_controller.trail_changed.connect(self._trail)
        changes.on(Subject.NOTES, self._show_bookmark)
        document_controller.reader.copied.connect(self.copied)
        document_controller.reader.banner.dismissed.connect(status.info.show)
        self._text(None)

    def title(self) -> str:
        """Return the title of the window: the symbol of the open text, and the name of the program."""
        text, name = self._document_controller.reader.current(), self.tr("Qarar")
        return name if text is None else f"{text.document.symbol} – {name}"

    def place(self) -> None:
        """Show symbol, provision and percent of the open text."""
        text, document_controller = self._document_controller.reader.current(), self._document_controller
        self._status.show_place(
            text.document.symbol if text is not None else "", document_controller.where(), document_controller.percent()
        )
        self._show_bookmark()

    def panes(self, found: Arrangement | None) -> None:
        """Show which panes are visible."""
        if found is not None:
            self._actions["sidebar"].setChecked(found.sidebar is not Place.HIDDEN)
            self._actions["apparatus"].setChecked(found.apparatus is not Place.HIDDEN)

    def imported(self, report: ImportReport) -> None:
        """Tell how many files were imported."""
        count = len(report.imported)
        if count:
            self._status.tell(self._counted(self.tr("%n file(s) imported", "", count), count))

    def _text(self, text: OpenText | None) -> None:
        received = text is not None and text.reading.as_received
        applied = sum(c.applied for c in text.reading.corrections) if text is not None else 0
        self._status.show_corrections(applied, as_received=received)
        self._status.info.setVisible(text is not None and self._document_controller.reader.banner.isHidden())
        self._actions["as_received"].setChecked(received)
        for name in _NEED_A_TEXT:
            self._actions[name].setEnabled(text is not None)
        self.titled.emit(self.title())
        self.place()
        self._trail()

    def _trail(self) -> None:
        self._actions["back"].setEnabled(self._document_controller.trail.can_go_back())
        self._actions["forward"].setEnabled(self._document_controller.trail.can_go_forward())

    def _show_bookmark(self) -> None:
        self._toolbar.set_bookmarked(self._document_controller.provision in self._document_controller.bookmarked())

    def copied(self, corrected: int) -> None:
        """Tell that words were copied, and how many corrected readings they contain."""
        words = self.tr("Copied")
        if corrected:
            inside = self._counted(self.tr("%n corrected reading(s) inside", "", corrected), corrected)
            words = f"{words} · {inside}"
        self._status.tell(words)

    def _counted(self, words: str, count: int) -> str:
        return words.replace(str(count), self._appearance.number(count))
