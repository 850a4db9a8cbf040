"""The page of one open text: its view with gutter, margin and palette."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from documents.annotations.model import AnnotationKind
from services.documents.link_groups import Links
from services.documents.open_text import OpenText
from services.notes.anchor_resolution import PlacedAnnotation
from ui.desktop.reader.annotation_palette import AnnotationPalette
from ui.desktop.reader.gutter import Gutter
from ui.desktop.reader.margin import NotesMargin
from ui.desktop.reader.view import ReaderView
from ui.desktop.support.appearance import Appearance


class Page(QWidget):
    """Holds the widgets of one text and distributes its notes to them."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ReaderView(appearance, self)
        self.gutter = Gutter(appearance, self.view)
        self.margin = NotesMargin(appearance, self.view, self.view.note_rect)
        self.palette_ = AnnotationPalette(appearance, self.view)
        self.links: Links | None = None
        self.gutter.bookmark_toggled.connect(self.view.bookmark_toggled)
        self.palette_.chosen.connect(self.view.palette_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    @property
    def text(self) -> OpenText | None:
        """The text on the page."""
        return None if self.view.shown is None else self.view.shown.open_text

    @property
    def key(self) -> tuple[str, str]:
        """Symbol and language of the text."""
        text = self.text
        return ("", "") if text is None else (text.document.symbol, text.document.language)

    def set_notes(self, placed: tuple[PlacedAnnotation, ...]) -> None:
        """Show the notes of the text in its words, in the margin and as bookmarks in the gutter."""
        self.view.annotation_overlay.show(placed)
        self.margin.set_notes(placed)
        self.view.make_room(for_notes=self.margin.has_cards())
        self.margin.place()
        bookmarks = [one for one in placed if one.annotation.kind is AnnotationKind.BOOKMARK and not one.carried]
        self.gutter.set_bookmarks(span.provision for one in bookmarks for span in one.spans)

    def set_reading(self, *, as_received: bool) -> None:
        """Show the corrected or received reading at the same place."""
        text = self.text
        if text is not None:
            self.view.change_reading(text.as_received() if as_received else text.corrected())
