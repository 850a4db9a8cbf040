"""The pane beside the text: what it lists, what lights, what it asks for, in both languages."""

import pytest
from panels_scene import Speech, enter, leave, move, plain, press, resolution, unnamed
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from documents.citations.citation import Citation, CitationKind, CitationStatus, Pinpoint
from documents.citations.evidence import Evidence, EvidenceCode
from documents.model import Document, Kind, Provision
from documents.position import Position, Span
from documents.reading import Reading
from services.documents.link_groups import Link, Links
from services.documents.open_text import OpenText
from ui.desktop.panels.apparatus.footnote_document import blocks
from ui.desktop.panels.apparatus.override_panel import Answer, CitationPanel, Question
from ui.desktop.panels.apparatus.pane import ApparatusPane
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.bidi_text import display_text, stored_text
from ui.desktop.support.citation_request import CitationAction

UNTOC, CRC, OPSC, TIP = "UNTS 2225/39574", "UNTS 1577/27531", "UNTS 2171/27531", "UNTS 2237/39574"
ON_SCREEN = ("pp_6", "pp_7", "pp_8", "pp_9")


@pytest.fixture
def appearance(qapp):
    return Appearance("ar")


@pytest.fixture
def speech(appearance):
    made = Speech(appearance)
    made.speak("ar")
    yield made
    made.silence()


@pytest.fixture
def links():
    return Links(resolution())


@pytest.fixture
def pane(qtbot, appearance, speech, links):
    made = ApparatusPane(appearance)
    qtbot.addWidget(made)
    made.resize(320, 800)
    made.show_text(resolution(), links, lambda target: target == UNTOC)
    made.show_provisions(ON_SCREEN)
    made.show()
    QApplication.processEvents()
    return made


def text_of(pane):
    return plain(pane.footnotes.toPlainText())


def shown_targets(pane):
    return [card.target for card in pane.instruments.cards()]


def line_rects(view):
    """Every line of the footnotes in viewport coordinates."""
    shift = view.horizontalScrollBar()
    offset = shift.maximum() - shift.value() if view.isRightToLeft() else shift.value()
    for block in blocks(view.document()):
        at = view.document().documentLayout().blockBoundingRect(block).topLeft()
        for number in range(block.layout().lineCount()):
            yield block.layout().lineAt(number).naturalTextRect().translated(at.x() - offset, at.y())


def row_middle(pane, number):
    rects = dict(pane.footnotes._note_rects())
    return rects[number].center()


def test_lists_the_notes_of_what_is_on_screen_with_their_facts(pane):
    assert text_of(pane).split("\n") == [
        "(٣) United Nations, Treaty Series, vol. 2225, No. 39574.",
        "عند PP6 وOP17",
        "(٤) المرجع نفسه، المجلد ١٥٧٧، الرقم ٢٧٥٣١.",
        "عند PP8 · المرجع نفسه: UNTS",
        "(٥) المرجع نفسه، المجلد ٢١٧١، الرقم ٢٧٥٣١.",
        "عند PP8 وOP3 · المرجع نفسه: UNTS",
    ]
    assert pane.head.title.text() == "الحواشي والصكوك"
    assert (pane.notes_head.name.text(), pane.notes_head.fact.text()) == ("حواشي هذه الشاشة", "٣")
    assert (pane.cards_head.name.text(), pane.cards_head.fact.text()) == ("الصكوك المستشهد بها", "٣")


def test_the_same_in_the_english_window(pane, speech):
    speech.speak("en")
    lines = text_of(pane).split("\n")
    assert lines[0].startswith("(٣) United Nations")
    assert lines[1::2] == ["At PP6, OP17", "At PP8 · Ibid. = UNTS", "At PP8, OP3 · Ibid. = UNTS"]
    assert (pane.notes_head.name.text(), pane.notes_head.fact.text()) == ("Footnotes on this screen", "3")
    crc = pane.instruments.cards()[1]
    assert crc.title.text() == "\u2068اتفاقية حقوق الطفل\u2069"
    assert crc.title.alignment() & Qt.AlignmentFlag.AlignRight
    assert plain(crc.facts.text()) == "20 November 1989 · UNTS 1577 / 27531"
    assert crc.places.accessibleName().replace("\u2066", "").replace("\u2069", "") == "Cited in PP8"


