"""Citations in the window: followed, corrected and taken back, counted and listed; the panel never on its line."""

import sqlite3

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from shell_scene import plain, press

from documents.position import Position
from ui.desktop.support.citation_request import CitationAction, CitationRequest

CITING = """دورة عام ٢٠٢٠

**قرار اتخذه المجلس الاقتصادي والاجتماعي في ٢٢ تموز/يوليه ٢٠٢٠**

**١٠/٢٠٢٠ - نصّ للتجربة**

إن المجلس الاقتصادي والاجتماعي،

وإذ يشير إلى الفقرة ٣ من قراره ٢٠/٢٠١٩ وإلى اتفاقية حقوق الطفل،

وإذ يشير أيضاً إلى قرار الجمعية العامة ٣٣/٤٤،

١ - يحث الدول الأعضاء على القراءة؛

٢ - يطلب إلى الأمين العام أن يقدم تقريراً عن العهد الدولي.
"""


@pytest.fixture
def window(scene):
    program = scene.start("ar", texts=(CITING,))
    assert program.window.reader.current().document.symbol == "E/RES/2020/10"
    return program.window


def cited(window, words):
    return next(c for c in window.reader.current().citations if words in c.text)


def targets(window):
    return [c.target for c in window.reader.current().citations if not c.own]


def ask(window, words):
    citation = cited(window, words)
    window.citation_controller.do(CitationRequest(CitationAction.CORRECT, citation.target, "", citation, citation.span))
    return window.citation_override_controller.panel


def type_answer(panel, words):
    panel.line.line.setText(words)
    press(panel.line.line, Qt.Key.Key_Return)


def settle(scene, window):
    scene.qtbot.waitUntil(window.worker.is_idle, timeout=10_000)


def test_tab_walks_the_citations_and_says_them_and_enter_follows_to_the_place(window):
    view = window.reader.view()
    window.reader.go_to(Position("pp_1"), flash=False)
    view.setFocus()
    press(view, Qt.Key.Key_Tab)
    assert "في المكتبة" in plain(view.accessibleDescription())
    assert view.marks.state.focused.value.pinpoints[0].place == "para_3"
    press(view, Qt.Key.Key_Return)
    assert view.link_highlighter.pinned.targets == {"E/RES/2019/20"}
    assert next(card for card in window.apparatus_sync.pane.instruments.cards() if card._lit).target == "E/RES/2019/20"
    press(view, Qt.Key.Key_Return)
    assert window.reader.current().document.symbol == "E/RES/2019/20"
    assert window.document_controller.provision == "op_3"


def test_a_typed_answer_is_the_users_own_and_is_undone_and_redone(scene, window):
    before = targets(window)
    panel = ask(window, "٣٣/٤٤")
    type_answer(panel, "قرار الجمعية العامة ٧٣/١٥٤")
    citation = cited(window, "٣٣/٤٤")
    assert (citation.target, citation.by_user) == ("A/RES/73/154", True)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is window.reader.view()
    card = next(c for c in window.apparatus_sync.pane.instruments.cards() if c.target == "A/RES/73/154")
    assert "بتصويب منك" in card.evidence.text()
    assert window.status.message.text() == "صُوّب الاستشهاد"
    window.status.undo.click()
    assert targets(window) == before
    window.actions_["redo"].trigger()
    assert cited(window, "٣٣/٤٤").target == "A/RES/73/154"
    window.actions_["undo"].trigger()
    window.actions_["undo"].trigger()
    assert targets(window) == before
    assert window.status.message.text() == "لا شيء يُتراجع عنه"


def test_what_is_typed_is_understood_at_once_or_said_to_be_unknown(window):
    panel = ask(window, "٣٣/٤٤")
    panel.line.line.setText("A/RES/73/154")
    assert [b.property("target") for b in panel.meanings.buttons] == ["A/RES/73/154"]
    assert panel.said.isHidden()
    panel.line.line.setText("xyzzy")
    assert panel.meanings.buttons == []
    assert panel.said.text() == "ليس هذا رمزًا ولا اسمًا معروفًا."
    press(panel.line.line, Qt.Key.Key_Return)
    assert panel.isVisible()


def test_no_citation_and_back(window):
    before = targets(window)
    panel = ask(window, "٣٣/٤٤")
    assert panel.back.isHidden()
    panel.none.click()
    assert not any("٣٣/٤٤" in c.text for c in window.reader.current().citations)
    window.undo_controller.undo_citation()
    type_answer(ask(window, "٣٣/٤٤"), "A/RES/73/154")
    panel = ask(window, "٣٣/٤٤")
    panel.back.click()
    assert targets(window) == before


def test_selected_words_become_a_citation(window):
    view = window.reader.view()
    start = view.toPlainText().index("العهد الدولي")
    cursor = view.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len("العهد الدولي"), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    menu = view.context_menu()
    action = next(a for a in menu.actions() if a.objectName() == CitationAction.CORRECT.value)
    action.trigger()
    panel = window.citation_override_controller.panel
    assert panel.isVisible()
    assert "العهد الدولي" in panel.quote.text()
    assert panel.none.isHidden()
    type_answer(panel, "A/RES/73/154")
    assert cited(window, "العهد الدولي").target == "A/RES/73/154"


