"""Notes on footnotes: the words of a footnote that are marked, and those that are selected to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from documents.annotations.model import AnnotationKind
from documents.model import Document
from documents.position import FOOTNOTE_PREFIX, Span, footnote_id
from services import noting
from services.anchored import Placed
from ui.desktop.apparatus.footnotes import FootnotesView


class FootnoteMarks(QObject):
    """Between the list of footnotes and the notes."""

    def __init__(self, view: FootnotesView) -> None:
        super().__init__(view)
        self._view = view

    def hasFocus(self) -> bool:
        """Say whether the keyboard is in the footnotes."""
        return self._view.hasFocus() and bool(self._view.caret_note())

    def marked(self, document: Document) -> tuple[Span, ...]:
        """Return the selected words of the footnote at the caret, or with no selection all of it."""
        id_ = footnote_id(self._view.caret_note())
        words = self._view.selected_words()
        found = noting.find_words(document, words, id_) if words.strip() else ()
        return found[:1] or (noting.whole(document, id_),)

    def show(self, placed: Sequence[Placed]) -> None:
        """Show what is marked in the footnotes."""
        marks: dict[str, list[tuple[str, str]]] = {}
        for one in placed:
            if one.annotation.kind is AnnotationKind.BOOKMARK:
                continue
            for target, found in zip(one.annotation.targets, one.found, strict=False):
                if found.span is not None and found.span.provision.startswith(FOOTNOTE_PREFIX):
                    number = found.span.provision.removeprefix(FOOTNOTE_PREFIX)
                    marks.setdefault(number, []).append((target.quote.exact, one.annotation.colour))
        self._view.show_marks(marks)
