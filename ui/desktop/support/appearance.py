"""The appearance of the window: theme, sizes, language and digits, and the colours, fonts and icons they give.

The application makes one `Appearance` and hands it to every widget. Sizes are CSS pixels at 96 dpi and 100 %, as in
window.md.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap, QScreen

from documents.annotations.model import Colour
from documents.interface_languages import CODES, interface_language
from documents.language import arabic_indic_digits, western_digits
from ui.desktop.support import theme
from ui.desktop.support.theme import Tokens

TEXT_SCALE = (100, 300)
INTERFACE_SCALE = (90, 200)
LINE_LENGTHS = (60, 74, 83)
"""The settings of *Line length*: characters of Arabic reading text in a line."""

COLOURS = tuple(colour.value for colour in Colour)
"""The names of the highlight colours, in the order of their keys."""

DIGITS = ("language", "western", "arabic-indic")


def _clamp(value: int, limits: tuple[int, int]) -> int:
    return max(limits[0], min(limits[1], value))


class Appearance(QObject):
    """Theme, sizes, language and digits of the interface. `changed` tells that widgets must repaint."""

    changed = Signal()

    def __init__(self, language: str = "ar", *, dark: bool = False, parent: QObject | None = None) -> None:
        """Start in a language and theme, at 100 %."""
        super().__init__(parent)
        theme.load_fonts()
        self.language = language
        self.dark = dark
        self.text_scale = 100
        self.interface_scale = 100
        self.digits = "language"
        self.line_length = LINE_LENGTHS[-1]
        self._icons: dict[tuple[str, str, bool, int], QIcon] = {}
        self._fonts: dict[tuple[str, float, int, bool], QFont] = {}
        self._dpi = _dpi_factor()

    @property
    def tokens(self) -> Tokens:
        """The colours of the present theme."""
        return theme.DARK if self.dark else theme.LIGHT

    @property
    def rtl(self) -> bool:
        """Whether the interface runs from right to left."""
        return interface_language(self.language).direction == "rtl"

    def set(
        self,
        *,
        language: str | None = None,
        dark: bool | None = None,
        text_scale: int | None = None,
        interface_scale: int | None = None,
        digits: str | None = None,
        line_length: int | None = None,
    ) -> None:
        """Change the settings given, within their limits. Emit `changed` once if any differs."""
        before = self._state()
        self.language = language if language in CODES else self.language
        self.dark = self.dark if dark is None else dark
        if text_scale is not None:
            self.text_scale = _clamp(text_scale, TEXT_SCALE)
        if interface_scale is not None:
            self.interface_scale = _clamp(interface_scale, INTERFACE_SCALE)
        self.digits = digits if digits in DIGITS else self.digits
        self.line_length = line_length if line_length in LINE_LENGTHS else self.line_length
        if self._state() != before:
            self._icons.clear()
            self._fonts.clear()
            self._dpi = _dpi_factor()
            self.changed.emit()

    def color(self, name: str) -> QColor:
        """Return the colour of a token. Raises AttributeError for an unknown name."""
        return QColor(getattr(self.tokens, name))

    def mark(self, colour: str, *, strip: bool = False) -> QColor:
        """Return the ground of a highlight, or with `strip` the edge of its note. Any other name gets `line2`."""
        ground, edge = self.tokens.highlights.get(colour, (self.tokens.line2, self.tokens.line2))
        return QColor(edge if strip else ground)

    def reading_font(self, px: float, *, bold: bool = False, italic: bool = False) -> QFont:
        """Return the reading face, `px` at 100 %, grown with the text."""
        return self._font(theme.READING_FAMILY, self.text_px(px), 700 if bold else 400, italic=italic)

    def interface_font(self, px: float, weight: int = 400) -> QFont:
        """Return the interface face, `px` at 100 %, grown with the interface."""
        return self._font(theme.INTERFACE_FAMILY, px * self.interface_scale / 100, weight)

    def icon(self, name: str, token: str = "ink2", *, mirrored: bool = False, size: int = 18) -> QIcon:  # noqa: S107 - a colour token
        """Return a Phosphor icon in a token's colour: `accent` when checked, `line2` when disabled."""
        key = (name, token, mirrored, size)
        if key not in self._icons:
            self._icons[key] = self._made(name, token, mirrored, size)
        return self._icons[key]

    def pixmap(self, name: str, token: str = "ink2", *, mirrored: bool = False, size: int = 18) -> QPixmap:  # noqa: S107
        """Return one icon as a picture of `size` interface pixels, for delegates that paint their rows."""
        return theme.draw_icon(name, self.color(token), self.px(size), mirrored=mirrored, ratio=_pixel_ratio())

    def number(self, value: int | str) -> str:
        """Return a number in the digits of the interface, keeping other characters."""
        text = western_digits(str(value))
        if self.digits == "language":
            return interface_language(self.language).number(text)
        return arabic_indic_digits(text) if self.digits == "arabic-indic" else text

    def percent(self, value: int) -> str:
        """Return a percentage in the digits and with the sign of the interface."""
        return self.number(value) + interface_language(self.language).percent

    def px(self, value: float) -> int:
        """Return interface pixels: `value` at 96 dpi and 100 %."""
        return round(value * self.interface_scale / 100 * self._dpi)

    def text_px(self, value: float) -> float:
        """Return pixels that grow with the reading text: `value` at 100 %."""
        return value * self.text_scale / 100

    def _font(self, family: str, px: float, weight: int, *, italic: bool = False) -> QFont:
        """Return a copy of a cached font. macOS has 72 CSS pixels an inch, other systems 96."""
        key = (family, px, weight, italic)
        if key not in self._fonts:
            points = px if sys.platform == "darwin" else px * 0.75
            self._fonts[key] = theme.font(family, points, weight, italic=italic)
        return QFont(self._fonts[key])

    def _made(self, name: str, token: str, mirrored: bool, size: int) -> QIcon:
        icon = QIcon()
        ratio = _pixel_ratio()
        checked = "accent" if token == "ink2" else token  # noqa: S105 - a colour token
        for mode, state, colour in (
            (QIcon.Mode.Normal, QIcon.State.Off, token),
            (QIcon.Mode.Normal, QIcon.State.On, checked),
            (QIcon.Mode.Disabled, QIcon.State.Off, "line2"),
        ):
            picture = theme.draw_icon(name, self.color(colour), self.px(size), mirrored=mirrored, ratio=ratio)
            icon.addPixmap(picture, mode, state)
        return icon

    def _state(self) -> tuple[object, ...]:
        return (self.language, self.dark, self.text_scale, self.interface_scale, self.digits, self.line_length)


def _pixel_ratio() -> float:
    screen: QScreen | None = QGuiApplication.primaryScreen()
    return 1.0 if screen is None else screen.devicePixelRatio()


def _dpi_factor() -> float:
    """Return the scale of the desktop relative to 96 dpi, 1 on macOS, which scales by itself."""
    screen: QScreen | None = QGuiApplication.primaryScreen()
    return 1.0 if screen is None or sys.platform == "darwin" else screen.logicalDotsPerInchY() / 96
