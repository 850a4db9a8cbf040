"""The status line: place in the text, messages, progress, corrections, state of the index and text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from documents.language import isolate
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import GlyphButton

HEIGHT = 28
MESSAGE_MS = 6000


class _Words(QLabel):
    """A label in the small size of the status line."""

    def __init__(self, appearance: Appearance, token: str = "ink2") -> None:  # noqa: S107 - a colour
        super().__init__()
        self._appearance, self._token = appearance, token
        self.setTextFormat(Qt.TextFormat.PlainText)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(self._appearance.interface_font(12))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._appearance.color(self._token))
        self.setPalette(palette)


class _Bar(QWidget):
    """A progress bar of 130 by 5 px that fills from the start edge. Without a total it is half full."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.share = 0.0
        self.setFixedSize(appearance.px(130), appearance.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint groove and filling."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(0, (self.height() - 5) / 2, self.width(), 5)
        painter.setBrush(self._appearance.color("line"))
        painter.drawRoundedRect(box, 2, 2)
        filled = box.width() * self.share
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setBrush(self._appearance.color("accent"))
        painter.drawRoundedRect(QRectF(box.right() - filled if rtl else 0, box.top(), filled, 5), 2, 2)


class Progress(QWidget):
    """Words and bar of the running operation, with a button that cancels it."""

    cancelled = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.words, self.bar = _Words(appearance), _Bar(appearance)
        self.cancel = GlyphButton(appearance, side=24)
        self.cancel.token = "accent"  # noqa: S105 - a colour
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.words, self.bar, self.cancel):
            row.addWidget(widget)
        self.hide()

    def tell(self, words: str, done: int, total: int) -> None:
        """Show the words, and fill the bar by items done and their total."""
        self.words.setText(words)
        self.bar.share = done / total if total else 0.5
        self.bar.update()
        self.setAccessibleName(words)
        self.show()


class StatusBar(QWidget):
    """The line at the bottom of the window, in the order of the direction of the interface."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setObjectName("statusLine")
        self.symbol, self.provision, self.percent = (_Words(appearance) for _ in range(3))
        self.message = _Words(appearance, "ink")
        self.undo = GlyphButton(appearance, side=24)
        self.undo.setObjectName("statusUndo")
        self.undo.token = "accent"  # noqa: S105 - a colour
        self.undo.hide()
        self.undo.clicked.connect(self.undo.hide)
        self.progress = Progress(appearance)
        self.corrections = GlyphButton(appearance, "wrench", side=24, glyph=14)
        self.corrections.setCheckable(True)
        self.index = GlyphButton(appearance, "check", side=24, glyph=14)
        self.index.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.index.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.info = GlyphButton(appearance, "info", side=24, glyph=14)
        self.info.hide()
        self.smaller = GlyphButton(appearance, "magnifying-glass-minus", side=24, glyph=14)
        self.zoom = GlyphButton(appearance, side=24)
        self.larger = GlyphButton(appearance, "magnifying-glass-plus", side=24, glyph=14)
        self._clear = QTimer(self)
        self._clear.setSingleShot(True)
        self._clear.setInterval(MESSAGE_MS)
        self._clear.timeout.connect(self._silence)
        self._facts: tuple[int, str] = (0, "unknown")
        self._fill()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def tell(self, words: str, *, undoable: bool = False) -> None:
        """Show a message for six seconds, with a button that undoes it if `undoable`."""
        self.undo.setVisible(undoable)
        self.message.setText(words)
        self.message.setAccessibleName(words)
        self._clear.start()

    def show_place(self, symbol: str, provision: str, percent: int | None) -> None:
        """Show the place in the text, or empty words without a text."""
        self.symbol.setText(isolate(symbol, "ltr") if symbol else "")
        self.provision.setText(provision)
        self.percent.setText("" if percent is None else isolate(self._appearance.percent(percent)))
        self._name()

    def show_corrections(self, count: int, *, as_received: bool) -> None:
        """Show how many corrections the text has, and which reading is shown."""
        self._facts = (count, self._facts[1])
        self.corrections.setVisible(count > 0)
        self.corrections.setChecked(as_received)
        self._say_corrections()

    def show_index(self, state: str) -> None:
        """Show the state of the search index: `ready`, `building`, `stale`, `missing`, `damaged`, or `unknown`."""
        self._facts = (self._facts[0], state)
        self.index.setVisible(state != "unknown")
        self.index.set_icon("check" if state == "ready" else "warning")
        words = {
            "ready": self.tr("Index ready"),
            "building": self.tr("Rebuilding the index; search is slower until it is done."),
        }
        self.index.set_words(words.get(state, self.tr("Index out of date")))

    def retranslate(self) -> None:
        """Set the texts in the language of the interface."""
        percent = isolate(self._appearance.percent(self._appearance.text_scale))
        self.zoom.set_words(percent, self.tr("Text size {percent}").format(percent=percent))
        self.zoom.setToolTip(self.tr("Normal text size"))
        self.smaller.set_words("", self.tr("Smaller text"))
        self.smaller.setToolTip(self.tr("Smaller text"))
        self.larger.set_words("", self.tr("Larger text"))
        self.larger.setToolTip(self.tr("Larger text"))
        self.progress.cancel.set_words(self.tr("Cancel"))
        self.undo.set_words(self.tr("Undo"))
        self.info.set_words("", self.tr("Unofficial text: show the notice"))
        self.info.setToolTip(self.tr("Unofficial text: show the notice"))
        self.setAccessibleName(self.tr("Status"))
        self._say_corrections()
        self.show_index(self._facts[1])

    def sizeHint(self) -> QSize:
        """Return the height of one line."""
        height = max(self._appearance.px(HEIGHT), self.zoom.sizeHint().height() + 4)
        return QSize(400, height)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the background and the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        painter.fillRect(0, 0, self.width(), 1, self._appearance.color("line"))

    def _silence(self) -> None:
        """Clear the message, except while keyboard or pointer is on its undo button."""
        if self.undo.isVisible() and (self.undo.hasFocus() or self.undo.underMouse()):
            self._clear.start()
            return
        self.message.setText("")
        self.undo.hide()

    def _say_corrections(self) -> None:
        count = self._facts[0]
        words = self.tr("%n correction(s)", "", count).replace(str(count), self._appearance.number(count))
        if self.corrections.isChecked():
            words = self.tr("As received: {corrections} left out").format(corrections=words)
        self.corrections.set_words(words)
        self.corrections.setToolTip(self.tr("Show the text as received, without its corrections"))

    def _name(self) -> None:
        spoken = " · ".join(filter(None, (self.symbol.text(), self.provision.text(), self.percent.text())))
        self.setAccessibleDescription(spoken)

    def _fill(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 10, 0)
        row.setSpacing(16)
        for widget in (self.symbol, self.provision, self.percent, self.message, self.undo):
            row.addWidget(widget)
        row.addStretch(1)
        for item in (self.progress, self.info, self.corrections, self.index):
            row.addWidget(item)
        zoom = QHBoxLayout()
        zoom.setSpacing(0)
        for button in (self.smaller, self.zoom, self.larger):
            zoom.addWidget(button)
        row.addLayout(zoom)

    def _restyle(self) -> None:
        self.retranslate()
        self.setFixedHeight(self.sizeHint().height())
        self.update()
