"""How a note looks beside the text: its colour at the text's side, its words, and what else is known of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextLayout

from documents.position import FOOTNOTE_PREFIX
from services.notes.anchor_resolution import Placed
from ui.desktop.support.appearance import COLOURS, Appearance
from ui.desktop.support.note_text import plain_words, remarks
from ui.desktop.support.place_names import display_name
from ui.desktop.widgets.item_painting import fitted, layout_height

_PAD, _BAR, _LINES, _REMARK_LINES = 10, 4, 8, 3
_MOST = 2000
"""More letters than these fill no card: a note of any length is laid out at once."""

Key = tuple[str, str, str, tuple[str, ...], int, bool]


class CardFace:
    """Measures and paints cards."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._made: dict[Key, tuple[QTextLayout | None, QTextLayout]] = {}

    def forget(self) -> None:
        """Lay everything out anew: fonts, language or digits changed."""
        self._made.clear()

    def height(self, placed: Placed, width: int) -> int:
        """Return how high a card of that width is."""
        words, below = self._layouts(placed, width)
        above = layout_height(words) if words is not None else 0
        return above + layout_height(below) + 2 * self._appearance.px(8)

    def paint(self, painter: QPainter, placed: Placed, box: QRect, *, rtl: bool) -> None:
        """Paint a card; `rtl` is the direction of the text it stands beside."""
        look, note = self._appearance, placed.annotation
        style = Qt.PenStyle.DashLine if placed.carried else Qt.PenStyle.SolidLine
        painter.setPen(QPen(look.color("line"), 1, style))
        painter.setBrush(look.color("raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        bar = QRectF(box.right() - _BAR + 1 if rtl else box.left(), box.top() + 1, _BAR, box.height() - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.mark(note.colour, strip=True) if note.colour in COLOURS else look.color("accent"))
        painter.drawRoundedRect(bar, 2, 2)
        words, below = self._layouts(placed, box.width())
        y = box.top() + look.px(8)
        if words is not None:
            painter.setPen(look.color("ink"))
            words.draw(painter, QPointF(box.left() + _PAD, y))
            y += layout_height(words)
        painter.setPen(look.color("ink3"))
        below.draw(painter, QPointF(box.left() + _PAD, y))

    def _layouts(self, placed: Placed, width: int) -> tuple[QTextLayout | None, QTextLayout]:
        note = placed.annotation
        # What is being typed has no new time yet, and a label can get another name without one.
        key = (note.id, note.changed.isoformat(), note.text[-8:], note.labels, width, placed.carried)
        if key not in self._made:
            self._made[key] = self._lay_out(placed, width)
        return self._made[key]

    def _lay_out(self, placed: Placed, width: int) -> tuple[QTextLayout | None, QTextLayout]:
        look, note, room = self._appearance, placed.annotation, width - 2 * _PAD
        words = None
        if own := plain_words(note.text.strip()[:_MOST]):
            words = fitted(own, look.interface_font(12.5), room, rtl=note.direction == "rtl", lines=_LINES)
        said = remarks(note, look)
        if note.targets and note.targets[0].span.provision.startswith(FOOTNOTE_PREFIX):
            place = note.targets[0].span.provision
            said = f"{display_name(place, place.replace(FOOTNOTE_PREFIX, 'FN'), look.number)} · {said}"
        if placed.carried:
            carried = QCoreApplication.translate("Notes", "From the text in another language")
            said = f"{carried} · {said}"
        return words, fitted(said, look.interface_font(11.5), room, rtl=look.rtl, lines=_REMARK_LINES)
