"""Requests at citations in text, footnotes and cards: carried out, offered in menus, and described in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from documents.citations.citation import Citation
from documents.language import isolate
from documents.position import Span
from ui.desktop.controllers.citation_override_controller import CitationOverrideController
from ui.desktop.controllers.cited_by_controller import CitedByController
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.external_links import ExternalLinks
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.panels.apparatus.pane import ApparatusPane
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.citation_request import CitationAction, CitationRequest, place_in


class CitationController(QObject):
    """Carries out CitationRequests, and fills the menus that make them."""

    def __init__(
        self,
        session: LibrarySession,
        document_controller: DocumentController,
        pane: ApparatusPane,
        external_links: ExternalLinks,
        overrides: CitationOverrideController,
        cited_by_controller: CitedByController,
        appearance: Appearance,
        *,
        open_beside: Callable[[str, str], object],
        ask_files: Callable[[], object],
    ) -> None:
        """`open_beside` opens a target beside the text at a place. `ask_files` asks for files to import."""
        super().__init__()
        self._session, self._document_controller, self._pane = session, document_controller, pane
        self._external_links, self._appearance = external_links, appearance
        self._actions: dict[CitationAction, Callable[[CitationRequest], object]] = {
            CitationAction.OPEN: lambda asked: external_links.follow(asked.target, asked.place),
            CitationAction.BESIDE: lambda asked: open_beside(asked.target, asked.place),
            CitationAction.IMPORT: lambda _: ask_files(),
            CitationAction.CITED_BY: lambda asked: cited_by_controller.show(asked.target, self.name(asked.target)),
            CitationAction.CORRECT: overrides.ask,
            CitationAction.CHOOSE: lambda asked: overrides.choose(asked.span, asked.target),
            CitationAction.DISMISS: lambda asked: overrides.dismiss(asked.span),
            CitationAction.RESET: lambda asked: overrides.reset(asked.span),
        }
        pane.known = session.instrument
        pane.footnotes.describe = self.describe
        reader = document_controller.reader
        reader.set_describer(self.describe)
        reader.menu_opening.connect(self.fill)
        reader.citation_activated.connect(self._correct_unresolved)
        pane.menu_opening.connect(self.fill)
        pane.asked.connect(self.do)

    def do(self, request: CitationRequest) -> None:
        """Carry out a request."""
        self._actions[request.act](request)

    def correct(self) -> None:
        """Ask for the target of the citation at the caret, else of the selected words."""
        view = self._document_controller.reader.view()
        citation, span = (view.citation_at_caret(), view.selected_span()) if view is not None else (None, None)
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

    def name(self, target: str) -> str:
        """Return the name of a target in the language of the interface, else the target."""
        instrument = self._session.instrument(target)
        return instrument.name(self._appearance.language) if instrument is not None else target

    def describe(self, citation: Citation) -> str:
        """Return the target of a citation and whether it is held, in words for assistive technology."""
        if citation.candidates and not citation.target:
            names = self.tr(" or ", "joins symbols").join(isolate(one, "ltr") for one in citation.candidates)
            return self.tr("Citation, ambiguous: %1").replace("%1", names)
        if not citation.target:
            return self.tr("Citation, not recognised")
        held = self._session.holds(citation.target)
        said = self.tr("Citation: %1, in library") if held else self.tr("Citation: %1, not in library")
        return said.replace("%1", isolate(self.name(citation.target)))

    # The menu

    def fill(self, menu: QMenu, at: Citation | Span | None) -> None:
        """Add the requests for a citation, or for selected words, to a context menu."""
        if isinstance(at, Citation):
            menu.addSeparator()
            if at.target:
                self._fill_resolved(menu, at)
            else:
                for target in at.candidates:
                    words = self.tr("It is %1").replace("%1", isolate(target, "ltr"))
                    self._add(menu, words, CitationRequest(CitationAction.CHOOSE, target, "", at, at.span))
            self._fill_corrections(menu, at)
        elif isinstance(at, Span):
            menu.addSeparator()
            self._add(menu, self.tr("Mark as a citation…"), CitationRequest(CitationAction.CORRECT, span=at))

    def _fill_resolved(self, menu: QMenu, citation: Citation) -> None:
        target, place = citation.target, place_in(citation)
        if self._session.holds(target):
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

    def _fill_corrections(self, menu: QMenu, citation: Citation) -> None:
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

    def _add(self, menu: QMenu, words: str, request: CitationRequest) -> None:
        menu.addAction(words, lambda: self.do(request)).setObjectName(request.act.value)

    def _correct_unresolved(self, citation: Citation) -> None:
        if not citation.target:
            self.do(CitationRequest(CitationAction.CORRECT, "", "", citation, citation.span))
