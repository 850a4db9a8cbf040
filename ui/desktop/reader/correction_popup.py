"""The popup that says what a corrected reading or a doubtful marker was received as; never on the line it speaks of."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QLabel

from documents.corrections import Correction
from documents.language import FSI, LRI, PDI
from ui.desktop.support.appearance import Appearance

_WIDEST, _RADIUS, _GAP = 360, 6, 3


class CorrectionPopup(QLabel):
    """A small dark card in the text; stays while the pointer is inside, Esc closes it."""

    def __init__(self, appearance: Appearance, area: QAbstractScrollArea) -> None:
        super().__init__(area.viewport())
        self.setObjectName("correctionPopup")
        self._appearance = appearance
        self._area, self._viewport = area, area.viewport()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def words(self, correction: Correction) -> str:
        """Return what is said of a correction, or of a suspicion that is not applied."""
        percent = FSI + self._appearance.percent(round(correction.confidence * 100)) + PDI
        received = FSI + correction.received + PDI
        corrected = FSI + (correction.corrected or "") + PDI
        if correction.applied:
            said = self.tr("Received: “{received}” · read as “{corrected}” · confidence {percent}")
        elif correction.corrected is not None:
            said = self.tr("Doubtful: “{received}” · perhaps “{corrected}” · confidence {percent}")
        else:
            said = self.tr("Doubtful: “{received}” · no reading offered · confidence {percent}")
        return said.format(received=received, corrected=corrected, percent=percent)

    def doubt_words(self, printed: str, number: str, *, missing: bool) -> str:
        """Return what is said of a marker that is printed with another number than its footnote's."""
        said = self.tr("Received as {printed}; probably footnote {number}")
        if missing:
            said = self.tr("Received as {printed}; probably footnote {number}, which the file lacks")
        return said.format(printed=FSI + printed + PDI, number=FSI + self._appearance.number(number) + PDI)

    def citation_words(self, candidates: tuple[str, ...]) -> str:
        """Return what is said of a citation that more than one instrument fits, or none."""
        if not candidates:
            return self.tr("It is not known which instrument is meant")
        or_ = self.tr(" or ", "joins symbols")
        said = self.tr("Not certain: {candidates}")
        return said.format(candidates=or_.join(LRI + candidate + PDI for candidate in candidates))

    def show_at(self, words: str, areas: list[QRectF], *, first_line: bool) -> None:
        """Show above the line where the gap of the provision is, else below it; say it to a screen reader."""
        if not areas:
            return
        self.setText(words)
        self.setAccessibleName(self.text())
        self.setLayoutDirection(self._area.layoutDirection())
        self._fit()
        line = areas[0] if first_line else areas[-1]
        above = round(line.top()) - self.height() - _GAP
        y = above if first_line and above >= 0 else round(areas[-1].bottom()) + 4 + _GAP
        if y + self.height() > self._viewport.height() and above >= 0:
            y = above
        x = round(line.center().x() - self.width() / 2)
        self.move(QPoint(max(4, min(x, self._viewport.width() - self.width() - 4)), y))
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._area, self.text()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, then its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground())
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.end()
        super().paintEvent(event)

    def _ground(self) -> QColor:
        return self._appearance.color("ink")

    def _fit(self) -> None:
        self.setMinimumSize(0, 0)
        px = self._appearance.px
        limit = min(px(_WIDEST), self._viewport.width() - 8)
        margins = 2 * px(10)
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + margins + 4
        width = min(limit, wanted)
        self.resize(width, self.heightForWidth(width))

    def _restyle(self) -> None:
        px = self._appearance.px
        self.setFont(self._appearance.interface_font(12, 500))
        self.setContentsMargins(px(10), px(4), px(10), px(4))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._appearance.color("paper"))
        self.setPalette(palette)
        self.update()
