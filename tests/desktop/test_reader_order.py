"""How lines really look: order of letters against an independent judge, straight edges, even gaps."""

import re
import unicodedata

import pytest
from bidi import get_display
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication
from reader_material import bundled_text, made_text

from ui.desktop.reader.display import utf_16_units
from ui.desktop.reader.view import ReaderView
from ui.desktop.support.appearance import Appearance

MIRROR = str.maketrans("()[]<>«»", "(([[<<««")
INVISIBLE = re.compile("[\ufeff\u2060\u2066-\u2069\u200e\u200f\u2028]")
FLAGS = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll


@pytest.fixture
def view(qtbot):
    made = ReaderView(Appearance("ar"))
    qtbot.addWidget(made)
    made.resize(856, 700)
    made.show()
    return made


def everything_laid_out(view):
    view.provision_layout.ensure(0, view.provision_layout.count)
    block = view.document().firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def glyph_order(line, text):
    """The letters of a line from left to right, as the glyphs say; marks left out, ligatures spelt out."""
    start, end = line.textStart(), line.textStart() + line.textLength()
    placed = []
    for run in line.glyphRuns(start, end - start, FLAGS):
        indexes = run.stringIndexes()
        rtl = run.isRightToLeft()
        first = sorted(set(indexes))
        upto = dict(zip(first, [*first[1:], max(indexes) + 1], strict=True))
        seen = set()
        for index, point in zip(indexes, run.positions(), strict=True):
            if index in seen:
                continue
            seen.add(index)
            members = list(range(index, upto[index]))
            placed += [(point.x(), n, at) for n, at in enumerate(reversed(members) if rtl else members)]
    order = [at for *_, at in sorted(placed)]
    return clean("".join(text[at] for at in order if start <= at < end))


def clean(text):
    visible = INVISIBLE.sub("", text).translate(MIRROR)
    return "".join(c for c in visible if not unicodedata.combining(c) and unicodedata.category(c) != "Mn").strip()


def spaces_apart(text):
    return re.sub(r"\s+", " ", text)


def judge(text, direction):
    shown = get_display(text, base_dir=direction)
    return clean(shown)


@pytest.mark.parametrize("width", [856, 520])
def test_every_line_of_the_bundled_text_reads_in_the_order_of_an_independent_judge(view, width):
    view.resize(width, 700)
    view.open(bundled_text(), None)
    lines = 0
    for block in everything_laid_out(view):
        text, layout = utf_16_units(block.text()), block.layout()
        assert layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            words = text[line.textStart() : line.textStart() + line.textLength()]
            assert spaces_apart(glyph_order(line, text)) == spaces_apart(judge(words.rstrip(), "R")), words
            lines += 1
    assert lines > 150


def test_notes_and_lists_of_symbols_read_in_order(view):
    view.open(made_text("انظر E/2019/30، E/2019/31", "United Nations, Treaty Series, vol. 2225, No. 39574."), None)
    first, second = everything_laid_out(view)
    order = glyph_order(first.layout().lineAt(0), first.text())
    assert order.index("E/2019/31") < order.index("E/2019/30") < order.index("رظنا")
    assert glyph_order(second.layout().lineAt(0), second.text()).endswith("No. 39574.")


def _is_mark(advances, indexes, index, advance):
    """A mark's glyph carries the index of the letter it stands on, whose own glyph is the widest."""
    return advance.x() < max(a.x() for a, i in zip(advances, indexes, strict=True) if i == index)


def inked_edges(line, text):
    """The advance edges of a line's words without its trailing space, told from the glyphs."""
    start = line.textStart()
    length = len(text[start : start + line.textLength()].rstrip())
    lefts, rights = [], []
    for run in line.glyphRuns(start, length, FLAGS):
        indexes = run.stringIndexes()
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for index, point, advance in zip(indexes, run.positions(), advances, strict=True):
            hangs = INVISIBLE.match(text[index]) or unicodedata.combining(text[index]) or not advance.x()
            stacked = unicodedata.combining(text[index + 1 : index + 2] or " ")
            hangs = hangs or (stacked and _is_mark(advances, indexes, index, advance))
            if start <= index < start + length and not hangs:
                lefts.append(point.x())
                rights.append(point.x() + advance.x())
    return min(lefts), max(rights)


