"""What a person does in the text: pointer, keyboard, clipboard, places; with real events."""

import datetime
import re

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reader_material import bundled_text, long_text, made_text

from documents.annotations.model import Annotation, AnnotationKind
from documents.corrections import Correction
from documents.model import Document, Marker
from documents.position import Position, Span
from documents.reading import Reading
from services.documents.link_groups import Link, Links
from services.documents.open_text import OpenText
from services.notes import anchor_resolution, annotation_edits
from ui.desktop.reader.display import ShownMarker
from ui.desktop.reader.gutter import Gutter
from ui.desktop.reader.justify import Measure
from ui.desktop.reader.view import ReaderView
from ui.desktop.support.appearance import Appearance

LEFT = Qt.MouseButton.LeftButton
NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def appearance(qapp):
    return Appearance("ar")


@pytest.fixture
def view(qtbot, appearance):
    made = ReaderView(appearance)
    qtbot.addWidget(made)
    made.resize(856, 700)
    made.show()
    text = bundled_text()
    made.open(text, Links(text))
    return made


def marker_hotspot(view, provision, number=0):
    return view.hotspots.markers(view.shown.index(provision))[number]


def correction_hotspot(view, provision):
    return next(s for s in view.hotspots.of(view.shown.index(provision)) if isinstance(s.value, Correction))


def middle(view, hotspot):
    return view.hotspot_areas(hotspot)[0].center().toPoint()


def test_a_click_on_a_marker_pins_its_link(view, qtbot):
    view.go_to(Position("pp_8"))
    hotspot = marker_hotspot(view, "pp_8")
    with qtbot.waitSignal(view.link_pinned) as pinned:
        QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, hotspot))
    assert pinned.args == [Link(frozenset({"4"}), frozenset({"UNTS 1577/27531"}))]


def test_the_doubtful_marker_pins_the_missing_footnote(view, qtbot):
    view.go_to(Position("op_17"))
    with qtbot.waitSignal(view.link_pinned) as pinned:
        QTest.mouseClick(view.viewport(), LEFT, pos=middle(view, marker_hotspot(view, "op_17", 1)))
    assert pinned.args[0].footnotes == {"9"}


def test_a_marker_can_be_hit_in_24_pixels(view):
    view.go_to(Position("pp_6"))
    hotspot = marker_hotspot(view, "pp_6")
    [area] = view.hotspot_areas(hotspot)
    assert area.width() >= 24
    assert area.height() >= 24
    corner = area.topLeft() + QPointF(1, 1)
    assert view.hotspot_at(corner) == hotspot


def test_resting_on_a_marker_lights_and_leaving_puts_out(view, qtbot):
    view.go_to(Position("pp_8"))
    told = []
    view.link_hovered.connect(told.append)
    QTest.mouseMove(view.viewport(), middle(view, marker_hotspot(view, "pp_8")))
    qtbot.waitUntil(lambda: len(told) == 1, timeout=1000)
    assert told[0].footnotes == {"4"}
    assert view.shown.index("pp_8") in view.marks.state.lit
    QTest.mouseMove(view.viewport(), QPoint(5, 5))
    qtbot.waitUntil(lambda: told[-1] is None, timeout=1500)
    assert not view.marks.state.lit


def test_what_is_pinned_is_lit_again_after_the_pointer_passed_elsewhere(view):
    first, second = marker_hotspot(view, "pp_8"), marker_hotspot(view, "pp_6")
    view.link_highlighter.pin(first)
    pinned = dict(view.marks.state.lit)
    view.link_highlighter.hover(second)
    assert view.marks.state.lit != pinned
    view.link_highlighter.hover(None)
    assert view.marks.state.lit == pinned
    assert view.link_highlighter.escape()
    assert not view.marks.state.lit


def test_enter_pins_then_enters_the_footnote_and_escape_unpins(view, qtbot):
    view.setFocus()
    view.go_to(Position("pp_8"))
    QTest.keyClick(view, Qt.Key.Key_F7)
    assert isinstance(view.marks.state.focused.value, ShownMarker)
    with qtbot.waitSignal(view.link_pinned):
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(view.footnote_entered) as entered:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert entered.args == ["4"]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    with qtbot.waitSignal(view.link_pinned) as unpinned:
        QTest.keyClick(view, Qt.Key.Key_Escape)
    assert unpinned.args == [None]


