"""The reader's pane: tabs, banner, the page of the chosen text, and the find bar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from documents.position import Position, Span
from services.documents.link_groups import Link, Links
from services.documents.open_text import OpenText
from ui.desktop.reader.banner import Banner
from ui.desktop.reader.page import Page
from ui.desktop.reader.tabs import DocumentTabs
from ui.desktop.reader.view import ReaderView
from ui.desktop.reader.view_signals import ViewSignals
from ui.desktop.support.appearance import Appearance

if TYPE_CHECKING:
    from ui.desktop.reader.find_bar import FindBar

_EDGE = 12


class ReaderPane(ViewSignals):
    """Shows the open texts, one tab each; what happens in the chosen one leaves through the pane's signals."""

    text_closed = Signal(str, str)
    current_changed = Signal(object)
    source_requested = Signal()
    reading_changed = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None, *, tabs: bool = True) -> None:
        """Without `tabs` it is a pane for one text at a time, whose name stands elsewhere."""
        super().__init__(parent)
        self.setObjectName("readerPane")
        self._appearance, self._has_tabs = appearance, tabs
        self._pages: list[Page] = []
        self._dismissed: set[tuple[str, str]] = set()
        self._head = _TabRow(appearance, self)
        self.tabs = self._head.tabs
        self.banner = Banner(appearance, self)
        self._stack = QStackedWidget(self)
        self._find_bar: FindBar | None = None
        self._arrange()
        self._connect()
        self._show_current()

    # Texts

    def open(self, text: OpenText, links: Links, place: Position | None = None, *, noted: bool = False) -> None:
        """Show a text in its tab, new or already there, at a place; `noted` leaves room for notes from the first."""
        index = next((i for i, page in enumerate(self._pages) if page.key == _key(text)), None)
        if index is None:
            page = Page(self._appearance, self)
            self._relay(page)
            self._pages.append(page)
            self._stack.addWidget(page)
            page.view.make_room(for_notes=noted)
            page.view.open(text, links, place)
            self.tabs.setCurrentIndex(self.tabs.add(text.document))
        else:
            page = self._pages[index]
            if page.text != text:
                page.view.open(text, links, place)
            elif place is not None:
                page.view.go_to(place)
            self.tabs.setCurrentIndex(index)
        page.links = links
        self._show_current()

    def renew(self, text: OpenText, links: Links) -> None:
        """Show newer citations of an open text, in the reading it is shown in; nothing moves."""
        for page in self._pages:
            if page.key == _key(text) and page.text is not None:
                page.links = links
                received = page.text.reading.as_received
                page.view.change_reading(text.as_received() if received else text, links)

    def links(self) -> Links | None:
        """Return how the markers and citations of the chosen text belong together."""
        page = self.page()
        return None if page is None else page.links

    def close_text(self, index: int | None = None) -> None:
        """Close a text's tab, the chosen one without an index."""
        at = self.tabs.currentIndex() if index is None else index
        if not 0 <= at < len(self._pages):
            return
        page = self._pages.pop(at)
        text = page.text
        self._stack.removeWidget(page)
        self.tabs.removeTab(at)
        page.deleteLater()
        self._show_current()
        if text is not None:
            self.text_closed.emit(text.document.symbol, text.document.language)

    def current(self) -> OpenText | None:
        """Return the chosen text."""
        page = self.page()
        return None if page is None else page.text

    def open_texts(self) -> tuple[OpenText, ...]:
        """Return all open texts in the order of their tabs."""
        return tuple(page.text for page in self._pages if page.text is not None)

    def view(self) -> ReaderView | None:
        """Return the view of the chosen text."""
        page = self.page()
        return None if page is None else page.view

    def set_reading(self, as_received: bool) -> None:
        """Show the chosen text as received, or corrected; the reader's place stays."""
        page = self.page()
        if page is None or page.text is None or page.text.reading.as_received == as_received:
            return
        page.set_reading(as_received=as_received)
        self.banner.show_text(page.text)
        self._find_in(page.text)
        self.reading_changed.emit(as_received)

    # What is marked

    def set_bookmarks(self, ids: Iterable[str]) -> None:
        """Show which provisions of the chosen text are bookmarked."""
        page = self.page()
        if page is not None:
            page.gutter.set_bookmarks(ids)

    def set_link(self, link: Link | None, pinned: bool = False) -> None:
        """Light what belongs to a link in the chosen text."""
        view = self.view()
        if view is not None:
            view.set_link(link, pinned=pinned)

    def set_hits(self, spans: tuple[Span, ...], current: int | None = None) -> None:
        """Mark search hits in the chosen text."""
        view = self.view()
        if view is not None:
            view.set_hits(spans, current)

    # Places

    def go_to(self, place: Position, *, flash: bool = True, remember: bool = True) -> None:
        """Bring a place of the chosen text a quarter down; without `remember` it makes no history."""
        view = self.view()
        if view is not None:
            view.go_to(place, flash=flash, remember=remember)

    def restore(self, place: Position, *, flash: bool = True) -> None:
        """Bring a place that `place()` gave back to the top of the screen."""
        view = self.view()
        if view is not None:
            view.restore(place, flash=flash)

    def place(self) -> Position | None:
        """Return the place at the top of the screen."""
        view = self.view()
        return None if view is None else view.place()

    @property
    def find_bar(self) -> FindBar:
        """The find bar, made when it is first needed."""
        if self._find_bar is None:
            from ui.desktop.reader.find_bar import FindBar

            bar = self._find_bar = FindBar(self._appearance, self)
            bar.hide()
            bar.found.connect(self.set_hits)
            bar.went_to.connect(self._to_hit)
            bar.closed.connect(self._focus_text)
            bar.set_text(self.current())
            self._column.addWidget(bar)
        return self._find_bar

    def show_find_bar(self) -> None:
        """Open the find bar; with one line selected, for those words."""
        view = self.view()
        if view is not None:
            selected = view.copier.clipping().words if view.textCursor().hasSelection() else ""
            self.find_bar.open(selected if "\n" not in selected and len(selected) < 80 else "")

    def find_next(self, step: int = 1) -> None:
        """Go to the next hit of the find bar; opens it where it is closed."""
        if self._find_bar is not None and self._find_bar.isVisible():
            self.find_bar.step(step)
        else:
            self.show_find_bar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F3 finds, Ctrl+F opens the find bar: also where no menu has these keys."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_F3:
            self.find_next(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif control and event.key() == Qt.Key.Key_F:
            self.show_find_bar()
        else:
            super().keyPressEvent(event)

    # Inside

    def _arrange(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._head, self.banner, self._stack):
            column.addWidget(widget, 1 if widget is self._stack else 0)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_current)
        self.tabs.close_requested.connect(self.close_text)
        self.banner.source_requested.connect(self.source_requested)
        self.banner.reading_switched.connect(self.set_reading)
        self.banner.dismissed.connect(self._dismiss)

    def _relay(self, page: Page) -> None:
        view = page.view
        self.relay(view)
        view.reading_switched.connect(self.set_reading)

    def page(self) -> Page | None:
        """Return the page of the chosen text."""
        index = self.tabs.currentIndex()
        return self._pages[index] if 0 <= index < len(self._pages) else None

    def _show_current(self) -> None:
        page = self.page()
        if page is not None and page.text is None:
            return
        self._head.setVisible(page is not None and self._has_tabs)
        self._stack.setVisible(page is not None)
        self._show_banner()
        if page is not None:
            self._stack.setCurrentWidget(page)
            self.setFocusProxy(page.view)
        text = self.current()
        self._find_in(text)
        self.current_changed.emit(text)

    def _find_in(self, text: OpenText | None) -> None:
        if self._find_bar is not None:
            self._find_bar.set_text(text)
            self._find_bar.setVisible(text is not None and not self._find_bar.isHidden())

    def _show_banner(self) -> None:
        text = self.current()
        if text is not None:
            self.banner.show_text(text)
        self.banner.setVisible(text is not None and _key(text) not in self._dismissed)

    def show_banner(self) -> None:
        """Show the banner again for the chosen text (the status line's sign asks for it)."""
        text = self.current()
        if text is not None:
            self._dismissed.discard(_key(text))
            self._show_banner()

    def _dismiss(self) -> None:
        text = self.current()
        if text is not None:
            self._dismissed.add(_key(text))
        self._show_banner()
        self._focus_text()

    def _to_hit(self, span: Span) -> None:
        view = self.view()
        if view is not None:
            view.show_span(span)

    def _focus_text(self) -> None:
        view = self.view()
        if view is not None:
            view.setFocus(Qt.FocusReason.OtherFocusReason)


class _TabRow(QWidget):
    """The row the tabs stand in: window ground, a hairline below."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.tabs = DocumentTabs(appearance, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        appearance.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the hairline that the chosen tab opens."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._appearance.color("line"))


def _key(text: OpenText) -> tuple[str, str]:
    return text.document.symbol, text.document.language
