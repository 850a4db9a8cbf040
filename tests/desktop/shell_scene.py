"""What the tests of the window share: the real window on a real data folder, real keys, and the words it shows."""

import re
import time

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from services.paths import locate
from ui.desktop.app.application import build
from ui.desktop.reader.idle_layout import IdleLayout

ISOLATES = re.compile("[\u200e\u200f\u2066-\u2069]")

SAMPLE = """دورة عام ٢٠٢٠
البند ١٩ (ج) من جدول الأعمال

**قرار اتخذه المجلس الاقتصادي والاجتماعي في ٢٢ تموز/يوليه ٢٠٢٠**

**١٠/٢٠٢٠ - نصّ للتجربة**

إن المجلس الاقتصادي والاجتماعي،

وإذ يشير إلى قراره ٢٠/٢٠١٩،

١ - يحث الدول الأعضاء على القراءة؛

٢ - يطلب إلى الأمين العام أن يقدم تقريراً.
"""


_SOON_MS = 400
"""Timers that end later than this are not waited for: a flash, a message that is taken away."""


class Scene:
    """Starts windows on one data folder and closes them again.

    The folder is one that has been started in before: `data_folder` copies it there, unless `folder` exists. Texts that
    are named at the first start are in its library, and the last of them is open.
    """

    def __init__(self, qtbot, folder, data_folder):
        self.qtbot, self.folder, self.programs, self.answer, self.target = qtbot, folder, [], (), None
        self._data_folder = data_folder

    @property
    def paths(self):
        return locate(self.folder)

    def start(self, language="ar", *, width=1440, height=900, check_index=False, files=(), texts=()):
        if not self.folder.exists():
            self._data_folder(self.folder, *texts)
        program = build(
            self.paths,
            language,
            files=files,
            ask=lambda _: self.answer,
            ask_target=lambda *_: self.target,
            check_index=check_index,
        )
        program.window.resize(width, height)
        program.show()
        self.programs.append(program)
        self.settle(program)
        return program

    def settle(self, program):
        """Return when the worker is idle, no timer is about to end and all events are done, twice in a row.

        Timers that are about to end do so at once.
        """
        until, quiet = time.monotonic() + 15, 0
        while quiet < 2:
            assert time.monotonic() < until, "the window does not come to rest"
            soon = end_timers(program.window)
            self.qtbot.wait(0 if program.window.worker.is_idle() else 2)
            quiet = 0 if soon or not program.window.worker.is_idle() else quiet + 1

    def close(self, program):
        self.programs.remove(program)
        program.close()

    def close_all(self):
        for program in tuple(self.programs):
            self.close(program)


def end_timers(window):
    """Let the timers of a window end that are about to; say whether there were any.

    That text off the screen is still to be laid out does not count.
    """
    soon = [
        timer
        for timer in window.findChildren(QTimer)
        if timer.isActive() and timer.interval() <= _SOON_MS and not isinstance(timer.parent(), IdleLayout)
    ]
    intervals = [timer.interval() for timer in soon]
    for timer in soon:
        timer.setInterval(0)
    QApplication.processEvents()
    for timer, interval in zip(soon, intervals, strict=True):
        if isValid(timer):
            timer.setInterval(interval)
    return bool(soon)


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier, text=""):
    """Send one key to a widget as Qt does, shortcuts included."""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def type_text(widget, words):
    """Type any letters, Arabic too (Qt's own helper aborts on them)."""
    for letter in words:
        press(widget, 0, text=letter)


def plain(words):
    """Return words without the signs that only order them."""
    return ISOLATES.sub("", words)


def words_of(root):
    """Yield (widget, words) of everything that a pane says: labels, buttons, prompts, tips and names."""
    for widget in (root, *root.findChildren(QWidget)):
        found = [widget.toolTip(), widget.accessibleName(), widget.windowTitle()]
        if isinstance(widget, QLabel):
            found.append(widget.text())
        if isinstance(widget, QAbstractButton):
            found.append(widget.text())
            found.append(widget.words() if hasattr(widget, "words") else "")
        if isinstance(widget, QLineEdit):
            found.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            found += [widget.itemText(i) for i in range(widget.count())]
        for words in found:
            if words:
                yield widget, plain(words)
