"""The panes of the window in their splitters, arranged by the width of the window and the user's choices."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.desktop.support.appearance import Appearance
from ui.desktop.support.settings import Settings
from ui.desktop.widgets.splitter import Splitter
from ui.desktop.window.pane_rules import (
    APPARATUS_HEIGHT,
    LEAST_APPARATUS,
    TEXT_HEIGHT,
    Arrangement,
    PaneWishes,
    Place,
    arrange,
)
from ui.desktop.window.sidebar import Sidebar

_PANES = ("sidebar", "apparatus")


class PaneLayout(QObject):
    """Arranges sidebar, reader and apparatus. The user's choices are kept in the settings, automatic folding is not."""

    arranged = Signal()

    def __init__(self, appearance: Appearance, settings: Settings) -> None:
        super().__init__()
        self._appearance, self._settings = appearance, settings
        self.splitter = Splitter(Qt.Orientation.Horizontal, appearance)
        self.column = Splitter(Qt.Orientation.Vertical, appearance)
        self.front = QStackedWidget()
        """Holds the reader, or a view in its place."""
        self.stage = QWidget()
        """Holds reader and apparatus. A page of the rail covers it."""
        self.splitter.splitterMoved.connect(self._moved)
        self.splitter.resized.connect(self.arrange)
        self.arrangement: Arrangement | None = None
        self._arranging = False
        self._sidebar: Sidebar | None = None
        self.beside = QWidget()
        """Holds the apparatus, which is created after the first paint, or an instrument in its place."""
        self.companion = False
        self._beside_box = QVBoxLayout(self.beside)
        self._beside_box.setContentsMargins(0, 0, 0, 0)

    def fill(self, sidebar: Sidebar, reader: QWidget) -> None:
        """Add the panes to the splitters, from the start edge."""
        self._sidebar = sidebar
        self.front.addWidget(reader)
        self.front.currentChanged.connect(lambda _: self.arrange(force=True))
        self.column.addWidget(self.front)
        box = QVBoxLayout(self.stage)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.column)
        for widget in (sidebar, self.stage, self.beside):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        sidebar.page_shown.connect(lambda _page: self.arrange())
        self._appearance.changed.connect(lambda: self.arrange(force=True))

    def show_beside(self, pane: QWidget, *, companion: bool = False) -> None:
        """Show the apparatus beside the text, or an instrument in its place."""
        self._beside_box.addWidget(pane)
        for index in range(self._beside_box.count()):
            item = self._beside_box.itemAt(index)
            if item is not None and (widget := item.widget()) is not None:
                widget.setVisible(widget is pane)
        self.beside.setFocusProxy(pane)
        changed, self.companion = companion != self.companion, companion
        self.arrange(force=changed)

    def wishes(self) -> PaneWishes:
        """Return the user's choices."""
        rtl, settings = self._appearance.rtl, self._settings
        shown = {pane: settings.shown(pane) for pane in _PANES}
        widths = {pane: settings.width(pane, self._mode(pane), rtl=rtl) for pane in _PANES}
        results = self._sidebar is not None and self._sidebar.current == "results"
        sizes = widths["sidebar"], widths["apparatus"]
        return PaneWishes(shown["sidebar"], shown["apparatus"], *sizes, results, self.companion)

    def set_shown(self, pane: str, shown: bool) -> None:
        """Show or hide a pane, and keep the choice."""
        self._settings.set_shown(pane, shown)
        self.arrange()

    def arrange(self, *, force: bool = False) -> None:
        """Arrange the panes again, if their arrangement changes or with `force`."""
        width = self.splitter.width()
        if self._sidebar is None or width < 100 or self._arranging:
            return
        interface = self._appearance.px(1000) / 1000
        found = arrange(width, self.wishes(), text_scale=self._appearance.text_scale, interface=interface)
        if found != self.arrangement or force:
            self._arranging = True
            self._apply(found)
            self.arrangement = found
            self._arranging = False
            self.arranged.emit()

    def _apply(self, found: Arrangement) -> None:
        assert self._sidebar is not None
        self._sidebar.setVisible(found.sidebar is not Place.HIDDEN)
        if found.sidebar is not Place.HIDDEN:
            self._sidebar.set_rail(found.sidebar is Place.RAIL)
        below = found.apparatus is Place.BELOW
        target = self.column if below else self.splitter
        if self.beside.parent() is not target:
            target.addWidget(self.beside)
        px = self._appearance.px
        self.beside.setMinimumWidth(px(220) if below else px(272))
        self.beside.setMaximumWidth(16_777_215 if below else px(520))
        # Under a page in the text's place there is no text that footnotes could belong to.
        idle = below and not self.companion and self.front.currentIndex() > 0
        self.beside.setVisible(found.apparatus is not Place.HIDDEN and not idle)
        self._size(found, below=below)

    def _mode(self, pane: str) -> str:
        """Return the mode under which the size of a pane is kept."""
        return "companion" if self.companion and pane == "apparatus" else "read"

    def _size(self, found: Arrangement, *, below: bool) -> None:
        total = self.splitter.width()
        sides = [found.sidebar_width, max(100, total - found.sidebar_width - found.apparatus_width)]
        self.splitter.setSizes(sides if below else [*sides, found.apparatus_width])
        if below:
            height = self.column.height() // 2 if self.companion else self._low_height()
            self.column.setSizes([max(100, self.column.height() - height), height])

    def _low_height(self) -> int:
        """Return the height of the apparatus below the text, which keeps 300 px if that is possible."""
        px = self._appearance.px
        return min(px(APPARATUS_HEIGHT), max(px(LEAST_APPARATUS), self.column.height() - px(TEXT_HEIGHT)))

    def _moved(self, _position: int, _index: int) -> None:
        """Keep a size set by dragging."""
        if self._arranging or self.arrangement is None or self._sidebar is None:
            return
        interface, rtl = self._appearance.px(1000) / 1000, self._appearance.rtl
        if self.arrangement.sidebar is Place.SIDE:
            self._settings.set_width("sidebar", "read", round(self._sidebar.width() / interface), rtl=rtl)
        if self.arrangement.apparatus is Place.SIDE:
            width = round(self.beside.width() / interface)
            self._settings.set_width("apparatus", self._mode("apparatus"), width, rtl=rtl)
