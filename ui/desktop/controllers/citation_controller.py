"""What can be done with a citation, wherever it stands: the menu of it, its name in words, and the doing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from documents.citations.catalogue.instrument import Instrument
from documents.citations.citation import Citation
from documents.language import isolate
from documents.position import Span
from ui.desktop.controllers.citation_override_controller import CitationOverrideController
from ui.desktop.controllers.cited_by_controller import CitedByController
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.external_links import ExternalLinks
from ui.desktop.panels.apparatus.pane import ApparatusPane
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.citation_request import CitationAction, CitationRequest, place_in

if TYPE_CHECKING:
    from ui.desktop.controllers.companion_controller import CompanionController
    from ui.desktop.window.main_window import MainWindow


class CitationController(QObject):
    """Carries out what is asked for at citations in text, footnotes and cards."""

    def __init__(
        self,
        document_controller: DocumentController,
        pane: ApparatusPane,
        external_links: ExternalLinks,
        correcting: CitationOverrideController,
        cited_by_controller: CitedByController,
        appearance: Appearance,
        *,
        open_beside: Callable[[str, str], object],
        bring_files: Callable[[], object],
    ) -> None:
        """`open_beside` reads a target beside the text at a place; `bring_files` asks for files to import."""
        super().__init__()
        self._document_controller, self._pane, self._external_links, self._appearance = (
            document_controller,
            pane,
            external_links,
            appearance,
        )
        self.correcting, self.cited_by_controller = correcting, cited_by_controller
        self._acts: dict[CitationAction, Callable[[CitationRequest], object]] = {
            CitationAction.OPEN: lambda wish: external_links.follow(wish.target, wish.place),
            CitationAction.BESIDE: lambda wish: open_beside(wish.target, wish.place),
            CitationAction.IMPORT: lambda _: bring_files(),
            CitationAction.CITED_BY: lambda wish: cited_by_controller.show(wish.target, self.name(wish.target)),
            CitationAction.CORRECT: correcting.ask,
            CitationAction.CHOOSE: lambda wish: correcting.choose(wish.span, wish.target),
            CitationAction.DISMISS: lambda wish: correcting.dismiss(wish.span),
            CitationAction.RESET: lambda wish: correcting.reset(wish.span),
        }
        pane.known = self.known
        pane.footnotes.describe = self.describe
        for reader in (document_controller.reader,):
            reader.set_describer(self.describe)
            reader.menu_opening.connect(self.fill)
            reader.citation_activated.connect(self._ask_of_doubt)
        pane.menu_opening.connect(self.fill)
        pane.asked.connect(self.do)

    def do(self, wish: CitationRequest) -> None:
        """Do what is asked for."""
        self._acts[wish.act](wish)

    def correct(self) -> None:
        """Ask about the citation at the caret, or about the selected words."""
        view = self._document_controller.reader.view()
        citation, span = (view.keyboard_input.citation(), view.copier.span()) if view is not None else (None, None)
        noted = self._pane.footnotes.cited_under_caret() if self._pane.footnotes.hasFocus() else None
        citation = noted.citation if noted is not None else citation
        if citation is not None:
            self.do(CitationRequest(CitationAction.CORRECT, citation.target, "", citation, citation.span))
        elif span is not None:
            self.do(CitationRequest(CitationAction.CORRECT, span=span))
        else:
            self._document_controller.told.emit(
                self.tr("No citation stands at the caret. Select words to mark them as one.")
            )

    def known(self, target: str) -> Instrument | None:
        """Return what the catalogue, with the user's own instruments, knows of a target."""
        from services.citations.instruments import known

        return known(self._document_controller.db).get(target) if self._document_controller.db is not None else None

    def name(self, target: str) -> str:
        """Return the name of a target in the language of the interface, else the target."""
        instrument = self.known(target)
        return instrument.name(self._appearance.language) if instrument is not None else target

    def describe(self, citation: Citation) -> str:
        """Say what a citation cites and whether it is held, for assistive technology."""
        if citation.candidates and not citation.target:
            names = self.tr(" or ", "joins symbols").join(isolate(one, "ltr") for one in citation.candidates)
            return self.tr("Citation, ambiguous: %1").replace("%1", names)
        if not citation.target:
            return self.tr("Citation, not recognised")
        held = self._document_controller.is_held(citation.target)
        said = self.tr("Citation: %1, in library") if held else self.tr("Citation: %1, not in library")
        return said.replace("%1", isolate(self.name(citation.target)))

    # The menu

    def fill(self, menu: QMenu, what: Citation | Span | None) -> None:
        """Put into a menu what can be done with a citation, or with selected words."""
        if isinstance(what, Citation):
            menu.addSeparator()
            if what.target:
                self._fill_known(menu, what)
            else:
                for target in what.candidates:
                    words = self.tr("It is %1").replace("%1", isolate(target, "ltr"))
                    self._add(menu, words, CitationRequest(CitationAction.CHOOSE, target, "", what, what.span))
            self._fill_correcting(menu, what)
        elif isinstance(what, Span):
            menu.addSeparator()
            self._add(menu, self.tr("Mark as a citation…"), CitationRequest(CitationAction.CORRECT, span=what))

    def _fill_known(self, menu: QMenu, citation: Citation) -> None:
        target, place = citation.target, place_in(citation)
        if self._document_controller.is_held(target):
            self._add(
                menu,
                self.tr("Open what is cited"),
                CitationRequest(CitationAction.OPEN, target, place, citation, citation.span),
            )
            self._add(
                menu,
                self.tr("Open it beside the text"),
                CitationRequest(CitationAction.BESIDE, target, place, citation),
            )
        else:
            self._add(menu, self.tr("Import what is cited…"), CitationRequest(CitationAction.IMPORT, target))
        self._add(menu, self.tr("What else cites it"), CitationRequest(CitationAction.CITED_BY, target))
        if self._external_links.address(target):
            menu.addAction(self.tr("Copy its link"), lambda: self._external_links.copy(target))
            menu.addAction(self.tr("Open it in the browser"), lambda: self._external_links.browse(target))

    def _fill_correcting(self, menu: QMenu, citation: Citation) -> None:
        menu.addSeparator()
        span = citation.span
        self._add(
            menu,
            self.tr("Correct this citation…"),
            CitationRequest(CitationAction.CORRECT, citation.target, "", citation, span),
        )
        self._add(
            menu,
            self.tr("This is not a citation"),
            CitationRequest(CitationAction.DISMISS, citation=citation, span=span),
        )
        if citation.by_user:
            self._add(
                menu,
                self.tr("As the program found it"),
                CitationRequest(CitationAction.RESET, citation=citation, span=span),
            )

    def _add(self, menu: QMenu, words: str, wish: CitationRequest) -> None:
        menu.addAction(words, lambda: self.do(wish)).setObjectName(wish.act.value)

    def _ask_of_doubt(self, citation: Citation) -> None:
        if not citation.target:
            self.do(CitationRequest(CitationAction.CORRECT, "", "", citation, citation.span))


def join_citing(
    window: MainWindow, pane: ApparatusPane, companion_controller: CompanionController
) -> CitationController:
    """Join citations to a window: what is asked for at them, who else cites, and their correction."""
    inside = window.centralWidget()
    assert inside is not None
    correcting = CitationOverrideController(window.document_controller, pane, window.status, window.appearance, inside)
    cited_by_controller = CitedByController(window.document_controller, pane, window.worker, window.appearance)
    correcting.changed.connect(cited_by_controller.recount)
    window.pages.library_changed.connect(cited_by_controller.recount)
    return CitationController(
        window.document_controller,
        pane,
        window.external_links,
        correcting,
        cited_by_controller,
        window.appearance,
        open_beside=companion_controller.open,
        bring_files=lambda: window.bring(window.choose_files(window)),
    )
