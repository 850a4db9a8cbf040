"""Correcting what words cite: the panel beside the line, the layer in the library, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Signal
from PySide6.QtWidgets import QApplication, QWidget

from documents.citations.citation import Citation
from documents.model import Document
from documents.position import FOOTNOTE_PREFIX, Position, Span
from library.database import Database
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.panels.apparatus.override_panel import Answer, CitationPanel, Question
from ui.desktop.panels.apparatus.pane import ApparatusPane
from ui.desktop.reader.hotspots import Hotspot
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.citation_request import CitationRequest
from ui.desktop.window.status_bar import StatusBar

_MEANINGS = 4
"""How many meanings of what was typed are offered."""


class CitationOverrideController(QObject):
    """Asks what words cite, keeps the answer, shows the text anew, and takes it back."""

    changed = Signal()
    """What a text of the library cites has changed."""

    def __init__(
        self,
        document_controller: DocumentController,
        pane: ApparatusPane,
        status: StatusBar,
        appearance: Appearance,
        over: QWidget,
    ) -> None:
        """`over` is what the panel lies on: the inside of the window."""
        super().__init__()
        self._document_controller, self._pane, self._status = document_controller, pane, status
        self._appearance, self._over = appearance, over
        self._panel: CitationPanel | None = None
        self._span: Span | None = None
        status.undo.clicked.connect(self.undo)
        document_controller.reader.screen_changed.connect(lambda _: self._follow())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def ask(self, wish: CitationRequest) -> None:
        """Ask what the words of a wish cite, beside their line."""
        if wish.span is None or self._document_controller.db is None:
            return
        self._span = wish.span
        links = self._document_controller.links()
        if wish.citation is not None and links is not None:
            self._pane.link_pinned.emit(links.of_citation(wish.citation))
        line = self._line(wish.span)
        if line is None:
            self._document_controller.go_to(Position(wish.span.provision, wish.span.start))
            line = self._line(wish.span) or QRect(self._over.rect().center(), self._over.rect().center())
        self.panel.ask(self._question(wish.span, wish.citation), line)

    @property
    def panel(self) -> CitationPanel:
        """The panel, made when it is first needed."""
        if self._panel is None:
            panel = self._panel = CitationPanel(self._appearance, self.understand, self._over)
            panel.chosen.connect(lambda target: self.choose(self._span, target))
            panel.dismissed.connect(lambda: self.dismiss(self._span))
            panel.reset.connect(lambda: self.reset(self._span))
            panel.closed.connect(self._document_controller.focus_text)
            panel.destroyed.connect(lambda: setattr(self, "_panel", None))
        return self._panel

    def understand(self, typed: str) -> tuple[Answer, ...]:
        """Return what a typed symbol or name may mean, likeliest first."""
        from services.citations.overrides import candidates

        db = self._document_controller.db
        return tuple(self._answer(target) for target in candidates(db, typed)[:_MEANINGS]) if db is not None else ()

    # The answers

    def choose(self, span: Span | None, target: str) -> None:
        """Say that words cite a target."""
        from services.citations.overrides import set_target

        self._write(span, lambda db, at: set_target(db, self._document(), at, target), self.tr("Citation corrected"))

    def dismiss(self, span: Span | None) -> None:
        """Say that words cite nothing."""
        from services.citations.overrides import dismiss

        self._write(span, lambda db, at: dismiss(db, self._document(), at), self.tr("No longer taken for a citation"))

    def reset(self, span: Span | None) -> None:
        """Return to what the rules found."""
        from services.citations.overrides import reset

        self._write(
            span, lambda db, at: reset(db, self._document(), at), self.tr("Citation as the program found it again")
        )

    def undo(self) -> None:
        """Take the last answer back."""
        from services.citations.overrides import undo

        self._step(undo, self.tr("Correction undone"), self.tr("There is no correction to undo."))

    def redo(self) -> None:
        """Give it again."""
        from services.citations.overrides import redo

        self._step(redo, self.tr("Correction done again"), self.tr("There is no correction to do again."))

    # Inside

    def _write(self, span: Span | None, change: Callable[[Database, Span], object], said: str) -> None:
        text = self._document_controller.reader.current()
        if span is None or text is None:
            return
        if self._document_controller.write(lambda db: change(db, span)) is not False:
            self._document_controller.reload(text.document.symbol, text.document.language)
            self._document_controller.focus_text()
            self._status.tell(said, undoable=True)
            self.changed.emit()

    def _step(self, step: Callable[[Database], object], said: str, nothing: str) -> None:
        from services.citations.overrides import Changed

        changed = self._document_controller.write(step)
        if isinstance(changed, Changed):
            self._document_controller.reload(changed.symbol, changed.language)
            text, view = self._document_controller.reader.current(), self._document_controller.reader.view()
            here = text is not None and (text.document.symbol, text.document.language) == (
                changed.symbol,
                changed.language,
            )
            if here and view is not None and changed.span is not None:
                view.show_span(changed.span)
            self._status.tell(said)
            self.changed.emit()
        elif changed is None:
            self._status.tell(nothing)

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
        known = self._pane.known(target)
        name = known.name(self._appearance.language) if known is not None else ""
        return Answer(target, name if name != target else "", self._document_controller.is_held(target))

    def _document(self) -> Document:
        text = self._document_controller.reader.current()
        assert text is not None
        return text.document

    def _line(self, span: Span) -> QRect | None:
        """Return the lines of a span in the window, None where they are not on screen."""
        if span.provision.startswith(FOOTNOTE_PREFIX):
            return self._note_line(span.provision.removeprefix(FOOTNOTE_PREFIX))
        view = self._document_controller.reader.view()
        shown = view.shown.shown_span(span) if view is not None and view.shown is not None else None
        if view is None or shown is None:
            return None
        lines = QRectF()
        for area in view.stop_areas(Hotspot(*shown, value=_unknown(span))):
            lines = lines.united(area)
        return _inside(lines.toAlignedRect(), view.viewport(), self._over)

    def _note_line(self, number: str) -> QRect | None:
        notes = self._pane.footnotes
        found = notes.row_of(number)
        return None if found is None else _inside(found, notes.viewport(), self._over)

    def _follow(self) -> None:
        """Keep the panel beside its line while the text scrolls."""
        if self._panel is not None and self._panel.isVisible() and self._span is not None:
            line = self._line(self._span)
            if line is not None:
                self._panel.place(line)

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        panel = self._panel
        if panel is not None and panel.isVisible() and now is not None and not panel.isAncestorOf(now):
            panel.hide()


def _unknown(span: Span) -> Citation:
    from documents.citations.citation import CitationKind

    return Citation(span, "", CitationKind.DOCUMENT, "")


def _inside(rect: QRect, widget: QWidget, over: QWidget) -> QRect | None:
    """Return a rectangle of a widget in the coordinates of another, None where the widget does not show it."""
    if rect.isEmpty() or not widget.rect().intersects(rect) or not widget.isVisible():
        return None
    return QRect(over.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0))) + rect.topLeft(), rect.size())
