"""What the tests of the panes share: the bundled resolution opened for real, real events, the Arabic translation."""

import re
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt, QTranslator
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from documents.citations.find import find_citations
from documents.corrections import bundled
from documents.importers import read_bytes
from documents.reading import Reading
from resources import read_bytes as resource_bytes
from services.documents.open_text import OpenText

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "translations"
ISOLATES = re.compile("[\u2060\u2066-\u2069]")


@cache
def resolution():
    """E/RES/2019/20 in Arabic, as the window opens it."""
    data = resource_bytes("documents", "E-RES-2019-20.ar.txt")
    document = read_bytes(data, "E-RES-2019-20.ar.txt")
    reading = Reading(document, bundled(document.source.sha256))
    return OpenText(document, reading, find_citations(document, reading))


class Speech:
    """Switches the language of the interface as the application does."""

    def __init__(self, appearance):
        self.appearance, self._translator = appearance, None
        # What earlier tests closed would be retranslated with every later one.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def speak(self, language):
        self.silence()
        self._translator = QTranslator()
        assert self._translator.load(str(TRANSLATIONS / f"qarar_{language}.qm"))
        self.appearance.set(language=language)
        QCoreApplication.installTranslator(self._translator)
        rtl = language == "ar"
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        QApplication.processEvents()

    def silence(self):
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def plain(words):
    """Words without what is only drawn."""
    return ISOLATES.sub("", words).replace("\u00a0", " ")


def press(widget, key, text=""):
    """A key press and release, as the platform sends them."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def type_text(widget, words):
    """Type letters, Arabic ones too (QTest asserts Latin-1)."""
    for letter in words:
        press(widget, 0, letter)


def move(widget, point):
    """Move the pointer, no button held."""
    at = QPointF(point)
    to = QPointF(widget.mapToGlobal(QPoint(point)))
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        widget, QMouseEvent(QEvent.Type.MouseMove, at, to, none, none, Qt.KeyboardModifier.NoModifier)
    )


def enter(widget):
    at = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(at, at, QPointF(widget.mapToGlobal(widget.rect().center()))))


def leave(widget):
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def unnamed(widget):
    """The object names and classes of focusable children that assistive technology could not name."""
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QWidget

    found = []
    for child in widget.findChildren(QWidget):
        if child.focusPolicy() == Qt.FocusPolicy.NoFocus or not child.isVisibleTo(widget):
            continue
        if child.objectName().startswith("qt_") or child.parent().objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(child)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append((type(child).__name__, child.objectName()))
    return found
