"""The library page, on a real library."""

import datetime

import pytest
from panels_scene import Speech, plain, press, resolution, type_text, unnamed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from library.catalogue import entries
from library.database import open_database
from services.documents.document_import import store
from ui.desktop.panels.library.delegate import ENTRY, LibraryEntry
from ui.desktop.panels.library.page import CataloguePage
from ui.desktop.support.appearance import Appearance


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
def library(tmp_path):
    with open_database(tmp_path / "library.db") as database:
        store(database, resolution().document)
        yield database


@pytest.fixture
def held(library):
    stored = (LibraryEntry(e.symbol, e.language, e.title, e.date, e.provisions) for e in entries(library))
    day = datetime.date(1948, 12, 10)
    return (*stored, LibraryEntry("A/RES/217(III)", "ar", "الإعلان العالمي لحقوق الإنسان", day, 37))


@pytest.fixture
def catalogue(qtbot, appearance, speech, held):
    made = CataloguePage(appearance)
    qtbot.addWidget(made)
    made.resize(264, 800)
    made.show_entries(held)
    made.show()
    QApplication.processEvents()
    return made


def symbols(page):
    return [page._model.item(row).data(ENTRY).symbol for row in range(page._model.rowCount())]


def test_documents_are_listed_and_said(catalogue, speech):
    assert symbols(catalogue) == ["E/RES/2019/20", "A/RES/217(III)"]
    said = plain(catalogue._model.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "E/RES/2019/20. ٢٣ تموز/يوليه ٢٠١٩ · ٥٠ فقرة" in said
    speech.speak("en")
    said = plain(catalogue._model.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "E/RES/2019/20. 23 July 2019 · 50 paragraphs" in said


def test_a_document_opens_by_enter_and_click(qtbot, catalogue):
    catalogue.list.setCurrentIndex(catalogue._model.index(1, 0))
    with qtbot.waitSignal(catalogue.document_requested) as asked:
        press(catalogue.list, Qt.Key.Key_Return)
    assert asked.args == ["A/RES/217(III)", "ar"]
    at = catalogue.list.visualRect(catalogue._model.index(0, 0)).center()
    with qtbot.waitSignal(catalogue.document_requested) as asked:
        qtbot.mouseClick(catalogue.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == ["E/RES/2019/20", "ar"]


@pytest.mark.parametrize("typed", ["الاعلان", "لِحُقُوق", "217", "٢١٧", "a/res"])
def test_the_filter_folds(catalogue, typed):
    type_text(catalogue.filter_box.line, typed)
    assert symbols(catalogue) == ["A/RES/217(III)"]


def test_a_filter_without_a_match_says_so(catalogue):
    catalogue.filter_box.line.setText("xyz")
    assert catalogue.nothing.isVisible()
    assert catalogue.nothing.text() == "لا وثيقة مطابقة."


def test_an_empty_library_says_what_to_do(qtbot, catalogue, speech):
    catalogue.show_entries(())
    assert catalogue.empty.isVisible()
    assert not catalogue.list.isVisible()
    assert catalogue.empty.head.text() == "مكتبتك فارغة"
    assert "الملفات تبقى كما هي" in catalogue.empty.body.text()
    with qtbot.waitSignal(catalogue.import_requested):
        press(catalogue.empty_import, Qt.Key.Key_Return)
    speech.speak("en")
    assert catalogue.empty.head.text() == "Your library is empty"


def test_importing_is_one_button_away(qtbot, catalogue):
    with qtbot.waitSignal(catalogue.import_requested):
        qtbot.mouseClick(catalogue.import_button, Qt.MouseButton.LeftButton)
    assert catalogue.import_button.text() == "استيراد ملفات…"


def test_new_entries_keep_the_chosen_one(catalogue, held):
    catalogue.list.setCurrentIndex(catalogue._model.index(1, 0))
    catalogue.show_entries(held[::-1])
    assert catalogue.list.currentIndex().data(ENTRY).symbol == "A/RES/217(III)"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_has_a_name(catalogue, speech, language):
    speech.speak(language)
    assert unnamed(catalogue) == []
    assert catalogue.list.objectName() == "catalogueView"


def test_long_titles_are_wrapped_never_cut(catalogue, appearance):
    appearance.set(interface_scale=200)
    catalogue.resize(220, 800)
    QApplication.processEvents()
    delegate, entry = catalogue._delegate, catalogue._model.item(0).data(ENTRY)
    layout = delegate._title(entry, catalogue.list.viewport().width())
    last = layout.lineAt(layout.lineCount() - 1)
    assert last.textStart() + last.textLength() == len(entry.title)
