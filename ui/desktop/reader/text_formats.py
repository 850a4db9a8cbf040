"""Character formats of a provision: verbs, citations, markers, headings, masthead and closing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtGui import QFont, QFontMetricsF, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from documents.citations.citation import Citation, CitationStatus
from documents.model import Kind, Provision
from documents.position import Span
from documents.reading import Reading
from ui.desktop.reader.display import DisplayedText
from ui.desktop.reader.metrics import READING_PX
from ui.desktop.support.appearance import Appearance

_MARKER_PX, _MARKER_RAISED = 12.5, 8.0
_QUIET_PX = 18.5
_UNSEEN = re.compile("[\u2060\u2066-\u2069\ufeff]")
"""Invisible insertions, which get no fallback font: a glyph from a system font breaks Qt's string indexes."""

_BOLD = frozenset({Kind.TITLE, Kind.HEADING})
_QUIET = frozenset({Kind.MASTHEAD, Kind.CLOSING})


def format_range(start: int, end: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a character format of UTF-16 offsets `start` to `end`."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, style
    return made


class TextFormats:
    """The character formats of one theme and text size."""

    def __init__(self, appearance: Appearance) -> None:
        self.font = appearance.reading_font(READING_PX)
        self._raised = appearance.text_px(_MARKER_RAISED)
        self._verb = _format(appearance, "rubric")
        self._verb.setFontWeight(QFont.Weight.Bold)
        self._cited = _format(appearance, "accent")
        self._unsure = _format(appearance, "warn")
        self._bold = _format(appearance, "ink")
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._quiet = _format(appearance, "ink2")
        self._quiet.setFontPointSize(appearance.reading_font(_QUIET_PX).pointSizeF())
        self._unseen = QTextCharFormat()
        self._unseen.setFontStyleStrategy(QFont.StyleStrategy.NoFontMerging | QFont.StyleStrategy.NoSubpixelAntialias)
        self._marker = self._marker_format(appearance, "accent")
        self._doubtful = self._marker_format(appearance, "warn")

    def formats(
        self, provision: Provision, shown: DisplayedText, reading: Reading, citations: Iterable[Citation]
    ) -> list[QTextLayout.FormatRange]:
        """Return the formats of one provision, later ones over earlier ones."""
        made: list[QTextLayout.FormatRange] = []

        def add(span: tuple[int, int], style: QTextCharFormat) -> None:
            made.append(format_range(shown.utf_16(span[0]), shown.utf_16(span[1]), style))

        if provision.kind in _BOLD:
            add((0, len(shown.text)), self._bold)
        elif provision.kind in _QUIET:
            add((0, len(shown.text)), self._quiet)
        for citation in citations:
            style = self._cited if citation.status is CitationStatus.RESOLVED else self._unsure
            for span in _spans(citation, provision.id):
                add(shown.span_to_shown(span.start, span.end), style)
        for verb in reading.verbs(provision.id):
            add(shown.span_to_shown(verb.start, verb.end), self._verb)
        for marker in shown.markers:
            add((marker.start, marker.end), self._doubtful if marker.is_doubtful else self._marker)
        for unseen in _UNSEEN.finditer(shown.text):
            add(unseen.span(), self._unseen)
        return made

    def _marker_format(self, appearance: Appearance, token: str) -> QTextCharFormat:
        font = appearance.interface_font(_MARKER_PX, 500)
        font.setPointSizeF(appearance.reading_font(_MARKER_PX).pointSizeF())
        style = _format(appearance, token)
        style.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
        style.setBaselineOffset(self._raised / QFontMetricsF(font).height() * 100)
        return style


def _spans(citation: Citation, provision: str) -> Iterator[Span]:
    """Yield the spans of a citation and of its pinpoints in one provision, but not of the document's own number."""
    for span in () if citation.own else (citation.span, *(pinpoint.span for pinpoint in citation.pinpoints)):
        if span.provision == provision:
            yield span


def _format(appearance: Appearance, token: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(appearance.color(token))
    return style


ProvisionFormats = Callable[[int], list[QTextLayout.FormatRange]]
"""Returns the formats of the provision with this index."""


def recolour(page: QWidget, appearance: Appearance) -> None:
    """Set the paper, ink and selection colours of the theme in the palette of a page."""
    palette = QPalette(page.palette())
    for role, token in (
        (QPalette.ColorRole.Base, "paper"),
        (QPalette.ColorRole.Text, "ink"),
        (QPalette.ColorRole.Highlight, "sel"),
        (QPalette.ColorRole.HighlightedText, "ink"),
    ):
        palette.setColor(role, appearance.color(token))
    page.setPalette(palette)
