"""The results page: tiers, snippets, filters, what opens and what only previews, both languages."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from panels_scene import Speech, plain, press, resolution, unnamed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from documents.provision_labels import label
from services.search.library_search import Hit, SearchAnswer
from ui.desktop.panels.search_results.delegate import ROW
from ui.desktop.panels.search_results.page import ResultsPage
from ui.desktop.panels.search_results.rows import ELLIPSIS, Scope, Tier, snippet
from ui.desktop.support.appearance import Appearance


def filled(kind, **given_values):
    """A value of the services' own class, with plain values for the fields a test does not care about."""
    names = {field.name for field in dataclasses.fields(kind)}
    return kind(**{name: value for name, value in given_values.items() if name in names})


def hit(provision, tier, *words):
    text = resolution().document.text_of(provision)
    spans = tuple((text.index(word), text.index(word) + len(word)) for word in words)
    name = label(resolution().document, provision)
    return filled(
        Hit, document="E/RES/2019/20", language="ar", provision=provision, label=name, tier=tier,
        text=text, highlights=spans, score=1.0, title="",
    )  # fmt: skip


def answer(query="المنظمة", hits=None, **more):
    found = some_hits() if hits is None else hits
    values = {"partial": False, "took_ms": 8.2, "suggestions": (), "total": len(found), **more}
    return filled(SearchAnswer, query=query, hits=found, **values)


def some_hits():
    return (
        hit("pp_17", "inflected", "منظمات", "والمنظمة"),
        hit("pp_6", "exact", "المنظمة"),
        hit("pp_19", "folded", "المنظّمة"),
        hit("op_17", "folded", "المنظّمة"),
        hit("fn_3", "exact", "United Nations"),
    )


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
def page(qtbot, appearance, speech):
    made = ResultsPage(appearance)
    qtbot.addWidget(made)
    made.resize(300, 800)
    made.show_answer(answer())
    made.show()
    QApplication.processEvents()
    return made


def values(page):
    return [page._model.item(row).data(ROW) for row in range(page._model.rowCount())]


