"""The header of the coverage view: scope, filter, order, export of the fetch list, close."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from documents.language import isolate
from ui.desktop.panels.coverage.rows import Order
from ui.desktop.panels.coverage.texts import CoverageTexts
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, GlyphButton, Look, SegmentedButtons
from ui.desktop.widgets.filter_box import FilterBox
from ui.desktop.widgets.labels import TextLabel


class CoverageHeader(QWidget):
    """Two lines over the table. Buttons drop their words before the filter shrinks."""

    scope_chosen = Signal(str)
    """`text` or `library`."""
    order_chosen = Signal(object)
    export_requested = Signal()
    close_requested = Signal()

    def __init__(self, appearance: Appearance, words: CoverageTexts) -> None:
        super().__init__()
        self._appearance, self._words = appearance, words
        self._symbol, self._order = "", Order.CITATIONS
        self.title = TextLabel(appearance, 13.5, "ink", 600)
        self.close_button = GlyphButton(appearance, "x", side=28, glyph=15)
        self.text = FlatButton(appearance, Look.SEGMENT, "file-text")
        self.library = FlatButton(appearance, Look.SEGMENT, "books")
        self.filter_box = FilterBox(appearance)
        self.sort = FlatButton(appearance, Look.OUTLINED, "caret-down")
        self.export = FlatButton(appearance, Look.OUTLINED, "export")
        self._build()
        appearance.changed.connect(self.retranslate)
        self.retranslate()

    def show_scope(self, scope: str, symbol: str) -> None:
        """Show the scope, and the library alone where no text is open."""
        self._symbol = symbol
        (self.text if scope == "text" else self.library).setChecked(True)
        self.text.setEnabled(bool(symbol))
        self.retranslate()

    def show_order(self, order: Order) -> None:
        """Show the order of the rows."""
        self._order = order
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts, and those of the buttons where there is room for them."""
        self.setAccessibleName(self.tr("Cited instruments"))
        named = self.tr("Instruments cited in %1").replace("%1", isolate(self._symbol, "ltr"))
        own = self.text.isChecked() and bool(self._symbol)
        self.title.setText(named if own else self.tr("Instruments cited in the library"))
        self.close_button.set_words("", self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close") + " (Esc)")
        self.filter_box.set_prompt(self.tr("Filter instruments"))
        sorted_by = self.tr("Sorted by: %1").replace("%1", self._words.order(self._order))
        buttons = (
            (self.text, self.tr("This text")),
            (self.library, self.tr("Library")),
            (self.sort, sorted_by),
            (self.export, self.tr("Save fetch list…")),
        )
        for button, words in buttons:
            button.set_words(words)
            button.setToolTip(words.rstrip("…"))
        wanted = sum(button.sizeHint().width() for button, _ in buttons) + self._appearance.px(170) + 40
        for button, words in buttons if self.width() < wanted else ():
            button.set_words("", words.rstrip("…"))
        self.update()

    def open_sort_menu(self) -> None:
        """Open a menu of the orders under their button."""
        menu, group = QMenu(self), QActionGroup(self)
        menu.setObjectName("coverageSortMenu")
        menu.setFont(self._appearance.interface_font(13))
        for order in Order:
            action = menu.addAction(self._words.order(order))
            action.setCheckable(True)
            action.setChecked(order is self._order)
            group.addAction(action)
            action.triggered.connect(lambda _=False, order=order: self.order_chosen.emit(order))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = self.sort.mapToGlobal(QPoint(0, self.sort.height()))
        if self._appearance.rtl:
            place += QPoint(self.sort.width() - menu.sizeHint().width(), 0)
        menu.popup(place)

    def _build(self) -> None:
        group = QButtonGroup(self)
        for button, scope in ((self.text, "text"), (self.library, "library")):
            group.addButton(button)
            button.clicked.connect(lambda _=False, scope=scope: self.scope_chosen.emit(scope))
        for widget, name in (
            (self.text, "coverageText"),
            (self.library, "coverageLibrary"),
            (self.sort, "coverageSort"),
            (self.export, "coverageExport"),
            (self.close_button, "coverageClose"),
            (self.filter_box.line, "coverageFilter"),
        ):
            widget.setObjectName(name)
        self.sort.clicked.connect(self.open_sort_menu)
        self.export.clicked.connect(self.export_requested)
        self.close_button.clicked.connect(self.close_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 8, 6)
        column.setSpacing(2)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.title, 1)
        above.addWidget(self.close_button)
        below.addWidget(SegmentedButtons(self._appearance, (self.text, self.library)))
        below.addWidget(self.filter_box, 1)
        below.addWidget(self.sort)
        below.addWidget(self.export)
        column.addLayout(above)
        column.addLayout(below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show or drop the words of the buttons."""
        super().resizeEvent(event)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and the hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._appearance.color("line"))