def test_a_latin_note_is_isolated_so_that_its_stop_stays_right(pane):
    block = pane.footnotes.document().begin()
    assert block.blockFormat().layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert "\u2066United Nations" in block.text()
    assert block.text().endswith("39574.\u2069")
    cursor = pane.footnotes.document().find("Treaty Series")
    assert cursor.charFormat().fontItalic()
    assert not pane.footnotes.document().find("vol.").charFormat().fontItalic()


def test_what_is_drawn_loses_nothing():
    for _, text in resolution().document.texts():
        assert stored_text(display_text(text, rtl=True)) == text
        assert stored_text(display_text(text, rtl=False)) == text


def test_copy_gives_the_stored_text(pane):
    pane.footnotes.moveCursor(QTextCursor.MoveOperation.Start)
    pane.footnotes.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    pane.footnotes.copy()
    assert QGuiApplication.clipboard().text() == "(٣) United Nations, Treaty Series, vol. 2225, No. 39574."
    QGuiApplication.clipboard().clear()


def test_cards_say_what_is_known(pane):
    untoc, crc, opsc = pane.instruments.cards()
    assert [untoc.target, crc.target, opsc.target] == [UNTOC, CRC, OPSC]
    assert plain(crc.title.text()) == "اتفاقية حقوق الطفل"
    assert plain(crc.english.text()) == "Convention on the Rights of the Child"
    assert plain(crc.facts.text()) == "٢٠ تشرين الثاني/نوفمبر ١٩٨٩ · UNTS 1577 / 27531"
    assert plain(crc.places.accessibleName()) == "مذكور في PP8"
    assert plain(untoc.places.accessibleName()) == "مذكور في PP6 وOP17"
    assert (untoc.state.accessibleName(), crc.state.accessibleName()) == ("في المكتبة", "ليس في المكتبة")
    assert untoc.open.isVisible()
    assert not crc.open.isVisible()
    assert crc.copy_link.text() == "نسخ الرابط"


def test_a_fact_nobody_checked_is_said_to_be_so(pane):
    pane.show_provisions(("pp_12",))
    doubtful = {card.target: card for card in pane.instruments.cards()}
    assert doubtful["A/RES/72/195"].doubt.isVisible()
    assert doubtful["A/RES/72/195"].doubt.text() == "غير مؤكَّد: العنوان الإنكليزي"
    assert "غير مؤكَّد" in doubtful["A/RES/72/195"].accessibleDescription()
    assert not doubtful["A/RES/73/154"].doubt.isVisible()
    assert plain(doubtful["CCPCJ/RES/16/2"].facts.text()).endswith("CCPCJ 16/2 · E/2007/30/Rev.1")


def test_the_missing_note_is_named_and_never_another_one(pane):
    pane.show_provisions(("op_17",))
    lines = text_of(pane).split("\n")
    assert lines[2:] == [
        "(٩)  نصّ الحاشية غير وارد في الملف",
        "ورد الرقم في الأصل (٤)",
        "المرجّح: UNTS 2237 / 39574 · عند OP17",
    ]
    assert shown_targets(pane) == [UNTOC, TIP]


def test_no_notes_here_leads_to_the_nearest(qtbot, pane):
    pane.show_provisions(("op_9", "op_10"))
    assert text_of(pane).split("\n") == [
        "لا حواشي في هذه الشاشة.",
        "السابقة: (٥) عند OP3",
        "التالية: (٣) عند OP17",
    ]
    assert pane.instruments.nothing.text() == "لا صكوك مذكورة هنا."
    assert plain(pane.instruments.all.text()) == "كل صكوك الوثيقة (١٧)"
    pane.footnotes.setFocus()
    with qtbot.waitSignal(pane.place_requested) as asked:
        press(pane.footnotes, Qt.Key.Key_Tab)
        press(pane.footnotes, Qt.Key.Key_Return)
    assert asked.args[0].provision == "op_3"


def test_ends_of_the_text_have_one_neighbour(pane):
    pane.show_provisions(("masthead_1",))
    assert text_of(pane).split("\n")[1:] == ["التالية: (١) عند PP1"]
    pane.show_provisions(("closing_2",))
    assert text_of(pane).split("\n")[1:] == ["السابقة: (٩) عند OP17"]


