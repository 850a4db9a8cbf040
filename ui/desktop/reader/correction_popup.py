"""The popup that explains a correction, a doubtful marker or an unresolved citation, beside its line."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QLabel

from documents.citations.citation import Citation
from documents.corrections import Correction
from documents.language import FSI, LRI, PDI
from documents.model import Document, FootnoteStatus
from ui.desktop.reader.display import ShownMarker
from ui.desktop.reader.hotspots import Hotspot
from ui.desktop.support.appearance import Appearance

_WIDEST, _RADIUS, _GAP = 360, 6, 3


class CorrectionPopup(QLabel):
    """A small dark card over the text."""

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

    def explanation(self, hotspot: Hotspot, document: Document) -> str:
        """Return the explanation of a correction or doubt, "" for a hotspot without either."""
        value = hotspot.value
        if isinstance(value, Correction):
            return self._correction_text(value)
        if not hotspot.is_doubtful:
            return ""
        return self._citation_text(value) if isinstance(value, Citation) else self._marker_text(value, document)

    def explain(self, text: str, areas: list[QRectF], *, first_line: bool) -> None:
        """Show an explanation and announce it to a screen reader. Hide without one.

        `areas` are the lines of the explained words in the viewport. The popup is above the first line of a provision,
        where it covers the gap, else below the words.
        """
        if not text or not areas:
            self.hide()
            return
        self.setText(text)
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
        """Paint the card and its text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.color("ink"))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.end()
        super().paintEvent(event)

    def _correction_text(self, correction: Correction) -> str:
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

    def _marker_text(self, marker: ShownMarker, document: Document) -> str:
        printed, number = marker.marker.printed, marker.marker.footnote
        said = self.tr("Received as {printed}; probably footnote {number}")
        if document.footnote(number).status is FootnoteStatus.MISSING:
            said = self.tr("Received as {printed}; probably footnote {number}, which the file lacks")
        return said.format(printed=FSI + printed + PDI, number=FSI + self._appearance.number(number) + PDI)

    def _citation_text(self, citation: Citation) -> str:
        if not citation.candidates:
            return self.tr("It is not known which instrument is meant")
        or_ = self.tr(" or ", "joins symbols")
        said = self.tr("Not certain: {candidates}")
        return said.format(candidates=or_.join(LRI + candidate + PDI for candidate in citation.candidates))

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
