"""Lighting: what belongs together lights up while the pointer or the caret is on it, and stays lit when pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from documents.citations.citation import Citation, CitationStatus
from documents.corrections import Correction
from documents.model import FootnoteStatus
from services.documents.link_groups import Link, Links, link_key
from ui.desktop.reader.display import ShownMarker
from ui.desktop.reader.hotspots import Hotspot

if TYPE_CHECKING:
    from ui.desktop.reader.view import ReaderView


class LinkHighlighter:
    """What is hovered, focused, pinned and lit in one view."""

    def __init__(self, view: ReaderView) -> None:
        self._view = view
        self._links: Links | None = None
        self._hovered: Link | None = None
        self.pinned: Link | None = None

    def start(self, links: Links | None) -> None:
        """Begin with a new text: nothing is lit."""
        state = self._view.marks.state
        state.lit, state.hovered, state.focused = {}, None, None
        self._links, self._hovered, self.pinned = links, None, None

    @property
    def links(self) -> Links | None:
        """How the markers and citations of the text belong together."""
        return self._links

    def light(self, link: Link | None, *, pinned: bool) -> None:
        """Light the markers and cited words of a link, none with None; pinned it outlasts the pointer."""
        self.pinned = link if pinned else None
        self._light(link)

    def _light(self, link: Link | None) -> None:
        shown, lit = self._view.shown, {}
        if link and shown is not None:
            for at, displayed_text in enumerate(shown.displayed):
                if displayed_text.markers or shown.citations(at):
                    found = [hotspot for hotspot in self._view.hotspots(at) if _belongs(hotspot, link)]
                    lit.update({at: found} if found else {})
        self._view.marks.state.lit = lit
        self._view.viewport().update()

    def hover(self, hotspot: Hotspot | None) -> None:
        """Light what belongs to a stop for as long as pointer or caret is on it; after that what is pinned."""
        self._view.marks.state.hovered = hotspot
        link = self.link_of(hotspot)
        if link != self._hovered:
            self._hovered = link
            self._light(link or self.pinned)
            self._view.link_hovered.emit(link)
        self._view.viewport().update()

    def focus(self, hotspot: Hotspot | None) -> None:
        """Put keyboard focus on a stop: its ring, what it lights, and the popup of a correction."""
        self._view.marks.state.focused = hotspot
        if hotspot is None:
            self._view.popup.hide()
        else:
            self._view.show_stop(hotspot)
            self.explain(hotspot)
        self._say(hotspot)
        self.hover(hotspot)

    def _say(self, hotspot: Hotspot | None) -> None:
        """Tell assistive technology which citation the keyboard is on."""
        view = self._view
        words = view.describe(hotspot.value) if hotspot is not None and isinstance(hotspot.value, Citation) else ""
        if words != view.accessibleDescription():
            view.setAccessibleDescription(words)
            if words:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words))

    def explain(self, hotspot: Hotspot) -> None:
        """Show the popup of a correction, a doubtful marker or a citation in doubt; of anything else, none."""
        popup, words = self._view.popup, self._words(hotspot)
        if not words:
            popup.hide()
            return
        line = self._view.document().findBlockByNumber(hotspot.at).layout().lineForTextPosition(hotspot.start)
        first_line = line.isValid() and line.lineNumber() == 0
        popup.show_at(words, self._view.stop_areas(hotspot), first_line=first_line)

    def _words(self, hotspot: Hotspot) -> str:
        value, shown = hotspot.value, self._view.shown
        if isinstance(value, Correction):
            return self._view.popup.words(value)
        if isinstance(value, Citation) and value.status is not CitationStatus.RESOLVED:
            return self._view.popup.citation_words(value.candidates)
        if shown is None or not isinstance(value, ShownMarker) or not value.is_doubtful:
            return ""
        missing = shown.open_text.document.footnote(value.marker.footnote).status is FootnoteStatus.MISSING
        return self._view.popup.doubt_words(value.marker.printed, value.marker.footnote, missing=missing)

    def pin(self, hotspot: Hotspot) -> None:
        """Keep lit what a stop lights; a correction shows its popup."""
        link = self.link_of(hotspot)
        if isinstance(hotspot.value, Correction):
            self.explain(hotspot)
        elif link is not None:
            self.light(link, pinned=True)
            self._view.link_pinned.emit(link)

    def activate(self, hotspot: Hotspot) -> None:
        """Pin a stop; a second time enter its footnote, or follow the citation."""
        link = self.link_of(hotspot)
        if isinstance(hotspot.value, Correction) or link is None or link != self.pinned:
            self.pin(hotspot)
        elif isinstance(hotspot.value, ShownMarker):
            self._view.footnote_entered.emit(hotspot.value.marker.footnote)
        else:
            self._view.citation_activated.emit(hotspot.value)

    def escape(self) -> bool:
        """Close the popup, else let go of a stop, else unpin; say whether there was anything to close."""
        if self._view.popup.isVisible():
            self._view.popup.hide()
        elif self._view.marks.state.focused is not None:
            self.focus(None)
        elif self.pinned is not None:
            self.light(None, pinned=False)
            self._view.link_pinned.emit(None)
        elif self._view.marks.state.hits:
            self._view.set_hits((), None)
        else:
            return False
        return True

    def link_of(self, hotspot: Hotspot | None) -> Link | None:
        """Return what a stop lights; None for corrections and where nothing belongs to it."""
        shown = self._view.shown
        if hotspot is None or self._links is None or shown is None:
            return None
        if isinstance(hotspot.value, ShownMarker):
            return self._links.of_marker(shown.provisions[hotspot.at].id, hotspot.value.marker.offset) or None
        return (self._links.of_citation(hotspot.value) or None) if isinstance(hotspot.value, Citation) else None


def _belongs(hotspot: Hotspot, link: Link) -> bool:
    if isinstance(hotspot.value, ShownMarker):
        return hotspot.value.marker.footnote in link.footnotes
    return isinstance(hotspot.value, Citation) and link_key(hotspot.value) in link.targets
