"""The margin: the notes beside the text, at the height of their words, or their icons where there is no room."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QToolTip, QWidget

from documents.annotations.model import Annotation, AnnotationKind
from documents.position import FOOTNOTE_PREFIX
from services.notes.anchor_resolution import PlacedAnnotation
from ui.desktop.reader.canvas import ReadingCanvas
from ui.desktop.reader.note_editor import NoteEditor
from ui.desktop.reader.shown_text import ShownText
from ui.desktop.support.appearance import COLOURS, Appearance
from ui.desktop.support.note_text import plain_words, remarks
from ui.desktop.support.place_names import display_name
from ui.desktop.widgets.item_painting import fitted, layout_height

_GAP = 6
_ICON = 16
_POPUP = 300
_PAD, _BAR, _LINES, _REMARK_LINES = 10, 4, 8, 3
_MOST = 2000
"""Most letters of a note that are laid out for its card."""


@dataclass(frozen=True, slots=True)
class Card:
    """A note beside the text, at the line of UTF-16 `offset` in provision `at`."""

    placed: PlacedAnnotation
    at: int
    offset: int

    @property
    def note(self) -> Annotation:
        """The annotation."""
        return self.placed.annotation


_Key = tuple[str, str, str, tuple[str, ...], int, bool]


class CardPainter:
    """Measures and paints the cards of notes."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._laid_out: dict[_Key, tuple[QTextLayout | None, QTextLayout]] = {}

    def clear(self) -> None:
        """Discard the layouts, after a change of fonts, language or digits."""
        self._laid_out.clear()

    def height(self, placed: PlacedAnnotation, width: int) -> int:
        """Return the height of a card of this width, in pixels."""
        words, below = self._layouts(placed, width)
        above = layout_height(words) if words is not None else 0
        return above + layout_height(below) + 2 * self._appearance.px(8)

    def paint(self, painter: QPainter, placed: PlacedAnnotation, box: QRect, *, rtl: bool) -> None:
        """Paint a card. `rtl` is the direction of the text beside it."""
        appearance, note = self._appearance, placed.annotation
        style = Qt.PenStyle.DashLine if placed.carried else Qt.PenStyle.SolidLine
        painter.setPen(QPen(appearance.color("line"), 1, style))
        painter.setBrush(appearance.color("raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        bar = QRectF(box.right() - _BAR + 1 if rtl else box.left(), box.top() + 1, _BAR, box.height() - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            appearance.mark(note.colour, strip=True) if note.colour in COLOURS else appearance.color("accent")
        )
        painter.drawRoundedRect(bar, 2, 2)
        words, below = self._layouts(placed, box.width())
        y = box.top() + appearance.px(8)
        if words is not None:
            painter.setPen(appearance.color("ink"))
            words.draw(painter, QPointF(box.left() + _PAD, y))
            y += layout_height(words)
        painter.setPen(appearance.color("ink3"))
        below.draw(painter, QPointF(box.left() + _PAD, y))

    def _layouts(self, placed: PlacedAnnotation, width: int) -> tuple[QTextLayout | None, QTextLayout]:
        note = placed.annotation
        # Typing and renaming a label change the note before its time of change.
        key = (note.id, note.changed.isoformat(), note.text[-8:], note.labels, width, placed.carried)
        if key not in self._laid_out:
            self._laid_out[key] = self._lay_out(placed, width)
        return self._laid_out[key]

    def _lay_out(self, placed: PlacedAnnotation, width: int) -> tuple[QTextLayout | None, QTextLayout]:
        appearance, note, room = self._appearance, placed.annotation, width - 2 * _PAD
        words = None
        if own := plain_words(note.text.strip()[:_MOST]):
            words = fitted(own, appearance.interface_font(12.5), room, rtl=note.direction == "rtl", lines=_LINES)
        said = remarks(note, appearance)
        if note.targets and note.targets[0].span.provision.startswith(FOOTNOTE_PREFIX):
            place = note.targets[0].span.provision
            said = f"{display_name(place, place.replace(FOOTNOTE_PREFIX, 'FN'), appearance.number)} · {said}"
        if placed.carried:
            carried = QCoreApplication.translate("Notes", "From the text in another language")
            said = f"{carried} · {said}"
        return words, fitted(said, appearance.interface_font(11.5), room, rtl=appearance.rtl, lines=_REMARK_LINES)


class NotesMargin(QWidget):
    """Paints the cards of notes near the screen, and places the editor of one note."""

    chosen = Signal(str)
    """The id of a clicked note."""

    def __init__(
        self, appearance: Appearance, canvas: ReadingCanvas, note_rect: Callable[[str], QRectF | None]
    ) -> None:
        """`note_rect` returns the rectangle of the words of a note in the viewport."""
        super().__init__(canvas)
        self.setObjectName("notesMargin")
        self._appearance, self._canvas, self._note_rect = appearance, canvas, note_rect
        self._cards: list[Card] = []
        self._heights: dict[tuple[str, str, int], int] = {}
        self.editor = NoteEditor(appearance, canvas)
        self._card_painter = CardPainter(appearance)
        self._edited = ""
        self._placed: tuple[PlacedAnnotation, ...] = ()
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        canvas.page_changed.connect(self.place)
        appearance.changed.connect(self._restyle)
        self.editor.resized.connect(self.place)
        self._retranslate()

    def set_notes(self, placed: Iterable[PlacedAnnotation]) -> None:
        """Show notes. One that only colours words, or stands on nothing in this text, has no card."""
        shown = self._canvas.shown
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
        """Return whether any note has a card."""
        return bool(self._cards)

    def edit(self, note: Annotation, labels: Iterable[str], authors: Iterable[str], *, focus: bool = True) -> None:
        """Open the editor on a note of this text. `labels` and `authors` are offered for completion."""
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
        """Close the editor. A line that is being typed in is committed when it loses the focus."""
        if self.editor.holds_focus():
            self._canvas.setFocus()  # before it is hidden, else Qt gives the focus to the next hotspot
        self._edited = ""
        self.editor.hide()
        self.set_notes(self._placed)

    @property
    def edited(self) -> str:
        """The id of the note in the editor, "" for none."""
        return self._edited

    def place(self) -> None:
        """Move beside the text column, and the editor to its note."""
        page = self._canvas.page
        if page is None:
            self.hide()
            return
        frame = self._canvas.viewport().geometry()
        width = page.notes_width or self._appearance.px(_ICON + 8)
        room = QRect(frame.left() + round(page.notes_left), frame.top(), width, frame.height())
        if room != self.geometry():
            self.setGeometry(room)
        self.setVisible(bool(self._cards))
        self._place_editor()
        self.update()

    def boxes(self) -> list[tuple[Card, QRect]]:
        """Return the cards near the screen and their rectangles in this widget.

        Cards that would overlap are moved apart around the edited one.
        """
        near = self._near()
        page = self._canvas.page
        if page is None or not page.notes_width:
            return self._icons(near)
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
        """Paint the cards or icons on screen."""
        page = self._canvas.page
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card, box in self.boxes():
            if box.bottom() < 0 or box.top() > self.height():
                continue
            if page is not None and page.notes_width:
                if card.note.id != self._edited or not self.editor.isVisible():
                    self._card_painter.paint(painter, card.placed, box, rtl=page.measure.rtl)
            else:
                self._paint_icon(painter, card, box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Accept the press, so that the release arrives here."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the clicked note."""
        event.accept()
        card = self._card_at(event.position().toPoint())
        if card is not None and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(card.note.id)

    def event(self, event: QEvent) -> bool:
        """Show the text of a note in a tooltip."""
        if isinstance(event, QHelpEvent):
            card = self._card_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if card is None else card.note.text[:400], self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    # Inside

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Notes beside the text"))

    def _restyle(self) -> None:
        self._heights.clear()
        self._card_painter.clear()
        self.place()

    def _card_at(self, point: QPoint) -> Card | None:
        return next((card for card, box in reversed(self.boxes()) if box.contains(point)), None)

    def _near(self) -> list[Card]:
        """Return the cards of the provisions on screen, and half a screen above and below."""
        layout = self._canvas.provision_layout
        if layout is None or not layout.count:
            return []
        top, height = self._canvas.scrolled(), self._canvas.viewport().height()
        first, last = layout.at_y(top - height / 2), layout.at_y(top + 1.5 * height)
        return [card for card in self._cards if first <= card.at <= last]

    def _top(self, card: Card) -> int:
        """Return the top of the line of a card in this widget."""
        layout = self._canvas.provision_layout
        assert layout is not None
        laid = layout.is_laid(card.at)
        top = layout.line_top(card.at, card.offset) if laid else layout.text_rect(card.at).top()
        return round(top - self._canvas.scrolled())

    def _icons(self, near: list[Card]) -> list[tuple[Card, QRect]]:
        """Return the icons of notes, one below another for notes of one line."""
        side, boxes = self._appearance.px(_ICON), list[tuple[Card, QRect]]()
        below = -(10**6)
        for card in near:
            top = max(self._top(card) + 6, below)
            below = top + side + _GAP
            boxes.append((card, QRect((self.width() - side) // 2, top, side, side)))
        return boxes

    def _bring(self) -> None:
        """Scroll the line of the edited note on screen if it is not visible."""
        card = next((card for card in self._cards if card.note.id == self._edited), None)
        page, shown = self._canvas.page, self._canvas.shown
        if card is None or page is None or shown is None:
            return
        last = self._canvas.viewport().height() - round(page.measure.line_height)
        if not 0 <= self._top(card) <= last:
            self._canvas.bring_to(shown.place(card.at, card.offset), 0.25)

    def _height(self, card: Card) -> int:
        if card.note.id == self._edited and self.editor.isVisible():
            return self._editor_height(self.width())
        key = (card.note.id, card.note.changed.isoformat(), self.width())
        if key not in self._heights:
            self._heights[key] = self._card_painter.height(card.placed, self.width())
        return self._heights[key]

    def _paint_icon(self, painter: QPainter, card: Card, box: QRect) -> None:
        token = "accent" if card.note.id == self._edited else "ink2"
        if card.note.colour in COLOURS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._appearance.mark(card.note.colour))
            painter.drawRoundedRect(QRectF(box).adjusted(-2, -2, 2, 2), 3, 3)
        painter.drawPixmap(box.topLeft(), self._appearance.pixmap("note-pencil", token, size=_ICON))

    def _place_editor(self) -> None:
        """Put the editor over the card of its note, or without room beside the text above or below its line.

        It is always whole on screen, at the end of the screen higher than its line.
        """
        page, layout = self._canvas.page, self._canvas.provision_layout
        if page is None or layout is None or not self._edited:
            return
        frame = self._canvas.viewport().geometry()
        if page.notes_width and self.isVisible():
            self.editor.limit(frame.height())
            found = next((box for card, box in self.boxes() if card.note.id == self._edited), None)
            if found is not None:
                height = self._editor_height(self.width())
                top = max(0, min(found.top(), frame.height() - height))
                self.editor.setGeometry(self.x(), self.y() + top, self.width(), height)
                return
        line = self._note_rect(self._edited)
        if line is not None:
            self._pop_up(frame, line, rtl=page.measure.rtl)

    def _pop_up(self, frame: QRect, line: QRectF, *, rtl: bool) -> None:
        """Put the editor below a line of the viewport, or above it where there is more room."""
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
    """Return the provision and the UTF-16 offset of the card of a note, None where it stands on nothing in the text.

    The card of a note on a footnote is beside its marker, that of a note on the document at its beginning.
    """
    if not one.annotation.targets:
        return 0, 0
    for span in one.spans[:1]:
        there = shown.shown_span(span) or shown.marker_of(span.provision)
        return None if there is None else there[:2]
    return None
