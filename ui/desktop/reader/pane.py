"""The reader pane: tabs, banner, the page of the chosen text, and the find bar."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from documents.citations.citation import Citation
from documents.position import Position, Span
from services.documents.link_groups import Link, Links
from services.documents.open_text import OpenText
from services.quotations.quotation_options import QuotationOptions
from ui.desktop.reader.banner import Banner
from ui.desktop.reader.page import Page
from ui.desktop.reader.tabs import DocumentTabs
from ui.desktop.reader.view import ReaderView
from ui.desktop.support.appearance import Appearance

if TYPE_CHECKING:
    from ui.desktop.reader.find_bar import FindBar

_EDGE = 12


class ReaderPane(QWidget):
    """Shows the open texts, one tab each, and repeats the signals of their views."""

    text_closed = Signal(str, str)
    """Symbol and language of the text."""
    current_changed = Signal(object)
    """The chosen OpenText, None without texts."""
    source_requested = Signal()
    reading_changed = Signal(bool)
    """True for the text as received."""

    # Signals of the views, see `ReaderView`
    provision_changed = Signal(str)
    screen_changed = Signal(object)
    link_hovered = Signal(object)
    link_pinned = Signal(object)
    footnote_entered = Signal(str)
    citation_activated = Signal(object)
    place_left = Signal(object)
    jumped = Signal(object, object)
    copied = Signal(int)
    bookmark_toggled = Signal(str)
    text_size_stepped = Signal(int)
    link_copy_requested = Signal(str)
    note_clicked = Signal(object, object)
    note_resized = Signal(str, object)
    palette_asked = Signal(str)
    menu_opening = Signal(object, object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None, *, tabs: bool = True) -> None:
        """Without `tabs`, the pane is for one text at a time and has no row of tabs."""
        super().__init__(parent)
        self.setObjectName("readerPane")
        self.copy_choice: Callable[[], QuotationOptions] = lambda: QuotationOptions(language="")
        """Returns how quotations are copied from the texts."""
        self._describe: Callable[[Citation], str] = lambda citation: citation.text
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
        """Show a text at a place, in a new tab or its own. `noted` leaves room for notes from the beginning."""
        index = next((i for i, page in enumerate(self._pages) if page.key == _key(text)), None)
        if index is None:
            page = Page(self._appearance, self)
            self._connect_view(page.view)
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
        """Show new citations of an open text, in the reading that is shown, at the same place."""
        for page in self._pages:
            if page.key == _key(text) and page.text is not None:
                page.links = links
                received = page.text.reading.as_received
                page.view.change_reading(text.as_received() if received else text, links)

    def links(self) -> Links | None:
        """Return the links between markers and citations of the chosen text."""
        page = self.page()
        return None if page is None else page.links

    def close_text(self, index: int | None = None) -> None:
        """Close the tab of a text, by default the chosen one."""
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
        """Return the open texts in the order of their tabs."""
        return tuple(page.text for page in self._pages if page.text is not None)

    def view(self) -> ReaderView | None:
        """Return the view of the chosen text."""
        page = self.page()
        return None if page is None else page.view

    def set_reading(self, as_received: bool) -> None:
        """Show the chosen text as received, or corrected, at the same place."""
        page = self.page()
        if page is None or page.text is None or page.text.reading.as_received == as_received:
            return
        page.set_reading(as_received=as_received)
        self.banner.show_text(page.text)
        self._find_in(page.text)
        self.reading_changed.emit(as_received)

    # Marks

    def set_bookmarks(self, ids: Iterable[str]) -> None:
        """Set the ids of the bookmarked provisions of the chosen text."""
        page = self.page()
        if page is not None:
            page.gutter.set_bookmarks(ids)

    def set_link(self, link: Link | None, pinned: bool = False) -> None:
        """Mark the markers and citations of a link in the chosen text, of none with None."""
        view = self.view()
        if view is not None:
            view.set_link(link, pinned=pinned)

    def set_hits(self, spans: tuple[Span, ...], current: int | None = None) -> None:
        """Mark search hits in the chosen text."""
        view = self.view()
        if view is not None:
            view.set_hits(spans, current)

    def set_describer(self, describe: Callable[[Citation], str]) -> None:
        """Set the description of a citation for assistive technology."""
        self._describe = describe

    # Places

    def go_to(self, place: Position, *, flash: bool = True, remember: bool = True) -> None:
        """Jump to a place of the chosen text (see `ReaderView.go_to`)."""
        view = self.view()
        if view is not None:
            view.go_to(place, flash=flash, remember=remember)

    def restore(self, place: Position, *, flash: bool = True) -> None:
        """Scroll a place that `place()` returned to the top of the screen."""
        view = self.view()
        if view is not None:
            view.restore(place, flash=flash)

    def place(self) -> Position | None:
        """Return the place of the first line on screen."""
        view = self.view()
        return None if view is None else view.place()

    @property
    def find_bar(self) -> FindBar:
        """The find bar, created on first use."""
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
        """Open the find bar, with the selected words if they are short and on one line."""
        view = self.view()
        if view is not None:
            selection = view.selection() if view.textCursor().hasSelection() else None
            words = "" if selection is None else selection.words()
            self.find_bar.open(words if "\n" not in words and len(words) < 80 else "")

    def find_next(self, step: int = 1) -> None:
        """Go `step` hits on in the find bar, or open it."""
        if self._find_bar is not None and self._find_bar.isVisible():
            self.find_bar.step(step)
        else:
            self.show_find_bar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find with F3 and Ctrl+F, also in a window whose menu has not these shortcuts."""
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

    def _connect_view(self, view: ReaderView) -> None:
        """Repeat the signals of a view, and give it the pane's ways to copy and to describe."""
        view.copier.choose = lambda: self.copy_choice()  # noqa: PLW0108 - may be set later
        view.describe = lambda citation: self._describe(citation)  # noqa: PLW0108 - may be set later
        view.reading_switched.connect(self.set_reading)
        view.provision_changed.connect(self.provision_changed)
        view.screen_changed.connect(self.screen_changed)
        view.link_hovered.connect(self.link_hovered)
        view.link_pinned.connect(self.link_pinned)
        view.footnote_entered.connect(self.footnote_entered)
        view.citation_activated.connect(self.citation_activated)
        view.place_left.connect(self.place_left)
        view.jumped.connect(self.jumped)
        view.copied.connect(self.copied)
        view.bookmark_toggled.connect(self.bookmark_toggled)
        view.text_size_stepped.connect(self.text_size_stepped)
        view.link_copy_requested.connect(self.link_copy_requested)
        view.note_clicked.connect(self.note_clicked)
        view.note_resized.connect(self.note_resized)
        view.palette_asked.connect(self.palette_asked)
        view.menu_opening.connect(self.menu_opening)

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
        """Show the banner of the chosen text again."""
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
    """The row of the tabs, with a hairline below."""

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
        """Paint the background and the hairline under the tabs."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._appearance.color("line"))


def _key(text: OpenText) -> tuple[str, str]:
    return text.document.symbol, text.document.language
