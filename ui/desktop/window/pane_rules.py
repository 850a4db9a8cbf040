"""Rules that share the width of the window among its panes, and fold them when room is short."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEAST_LINE = 38
"""Characters in a line of text below which the apparatus moves under the text."""

COMPANION_LINE, BESIDE_COMPANION = 26, 60
"""Least characters in a line of an instrument beside the text, and those kept in the text if possible."""

RAIL_BELOW = 1100
BELOW_BELOW = 1000
READER_LEAST = 460
APPARATUS = (272, 520)
SIDEBAR = (220, 420)
APPARATUS_HEIGHT, LEAST_APPARATUS, TEXT_HEIGHT = 220, 120, 300
"""Height of the apparatus below the text, its least height, and the height the text keeps before that, in px."""

READER_EDGES = 132
"""Width of gutter, padding, scroll bar and handles beside the text at 100 %, in px."""

CHARACTER_WIDTH = 7.28
"""Mean width of a character of Arabic reading text at 100 %, in px (604 px hold 83)."""


class Place(StrEnum):
    """Place of a pane."""

    SIDE = "side"
    RAIL = "rail"
    BELOW = "below"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class PaneWishes:
    """The user's choices, which automatic folding never changes."""

    sidebar: bool = True
    apparatus: bool = True
    sidebar_width: int = 0
    apparatus_width: int = 0
    results: bool = False
    """Whether the sidebar shows results, whose quotations need more width."""
    companion: bool = False
    """Whether an instrument stands in place of the apparatus, even of a hidden one, as wide as possible."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Places of the panes and their widths in px, 0 for a pane without a width."""

    sidebar: Place
    apparatus: Place
    sidebar_width: int
    apparatus_width: int


def arrange(width: int, wishes: PaneWishes, *, text_scale: int = 100, interface: float = 1.0) -> Arrangement:
    """Share `width` px among the panes.

    `interface` is interface pixels per px. First the sidebar becomes a rail, then the apparatus goes below.
    """
    room = width / interface
    sidebar, sidebar_width = _sidebar(room, wishes)
    apparatus, apparatus_width = _apparatus(room, sidebar_width, wishes, text_scale, interface)
    if apparatus is Place.BELOW and sidebar is Place.SIDE and room - sidebar_width < READER_LEAST:
        sidebar, sidebar_width = Place.RAIL, 56
    return Arrangement(sidebar, apparatus, int(sidebar_width * interface), int(apparatus_width * interface))


def _sidebar(room: float, wishes: PaneWishes) -> tuple[Place, float]:
    if not wishes.sidebar:
        return Place.HIDDEN, 0
    if room < RAIL_BELOW:
        return Place.RAIL, 56
    usual = 300 if room >= 1800 or (wishes.results and room >= 1400) else 264 if room >= 1400 else 240
    return Place.SIDE, min(max(wishes.sidebar_width or usual, SIDEBAR[0]), SIDEBAR[1])


def _apparatus(
    room: float, sidebar_width: float, wishes: PaneWishes, text_scale: int, interface: float
) -> tuple[Place, float]:
    if wishes.companion:
        return _companion(room, sidebar_width, wishes, text_scale, interface)
    if not wishes.apparatus:
        return Place.HIDDEN, 0
    usual = 380 if room >= 1800 else 320 if room >= 1400 else 300 if room >= RAIL_BELOW else 284
    wanted = min(max(wishes.apparatus_width or usual, APPARATUS[0]), APPARATUS[1])
    least = min(wanted, 300)
    reader = (room - sidebar_width - least) * interface
    characters = (reader - READER_EDGES * interface) / (CHARACTER_WIDTH * text_scale / 100)
    # A pane made wider by dragging leaves 38 characters to the text.
    needed = max(READER_LEAST / interface, READER_EDGES + LEAST_LINE * CHARACTER_WIDTH * text_scale / 100 / interface)
    if room < BELOW_BELOW or reader < READER_LEAST or characters < LEAST_LINE:
        return Place.BELOW, 0
    return Place.SIDE, min(wanted, max(least, room - sidebar_width - needed))


def _companion(
    room: float, sidebar_width: float, wishes: PaneWishes, text_scale: int, interface: float
) -> tuple[Place, float]:
    """Give the instrument beside the text its limit, and the text 60 characters in a line, at the worst 38."""
    character = CHARACTER_WIDTH * text_scale / 100 / interface
    free = room - sidebar_width
    kept = max(READER_LEAST / interface, READER_EDGES + LEAST_LINE * character)
    own = max(APPARATUS[0], READER_EDGES / 2 + COMPANION_LINE * character)
    if room < BELOW_BELOW or free - kept < own:
        return Place.BELOW, 0
    wanted = wishes.apparatus_width or free - (READER_EDGES + BESIDE_COMPANION * character)
    return Place.SIDE, min(max(wanted, own), APPARATUS[1], free - kept)
