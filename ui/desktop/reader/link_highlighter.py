"""Highlight the markers and citations that belong together, while one is hovered or focused, or pinned."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from documents.citations.citation import Citation
from documents.corrections import Correction
from services.documents.link_groups import Link, Links, link_key
from ui.desktop.reader.display import ShownMarker
from ui.desktop.reader.hotspots import Hotspot, Hotspots
from ui.desktop.reader.overlay_painter import OverlayState
from ui.desktop.reader.shown_text import ShownText


class LinkHighlighter(QObject):
    """Holds the hovered, focused and pinned link of one view, and writes the hotspots to mark to the overlay state."""

    changed = Signal()
    """The marks have to be painted again."""
    hovered = Signal(object)
    """The Link under pointer or caret, None for none."""
    pinned_changed = Signal(object)
    """The pinned Link, None for none."""
    focus_changed = Signal(object)
    """The Hotspot with the keyboard focus, None for none."""
    explained = Signal(object)
    """A Hotspot of which the correction or doubt is to be explained."""
    footnote_entered = Signal(str)
    citation_activated = Signal(object)

    def __init__(self, state: OverlayState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._shown: ShownText | None = None
        self._hotspots = Hotspots()
        self._hovered: Link | None = None
        self.links: Links | None = None
        self.pinned: Link | None = None

    def start(self, shown: ShownText, hotspots: Hotspots, links: Links | None) -> None:
        """Begin with another text. Nothing is hovered, focused or pinned."""
        self._state.lit, self._state.hovered, self._state.focused = {}, None, None
        self._shown, self._hotspots, self.links = shown, hotspots, links
        self._hovered = self.pinned = None

    def light(self, link: Link | None, *, pinned: bool) -> None:
        """Mark the hotspots of a link, of none with None. A pinned link is marked until it is unpinned."""
        self.pinned = link if pinned else None
        self._light(link)

    def hover(self, hotspot: Hotspot | None) -> None:
        """Mark the link of the hotspot under pointer or caret, or with None the pinned link."""
        self._state.hovered = hotspot
        link = self.link_of(hotspot)
        if link != self._hovered:
            self._hovered = link
            self._light(link or self.pinned)
            self.hovered.emit(link)
        self.changed.emit()

    def focus(self, hotspot: Hotspot | None) -> None:
        """Give the keyboard focus to a hotspot and mark its link."""
        self._state.focused = hotspot
        self.focus_changed.emit(hotspot)
        self.hover(hotspot)

    def pin(self, hotspot: Hotspot) -> None:
        """Pin the link of a hotspot, or explain a correction."""
        link = self.link_of(hotspot)
        if isinstance(hotspot.value, Correction):
            self.explained.emit(hotspot)
        elif link is not None:
            self.light(link, pinned=True)
            self.pinned_changed.emit(link)

    def activate(self, hotspot: Hotspot) -> None:
        """Pin the link of a hotspot. If it is pinned, enter the footnote or follow the citation."""
        link = self.link_of(hotspot)
        if isinstance(hotspot.value, Correction) or link is None or link != self.pinned:
            self.pin(hotspot)
        elif isinstance(hotspot.value, ShownMarker):
            self.footnote_entered.emit(hotspot.value.marker.footnote)
        else:
            self.citation_activated.emit(hotspot.value)

    def escape(self) -> bool:
        """Take the focus from the focused hotspot, else unpin the pinned link. Return False without either."""
        if self._state.focused is not None:
            self.focus(None)
        elif self.pinned is not None:
            self.light(None, pinned=False)
            self.pinned_changed.emit(None)
        else:
            return False
        return True

    def link_of(self, hotspot: Hotspot | None) -> Link | None:
        """Return the link of a hotspot, or None for a correction or a hotspot without a link."""
        if hotspot is None or self.links is None or self._shown is None:
            return None
        if isinstance(hotspot.value, ShownMarker):
            provision = self._shown.provisions[hotspot.at].id
            return self.links.of_marker(provision, hotspot.value.marker.offset) or None
        return (self.links.of_citation(hotspot.value) or None) if isinstance(hotspot.value, Citation) else None

    def _light(self, link: Link | None) -> None:
        shown, lit = self._shown, {}
        if link and shown is not None:
            for at, displayed in enumerate(shown.texts):
                if displayed.markers or shown.citations(at):
                    found = [hotspot for hotspot in self._hotspots.of(at) if _belongs(hotspot, link)]
                    lit.update({at: found} if found else {})
        self._state.lit = lit
        self.changed.emit()


def _belongs(hotspot: Hotspot, link: Link) -> bool:
    if isinstance(hotspot.value, ShownMarker):
        return hotspot.value.marker.footnote in link.footnotes
    return isinstance(hotspot.value, Citation) and link_key(hotspot.value) in link.targets
