"""Links that lead out of the library: copied, or opened in a browser on an explicit click; nothing is fetched."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from documents.language import isolate
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.citation_request import place_in


class ExternalLinks(QObject):
    """Follows citations into the library, or hands out their official address."""

    told = Signal(str)

    def __init__(self, document_controller: DocumentController, appearance: Appearance) -> None:
        super().__init__()
        self._document_controller, self._appearance = document_controller, appearance
        document_controller.reader.citation_activated.connect(
            lambda citation: self.follow(citation.target, place_in(citation))
        )
        document_controller.reader.link_copy_requested.connect(
            lambda provision: self.copy_link_of(document_controller.reader, provision)
        )

    def address(self, target: str) -> str:
        """Return the official address of a target, in the language of the text."""
        from services.citations.official_address import official_address

        text = self._document_controller.reader.current()
        return official_address(target, text.document.language if text is not None else self._appearance.language)

    def follow(self, target: str, place: str = "") -> None:
        """Open a target that is held, at a place in it (`art_19`) where one is named; else copy its address, say so."""
        if not target:
            return
        if self._document_controller.is_held(target):
            if self._document_controller.open(target) and place:
                self._go_to(place)
        elif url := self.address(target):
            QGuiApplication.clipboard().setText(url)
            words = self.tr("{symbol} is not in the library. Its link was copied.")
            self.told.emit(words.format(symbol=isolate(target, "ltr")))
        else:
            words = self.tr("{symbol} is not in the library.")
            self.told.emit(words.format(symbol=isolate(target, "ltr")))

    def _go_to(self, place: str) -> None:
        from services.documents.pinpoint_location import locate_pinpoint

        text = self._document_controller.reader.current()
        found = locate_pinpoint(text.document, place) if text is not None else None
        if found is not None:
            self._document_controller.reader.go_to(found, remember=False)

    def copy(self, target: str, provision: str = "") -> None:
        """Put the address of a target on the clipboard; that of a provision ends in its id (`#op_5`)."""
        url = self.address(target)
        if url:
            QGuiApplication.clipboard().setText(f"{url}#{provision}" if provision else url)
        self.told.emit(self.tr("Link copied") if url else self.tr("No link is known for this document."))

    def copy_own(self) -> None:
        """Put the official address of the open text on the clipboard."""
        self.copy_link_of(self._document_controller.reader)

    def copy_link_of(self, reader: ReaderPane, provision: str = "") -> None:
        """Put the official address of what a reader shows, or of a provision of it, on the clipboard."""
        text = reader.current()
        if text is not None:
            self.copy(text.document.symbol, provision)

    def browse(self, target: str) -> None:
        """Open the address of a target in the browser; only ever called for an explicit choice."""
        url = self.address(target)
        if url:
            QDesktopServices.openUrl(QUrl(url))

    def offer_source(self, over: QWidget, reader: ReaderPane | None = None) -> None:
        """Offer the official address of the open text, or of what another reader shows: to copy, or to open."""
        text = (reader or self._document_controller.reader).current()
        if text is None:
            return
        symbol = text.document.symbol
        menu = QMenu(over)
        menu.setFont(self._appearance.interface_font(13))
        menu.aboutToHide.connect(menu.deleteLater)
        address = menu.addAction(isolate(self.address(symbol), "ltr"))
        address.setEnabled(False)
        menu.addAction(self.tr("Copy link"), lambda: self.copy(symbol))
        menu.addAction(self.tr("Open in the browser"), lambda: self.browse(symbol))
        menu.popup(over.mapToGlobal(QPoint(0, over.height())))
