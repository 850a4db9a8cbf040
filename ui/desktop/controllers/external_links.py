"""Citations followed into the library, and official addresses copied or opened in a browser. Nothing is fetched."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from documents.language import isolate
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.citation_request import place_in


class ExternalLinks(QObject):
    """Opens held targets, and copies or browses the official addresses of others."""

    told = Signal(str)

    def __init__(
        self, session: LibrarySession, document_controller: DocumentController, appearance: Appearance
    ) -> None:
        super().__init__()
        self._session, self._document_controller, self._appearance = session, document_controller, appearance
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
        """Open a held target at a place such as `art_19`, or copy the address of any other target."""
        if not target:
            return
        if self._session.holds(target):
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
        """Copy the address of a target. That of a provision ends in its id, `#op_5`."""
        url = self.address(target)
        if url:
            QGuiApplication.clipboard().setText(f"{url}#{provision}" if provision else url)
        self.told.emit(self.tr("Link copied") if url else self.tr("No link is known for this document."))

    def copy_link_of(self, reader: ReaderPane, provision: str = "") -> None:
        """Copy the official address of the text that a reader shows, or of a provision of it."""
        text = reader.current()
        if text is not None:
            self.copy(text.document.symbol, provision)

    def browse(self, target: str) -> None:
        """Open the address of a target in the browser, on the user's explicit choice."""
        url = self.address(target)
        if url:
            QDesktopServices.openUrl(QUrl(url))

    def offer_source(self, over: QWidget, reader: ReaderPane | None = None) -> None:
        """Open a menu under `over` that copies or browses the address of a text, by default the open one."""
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
