"""What is copied, and from where: the text, the instrument beside it, or the footnotes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from services.quotations.quotation_options import QuotationContent

if TYPE_CHECKING:
    from ui.desktop.reader.pane import ReaderPane
    from ui.desktop.window.main_window import MainWindow


def copy_from(window: MainWindow, reader: ReaderPane, what: QuotationContent) -> None:
    """Copy from the footnotes where they have the keyboard, else from a reader."""
    footnotes, text, view = window.annotation_controller.footnotes, window.reader.current(), reader.view()
    if footnotes is not None and text is not None and footnotes.hasFocus():
        footnotes.copy(text, replace(window.settings.copying(), content=what))
        window.ui_state.copied(0)
    elif view is not None and what is QuotationContent.WORDS:
        view.copier.copy()
    elif view is not None:
        view.copier.copy_with_reference(what)
