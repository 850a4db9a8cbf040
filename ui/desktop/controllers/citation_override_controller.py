"""Corrections of citations: the panel that asks for a target, and the answers written to the library."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Signal
from PySide6.QtWidgets import QApplication, QWidget

from documents.citations.citation import Citation
from documents.model import Document
from documents.position import FOOTNOTE_PREFIX, Position, Span
from library.database import Database
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.panels.apparatus.override_panel import Answer, CitationPanel, Question
from ui.desktop.panels.apparatus.pane import ApparatusPane
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject
from ui.desktop.support.citation_request import CitationRequest

_MEANINGS = 4
"""Most targets offered for typed words."""


class CitationOverrideController(QObject):
    """Asks for the target of cited words beside their line, and writes the answer."""

    corrected = Signal(str)
    """Emits the message of a correction that was written and can be undone."""

    def __init__(
        self,
        session: LibrarySession,
        document_controller: DocumentController,
        pane: ApparatusPane,
        appearance: Appearance,
        over: QWidget,
    ) -> None:
        """`over` is the widget that the panel lies on."""
        super().__init__()
        self._session, self._document_controller, self._pane = session, document_controller, pane
        self._appearance, self._over = appearance, over
        self._panel: CitationPanel | None = None
        self._span: Span | None = None
        document_controller.reader.screen_changed.connect(lambda _: self._follow())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def ask(self, request: CitationRequest) -> None:
        """Open the panel beside the words of a request."""
        if request.span is None or self._session.db is None:
            return
        self._span = request.span
        links = self._document_controller.links()
        if request.citation is not None and links is not None:
            self._pane.link_pinned.emit(links.of_citation(request.citation))
        line = self._line(request.span)
        if line is None:
            self._document_controller.go_to(Position(request.span.provision, request.span.start))
            line = self._line(request.span) or QRect(self._over.rect().center(), self._over.rect().center())
        self.panel.ask(self._question(request.span, request.citation), line)

    @property
    def panel(self) -> CitationPanel:
        """The panel, created on first use."""
        if self._panel is None:
            panel = self._panel = CitationPanel(self._appearance, self.understand, self._over)
            panel.chosen.connect(lambda target: self.choose(self._span, target))
            panel.dismissed.connect(lambda: self.dismiss(self._span))
            panel.reset.connect(lambda: self.reset(self._span))
            panel.closed.connect(self._document_controller.focus_text)
            panel.destroyed.connect(lambda: setattr(self, "_panel", None))
        return self._panel

    def understand(self, typed: str) -> tuple[Answer, ...]:
        """Return the likeliest targets of a typed symbol or name, the best first."""
        from services.citations.instrument_lookup import lookup

        db = self._session.db
        return tuple(self._answer(target) for target in lookup(db, typed)[:_MEANINGS]) if db is not None else ()

    # The answers

    def choose(self, span: Span | None, target: str) -> None:
        """Correct the citation of a span to a target."""
        from services.citations.overrides import set_target

        self._write(span, lambda db, at: set_target(db, self._document(), at, target), self.tr("Citation corrected"))

    def dismiss(self, span: Span | None) -> None:
        """Remove the citation of a span."""
        from services.citations.overrides import dismiss

        self._write(span, lambda db, at: dismiss(db, self._document(), at), self.tr("No longer taken for a citation"))

    def reset(self, span: Span | None) -> None:
        """Restore the citation of a span that the rules found."""
        from services.citations.overrides import reset

        self._write(
            span, lambda db, at: reset(db, self._document(), at), self.tr("Citation as the program found it again")
        )

    # Inside

    def _write(self, span: Span | None, change: Callable[[Database, Span], object], said: str) -> None:
        if span is None or self._document_controller.reader.current() is None:
            return
        if self._session.write(lambda db: change(db, span), Subject.CITATIONS) is not False:
            self._document_controller.focus_text()
            self.corrected.emit(said)

    def _question(self, span: Span, citation: Citation | None) -> Question:
        words = span.cut(self._document().text_of(span.provision))
        targets = () if citation is None else (citation.target, *citation.candidates)
        answers = tuple(self._answer(target) for target in dict.fromkeys(filter(None, targets)))
        if not answers:
            answers = self.understand(words)
        current = citation.target if citation is not None else ""
        by_user = citation is not None and citation.by_user
        return Question(words, answers, current, known=citation is not None, by_user=by_user)

    def _answer(self, target: str) -> Answer:
        known = self._session.instrument(target)
        name = known.name(self._appearance.language) if known is not None else ""
        return Answer(target, name if name != target else "", self._session.holds(target))

    def _document(self) -> Document:
        text = self._document_controller.reader.current()
        assert text is not None
        return text.document

    def _line(self, span: Span) -> QRect | None:
        """Return the rectangle of a span in the coordinates of `over`, None if it is not on screen."""
        if span.provision.startswith(FOOTNOTE_PREFIX):
            return self._note_line(span.provision.removeprefix(FOOTNOTE_PREFIX))
        view = self._document_controller.reader.view()
        shown = view.shown.shown_span(span) if view is not None and view.shown is not None else None
        if view is None or shown is None:
            return None
        lines = QRectF()
        for area in view.span_areas(*shown):
            lines = lines.united(area)
        return _inside(lines.toAlignedRect(), view.viewport(), self._over)

    def _note_line(self, number: str) -> QRect | None:
        notes = self._pane.footnotes
        found = notes.row_of(number)
        return None if found is None else _inside(found, notes.viewport(), self._over)

    def _follow(self) -> None:
        """Move the panel with its line while the text scrolls."""
        if self._panel is not None and self._panel.isVisible() and self._span is not None:
            line = self._line(self._span)
            if line is not None:
                self._panel.place(line)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        panel = self._panel
        if panel is not None and panel.isVisible() and now is not None and not panel.isAncestorOf(now):
            panel.hide()


def _inside(rect: QRect, widget: QWidget, over: QWidget) -> QRect | None:
    """Return a rectangle of a widget in the coordinates of another, None if the widget does not show it."""
    if rect.isEmpty() or not widget.rect().intersects(rect) or not widget.isVisible():
        return None
    return QRect(over.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0))) + rect.topLeft(), rect.size())
