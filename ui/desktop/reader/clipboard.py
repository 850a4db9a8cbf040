"""What leaves the text: the reading's own words, without markers, isolates and joiners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from documents.position import Span
from services.quotations.quotation_options import QuotationContent, QuotationOptions
from ui.desktop.reader.shown_text import ShownText

if TYPE_CHECKING:
    from services.documents.open_text import OpenText
    from ui.desktop.reader.view import ReaderView


@dataclass(frozen=True, slots=True)
class Clipping:
    """Copied words, the provisions they come from, and how many corrected readings are among them."""

    words: str
    provisions: tuple[str, ...]
    corrections: int


def clip(shown: ShownText, start: int, end: int) -> Clipping:
    """Take a stretch of the whole text; provisions are parted by newlines."""
    words: list[str] = []
    provisions: list[str] = []
    corrections = 0
    received = shown.open_text.reading.as_received
    for at, first, last in shown.parts(start, end):
        displayed_text = shown.displayed[at]
        if first == last and displayed_text.text:
            continue
        words.append(displayed_text.words(first, last))
        provisions.append(shown.provisions[at].id)
        begin, finish = displayed_text.span_to_received(first, last)
        inside = [c for c in shown.corrections(at) if c.applied and c.span.start < finish and c.span.end > begin]
        corrections += 0 if received else len(inside)
    return Clipping("\n".join(words), tuple(provisions), corrections)


def put_quotation(text: OpenText, spans: Sequence[Span], choice: QuotationOptions) -> None:
    """Put words of a text with their reference on the clipboard: plain text, and HTML for Word.

    Without a language of references it is that of the text.
    """
    from services.quotations.quotation import quote_spans

    copied = quote_spans(text.reading, spans, replace(choice, language=choice.language or text.document.language))
    data = QMimeData()
    data.setText(copied.plain)
    data.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(data)


class Copier:
    """Copies from one view: the selection, or with none the current provision."""

    def __init__(self, view: ReaderView) -> None:
        self._view = view
        self._data: QMimeData | None = None
        self.choose: Callable[[], QuotationOptions] = lambda: QuotationOptions(language="")
        """How quotations are copied; "" is the language of the text."""

    def clipping(self) -> Clipping:
        """Return what would be copied now."""
        shown = self._view.shown
        return Clipping("", (), 0) if shown is None else clip(shown, *self._stretch(shown))

    def copy(self) -> None:
        """Copy the words as they are stored, in the reading that is shown."""
        clipping = self.clipping()
        self._put(clipping.words, clipping)

    def copy_with_reference(self, what: QuotationContent = QuotationContent.BOTH) -> None:
        """Copy the words and where they stand, or one of them, as the settings say: plain text, and HTML for Word."""
        shown, spans = self._view.shown, self.spans()
        if shown is None or not spans:
            return
        put_quotation(shown.open_text, spans, replace(self.choose(), content=what))
        self._view.copied.emit(self.clipping().corrections)

    def span(self) -> Span | None:
        """Return the selection as received, outer spaces trimmed; None unless it lies in one provision."""
        shown, cursor = self._view.shown, self._view.textCursor()
        if shown is None or not cursor.hasSelection():
            return None
        parts = [part for part in shown.parts(cursor.selectionStart(), cursor.selectionEnd()) if part[1] < part[2]]
        if len(parts) != 1:
            return None
        at, first, last = parts[0]
        start, end = shown.displayed[at].span_to_received(first, last)
        words = shown.provisions[at].text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        return Span(shown.provisions[at].id, start, end) if start < end else None

    def spans(self) -> tuple[Span, ...]:
        """Return the selected words by provision, as received; without a selection the current provision."""
        shown = self._view.shown
        if shown is None or not shown.provisions:
            return ()
        found: list[Span] = []
        for at, first, last in shown.parts(*self._stretch(shown)):
            start, end = shown.displayed[at].span_to_received(first, last) if first < last else (0, 0)
            words = shown.provisions[at].text[start:end]
            start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
            if start < end:
                found.append(Span(shown.provisions[at].id, start, end))
        return tuple(found)

    def mime_data(self) -> QMimeData:
        """Return the words for Qt; kept here, since Qt does not keep them alive."""
        self._data = QMimeData()
        self._data.setText(self.clipping().words)
        return self._data

    def _put(self, words: str, clipping: Clipping) -> None:
        QGuiApplication.clipboard().setText(words)
        self._view.copied.emit(clipping.corrections)

    def _stretch(self, shown: ShownText) -> tuple[int, int]:
        """Return the selected stretch of the whole text, or the current provision."""
        cursor = self._view.textCursor()
        if cursor.hasSelection():
            return cursor.selectionStart(), cursor.selectionEnd()
        at = self._view.marks.state.current or 0
        return shown.starts[at], shown.starts[at + 1] - 1
