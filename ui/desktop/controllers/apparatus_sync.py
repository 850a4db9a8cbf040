"""Text and apparatus side by side: what belongs together lights up in both, and the pane follows or is locked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from services.citations.link_groups import Link
from services.documents.document_reader import OpenText
from ui.desktop.controllers.document_controller import Desk
from ui.desktop.controllers.external_links import Outgoing
from ui.desktop.panels.apparatus.pane import ApparatusPane


class Beside(QObject):
    """Joins the apparatus to the desk; from then on each is told what happens in the other."""

    wanted = Signal()
    """Something in the pane is asked for: it must be seen."""
    lock_changed = Signal(bool)

    def __init__(self, desk: Desk, pane: ApparatusPane, outgoing: Outgoing) -> None:
        super().__init__()
        self._desk, self.pane = desk, pane
        self._pinned: Link | None = None
        self._shown: tuple[str, str] | None = None
        self.locked = False
        self._connect_text()
        pane.link_hovered.connect(lambda link: self._light(link, from_text=False))
        pane.link_pinned.connect(self._pin)
        pane.place_requested.connect(desk.go_to)
        pane.returned_to_text.connect(desk.focus_text)
        pane.lock_toggled.connect(self.set_locked)
        pane.copy_link_requested.connect(outgoing.copy)
        pane.open_requested.connect(outgoing.follow)
        pane.browser_requested.connect(outgoing.browse)
        self._show(desk.reader.current())
        pane.show_clauses(desk.screen())

    def set_locked(self, locked: bool) -> None:
        """Lock the pane to the current clause, or let it follow the text."""
        self.locked = locked and bool(self._desk.clause)
        self.pane.set_locked(self.locked, self._desk.clause)
        self.lock_changed.emit(self.locked)

    def _connect_text(self) -> None:
        desk, reader = self._desk, self._desk.reader
        desk.text_changed.connect(self._show)
        desk.screen_changed.connect(self.pane.show_clauses)
        desk.footnote_wanted.connect(self._enter)
        reader.link_hovered.connect(lambda link: self._light(link, from_text=True))
        reader.link_pinned.connect(self._pin_from_text)

    def _show(self, text: OpenText | None) -> None:
        key = None if text is None else (text.document.symbol, text.document.language)
        if key != self._shown:
            self._shown, self._pinned = key, None
            if self.locked:
                self.set_locked(False)
        self.pane.show_text(text, self._desk.links(), self._desk.is_held)

    def _enter(self, number: str) -> None:
        self.wanted.emit()
        self.pane.focus_footnote(number)

    def _light(self, link: Link | None, *, from_text: bool) -> None:
        """Light what is hovered; when the hovering ends, what is pinned is lit again."""
        shown = link or self._pinned
        if not from_text:
            self._desk.reader.set_link(shown, pinned=not link and shown is not None)
        self.pane.set_link(shown, False)

    def _pin(self, link: Link | None) -> None:
        self._pinned = link or None
        self._desk.reader.set_link(link, pinned=bool(link))
        self.pane.set_link(link, bool(link))

    def _pin_from_text(self, link: Link | None) -> None:
        self._pinned = link or None
        if link:
            self.wanted.emit()
        self.pane.set_link(link, bool(link))
