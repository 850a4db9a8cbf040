"""What happens in the text that is read, as signals: each view tells its own, the pane those of the chosen one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from documents.citations.citation import Citation
from services.quotations.quotation_options import QuotationOptions
from ui.desktop.reader.view import ReaderView


class ViewSignals(QWidget):
    """Passes on what is told by the views of its texts."""

    _describe: Callable[[Citation], str] = staticmethod(lambda citation: citation.text)

    copy_choice: Callable[[], QuotationOptions] = staticmethod(lambda: QuotationOptions(language=""))
    """How quotations are copied from every text of this pane."""

    provision_changed = Signal(str)
    screen_changed = Signal(object)
    link_hovered = Signal(object)
    link_pinned = Signal(object)
    footnote_entered = Signal(str)
    place_left = Signal(object)
    jumped = Signal(object, object)
    bookmark_toggled = Signal(str)
    copied = Signal(int)
    citation_activated = Signal(object)
    text_size_stepped = Signal(int)
    link_copy_requested = Signal(str)
    menu_opening = Signal(object, object)
    note_clicked = Signal(object, object)
    note_resized = Signal(str, object)
    palette_asked = Signal(str)

    def set_describer(self, describe: Callable[[Citation], str]) -> None:
        """Say by `describe` what a citation cites, for assistive technology."""
        self._describe = describe

    def relay(self, view: ReaderView) -> None:
        """Pass on what a view tells."""
        view.copier.choose = lambda: self.copy_choice()  # noqa: PLW0108 - another may be set later
        view.describe = lambda citation: self._describe(citation)  # noqa: PLW0108 - another may be set later
        for name in (
            "provision_changed", "screen_changed", "link_hovered", "link_pinned", "footnote_entered", "place_left",
            "jumped", "bookmark_toggled", "copied", "citation_activated", "text_size_stepped", "link_copy_requested",
            "menu_opening", "note_clicked", "note_resized", "palette_asked",
        ):  # fmt: skip
            getattr(view, name).connect(getattr(self, name))