def test_all_instruments_of_the_document_on_request(qtbot, pane):
    pane.show_provisions(("op_3",))
    assert shown_targets(pane) == [OPSC]
    qtbot.mouseClick(pane.instruments.all, Qt.MouseButton.LeftButton)
    assert len(shown_targets(pane)) == 17
    assert shown_targets(pane)[0] == OPSC
    assert pane.instruments.elsewhere.name.text() == "في مواضع أخرى من هذه الوثيقة"
    assert pane.instruments.elsewhere.fact.text() == "١٦"
    qtbot.mouseClick(pane.instruments.all, Qt.MouseButton.LeftButton)
    assert shown_targets(pane) == [OPSC]


def test_cards_are_filled_again_not_made_again(pane):
    pane.show_provisions(("pp_12",))
    before = len(pane.instruments.findChildren(type(pane.instruments.cards()[0])))
    for ids in (("pp_6",), ("pp_8",), ("op_17",), ("pp_12",), ON_SCREEN):
        pane.show_provisions(ids)
    assert len(pane.instruments.findChildren(type(pane.instruments.cards()[0]))) == before
    assert shown_targets(pane) == [UNTOC, CRC, OPSC]


def test_a_card_that_stays_keeps_the_focus(pane):
    card = pane.instruments.cards()[1]
    card.setFocus()
    pane.show_provisions(("pp_8",))
    assert shown_targets(pane) == [CRC, OPSC]
    assert pane.instruments.cards()[0] is card
    assert card.hasFocus()


def test_scrolling_by_provisions_that_change_nothing_writes_nothing(pane):
    pane.footnotes.document().setModified(False)
    revision = pane.footnotes.document().revision()
    pane.show_provisions(("pp_6", "pp_8"))
    assert pane.footnotes.document().revision() == revision


def test_the_pointer_lights_after_120_ms_and_puts_out_at_once(qtbot, pane, links):
    heard = []
    pane.link_hovered.connect(heard.append)
    move(pane.footnotes.viewport(), row_middle(pane, "4"))
    assert heard == []
    qtbot.waitUntil(lambda: heard == [links.of_footnote("4")], timeout=1000)
    leave(pane.footnotes)
    assert heard[-1] is None


def test_a_pointer_that_only_passes_lights_nothing(qtbot, pane):
    heard = []
    pane.link_hovered.connect(heard.append)
    move(pane.footnotes.viewport(), row_middle(pane, "4"))
    leave(pane.footnotes)
    qtbot.wait(180)
    assert [link for link in heard if link] == []


def test_the_pointer_over_a_card_lights_too(qtbot, pane, links):
    card = pane.instruments.cards()[1]
    with qtbot.waitSignal(pane.link_hovered, timeout=1000) as heard:
        enter(card)
    assert heard.args[0] == links.of_target(CRC) == Link(frozenset({"4"}), frozenset({CRC}))


def test_the_caret_lights_the_note_it_stands_in(pane, links):
    heard = []
    pane.link_hovered.connect(heard.append)
    pane.activateWindow()
    pane.focus_footnote("5")
    assert heard[-1] == links.of_footnote("5")
    press(pane.footnotes, Qt.Key.Key_Up)
    assert heard[-1] == links.of_footnote("4")


def test_a_note_stays_while_the_caret_is_in_it(pane):
    pane.activateWindow()
    pane.focus_footnote("4")
    pane.show_provisions(("op_3",))
    assert pane.footnotes.caret_note() == "4", "the text scrolled away from its marker"
    assert pane.footnotes.row_of("5") is not None
    pane.instruments.cards()[0].setFocus()
    pane.show_provisions(("op_17",))
    assert pane.footnotes.row_of("4") is None


def test_enter_and_click_keep_a_note_lit_and_esc_returns(qtbot, pane, links):
    pane.focus_footnote("4")
    with qtbot.waitSignal(pane.link_pinned) as pinned:
        press(pane.footnotes, Qt.Key.Key_Return)
    assert pinned.args[0] == links.of_footnote("4")
    with qtbot.waitSignal(pane.link_pinned) as pinned:
        qtbot.mouseClick(pane.footnotes.viewport(), Qt.MouseButton.LeftButton, pos=row_middle(pane, "5"))
    assert pinned.args[0] == links.of_footnote("5")
    with qtbot.waitSignal(pane.returned_to_text):
        press(pane.footnotes, Qt.Key.Key_Escape)


