"""The notes beside the text, each on the height of its words; where there is no room, a sign that opens them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from documents.annotations.model import Annotation, AnnotationKind
from services.notes.anchor_resolution import PlacedAnnotation
from ui.desktop.reader.margin_card import CardFace
from ui.desktop.reader.note_editor import NoteEditor
from ui.desktop.reader.shown_text import ShownText
from ui.desktop.reader.view import ReaderView
from ui.desktop.support.appearance import COLOURS, Appearance

_GAP = 6
_SIGN = 16
_POPUP = 300


@dataclass(frozen=True, slots=True)
class Card:
    """A note that has something to say beside the text: at provision `at`, on the line of its UTF-16 `offset`."""

    placed: PlacedAnnotation
    at: int
    offset: int

    @property
    def note(self) -> Annotation:
        """The annotation."""
        return self.placed.annotation


class NotesMargin(QWidget):
    """Paints the notes of the provisions on screen, and holds the editor of the one that is worked on."""

    chosen = Signal(str)
    """A note was clicked."""

    def __init__(self, appearance: Appearance, view: ReaderView) -> None:
        super().__init__(view)
        self.setObjectName("notesMargin")
        self._appearance, self._view = appearance, view
        self._cards: list[Card] = []
        self._heights: dict[tuple[str, str, int], int] = {}
        self.editor = NoteEditor(appearance, view)
        self._face = CardFace(appearance)
        self._edited = ""
        self._placed: tuple[PlacedAnnotation, ...] = ()
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.page_changed.connect(self.place)
        appearance.changed.connect(self._restyle)
        self.editor.resized.connect(self.place)
        self._retranslate()

    def set_notes(self, placed: Iterable[PlacedAnnotation]) -> None:
        """Show notes; those that only colour words, or stand on no provision of this text, have no card."""
        shown = self._view.shown
        self._placed, self._cards = tuple(placed), []
        for one in self._placed if shown is not None else ():
            note = one.annotation
            silent = note.kind in {AnnotationKind.BOOKMARK, AnnotationKind.HIGHLIGHT} and not note.labels
            if silent and note.id != self._edited:
                continue
            there = None if shown is None else _beside(one, shown)
            if there is not None:
                self._cards.append(Card(one, there[0], there[1]))
        self._cards.sort(key=lambda card: (card.at, card.offset))
        self.place()

    def has_cards(self) -> bool:
        """Say whether any note has a card."""
        return bool(self._cards)

    def edit(self, note: Annotation, labels: Iterable[str], authors: Iterable[str], *, focus: bool = True) -> None:
        """Open the editor on a note of this text, with the labels and names there are to choose from."""
        self._edited = note.id
        self.editor.show_note(note, labels, authors)
        self.set_notes(self._placed)
        self._bring()
        self.editor.show()
        self.editor.raise_()
        self.place()
        if focus:
            self.editor.take_focus()

    def close_editor(self) -> None:
        """Put the editor away; what is typed in its labels is taken first."""
        if self.editor.holds_focus():
            self._view.setFocus()  # before it is hidden: Qt would look for the next widget, and walk the text
        self._edited = ""
        self.editor.hide()
        self.set_notes(self._placed)

    @property
    def edited(self) -> str:
        """The id of the note in the editor, "" for none."""
        return self._edited

    def place(self) -> None:
        """Stand beside the column, wherever it is now."""
        page = self._view.page
        if page is None:
            self.hide()
            return
        frame = self._view.viewport().geometry()
        width = page.notes_width or self._appearance.px(_SIGN + 8)
        room = QRect(frame.left() + round(page.notes_left), frame.top(), width, frame.height())
        if room != self.geometry():
            self.setGeometry(room)
        self.setVisible(bool(self._cards))
        self._place_editor()
        self.update()

    def boxes(self) -> list[tuple[Card, QRect]]:
        """Return the cards near the screen and where they stand in this widget, pushed down by those above."""
        near = self._near()
        page = self._view.page
        if page is None or not page.notes_width:
            return self._signs(near)
        natural = [self._top(card) for card in near]
        heights = [self._height(card) for card in near]
        fixed = next((index for index, card in enumerate(near) if card.note.id == self._edited), 0)
        tops = list(natural)
        for index in range(fixed + 1, len(near)):
            tops[index] = max(natural[index], tops[index - 1] + heights[index - 1] + _GAP)
        for index in range(fixed - 1, -1, -1):
            tops[index] = min(natural[index], tops[index + 1] - heights[index] - _GAP)
        return [
            (card, QRect(0, top, self.width(), height)) for card, top, height in zip(near, tops, heights, strict=True)
        ]

    # Events

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cards or signs of what is on screen."""
        page = self._view.page
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card, box in self.boxes():
            if box.bottom() < 0 or box.top() > self.height():
                continue
            if page is not None and page.notes_width:
                if card.note.id != self._edited or not self.editor.isVisible():
                    self._face.paint(painter, card.placed, box, rtl=page.measure.rtl)
            else:
                self._paint_sign(painter, card, box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep the press: the release decides."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the note that was clicked."""
        event.accept()
        card = self._card_at(event.position().toPoint())
        if card is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(card.note.id)

    def event(self, event: QEvent) -> bool:
        """Say a note's words where only its sign is seen."""
        if isinstance(event, QHelpEvent):
            card = self._card_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if card is None else card.note.text[:400], self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the language of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Inside

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Notes beside the text"))

    def _restyle(self) -> None:
        self._heights.clear()
        self._face.forget()
        self.place()

    def _card_at(self, point: QPoint) -> Card | None:
        return next((card for card, box in reversed(self.boxes()) if box.contains(point)), None)

    def _near(self) -> list[Card]:
        """Return the cards of the provisions on screen and of half a screen above and below."""
        layout = self._view.provision_layout
        if layout is None or not layout.count:
            return []
        top, height = self._view.scrolled(), self._view.viewport().height()
        first, last = layout.at_y(top - height / 2), layout.at_y(top + 1.5 * height)
        return [card for card in self._cards if first <= card.at <= last]

    def _top(self, card: Card) -> int:
        """Return where the line of a note's first words begins."""
        layout = self._view.provision_layout
        assert layout is not None
        y = layout.text_rect(card.at).top() - self._view.scrolled()
        if layout.is_laid(card.at):
            line = self._view.document().findBlockByNumber(card.at).layout().lineForTextPosition(card.offset)
            y += max(0, line.lineNumber() if line.isValid() else 0) * layout.page.measure.line_height
        return round(y)

    def _signs(self, near: list[Card]) -> list[tuple[Card, QRect]]:
        """Return the signs of notes, one under another where they begin on one line."""
        side, boxes = self._appearance.px(_SIGN), list[tuple[Card, QRect]]()
        below = -(10**6)
        for card in near:
            top = max(self._top(card) + 6, below)
            below = top + side + _GAP
            boxes.append((card, QRect((self.width() - side) // 2, top, side, side)))
        return boxes

    def _bring(self) -> None:
        """Bring the words of the note that is edited on screen, where they are not."""
        card = next((card for card in self._cards if card.note.id == self._edited), None)
        page, shown = self._view.page, self._view.shown
        if card is None or page is None or shown is None:
            return
        last = self._view.viewport().height() - round(page.measure.line_height)
        if not 0 <= self._top(card) <= last:
            self._view.bring_to(shown.place(card.at, card.offset), 0.25)

    def _height(self, card: Card) -> int:
        if card.note.id == self._edited and self.editor.isVisible():
            return self._editor_height(self.width())
        key = (card.note.id, card.note.changed.isoformat(), self.width())
        if key not in self._heights:
            self._heights[key] = self._face.height(card.placed, self.width())
        return self._heights[key]

    def _paint_sign(self, painter: QPainter, card: Card, box: QRect) -> None:
        token = "accent" if card.note.id == self._edited else "ink2"
        if card.note.colour in COLOURS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._appearance.mark(card.note.colour))
            painter.drawRoundedRect(QRectF(box).adjusted(-2, -2, 2, 2), 3, 3)
        painter.drawPixmap(box.topLeft(), self._appearance.pixmap("note-pencil", token, size=_SIGN))

    def _place_editor(self) -> None:
        """Put the editor where the note's card stands; without room beside the text, above or below its line.

        It is always whole on screen: at the end of the screen it stands higher than its words.
        """
        page, layout = self._view.page, self._view.provision_layout
        if page is None or layout is None or not self._edited:
            return
        frame = self._view.viewport().geometry()
        if page.notes_width and self.isVisible():
            self.editor.limit(frame.height())
            found = next((box for card, box in self.boxes() if card.note.id == self._edited), None)
            if found is not None:
                height = self._editor_height(self.width())
                top = max(0, min(found.top(), frame.height() - height))
                self.editor.setGeometry(self.x(), self.y() + top, self.width(), height)
                return
        line = self._view.annotation_overlay.rect(self._edited)
        if line is not None:
            self._pop_up(frame, line, rtl=page.measure.rtl)

    def _pop_up(self, frame: QRect, line: QRectF, *, rtl: bool) -> None:
        """Put the editor below a line of the viewport or above it, on the side that has room for it."""
        width = min(self._appearance.px(_POPUP), frame.width() - 16)
        above, below = round(line.top()) - 4, frame.height() - round(line.bottom()) - 4
        self.editor.limit(max(above, below))
        height = self._editor_height(width)
        top = round(line.bottom()) + 4 if height <= below or below >= above else above - height
        left = round(line.right() - width if rtl else line.left())
        left = max(4, min(left, frame.width() - width - 4))
        top = max(0, min(top, frame.height() - height))
        self.editor.setGeometry(frame.left() + left, frame.top() + top, width, height)

    def _editor_height(self, width: int) -> int:
        inner = self.editor.layout()
        if inner is not None and inner.hasHeightForWidth():
            return inner.heightForWidth(width)
        return self.editor.sizeHint().height()


def _beside(one: PlacedAnnotation, shown: ShownText) -> tuple[int, int] | None:
    """Return the provision and the UTF-16 offset in it that a note stands beside; None where it stands nowhere.

    One on a footnote stands beside its marker, one on the whole document at its head.
    """
    if not one.annotation.targets:
        return 0, 0
    for span in one.spans[:1]:
        there = shown.shown_span(span) or shown.marker_of(span.provision)
        return None if there is None else there[:2]
    return None