def test_f7_walks_every_marker_of_the_text_and_back(view):
    view.setFocus()
    view.moveCursor(QTextCursor.MoveOperation.Start)
    wanted = [m for p in view.shown.provisions for m in p.markers]
    seen = []
    for _ in wanted:
        QTest.keyClick(view, Qt.Key.Key_F7)
        seen.append(view.marks.state.focused.value.marker)
    assert seen == wanted
    QTest.keyClick(view, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert view.marks.state.focused.value.marker == wanted[-2]


def test_tab_walks_the_provision_and_then_leaves(view, qtbot):
    view.setFocus()
    view.go_to(Position("pp_8"))
    hotspots = view.hotspots.of(view.shown.index("pp_8"))
    for hotspot in hotspots:
        QTest.keyClick(view, Qt.Key.Key_Tab)
        assert view.marks.state.focused == hotspot
    QTest.keyClick(view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert view.marks.state.focused == hotspots[-2]
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert not view.next_hotspot(forward=True)


def test_alt_arrows_step_through_the_provisions(view, qtbot):
    view.setFocus()
    view.go_to(Position("pp_8"))
    with qtbot.waitSignal(view.provision_changed) as changed:
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert changed.args == ["pp_9"]
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert view.current_provision() == "pp_8"


def test_a_focused_correction_says_what_was_received_and_covers_no_letter_of_it(view):
    view.setFocus()
    view.go_to(Position("pp_8"))
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.popup.isVisible()
    assert "وراء" in view.popup.text()
    assert "وإذ" in view.popup.text()
    assert "٩٩٪" in view.popup.text()
    popup = view.popup.geometry()
    for hotspot in view.hotspots.of(view.shown.index("pp_8"))[:1]:
        for area in view.hotspot_areas(hotspot):
            assert not area.toRect().intersects(popup)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.popup.isVisible()


def test_hovering_a_suspicion_shows_that_nothing_was_changed(view, qtbot):
    view.go_to(Position("pp_10"))
    hotspot = next(s for s in view.hotspots.of(view.shown.index("pp_10"))
                if isinstance(s.value, Correction) and not s.value.applied)  # fmt: skip
    QTest.mouseMove(view.viewport(), middle(view, hotspot))
    qtbot.waitUntil(view.popup.isVisible, timeout=1000)
    assert "متفقا" in view.popup.text()


def select(view, start, end):
    cursor = view.textCursor()
    cursor.setPosition(view.shown.qt_position(start))
    cursor.setPosition(view.shown.qt_position(end), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def test_copy_gives_the_stored_text_across_provisions(view, qtbot):
    shown, reading = view.shown, view.shown.open_text.reading
    last = shown.provisions[shown.index("pp_9")]
    select(view, Position("pp_8"), Position("pp_9", len(last.text)))
    with qtbot.waitSignal(view.copied) as copied:
        QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == f"{reading.text('pp_8')}\n{reading.text('pp_9')}"
    assert copied.args == [2]
    assert view.createMimeDataFromSelection().text() == f"{reading.text('pp_8')}\n{reading.text('pp_9')}"


def test_copying_everything_gives_back_the_whole_reading(view):
    for as_received in (False, True):
        text = bundled_text(as_received=as_received)
        view.open(text, Links(text))
        view.selectAll()
        view.copier.copy()
        wanted = "\n".join(text.reading.text(p.id) for p in text.document.provisions)
        assert QGuiApplication.clipboard().text() == wanted


def test_copy_without_selection_takes_the_provision_and_can_say_where_it_stands(view):
    view.go_to(Position("op_5"))
    view.copier.copy_with_reference()
    words, _, reference = re.sub("[\u2066-\u2069]", "", QGuiApplication.clipboard().text()).rpartition("\n")
    assert words == f"«{view.shown.open_text.reading.text('op_5')}»"
    assert reference.startswith("E/RES/2019/20، ")
    assert '<p dir="rtl" lang="ar"' in QGuiApplication.clipboard().mimeData().html()


def test_going_somewhere_puts_the_provision_a_quarter_down_and_remembers(view, qtbot):
    with qtbot.waitSignals([view.place_left, view.jumped]):
        view.go_to(Position("op_10"))
    top = view.provision_rect(view.shown.index("op_10")).top()
    assert abs(top - view.viewport().height() / 4) < 30
    assert view.marks.state.flash == view.shown.index("op_10")
    qtbot.waitUntil(lambda: view.marks.state.flash is None, timeout=2000)


def test_a_place_is_found_again_on_the_same_line(view):
    view.verticalScrollBar().setValue(2000)
    place = view.place()
    view.go_to(Position("op_20"))
    view.restore(place)
    assert view.place() == place


def test_the_line_at_the_top_stays_when_the_window_or_the_text_grows(view, appearance, qtbot):
    view.go_to(Position("pp_12", 400))
    place = view.place()
    view.resize(640, 700)
    QApplication.processEvents()
    assert view.place().provision == place.provision
    appearance.set(text_scale=150)
    assert view.place().provision == place.provision
    assert abs(view.place().offset - place.offset) < 120


def test_the_screen_is_told_when_scrolling_has_stopped(view, qtbot):
    told = []
    view.screen_changed.connect(told.append)
    for value in (100, 300, 500):
        view.verticalScrollBar().setValue(value)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    top, bottom = view.scrolled(), view.scrolled() + view.viewport().height()
    for provision in told[-1]:
        first = view.provision_layout.text_rect(view.shown.index(provision)).top()
        assert top - 20 <= first <= bottom


def test_layout_in_the_background_does_not_put_off_telling_the_screen(qtbot, appearance):
    view = ReaderView(appearance)
    qtbot.addWidget(view)
    view.resize(856, 700)
    view.show()
    text = long_text(400)
    view.open(text, Links(text), Position(text.document.provisions[300].id))
    view._screen.stop()
    assert view.provision_layout.unlaid
    place, scrolled = view.place(), view.scrolled()
    while view.provision_layout.unlaid:
        assert not view._screen.isActive()
        view._idle.slice()
    assert view._screen.isActive(), "how far it is read is exact only now"
    view._screen.stop()
    assert view.scrolled() != scrolled
    assert view.place() == place
    view.verticalScrollBar().setValue(view.scrolled() + 40)
    assert view._screen.isActive()


def test_the_current_provision_follows_scrolling_only_when_it_leaves(view):
    view.go_to(Position("pp_8"))
    view.verticalScrollBar().setValue(view.scrolled() + 60)
    assert view.current_provision() == "pp_8"
    view.verticalScrollBar().setValue(view.scrolled() + 1500)
    assert view.current_provision() != "pp_8"


def pixels(view, point, token, radius=2):
    image = view.viewport().grab().toImage()
    wanted = QImage(1, 1, image.format())
    wanted.fill(view._appearance.color(token))
    ratio = image.devicePixelRatio()
    x, y = round(point.x() * ratio), round(point.y() * ratio)
    square = [(x + i, y + j) for i in range(-radius, radius + 1) for j in range(-radius, radius + 1)]
    return any(image.pixelColor(*p) == wanted.pixelColor(0, 0) for p in square)


def test_hits_in_text_that_runs_both_ways_cover_their_own_words_only(view):
    text = made_text("قال (WeProtect) في ١٥٤/٧٣ كلاماً كثيراً")
    view.open(text, None)
    start = text.document.provisions[0].text.index("Protect")
    view.set_hits((Span("op_1", start, start + 7),), 0)
    at, first, last = view.shown.shown_span(Span("op_1", start, start + 7))
    block = view.document().findBlockByNumber(at)
    [band] = view.span_areas(at, first, last)
    before = view.span_areas(at, first - 2, first)[0]
    assert before.right() == pytest.approx(band.left(), abs=1)
    assert pixels(view, band.topLeft() + QPointF(4, 3), "hitcur")
    assert pixels(view, band.topRight() + QPointF(-4, 3), "hitcur")
    assert not pixels(view, before.topLeft() + QPointF(4, 3), "hitcur")
    both = view.span_areas(at, first, block.text().index("كلاماً"))
    assert len(both) >= 2


def test_a_hit_over_two_lines_is_painted_at_the_right_ends(view):
    view.open(bundled_text(), None)
    at = view.shown.index("pp_2")
    view.provision_layout.ensure(at, at)
    block = view.document().findBlockByNumber(at)
    line = block.layout().lineAt(0)
    cut = line.textStart() + line.textLength()
    bands = view.span_areas(at, cut - 8, cut + 8)
    assert len(bands) == 2
    page = view.page
    assert bands[0].left() == pytest.approx(page.left, abs=1.5)
    assert bands[1].right() == pytest.approx(page.left + page.width, abs=1.5)
    assert bands[1].top() - bands[0].top() == pytest.approx(page.measure.line_height, abs=0.5)


def test_lit_markers_are_inverse_and_cited_words_have_a_ground(view):
    view.go_to(Position("pp_8"), flash=False)
    hotspot = marker_hotspot(view, "pp_8")
    box = view.text_geometry.marker_box(hotspot).translated(0, -view.scrolled())
    corner = box.bottomRight() + QPointF(-3, -2)
    assert not pixels(view, corner, "accent", 1)
    view.set_link(view.link_highlighter.link_of(hotspot), pinned=True)
    lit = view.marks.state.lit[hotspot.at]
    assert hotspot in lit
    cited = next(s for s in lit if not isinstance(s.value, ShownMarker))
    band = view.hotspot_areas(cited)[0]
    assert pixels(view, corner, "accent", 1)
    assert pixels(view, band.topLeft() + QPointF(3, 3), "accentsoft", 1)
    view.set_link(None)
    assert not view.marks.state.lit
    assert not pixels(view, band.topLeft() + QPointF(3, 3), "accentsoft", 1)


def test_corrections_carry_dots_below_the_baseline(view):
    view.go_to(Position("pp_9"), flash=False)
    hotspot = correction_hotspot(view, "pp_9")
    [first] = view.span_areas(hotspot.at, hotspot.start, hotspot.end)
    assert pixels(view, QPointF(first.center().x(), first.top() + 19 + 9), "corr", 4)


def test_the_margin_toggles_bookmarks_on_the_right_of_arabic(qtbot, appearance, view):
    gutter = Gutter(appearance, view)
    gutter.place()
    view.go_to(Position("pp_8"))
    assert gutter.geometry().left() > view.page.left + view.page.width
    row = gutter.row(view.shown.index("pp_8"))
    with qtbot.waitSignal(gutter.bookmark_toggled) as toggled:
        QTest.mouseClick(gutter, LEFT, pos=row.center())
    assert toggled.args == ["pp_8"]


def test_labels_move_above_their_provisions_when_a_line_has_few_words(view, appearance):
    assert view.page.label_row == 0
    appearance.set(text_scale=300)
    assert view.page.label_row > 0
    at = view.shown.index("pp_8")
    assert view.provision_layout.text_rect(at).top() == view.provision_layout.top(at) + view.page.label_row


def test_ctrl_wheel_asks_for_another_text_size(view, qtbot):
    from PySide6.QtGui import QWheelEvent

    place = QPointF(100, 100)
    event = QWheelEvent(place, view.mapToGlobal(place), QPoint(0, 0), QPoint(0, 120), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    with qtbot.waitSignal(view.text_size_stepped) as stepped:
        QApplication.sendEvent(view.viewport(), event)
    assert stepped.args == [1]


def test_a_long_text_is_laid_out_where_it_is_seen(qtbot, appearance):
    view = ReaderView(appearance)
    qtbot.addWidget(view)
    view.resize(856, 700)
    view.show()
    view.open(long_text(600), None)
    assert view.provision_layout.unlaid > 500
    view.go_to(view.shown.place(590, 0))
    assert abs(view.provision_rect(590).top() - view.viewport().height() / 4) < 40
    before = view.provision_rect(590).top()
    view._idle.slice()
    assert abs(view.provision_rect(590).top() - before) <= 1


def test_offsets_beyond_the_basic_plane_are_qt_positions(view):
    text = made_text("قرار 😀 جديد", markers={1: (Marker(11, "1", "(١)"),)})
    view.open(text, None)
    position = view.shown.qt_position(Position("op_1", 7))
    assert view.document().toPlainText()[:9].encode("utf-16-le")[position * 2 :].decode("utf-16-le").startswith("ج")
    assert view.shown.place(0, position) == Position("op_1", 7)


@pytest.mark.parametrize("lit", [False, True])
def test_the_doubtful_marker_looks_and_speaks_of_its_doubt(view, appearance, lit):
    view.go_to(Position("op_17"))
    hotspots = view.hotspots.markers(view.shown.index("op_17"))
    assert [hotspot.value.is_doubtful for hotspot in hotspots] == [False, True]
    if lit:
        view.set_link(Link(frozenset({"9"}), frozenset()), pinned=True)
    picture = view.viewport().grab().toImage()
    box = view.hotspot_areas(hotspots[1])[0].toRect()
    below = range(box.bottom() + 1, box.bottom() + 14)
    warn = appearance.color("warn")

    def near(x, y, by=40):
        pixel = picture.pixelColor(x, y)
        return all(abs(a - b) < by for a, b in zip(pixel.getRgb()[:3], warn.getRgb()[:3], strict=True))

    assert any(near(x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom()))
    assert any(near(x, y, 100) for x in range(box.left(), box.right()) for y in below)
    view.link_highlighter.focus(hotspots[1])
    assert view.popup.isVisible()
    assert "(٤)" in view.popup.text()


def test_escape_clears_the_hits_of_a_search_last(view):
    view.go_to(Position("pp_8"))
    view.set_hits((Span("pp_8", 0, 3),), None)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.marks.state.hits == {}


def test_only_short_lines_may_end_ragged():
    wide, short = Measure(604, 38, 24, rtl=True), Measure(604, 38 * 3, 24 * 3, rtl=True)
    assert wide.widest > 100
    assert short.widest == pytest.approx(2 * 6.125 * 3)


def highlighted(view, text, span):
    note = Annotation("n", AnnotationKind.HIGHLIGHT, text.document.symbol, "ar",
                      annotation_edits.targets_for(text.document, [span]), NOW, NOW, colour="pink")  # fmt: skip
    view.annotation_overlay.show([anchor_resolution.resolve_draft(text.document, note)])
    view.annotation_overlay.choose("n")
    return view.marks.state.notes.of("n")


def drag(view, start, end):
    for kind, at, button in (
        (QEvent.Type.MouseButtonPress, start, LEFT),
        (QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton),
        (QEvent.Type.MouseButtonRelease, end, LEFT),
    ):
        event = QMouseEvent(kind, at, view.viewport().mapToGlobal(at), button, LEFT, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)


def test_a_note_whose_ends_are_dragged_together_keeps_its_words(view):
    view.go_to(Position("op_5"))
    (band,) = highlighted(view, view.shown.open_text, Span("op_5", 0, 12))
    resized = []
    view.note_resized.connect(lambda id_, spans: resized.append((id_, spans)))
    start, end = (point - QPointF(0, view.scrolled()) for point in view.text_geometry.handles(band))
    drag(view, end, start)
    assert resized == []
    drag(view, end, end + QPointF(-60, -10))
    [(id_, [span])] = resized
    assert (id_, span.provision, span.start) == ("n", "op_5", 0)
    assert span.end > 12


def test_highlights_stay_on_their_words_in_the_other_reading(view):
    text = view.shown.open_text
    (before,) = highlighted(view, text, Span("pp_8", 5, 9))
    words = view.shown.texts[before.at].text[before.start : before.end]
    view.change_reading(text.as_received())
    (after,) = view.marks.state.notes.of("n")
    assert after.start != before.start
    assert view.shown.texts[after.at].text[after.start : after.end] == words


def test_the_gutter_takes_its_labels_from_the_text_that_is_shown(view, appearance):
    gutter = Gutter(appearance, view)
    assert gutter.label(view.shown.index("op_5")) == "OP5"
    view.open(made_text("نص"), None)
    assert gutter.label(0) == "OP1"


def test_nothing_is_copied_from_an_empty_text(view):
    QGuiApplication.clipboard().setText("before")
    document = Document("A/RES/1/3", "ar", "", ())
    view.open(OpenText(document, Reading(document), ()), None)
    view.copier.copy()
    view.copier.copy_with_reference()
    assert QGuiApplication.clipboard().text() == "before"
    assert view.selection() is None
