"""Annotations of footnotes: highlights in the list of footnotes, and its selection as spans."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, SignalInstance

from documents.position import FOOTNOTE_PREFIX, Span, footnote_id
from services.documents.open_text import OpenText
from services.notes import annotation_edits
from services.notes.anchor_resolution import PlacedAnnotation
from services.quotations.quotation_options import QuotationOptions
from ui.desktop.panels.apparatus.footnote_document import Mark
from ui.desktop.panels.apparatus.footnotes import FootnotesView
from ui.desktop.reader.clipboard import put_quotation


class FootnoteAnnotations(QObject):
    """Converts between spans of the received text and offsets of the reading that the list of footnotes shows."""

    def __init__(self, view: FootnotesView) -> None:
        super().__init__(view)
        self._view = view

    @property
    def clicked(self) -> SignalInstance:
        """Emits the ids of the annotations that were clicked, and the point on the screen."""
        return self._view.marks_clicked

    def hasFocus(self) -> bool:
        """Return whether the keyboard is in the footnotes."""
        return self._view.hasFocus() and bool(self._view.caret_note())

    def caret_point(self) -> QPoint:
        """Return the point on the screen below the caret."""
        return self._view.viewport().mapToGlobal(self._view.cursorRect().bottomLeft())

    def take_focus(self) -> None:
        """Move the keyboard to the footnotes."""
        self._view.setFocus()

    def spans(self, text: OpenText) -> tuple[Span, ...]:
        """Return the spans of the selection, without one that of the footnote at the caret."""
        found = []
        for number, start, end in self._view.selected():
            id_ = footnote_id(number)
            found.append(Span(id_, *text.reading.offset_map(id_).span_to_source(start, end)))
        id_ = footnote_id(self._view.caret_note())
        if found or not text.document.text_of(id_):
            return tuple(found)
        return (annotation_edits.whole_provision(text.document, id_),)

    def copy(self, text: OpenText, choice: QuotationOptions) -> None:
        """Copy the selection, without one the footnote at the caret, in the reading that is shown."""
        spans = self.spans(text)
        if spans:
            put_quotation(text, spans, choice)

    def provision(self) -> str:
        """Return the id of the footnote at the caret."""
        return footnote_id(self._view.caret_note())

    def has_selection(self) -> bool:
        """Return whether words of footnotes are selected."""
        return bool(self._view.selected())

    def here(self) -> tuple[str, ...]:
        """Return the ids of the annotations at the caret, the uppermost first."""
        return self._view.marks_here()

    def deselect(self) -> None:
        """Clear the selection and leave the caret at its start."""
        cursor = self._view.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._view.setTextCursor(cursor)

    def show(self, placed: Sequence[PlacedAnnotation], text: OpenText) -> None:
        """Show the annotations of the footnotes of a text."""
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
