"""Notes on footnotes: the words of a footnote that are marked, and those that are selected to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, SignalInstance

from documents.position import FOOTNOTE_PREFIX, Span, footnote_id
from services.documents.document_reader import OpenText
from services.notes import annotation_edits
from services.notes.anchor_resolution import Placed
from services.quotations.quotation_choice import CopyChoice
from ui.desktop.panels.apparatus.footnote_document import Mark
from ui.desktop.panels.apparatus.footnotes import FootnotesView
from ui.desktop.reader.clipboard import put_quotation


class FootnoteAnnotations(QObject):
    """Between the list of footnotes and the notes; spans are of the received text, the list shows the reading."""

    def __init__(self, view: FootnotesView) -> None:
        super().__init__(view)
        self._view = view

    @property
    def clicked(self) -> SignalInstance:
        """The ids of the notes whose words were clicked, and where on the screen."""
        return self._view.marks_clicked

    def hasFocus(self) -> bool:
        """Say whether the keyboard is in the footnotes."""
        return self._view.hasFocus() and bool(self._view.caret_note())

    def caret_point(self) -> QPoint:
        """Return where on the screen the caret stands."""
        return self._view.viewport().mapToGlobal(self._view.cursorRect().bottomLeft())

    def take_focus(self) -> None:
        """Give the keyboard back to the footnotes."""
        self._view.setFocus()

    def spans(self, text: OpenText) -> tuple[Span, ...]:
        """Return the selected words of footnotes, or with no selection all of the one at the caret."""
        found = []
        for number, start, end in self._view.selected():
            id_ = footnote_id(number)
            found.append(Span(id_, *text.reading.offset_map(id_).span_to_source(start, end)))
        id_ = footnote_id(self._view.caret_note())
        if found or not text.document.text_of(id_):
            return tuple(found)
        return (annotation_edits.whole(text.document, id_),)

    def copy(self, text: OpenText, choice: CopyChoice) -> None:
        """Copy what is selected, or with no selection the footnote at the caret, as it is read."""
        spans = self.spans(text)
        if spans:
            put_quotation(text, spans, choice)

    def provision(self) -> str:
        """Return the id of the footnote at the caret."""
        return footnote_id(self._view.caret_note())

    def has_selection(self) -> bool:
        """Say whether words of footnotes are selected."""
        return bool(self._view.selected())

    def here(self) -> tuple[str, ...]:
        """Return the ids of the notes at the caret, the uppermost first."""
        return self._view.marks_here()

    def deselect(self) -> None:
        """Let the selection go; the caret stays where it began."""
        cursor = self._view.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._view.setTextCursor(cursor)

    def show(self, placed: Sequence[Placed], text: OpenText) -> None:
        """Show what is marked in the footnotes of a text."""
        marks: dict[str, list[Mark]] = {}
        for one in placed:
            if one.carried:
                continue
            for span in one.spans:
                if span.provision.startswith(FOOTNOTE_PREFIX):
                    start, end = text.reading.offset_map(span.provision).span_to_target(span.start, span.end)
                    number = span.provision.removeprefix(FOOTNOTE_PREFIX)
                    marks.setdefault(number, []).append(Mark(start, end, one.annotation.id, one.annotation.colour))
        self._view.show_marks(marks)