def test_a_card_by_keyboard(qtbot, pane, links):
    card = pane.instruments.cards()[0]
    card.setFocus()
    with qtbot.waitSignal(pane.link_pinned) as pinned:
        press(card, Qt.Key.Key_Return)
    assert pinned.args[0] == links.of_target(UNTOC)
    with qtbot.waitSignal(pane.returned_to_text):
        press(card, Qt.Key.Key_Escape)
    with qtbot.waitSignal(pane.copy_link_requested) as copied:
        press(card.copy_link, Qt.Key.Key_Return)
    assert copied.args == [UNTOC]
    with qtbot.waitSignal(pane.open_requested) as opened:
        press(card.open, Qt.Key.Key_Space)
    assert opened.args == [UNTOC]


def test_links_of_a_note_are_reached_by_tab(qtbot, pane):
    pane.focus_footnote("3")
    for _ in ("the cited words", "PP6", "OP17"):
        press(pane.footnotes, Qt.Key.Key_Tab)
    with qtbot.waitSignal(pane.place_requested) as asked:
        press(pane.footnotes, Qt.Key.Key_Return)
    assert asked.args[0] == Position("op_17", 102)


def test_links_of_a_card_lead_to_their_place(qtbot, pane):
    with qtbot.waitSignal(pane.place_requested) as asked:
        pane.instruments.cards()[0].places.linkActivated.emit("place:op_17:36")
    assert asked.args[0] == Position("op_17", 36)


def test_lighting_from_the_text_paints_rows_and_cards(pane, links):
    pane.set_link(links.of_footnote("4"), pinned=False)
    picture = pane.footnotes.viewport().grab().toImage()
    soft, window = pane._appearance.color("accentsoft"), pane._appearance.color("window")
    middle = row_middle(pane, "4")
    edge = pane.footnotes.viewport().width() - 1
    assert picture.pixelColor(4, middle.y()) == soft
    assert picture.pixelColor(edge, middle.y()) == pane._appearance.color("accent")
    assert picture.pixelColor(4, row_middle(pane, "5").y()) == window
    assert [card._lit for card in pane.instruments.cards()] == [False, True, False]
    pane.set_link(None, pinned=False)
    assert pane.footnotes.viewport().grab().toImage().pixelColor(4, middle.y()) == window
    assert [card._lit for card in pane.instruments.cards()] == [False, False, False]


def test_lighting_from_the_text_tells_nothing_back(pane, links):
    heard = []
    for signal in (pane.link_hovered, pane.link_pinned):
        signal.connect(heard.append)
    pane.set_link(links.of_footnote("4"), pinned=True)
    pane.set_link(None, pinned=False)
    assert heard == []


def test_a_pinned_note_stays_until_its_marker_leaves(pane, links):
    pane.set_link(links.of_footnote("4"), pinned=True)
    pane.show_provisions(("pp_9", "pp_10"))
    assert text_of(pane).startswith("(٤)"), "the provision before may still show its end"
    pane.show_provisions(("pp_10", "pp_11"))
    assert text_of(pane).startswith("لا حواشي")


def test_locked_it_names_its_provision_and_keeps_it(qtbot, pane):
    pane.set_locked(True, "op_17")
    assert plain(pane.notes_head.name.text()) == "حواشي OP17"
    before = text_of(pane)
    pane.show_provisions(("pp_1", "pp_2"))
    assert text_of(pane) == before
    assert pane.head.lock.isChecked()
    pane.set_locked(False, "")
    assert text_of(pane).startswith("(١)")
    assert pane.notes_head.name.text() == "حواشي هذه الشاشة"


def test_the_segment_tells_what_is_wanted(qtbot, pane):
    with qtbot.waitSignal(pane.lock_toggled) as toggled:
        press(pane.head.lock, Qt.Key.Key_Return)
    assert toggled.args == [True]
    with qtbot.waitSignal(pane.lock_toggled) as toggled:
        qtbot.mouseClick(pane.head.follow, Qt.MouseButton.LeftButton)
    assert toggled.args == [False]


def test_a_narrow_head_drops_the_words_of_the_segment_not_their_names(pane):
    pane.resize(220, 800)
    QApplication.processEvents()
    assert pane.head.follow.text() == ""
    assert (pane.head.follow.accessibleName(), pane.head.lock.accessibleName()) == ("متابعة", "تثبيت")
    pane.resize(420, 800)
    QApplication.processEvents()
    assert pane.head.follow.text() == "متابعة"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_that_takes_the_focus_has_a_name(pane, speech, language):
    speech.speak(language)
    assert unnamed(pane) == []
    assert pane.footnotes.objectName() == "footnotesPane"
    assert pane.instruments.objectName() == "instrumentsPane"


