"""Text and apparatus kept together: both light up the same link, and the pane follows the text or is locked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from services.documents.link_groups import Link
from services.documents.open_text import OpenText
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.external_links import ExternalLinks
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.panels.apparatus.pane import ApparatusPane


class ApparatusSync(QObject):
    """Connects the apparatus to the reader."""

    wanted = Signal()
    """The pane was asked for something and has to be visible."""
    lock_changed = Signal(bool)

    def __init__(
        self,
        session: LibrarySession,
        document_controller: DocumentController,
        pane: ApparatusPane,
        external_links: ExternalLinks,
    ) -> None:
        super().__init__()
        self._session, self._document_controller, self.pane = session, document_controller, pane
        self._pinned: Link | None = None
        self._shown: tuple[str, str] | None = None
        self.locked = False
        self._connect_text()
        pane.link_hovered.connect(lambda link: self._light(link, from_text=False))
        pane.link_pinned.connect(self._pin)
        pane.place_requested.connect(document_controller.go_to)
        pane.returned_to_text.connect(document_controller.focus_text)
        pane.lock_toggled.connect(self.set_locked)
        pane.copy_link_requested.connect(external_links.copy)
        pane.open_requested.connect(external_links.follow)
        pane.browser_requested.connect(external_links.browse)
        self._show(document_controller.reader.current())
        pane.show_provisions(document_controller.screen())

    def set_locked(self, locked: bool) -> None:
        """Lock the pane to the current provision, or let it follow the text."""
        self.locked = locked and bool(self._document_controller.provision)
        self.pane.set_locked(self.locked, self._document_controller.provision)
        self.lock_changed.emit(self.locked)

    def _connect_text(self) -> None:
        document_controller, reader = self._document_controller, self._document_controller.reader
        document_controller.text_changed.connect(self._show)
        document_controller.screen_changed.connect(self.pane.show_provisions)
        document_controller.footnote_wanted.connect(self._enter)
        reader.link_hovered.connect(lambda link: self._light(link, from_text=True))
        reader.link_pinned.connect(self._pin_from_text)

    def _show(self, text: OpenText | None) -> None:
        key = None if text is None else (text.document.symbol, text.document.language)
        if key != self._shown:
            self._shown, self._pinned = key, None
            if self.locked:
                self.set_locked(False)
        self.pane.show_text(text, self._document_controller.links(), self._session.holds)

    def _enter(self, number: str) -> None:
        self.wanted.emit()
        self.pane.focus_footnote(number)

    def _light(self, link: Link | None, *, from_text: bool) -> None:
        """Light the hovered link, and after hovering the pinned one again."""
        shown = link or self._pinned
        if not from_text:
            self._document_controller.reader.set_link(shown, pinned=not link and shown is not None)
        self.pane.set_link(shown, False)

    def _pin(self, link: Link | None) -> None:
        self._pinned = link or None
        self._document_controller.reader.set_link(link, pinned=bool(link))
        self.pane.set_link(link, bool(link))

    def _pin_from_text(self, link: Link | None) -> None:
        self._pinned = link or None
        if link:
            self.wanted.emit()
        self.pane.set_link(link, bool(link))
