"""The reader's pane: tabs, banner, reading switch and find bar."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from reader_material import bundled_text, made_text

from documents.position import Position
from services.documents.link_groups import Links
from ui.desktop.reader.find_bar import FindOptions, find
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support.appearance import Appearance


@pytest.fixture
def pane(qtbot):
    made = ReaderPane(Appearance("ar"))
    qtbot.addWidget(made)
    made.resize(856, 780)
    made.show()
    return made


def opened(pane, text):
    pane.open(text, Links(text))
    return text


def type_into(field, words):
    field.setFocus()
    field.setText(words)


def test_every_text_has_a_tab_and_closing_tells_which(pane, qtbot):
    opened(pane, bundled_text())
    other = opened(pane, made_text("نص آخر"))
    assert pane.tabs.count() == 2
    assert pane.current() == other
    opened(pane, bundled_text())
    assert pane.tabs.count() == 2
    with qtbot.waitSignal(pane.text_closed) as closed:
        QTest.mouseClick(pane.tabs, Qt.MouseButton.LeftButton, pos=pane.tabs.cross(0).center())
    assert closed.args == ["E/RES/2019/20", "ar"]
    assert pane.current() == other
    pane.close_text()
    assert pane.current() is None
    assert pane.view() is None


def test_the_banner_goes_for_one_document_and_can_come_back(pane):
    opened(pane, bundled_text())
    assert pane.banner.isVisible()
    pane.banner.close_button.click()
    assert not pane.banner.isVisible()
    opened(pane, made_text("نص"))
    assert pane.banner.isVisible()
    pane.tabs.setCurrentIndex(0)
    assert not pane.banner.isVisible()
    pane.show_banner()
    assert pane.banner.isVisible()


def test_the_source_is_asked_for(pane, qtbot):
    opened(pane, bundled_text())
    with qtbot.waitSignal(pane.source_requested):
        pane.banner.source.click()


def test_one_switch_shows_the_text_as_received(pane, qtbot):
    opened(pane, bundled_text())
    pane.go_to(Position("pp_9"))
    place = pane.place()
    assert "وإذ تلاحظ" in pane.view().toPlainText().split("\n")[pane.view().shown.index("pp_9")]
    with qtbot.waitSignal(pane.reading_changed):
        pane.banner.received.click()
    assert pane.view().toPlainText().split("\n")[pane.view().shown.index("pp_9")].startswith("وراء تلاحظ")
    assert pane.place() == place
    assert pane.view().current_provision() == "pp_9"
    assert pane.current().reading.as_received
    pane.set_reading(as_received=False)
    assert pane.banner.corrected.isChecked()


def test_the_find_bar_folds_counts_and_goes_on(pane, qtbot):
    opened(pane, bundled_text())
    pane.show_find_bar()
    assert pane.find_bar.isVisible()
    type_into(pane.find_bar.field, "المنظمة")
    qtbot.waitUntil(lambda: len(pane.find_bar.hits()) == 5, timeout=2000)
    qtbot.waitUntil(lambda: "٥" in pane.find_bar.count.text())
    assert pane.view().marks.state.current_hit is not None
    first = pane.view().marks.state.current_hit
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Return)
    assert pane.view().marks.state.current_hit != first
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.view().marks.state.current_hit == first
    pane.find_bar.marks.click()
    qtbot.waitUntil(lambda: len(pane.find_bar.hits()) == 3, timeout=2000)
    QTest.keyClick(pane.find_bar.field, Qt.Key.Key_Escape)
    assert not pane.find_bar.isVisible()
    assert not pane.view().marks.state.hits


def test_the_keys_of_the_find_bar_work_from_the_text(pane, qtbot):
    opened(pane, bundled_text())
    pane.view().setFocus()
    QTest.keyClick(pane.view(), Qt.Key.Key_F3)
    assert pane.find_bar.isVisible()


def test_find_finds_what_is_shown_and_points_into_what_was_received():
    text = bundled_text()
    hits = [span for spans in find(text, "وإذ تشير إلى اتفاقية", FindOptions()) for span in spans]
    assert [text.reading.cut(span) for span in hits] == ["وإذ تشير إلى اتفاقية"]
    received = text.as_received()
    assert not [s for spans in find(received, "وإذ تشير إلى اتفاقية", FindOptions()) for s in spans]


def test_whole_words_only():
    text = made_text("والمنظمة منظمة المنظمة")
    found = [
        len(s) for options in (FindOptions(), FindOptions(whole_word=True)) for s in find(text, "المنظمة", options)
    ]
    assert found == [2, 1]


def test_every_control_has_a_name(pane):
    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    opened(pane, bundled_text())
    pane.show_find_bar()
    for control in [*pane.findChildren(QAbstractButton), *pane.findChildren(QLineEdit), pane.view(), pane.tabs]:
        if control.isVisible() and control.objectName() not in {"ScrollLeftButton", "ScrollRightButton"}:
            assert control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()), control
    assert pane.view().objectName() == "readerView"
    assert pane.find_bar.objectName() == "findBar"


def test_links_and_hits_reach_the_chosen_text(pane, qtbot):
    text = opened(pane, bundled_text())
    links = Links(text)
    pane.set_link(links.of_footnote("5"), pinned=True)
    lit = {pane.view().shown.provisions[at].id for at in pane.view().marks.state.lit}
    assert {"pp_8", "op_3"} <= lit


def test_the_text_is_exposed_to_assistive_technology(pane):
    from PySide6.QtGui import QAccessible

    opened(pane, made_text("وإذ تلاحظ", "تحث الدول"))
    interface = QAccessible.queryAccessibleInterface(pane.view())
    text = interface.textInterface()
    assert text.text(0, text.characterCount()).splitlines() == ["وإذ تلاحظ", "تحث الدول"]
    assert text.offsetAtPoint(pane.view().viewport().mapToGlobal(QPoint(5, 5))) >= -1


def test_the_context_menu_offers_what_keys_do(pane, qtbot):
    from PySide6.QtGui import QGuiApplication

    opened(pane, bundled_text())
    pane.go_to(Position("op_5"))
    menu = pane.view().context_menu()
    copy, quoted, link, mark, corrected, received = [a for a in menu.actions() if not a.isSeparator()]
    copy.trigger()
    assert QGuiApplication.clipboard().text() == pane.current().reading.text("op_5")
    with qtbot.waitSignal(pane.bookmark_toggled) as toggled:
        mark.trigger()
    assert toggled.args == ["op_5"]
    with qtbot.waitSignal(pane.link_copy_requested):
        link.trigger()
    assert corrected.isChecked()
    with qtbot.waitSignal(pane.reading_changed) as changed:
        received.trigger()
    assert changed.args == [True]
    assert quoted.text()


def test_direction_and_words_follow_the_interface_the_text_keeps_its_own(pane, qapp):
    opened(pane, bundled_text())
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page = pane.view().page
    bar = pane.view().verticalScrollBar()
    assert bar.mapTo(pane, QPoint(0, 0)).x() < 100
    pane.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qapp.processEvents()
    assert bar.mapTo(pane, QPoint(0, 0)).x() > 700
    assert pane.view().page == page
    assert page.measure.rtl
    assert page.gutter_left > page.left


def test_a_sub_paragraph_stands_in_and_its_label_is_its_own_part(pane):
    from documents.model import Document, Kind, Provision
    from documents.reading import Reading
    from services.documents.open_text import OpenText
    from ui.desktop.reader.gutter import margin_label

    provisions = (
        Provision("op_1", Kind.OPERATIVE, "تحث الدول على ما يلي:", "1"),
        Provision("op_1_a", Kind.SUBPARAGRAPH, "أن تعزز التعاون؛", "a", parent="op_1"),
    )
    document = Document("A/RES/1/2", "ar", "", provisions)
    opened(pane, OpenText(document, Reading(document), ()))
    view = pane.view()
    assert view.shown.level(1) == 1
    outer, inner = view.provision_layout.text_rect(0), view.provision_layout.text_rect(1)
    assert inner.right() < outer.right()
    assert inner.left() == outer.left()
    assert margin_label(view.shown, 1) == "(a)"


def test_an_empty_text_and_an_empty_provision_are_shown(pane):
    from documents.model import Document
    from documents.reading import Reading
    from services.documents.open_text import OpenText

    document = Document("A/RES/1/3", "ar", "", ())
    opened(pane, OpenText(document, Reading(document), ()))
    pane.grab()
    assert pane.place() is None
    opened(pane, made_text("", "تحث"))
    pane.grab()
    assert pane.view().visible_provisions() == (0, 1)
