"""Copy words of a text as they are stored: without markers, isolates and word joiners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from documents.position import Span
from services.quotations.quotation_options import QuotationContent, QuotationOptions
from ui.desktop.reader.shown_text import Selection

if TYPE_CHECKING:
    from services.documents.open_text import OpenText


class Copier(QObject):
    """Puts the words of a selection on the clipboard."""

    copied = Signal(int)
    """Words were copied, with this number of applied corrections among them."""

    def __init__(self, selection: Callable[[], Selection | None], parent: QObject) -> None:
        """`selection` returns the text to copy."""
        super().__init__(parent)
        self._selection = selection
        self._data = QMimeData()
        self.choose: Callable[[], QuotationOptions] = lambda: QuotationOptions(language="")
        """Returns how quotations are copied."""

    def copy(self) -> None:
        """Copy the words in the reading that is shown."""
        selection = self._selection()
        if selection is not None:
            QGuiApplication.clipboard().setText(selection.words())
            self.copied.emit(selection.corrections())

    def copy_with_reference(self, what: QuotationContent = QuotationContent.BOTH) -> None:
        """Copy the words with their reference, or one of the two, as plain text and HTML."""
        selection = self._selection()
        spans = selection.spans() if selection is not None else ()
        if selection is not None and spans:
            put_quotation(selection.shown.open_text, spans, replace(self.choose(), content=what))
            self.copied.emit(selection.corrections())

    def mime_data(self) -> QMimeData:
        """Return the words for a drag. Keep them, since Qt does not keep the Python object alive."""
        selection = self._selection()
        self._data = QMimeData()
        self._data.setText(selection.words() if selection is not None else "")
        return self._data


def put_quotation(text: OpenText, spans: Sequence[Span], choice: QuotationOptions) -> None:
    """Put words of a text with their reference on the clipboard, as plain text and as HTML for word processors.

    Without a language in `choice`, the reference is in that of the text.
    """
    from services.quotations.quotation import quote_spans

    copied = quote_spans(text.reading, spans, replace(choice, language=choice.language or text.document.language))
    data = QMimeData()
    data.setText(copied.plain)
    data.setHtml(copied.html)
    QGuiApplication.clipboard().setMimeData(data)