@pytest.mark.parametrize("size", [(1440, 900), (760, 560)])
@pytest.mark.parametrize("provision", ["pp_1", "pp_2"])
def test_the_panel_lies_inside_the_window_and_never_on_its_line(scene, window, size, provision):
    window.resize(*size)
    scene.qtbot.wait(50)
    window.reader.go_to(Position(provision), flash=False)
    citation = next(c for c in window.reader.current().citations if c.span.provision == provision and not c.own)
    window.citation_controller.do(CitationRequest(CitationAction.CORRECT, citation.target, "", citation, citation.span))
    panel, view = window.citation_override_controller.panel, window.reader.view()
    stop = next(
        s for s in view.hotspots.of(view.shown.index(provision)) if getattr(s.value, "span", None) == citation.span
    )
    inside = window.centralWidget()
    for area in view.hotspot_areas(stop):
        corner = inside.mapFromGlobal(view.viewport().mapToGlobal(QPoint(0, 0)))
        line = QRect(area.toAlignedRect().topLeft() + corner, area.toAlignedRect().size())
        assert not panel.geometry().intersects(line)
    assert inside.rect().contains(panel.geometry())
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is view


def test_the_menu_of_a_citation_offers_what_can_be_done(window):
    view = window.reader.view()
    names = {action.objectName() for action in view.context_menu(cited(window, "٢٠/٢٠١٩")).actions()}
    assert {
        CitationAction.OPEN.value,
        CitationAction.BESIDE.value,
        CitationAction.CITED_BY.value,
        CitationAction.CORRECT.value,
        CitationAction.DISMISS.value,
    } <= names
    names = {action.objectName() for action in view.context_menu(cited(window, "حقوق الطفل")).actions()}
    assert {CitationAction.IMPORT.value, CitationAction.CORRECT.value} <= names
    assert CitationAction.OPEN.value not in names


def test_a_card_tells_who_cites_and_the_list_leads_there(scene, window):
    window.reader.go_to(Position("pp_1"), flash=False)
    cards = window.apparatus_sync.pane.instruments
    scene.qtbot.waitUntil(lambda: not cards.uncounted() and window.worker.is_idle(), timeout=10_000)
    card = next(card for card in cards.cards() if card.target == "UNTS 1577/27531")
    assert card.cited_by.text() == "تستشهد به وثيقتان في المكتبة"
    card.cited_by.click()
    sections = window.apparatus_sync.pane.sections
    scene.qtbot.waitUntil(lambda: sections.citing.isVisible() and bool(sections.citing.rows()), timeout=10_000)
    rows = sections.citing.rows()
    assert {row.symbol for row in rows} == {"E/RES/2019/20", "E/RES/2020/10"}
    for row in rows:
        assert row.quote[row.quote_start : row.quote_start + row.end - row.start]
    at = next(i for i, row in enumerate(rows) if row.symbol == "E/RES/2019/20" and not row.provision.startswith("fn_"))
    sections.citing.list.setCurrentIndex(sections.citing.list.model().index(at, 0))
    press(sections.citing.list, Qt.Key.Key_Return)
    assert window.reader.current().document.symbol == "E/RES/2019/20"
    assert window.document_controller.provision == rows[at].provision
    press(sections.citing.list, Qt.Key.Key_Escape)
    assert not sections.citing.isVisible()
    assert sections.footnotes.isVisible()


def test_the_link_of_a_provision_leads_to_the_provision(window):
    window.reader.view().link_copy_requested.emit("op_2")
    assert QGuiApplication.clipboard().text() == "https://docs.un.org/ar/E/RES/2020/10#op_2"
    window.search_controller.submit(QGuiApplication.clipboard().text())
    assert window.document_controller.provision == "op_2"
    QGuiApplication.clipboard().clear()


def test_the_keys_of_correcting(window):
    view = window.reader.view()
    window.reader.go_to(Position("pp_2"), flash=False)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Tab)
    window.actions_["correct_citation"].trigger()
    assert window.citation_override_controller.panel.isVisible()
    assert "٣٣/٤٤" in window.citation_override_controller.panel.quote.text()
    window.citation_override_controller.panel.close_panel()
    window.reader.go_to(Position("op_1"), flash=False)
    view.link_highlighter.focus(None)
    window.actions_["correct_citation"].trigger()
    assert not window.citation_override_controller.panel.isVisible()
    assert "لا استشهاد" in window.status.message.text()


def test_menus_of_the_window_are_popups_not_boxes(window):
    ask(window, "٣٣/٤٤")
    assert QApplication.activeModalWidget() is None
    assert not any(menu.isVisible() for menu in window.findChildren(QMenu))


def test_a_count_that_fails_is_told_once_and_not_repeated(scene, qtbot):
    program = scene.start("ar")
    with program.db.transaction():
        program.db.write("DROP TABLE target_totals")
    with qtbot.captureExceptions() as caught:
        program.window.cited_by_controller.recount()
        scene.settle(program)
    assert [kind for kind, *_ in caught] == [sqlite3.OperationalError]
    assert program.window.worker.is_idle()
