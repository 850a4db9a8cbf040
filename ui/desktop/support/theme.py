"""The colours, fonts and icons of the window: tokens of the two themes, font files, and the icon font.

Colour literals of the window stand in this module only. Sizes are CSS pixels at 96 dpi and 100 %.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPalette, QPixmap, QTransform

READING_FAMILY = "Amiri"
INTERFACE_FAMILY = "IBM Plex Sans Arabic"
FALLBACK_FAMILY = "Noto Serif"
ICON_FAMILY = "Phosphor"

_TEXT_FACES = {
    "fontpkg_amiri": ("Amiri-Regular", "Amiri-Bold", "Amiri-Italic"),
    "fontpkg_ibm_plex_sans_arabic": (
        "IBMPlexSansArabic-Regular",
        "IBMPlexSansArabic-Medium",
        "IBMPlexSansArabic-SemiBold",
    ),
}
_ICON_FONT = ("qtawesome", "fonts", "phosphor-1.3.0.ttf")
_ICON_MAP = ("qtawesome", "fonts", "phosphor-charmap-1.3.0.json")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of one theme as `#RRGGBB`, with (ground, edge) by the name of a highlight colour."""

    window: str
    paper: str
    raised: str
    ink: str
    ink2: str
    ink3: str
    line: str
    line2: str
    accent: str
    accentsoft: str
    onaccent: str
    rubric: str
    corr: str
    warn: str
    ok: str
    err: str
    errsoft: str
    sel: str
    hover: str
    hit: str
    hitcur: str
    add: str
    addt: str
    dele: str
    delt: str
    highlights: Mapping[str, tuple[str, str]]


LIGHT = Tokens(
    window="#F2F0EA", paper="#FFFDF9", raised="#FFFFFF",
    ink="#1F1E1B", ink2="#514E47", ink3="#69655C",
    line="#DEDACF", line2="#8A8476",
    accent="#0B5C7A", accentsoft="#DCEBF0", onaccent="#FFFFFF",
    rubric="#8C2F12", corr="#94690A", warn="#7A5200", ok="#1D6B3F",
    err="#A3261B", errsoft="#FBE6E2",
    sel="#C9E2EB", hover="#E8E5DC", hit="#FFD98A", hitcur="#F4A63A",
    add="#D3EFD9", addt="#14532D", dele="#FADBD6", delt="#7F1D1D",
    highlights={
        "yellow": ("#FBE6A0", "#A67C00"),
        "green": ("#CDEBC3", "#3E8A45"),
        "blue": ("#CAE2F8", "#2F78B7"),
        "pink": ("#F9D2DD", "#C04A6E"),
        "violet": ("#E4D7F6", "#7A5BC0"),
    },
)  # fmt: skip

DARK = Tokens(
    window="#18191A", paper="#1E1F21", raised="#27292B",
    ink="#EAE6DC", ink2="#BDB8AD", ink3="#A9A499",
    line="#35373A", line2="#807D76",
    accent="#7CC6E0", accentsoft="#1D3943", onaccent="#0E1A1F",
    rubric="#F2A884", corr="#D2A64A", warn="#E6BE6A", ok="#86CFA0",
    err="#F29A8E", errsoft="#3D211D",
    sel="#234C5A", hover="#2C2E31", hit="#6B5210", hitcur="#87560F",
    add="#1F4029", addt="#B6E8C4", dele="#502622", delt="#F5BFB7",
    highlights={
        "yellow": ("#51420F", "#D9B93B"),
        "green": ("#2C4D2B", "#6FBF73"),
        "blue": ("#22435F", "#6AAEE6"),
        "pink": ("#5E2E3D", "#E889A3"),
        "violet": ("#463661", "#B49AE8"),
    },
)  # fmt: skip

_ROLES: dict[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "paper",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "window",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "err",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "paper",
    QPalette.ColorRole.Highlight: "sel",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line2",
    QPalette.ColorRole.Shadow: "line2",
}
_DISABLED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(tokens: Tokens) -> QPalette:
    """Return the palette of Qt's own widgets in a theme."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(getattr(tokens, name)))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.line2))
    return made


def _folder(package: str) -> Path:
    """Return the folder of a package without importing it. A frozen bundle may have its data only."""
    spec = find_spec(package)
    if spec is not None and spec.submodule_search_locations:
        return Path(next(iter(spec.submodule_search_locations)))
    return Path(getattr(sys, "_MEIPASS", "")) / package


@cache
def load_fonts() -> tuple[str, ...]:
    """Load the reading, interface and icon fonts, once in a process. Return the names of files that failed.

    A QGuiApplication must exist.
    """
    files = [_folder(package) / "files" / f"{face}.ttf" for package, faces in _TEXT_FACES.items() for face in faces]
    files.append(_folder(_ICON_FONT[0]).joinpath(*_ICON_FONT[1:]))
    return tuple(file.name for file in files if QFontDatabase.addApplicationFont(str(file)) < 0)


def font(family: str, points: float, weight: int = 400, *, italic: bool = False) -> QFont:
    """Return a font of a bundled family that renders the same on every machine."""
    made = QFont()
    made.setFamilies([family, FALLBACK_FAMILY])
    made.setPointSizeF(points)
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.NoSubpixelAntialias)
    return made


@cache
def _icon_map() -> dict[str, str]:
    """Return the code of each icon name, as the charmap writes it (`0xf371`)."""
    path = _folder(_ICON_MAP[0]).joinpath(*_ICON_MAP[1:])
    codes: dict[str, str] = json.loads(path.read_text(encoding="ascii"))
    return codes


def draw_icon(name: str, color: QColor, size: int, *, mirrored: bool = False, ratio: float = 1.0) -> QPixmap:
    """Draw a Phosphor icon, `size` logical pixels wide. Raises KeyError for an unknown name."""
    character = chr(int(_icon_map()[name], 16))
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    face = QFont(ICON_FAMILY)
    face.setPixelSize(pixels)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    if mirrored:
        painter.setTransform(QTransform(-1, 0, 0, 1, pixels, 0))
    painter.setFont(face)
    painter.setPen(color)
    metrics = painter.fontMetrics()
    top = (pixels - metrics.height()) / 2 + metrics.ascent()
    painter.drawText(QPointF((pixels - metrics.horizontalAdvance(character)) / 2, top), character)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