def gaps(line, text):
    """The widths of the word spaces of a line, told from the glyphs round them."""
    start = line.textStart()
    words = text[start : start + line.textLength()].rstrip()
    found = []
    for match in re.finditer(" ", words):
        at = start + match.start()
        edges = [line.cursorToX(at), line.cursorToX(at + 1)]
        xs = [edge[0] if isinstance(edge, tuple) else edge for edge in edges]
        found.append(abs(xs[0] - xs[1]))
    return found


@pytest.mark.parametrize(("width", "scale"), [(856, 100), (684, 100), (856, 150), (520, 200)])
def test_justified_lines_are_straight_on_both_sides_and_their_gaps_even(qtbot, width, scale):
    appearance = Appearance("ar")
    appearance.set(text_scale=scale)
    view = ReaderView(appearance)
    qtbot.addWidget(view)
    view.resize(width, 700)
    view.show()
    view.open(bundled_text(), None)
    column = view.page.width
    justified = torn = 0
    for block in everything_laid_out(view):
        text, layout = block.text(), block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            left, right = inked_edges(line, text)
            assert abs(right - column) <= 1.0, text[line.textStart() :][:30]
            if number + 1 == layout.lineCount():
                continue
            justified += 1
            if abs(left) > 1.0:
                torn += 1
                spaces = text[line.textStart() : line.textStart() + line.textLength()].rstrip().count(" ")
                assert left / max(1, spaces) > view.page.measure.widest - 1.0
                continue
            only_arabic = not re.search(
                "[A-Za-z0-9٠-٩(]", text[line.textStart() : line.textStart() + line.textLength()]
            )
            spaces = gaps(line, text) if only_arabic else []
            assert not spaces or max(spaces) - min(spaces) <= 1.5
    assert justified > 100
    assert torn == 0 or (width, scale) == (520, 200)  # there fewer than 38 characters fit a line


def test_the_last_line_stands_at_the_start_edge(view):
    view.open(bundled_text(), None)
    for block in everything_laid_out(view):
        line = block.layout().lineAt(block.layout().lineCount() - 1)
        left, right = inked_edges(line, block.text())
        assert abs(right - view.page.width) <= 1.0
        assert left >= -1.0


def test_resizing_and_zooming_justify_anew(view, qtbot):
    view.open(bundled_text(), None)
    for width in (700, 1100):
        view.resize(width, 700)
        QApplication.processEvents()
        block = view.document().findBlockByNumber(20)
        view.provision_layout.ensure(20, 20)
        left, right = inked_edges(block.layout().lineAt(0), block.text())
        assert abs(right - left - view.page.width) <= 1.5


def test_english_text_runs_from_the_left(view):
    words = "Recalling the Convention on the Rights of the Child and the Optional Protocol thereto on the sale of, "
    view.open(made_text(words * 3, language="en"), None)
    [block] = everything_laid_out(view)
    layout = block.layout()
    assert layout.textOption().textDirection() == Qt.LayoutDirection.LeftToRight
    assert view.page.gutter_left < view.page.left
    for number in range(layout.lineCount() - 1):
        left, right = inked_edges(layout.lineAt(number), block.text())
        assert abs(left) <= 1.0
        assert abs(right - view.page.width) <= 1.0


def test_verbs_are_bold_and_nothing_else_of_a_provision(view):
    text = bundled_text()
    view.open(text, None)
    at = view.shown.index("op_1")
    bold = [f for f in view._formats(at) if f.format.fontWeight() == QFont.Weight.Bold]
    words = view.shown.texts[at].text
    assert [words[f.start : f.start + f.length] for f in bold] == ["تحث"]