def test_language_changes_keep_scroll_and_light(pane, speech, links):
    pane.resize(320, 340)
    QApplication.processEvents()
    pane.set_link(links.of_footnote("5"), pinned=True)
    at = pane.instruments.verticalScrollBar().value()
    speech.speak("en")
    speech.speak("ar")
    assert pane._lit == links.of_footnote("5")
    assert pane.instruments.verticalScrollBar().value() == at
    assert text_of(pane).split("\n")[1] == "عند PP6 وOP17"


@pytest.mark.parametrize(("width", "scale"), [(220, 100), (284, 100), (420, 100), (272, 200), (420, 200)])
def test_nothing_is_cut_at_any_size(pane, appearance, width, scale):
    appearance.set(text_scale=scale, interface_scale=scale)
    pane.resize(width, 800)
    for _ in range(6):
        QApplication.processEvents()
    room = pane.instruments.viewport().width()
    for card in pane.instruments.cards():
        assert card.width() <= room
        for words in (card.title, card.english, card.facts, card.places):
            if words.isVisible():
                assert words.height() >= words.heightForWidth(words.width())
        for button in (card.copy_link, card.open, card.state):
            if button.isVisible():
                assert button.geometry().right() <= button.parentWidget().width()
    for rect in line_rects(pane.footnotes):
        assert rect.left() >= 0
        assert rect.right() <= pane.footnotes.viewport().width() + 1


def test_no_text_is_said_so(pane):
    pane.show_text(None, None, lambda _: False)
    assert text_of(pane) == "لا نصّ مفتوح."
    assert shown_targets(pane) == []


def test_a_low_wide_pane_stands_side_by_side(pane):
    pane.resize(900, 220)
    QApplication.processEvents()
    assert pane.footnotes.mapTo(pane, QPoint(0, 0)).x() > pane.instruments.mapTo(pane, QPoint(0, 0)).x()
    assert pane.instruments.height() > 100


# Citations inside footnotes, and citations in doubt


def cited_place(pane, words):
    """The middle of cited words in the viewport of the notes."""
    cursor = pane.footnotes.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 3)
    return pane.footnotes.cursorRect(cursor).center()


