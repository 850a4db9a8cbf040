"""Self test of the window: it opens on a library of its own and paints the text."""

from __future__ import annotations

import os
from collections.abc import Iterator

from services.maintenance.self_test import Check
from services.paths import Paths

_LEAST_INK = 500
"""Least number of ink pixels on a screen of the bundled text."""


def window_check(paths: Paths) -> Iterator[Check]:
    """Open the window on the library at `paths` without a display, and check fonts, translation and text."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt is loaded for this check only, after its platform is chosen.
    from ui.desktop.app.application import build
    from ui.desktop.support import theme

    program = build(paths, "ar", check_index=False)
    try:
        missing = theme.load_fonts()
        yield Check("window fonts", not missing, ", ".join(missing))
        program.window.resize(1280, 860)
        program.show()
        program.app.processEvents()
        prompt = program.window.toolbar.search.line.accessibleName()
        yield Check("window translation", prompt == "ابحث في المكتبة", prompt)
        ink = _ink(program.window.reader, program.interface.appearance.tokens.ink)
        yield Check("window text", ink >= _LEAST_INK, f"{ink} pixels of ink")
    finally:
        program.close()


def _ink(widget: object, colour: str) -> int:
    """Return how many pixels of a widget have exactly a colour."""
    from PySide6.QtGui import QColor, QImage
    from PySide6.QtWidgets import QWidget

    assert isinstance(widget, QWidget)
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = QColor(colour).rgb()
    # Of the image, which has more pixels than the widget on a scaled screen.
    return sum(image.pixel(x, y) == wanted for y in range(0, image.height(), 2) for x in range(image.width()))
