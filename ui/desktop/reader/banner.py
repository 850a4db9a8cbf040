"""The banner above the text: a notice that it is unofficial, and the switch between the readings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QSizePolicy, QWidget

from services.documents.open_text import OpenText
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, Look

_HEIGHT = 30


class _ElasticLabel(QLabel):
    """Shows the longest of several sentences that fits, else the shortest one, elided."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_sentences(self, *sentences: str) -> None:
        """Set the sentences to choose from, the longest first."""
        self._sentences = sentences
        self.setAccessibleName(sentences[0])
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose again for the new width."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        metrics, room = self.fontMetrics(), self.width()
        fitting = (each for each in self._sentences if metrics.horizontalAdvance(each) <= room)
        shortest = metrics.elidedText(self._sentences[-1], Qt.TextElideMode.ElideRight, room)
        self.setText(next(fitting, shortest))


class Banner(QWidget):
    """Says that the text is unofficial, links to its source, and switches between corrected and received reading."""

    source_requested = Signal()
    reading_switched = Signal(bool)
    dismissed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readerBanner")
        self._appearance = appearance
        self.sign = QLabel(self)
        self.notice = _ElasticLabel(self)
        self.source = FlatButton(appearance, Look.LINK, parent=self)
        self.corrected = FlatButton(appearance, Look.SEGMENT, parent=self)
        self.received = FlatButton(appearance, Look.SEGMENT, parent=self)
        self.close_button = FlatButton(appearance, icon_name="x", parent=self)
        self.source.clicked.connect(self.source_requested)
        self.close_button.clicked.connect(self.dismissed)
        group = QButtonGroup(self)
        for button in (self.corrected, self.received):
            group.addButton(button)
        self.received.toggled.connect(self._switched)
        self._text: OpenText | None = None
        self._telling = True
        self._arrange()
        appearance.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def show_text(self, text: OpenText) -> None:
        """Show the notice of a text, with the switch if it has corrections."""
        self._text = text
        self._telling = False
        chosen = self.received if text.reading.as_received else self.corrected
        chosen.setChecked(True)
        self._telling = True
        both = any(correction.applied for correction in text.reading.corrections)
        self.corrected.setVisible(both)
        self.received.setVisible(both)
        self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the background and the hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("paper"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._appearance.color("line"))

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _switched(self, as_received: bool) -> None:
        if self._telling:
            self.reading_switched.emit(as_received)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        px = self._appearance.px
        row.setContentsMargins(px(16), 0, px(16), 1)
        row.setSpacing(px(6))
        row.addWidget(self.sign)
        row.addWidget(self.notice, 1)
        for widget in (self.source, self.corrected, self.received, self.close_button):
            row.addWidget(widget)

    def _restyle(self) -> None:
        self.sign.setPixmap(self._appearance.pixmap("info", size=15))
        self.notice.setFont(self._appearance.interface_font(12))
        palette = QPalette(self.notice.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._appearance.color("ink2"))
        self.notice.setPalette(palette)
        self.setFixedHeight(max(self._appearance.px(_HEIGHT), self.source.sizeHint().height() + 1))
        self.update()

    def _retranslate(self) -> None:
        source_format = self._text.document.source.format if self._text is not None else "text"
        if source_format == "text":
            said = self.tr("Unofficial text, imported from a text file. Check the authoritative text before quoting.")
        else:
            said = self.tr("Unofficial text, imported from a file. Check the authoritative text before quoting.")
        check = self.tr("Unofficial text. Check the authoritative text before quoting.")
        self.notice.set_sentences(said, check, self.tr("Unofficial text"))
        self.notice.setToolTip(check)
        self.setAccessibleName(self.tr("About this text"))
        self.source.set_words(self.tr("Source"), self.tr("Source: the official address"))
        self.source.setToolTip(self.tr("Copy or open the address of the official text"))
        self.corrected.set_words(self.tr("Corrected"), self.tr("Show the corrected text"))
        self.received.set_words(self.tr("As received"), self.tr("Show the text as received"))
        self.close_button.setAccessibleName(self.tr("Hide this notice"))
        self.close_button.setToolTip(self.tr("Hide this notice"))