def test_cited_words_of_a_note_light_pin_and_lead(qtbot, pane, links):
    citation = links.citations_in("fn_4")[0]
    at = cited_place(pane, "٢٧٥٣١")
    with qtbot.waitSignal(pane.link_hovered, timeout=1000) as heard:
        move(pane.footnotes.viewport(), at)
    assert heard.args[0] == links.of_citation(citation)
    with qtbot.waitSignal(pane.link_pinned) as pinned:
        qtbot.mouseClick(pane.footnotes.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pinned.args[0] == links.of_citation(citation)
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(pane.asked) as asked:
        qtbot.mouseClick(pane.footnotes.viewport(), Qt.MouseButton.LeftButton, control, at)
    assert (asked.args[0].act, asked.args[0].target) == (CitationAction.OPEN, CRC)


def test_cited_words_of_a_note_by_keyboard_are_said(qtbot, pane, links):
    pane.activateWindow()
    pane.footnotes.describe = lambda citation: f"to {citation.target}"
    pane.focus_footnote("4")
    press(pane.footnotes, Qt.Key.Key_Tab)
    said = pane.footnotes.accessibleDescription()
    assert said.startswith("to UNTS")
    with qtbot.waitSignal(pane.link_pinned) as pinned:
        press(pane.footnotes, Qt.Key.Key_Return)
    assert pinned.args[0].targets == {said.removeprefix("to ")}
    with qtbot.waitSignal(pane.asked) as asked:
        press(pane.footnotes, Qt.Key.Key_Return)
    assert asked.args[0].act is CitationAction.OPEN


def test_cited_words_stand_where_the_note_has_them(pane):
    for note in pane.footnotes._notes:
        for cited in note.cited:
            found = ""
            for block in blocks(pane.footnotes.document()):
                pieces = block.begin()
                while not pieces.atEnd():
                    piece = pieces.fragment()
                    if piece.charFormat().anchorHref() == f"cite:{note.number}:{note.cited.index(cited)}":
                        found += piece.text()
                    pieces += 1
            assert stored_text(found) == note.text[cited.start : cited.end]


@pytest.fixture
def doubtful(qtbot, appearance, speech):
    """A pane over a text with a citation that two resolutions fit, one that none fits, and places named."""
    text = "يشير إلى القرار ٣٣/٤٤ وإلى القرار ٩٩٩/٩٩٩ وإلى المادة ١٩ من اتفاقية حقوق الطفل"
    at = text.index

    def span(words):
        return Span("op_1", at(words), at(words) + len(words))

    named = Pinpoint(span("المادة ١٩"), "المادة ١٩", "art_19")
    act, treaty = CitationKind.RESOLUTION, CitationKind.TREATY
    orders, session, name = (
        (Evidence(code),) for code in (EvidenceCode.BOTH_ORDERS, EvidenceCode.NO_SESSION, EvidenceCode.NAME)
    )
    citations = (
        Citation(span("القرار ٣٣/٤٤"), "القرار ٣٣/٤٤", act, "", CitationStatus.AMBIGUOUS, orders,
                 ("A/RES/33/44", "A/RES/44/33")),
        Citation(span("القرار ٩٩٩/٩٩٩"), "القرار ٩٩٩/٩٩٩", act, "", CitationStatus.UNRESOLVED, session),
        Citation(span("اتفاقية حقوق الطفل"), "اتفاقية حقوق الطفل", treaty, CRC, evidence=name,
                 pinpoints=(named,)),
    )  # fmt: skip
    document = Document("A/RES/1/1", "ar", "", (Provision("op_1", Kind.OPERATIVE, text, "1"),))
    made = ApparatusPane(appearance)
    qtbot.addWidget(made)
    made.resize(320, 800)
    opened = OpenText(document, Reading(document), citations)
    made.show_text(opened, Links(opened), lambda target: target == CRC)
    made.show_provisions(("op_1",))
    made.show()
    QApplication.processEvents()
    return made


def test_a_doubt_is_shown_as_one_with_what_may_be_meant(qtbot, doubtful):
    ambiguous, unknown, crc = doubtful.instruments.cards()
    assert plain(ambiguous.title.text()) == "القرار ٣٣/٤٤"
    assert ambiguous.state.accessibleName() == "ملتبس"
    assert plain(ambiguous.evidence.text()) == "كلٌّ من الرقمين يصلح رقمَ دورة"
    assert [plain(b.text()) for b in ambiguous.candidates.buttons] == ["A/RES/33/44", "A/RES/44/33"]
    assert not ambiguous.copy_link.isVisible()
    assert unknown.state.accessibleName() == "غير معروف"
    assert crc.candidates.isHidden()
    with qtbot.waitSignal(doubtful.asked) as asked:
        qtbot.mouseClick(ambiguous.candidates.buttons[1], Qt.MouseButton.LeftButton)
    assert (asked.args[0].act, asked.args[0].target) == (CitationAction.CHOOSE, "A/RES/44/33")
    assert asked.args[0].span.start == 9
    with qtbot.waitSignal(doubtful.asked) as asked:
        press(unknown.correct, Qt.Key.Key_Return)
    assert asked.args[0].act is CitationAction.CORRECT


def test_a_place_named_in_an_instrument_leads_into_it(qtbot, doubtful):
    crc = doubtful.instruments.cards()[2]
    assert plain(crc.named.accessibleName()) == "يخصّ بالذكر: المادة ١٩ (OP1)"
    with qtbot.waitSignal(doubtful.asked) as asked:
        crc.named.linkActivated.emit("in:art_19")
    assert (asked.args[0].act, asked.args[0].target, asked.args[0].place) == (CitationAction.BESIDE, CRC, "art_19")
    with qtbot.waitSignal(doubtful.asked) as asked:
        qtbot.mouseClick(crc.open, Qt.MouseButton.LeftButton)
    assert (asked.args[0].act, asked.args[0].place) == (CitationAction.OPEN, "art_19")


@pytest.mark.parametrize("above", [False, True])
def test_the_panel_grows_away_from_the_line_it_speaks_of(qtbot, appearance, speech, above):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 700)
    window.show()
    panel = CitationPanel(appearance, lambda _: tuple(Answer(f"A/RES/73/{n}") for n in range(5)), window)
    line = QRect(100, 660 if above else 40, 200, 20)
    panel.ask(Question("القرار ١٥٤/٧٣"), line)
    before = panel.geometry()
    panel.line.line.setText("73")
    assert panel.height() > before.height()
    assert not panel.geometry().intersects(line)
    edge = panel.geometry().bottom() if above else panel.y()
    assert edge == (before.bottom() if above else before.y())