def said(page):
    return [plain(page._model.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(len(values(page)))]


def test_tiers_come_in_their_order_as_headings(page, speech):
    assert [v.name for v in values(page) if isinstance(v, Tier)] == ["exact", "folded", "inflected"]
    heads = [words for words, value in zip(said(page), values(page), strict=True) if isinstance(value, Tier)]
    assert heads == [
        "مطابق لما كُتب, ٢",
        "بصرف النظر عن التشكيل والهمزة, ٢",
        "بسوابق أو لواحق, فقرة واحدة · موضعان",
    ]
    speech.speak("en")
    assert said(page)[0] == "As typed, 2"


def test_hits_say_label_symbol_and_words(page, speech):
    assert said(page)[1].startswith("PP6 E/RES/2019/20 …")
    assert "المنظمة" in said(page)[1]
    assert said(page)[2].startswith("الحاشية ٣ E/RES/2019/20 United Nations")
    speech.speak("en")
    assert said(page)[2].startswith("Footnote 3 E/RES/2019/20")


def test_the_foot_counts_in_plural_forms(page, speech):
    assert page.foot.text() == "٥ نتائج في وثيقة واحدة · ٨ ملّي ثانية"
    page.show_answer(answer(total=11))
    assert page.foot.text() == "١١ نتيجة في وثيقة واحدة · ٨ ملّي ثانية"
    other = dataclasses.replace(hit("pp_6", "exact", "المنظمة"), document="A/RES/74/174")
    page.show_answer(answer(hits=(*some_hits()[:1], other)))
    assert page.foot.text() == "نتيجتان في وثيقتين · ٨ ملّي ثانية"
    speech.speak("en")
    assert page.foot.text() == "2 results in 2 documents · 8 ms"


@pytest.mark.parametrize(
    ("scope", "provisions"),
    [
        (Scope.PREAMBLE, ["pp_6", "pp_19", "pp_17"]),
        (Scope.OPERATIVE, ["op_17"]),
        (Scope.FOOTNOTES, ["fn_3"]),
        (Scope.ALL, ["pp_6", "fn_3", "pp_19", "op_17", "pp_17"]),
    ],
)
def test_chips_filter(qtbot, page, scope, provisions):
    qtbot.mouseClick(page.parts.chips[Scope.FOOTNOTES], Qt.MouseButton.LeftButton)
    press(page.parts.chips[scope], Qt.Key.Key_Return)
    assert [v.provision for v in values(page) if isinstance(v, Hit)] == provisions


def test_chips_have_their_words_and_say_when_they_are_empty(page):
    assert [plain(chip.text()) for chip in page.parts.chips.values()] == ["الكل ٥", "الديباجة", "المنطوق", "الحواشي"]
    page.show_answer(answer(hits=some_hits()[:2]))
    assert not page.parts.chips[Scope.FOOTNOTES].isEnabled()
    assert page.parts.chips[Scope.FOOTNOTES].toolTip() == "لا نتائج هناك"


def test_arrows_preview_and_enter_opens(qtbot, page):
    with qtbot.waitSignal(page.hit_previewed) as previewed:
        page.focus_results()
    assert previewed.args[0].provision == "pp_6"
    with qtbot.waitSignal(page.hit_previewed) as previewed:
        press(page.list, Qt.Key.Key_Down)
    assert previewed.args[0].provision == "fn_3"
    with qtbot.waitSignal(page.hit_previewed) as previewed:
        press(page.list, Qt.Key.Key_Down)
    assert previewed.args[0].provision == "pp_19", "headings are passed over"
    with qtbot.waitSignal(page.hit_activated) as opened:
        press(page.list, Qt.Key.Key_Return)
    assert opened.args[0].provision == "pp_19"


def test_a_click_opens(qtbot, page):
    at = page.list.visualRect(page._model.index(1, 0)).center()
    with qtbot.waitSignal(page.hit_activated) as opened:
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args[0].provision == "pp_6"


@pytest.mark.parametrize("query", ["2019/20", "٢٠/٢٠١٩", "E/RES/2019/20"])
def test_a_recognised_symbol_is_the_first_row(qtbot, page, query):
    page.show_answer(answer(query))
    assert values(page)[0] == "E/RES/2019/20"
    assert said(page)[0] == "افتح E/RES/2019/20"
    page.list.setCurrentIndex(page._model.index(0, 0))
    with qtbot.waitSignal(page.symbol_activated) as opened:
        press(page.list, Qt.Key.Key_Return)
    assert opened.args == ["E/RES/2019/20"]


def test_no_results_offer_another_word(qtbot, page, speech):
    page.show_answer(answer("تشفيز", (), suggestions=("التشفير",)))
    assert page.nothing.isVisible()
    assert plain(page.nothing.head.text()) == "لا نتائج لـ «تشفيز»"
    (link,) = page.nothing.links
    assert plain(link.text()) == "هل تقصد: التشفير؟"
    with qtbot.waitSignal(page.query_asked) as asked:
        press(link, Qt.Key.Key_Return)
    assert asked.args == ["التشفير"]
    speech.speak("en")
    assert plain(page.nothing.head.text()) == "No results for “تشفيز”"


def test_a_running_search_leaves_the_results_until_the_answer(page):
    before = values(page)
    page.show_running("الأطفال")
    assert plain(page.foot.text()) == "يجري البحث عن «الأطفال»…"
    assert values(page) == before


def test_hits_are_painted_on_their_colour(page):
    rect = page.list.visualRect(page._model.index(1, 0))
    picture = page.list.viewport().grab(rect).toImage()
    wanted = page._appearance.color("hit")
    colours = {picture.pixelColor(x, y).rgb() for x in range(0, rect.width(), 2) for y in range(rect.height())}
    assert wanted.rgb() in colours


def test_language_changes_keep_selection(page, speech):
    page.list.setCurrentIndex(page._model.index(2, 0))
    speech.speak("en")
    speech.speak("ar")
    assert page.list.currentIndex().row() == 2


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_has_a_name(page, speech, language):
    speech.speak(language)
    assert unnamed(page) == []
    assert page.list.objectName() == "resultsView"


def test_snippets_show_the_words_round_the_hits():
    text = "ألف باء تاء ثاء جيم حاء خاء دال ذال راء زاي سين شين صاد ضاد"
    at = text.index("دال")
    cut = snippet(text, ((at, at + 3),), around=8)
    assert cut.text == "…حاء خاء دال ذال راء…"
    assert [cut.text[a:b] for a, b in cut.highlights] == ["دال"]


@given(
    st.lists(st.text("ابتثج", min_size=1, max_size=9), min_size=1, max_size=60),
    st.data(),
    st.integers(0, 40),
)
def test_a_snippet_cuts_no_word_and_loses_no_hit_it_shows(words, data, around):
    text = " ".join(words)
    picked = sorted(data.draw(st.sets(st.integers(0, len(words) - 1), min_size=1, max_size=4)))
    starts = [sum(len(word) + 1 for word in words[:index]) for index in picked]
    hits = tuple((start, start + len(words[index])) for start, index in zip(starts, picked, strict=True))
    cut = snippet(text, hits, around=around)
    assert [cut.text[a:b] for a, b in cut.highlights] == [text[a:b] for a, b in hits[: len(cut.highlights)]]
    assert cut.highlights
    assert all(word in words for word in cut.text.replace(ELLIPSIS, " ").split())
