"""Take the pictures of the user guide: the real window on the bundled resolution, without a screen.

Fonts come with the program and sizes are fixed, so the same picture comes out on every machine.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "user-guide"
sys.path.insert(0, str(ROOT))
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_FONT_DPI="96", QT_SCALE_FACTOR="1")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt  # noqa: E402 - the environment comes first
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from documents.position import Position  # noqa: E402
from services.paths import locate  # noqa: E402
from ui.desktop.app.application import Program, build  # noqa: E402

SIZES = {1440: (1440, 900), 1024: (1024, 768)}


def settle(milliseconds: int = 700) -> None:
    """Let timers, the worker and painting come to rest."""
    end = QDeadlineTimer(milliseconds)
    while not end.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.005)


def keep(shown: QWidget, name: str) -> None:
    """Write what a window shows now."""
    shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32).save(str(FOLDER / f"{name}.png"))


def reading(program: Program) -> None:
    """PP8 a quarter down, with the marker of the Convention lit beside its footnote and card, as F7 and Enter do."""
    reader = program.window.reader
    reader.go_to(Position("pp_8"), flash=False)
    settle()
    view = reader.view()
    for key in (Qt.Key.Key_F7, Qt.Key.Key_Return):
        QTest.keyClick(view, key)


def lost_note(program: Program) -> None:
    """OP17: the footnote that the file lacks."""
    program.window.reader.go_to(Position("op_17"), flash=False)


def searching(program: Program) -> None:
    """The results of a search in the sidebar, its hits in the text."""
    program.window.search_controller.submit("المنظمة")


def nothing_found(program: Program) -> None:
    """A misspelt word with another that is there: what failed, and what would help."""
    program.window.search_controller.submit("الأطفال الجريمح")
    settle(900)


def narrowed(program: Program) -> None:
    """Results narrowed by a field, the second one current, with why it was found."""
    program.window.search_controller.submit("منظمة نوع:ديباجة")
    settle(900)
    program.window.search_controller.step(1)
    program.window.search_controller.step(1)
    settle(300)


def beginning(program: Program) -> None:
    """The masthead and the title."""
    program.window.reader.go_to(Position("masthead_1"), flash=False)


CITING = """دورة عام ٢٠٢٠
البند ١٩ (ج) من جدول الأعمال

**قرار اتخذه المجلس الاقتصادي والاجتماعي في ٢٢ تموز/يوليه ٢٠٢٠**

**١٠/٢٠٢٠ - نصّ للبيان لا يصدر عن الأمم المتحدة**

إن المجلس الاقتصادي والاجتماعي،

وإذ يشير إلى الفقرة ٣ من قراره ٢٠/٢٠١٩ وإلى اتفاقية حقوق الطفل،

١ - يحث الدول الأعضاء على القراءة؛

٢ - يطلب إلى الأمين العام أن يقدم تقريراً.
"""
"""A text of demonstration that cites the bundled resolution; it is no text of the United Nations."""


def bring_citing(program: Program) -> None:
    """Import the demonstration text, and put the caret on what it cites."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "demonstration.txt"
        file.write_text(CITING, encoding="utf-8")
        program.window.bring((file,))
        settle(1500)
    text = program.window.reader.current()
    assert text is not None
    cited = next(one for one in text.citations if one.target == "E/RES/2019/20")
    program.window.reader.go_to(Position(cited.span.provision, cited.span.start), flash=False)
    program.window.document_controller.focus_text()
    settle(400)


def companion(program: Program) -> None:
    """The cited resolution beside the text, at the paragraph named."""
    bring_citing(program)
    program.window.actions_["open_beside"].trigger()


def coverage(program: Program) -> None:
    """What the library cites, held and missing, with the places that cite the chosen instrument."""
    bring_citing(program)
    program.window.coverage_controller.open("library")
    settle(900)
    assert program.window.coverage_controller.view is not None
    program.window.coverage_controller.view.table.choose("UNTS 1577/27531")


def card(program: Program) -> None:
    """The card of an instrument with its evidence, and the places of the library that cite it."""
    bring_citing(program)
    window, target = program.window, "UNTS 1577/27531"
    window.cited_by_controller.show(target, window.citation_controller.name(target))


def correcting(program: Program) -> None:
    """The question what words cite, beside their line."""
    bring_citing(program)
    program.window.actions_["correct_citation"].trigger()


def annotated(program: Program) -> None:
    """Notes of every kind beside the text, one in the editor, all of them in the list."""
    from documents.position import Span
    from library import catalogue
    from services.notes import annotation_edits

    db = program.db
    assert db is not None
    document = catalogue.load(db, "E/RES/2019/20", "ar")

    def words(id_: str, start: int, end: int) -> Span:
        """A stretch of a provision, by the numbers of its words."""
        found = [met.span() for met in re.finditer(r"\S+", document.text_of(id_))]
        return Span(id_, found[start][0], found[end - 1][1])

    last = len(document.text_of("op_16").split())
    annotation_edits.add(
        db, document, [words("op_15", 2, 8)], text="الولاية الوحيدة للأمانة العامة في القرار كلّه.", colour="yellow"
    )
    wording, label = "See OP12: “gender perspective”.", "تفاوض/أطفال"
    annotation_edits.add(db, document, [words("op_15", 24, 31)], text=wording, colour="green", labels=[label])
    annotation_edits.add(db, document, [words("op_16", 14, 22)], text="أيّ مؤشرات؟ اطلب الوثيقة.", colour="blue")
    annotation_edits.add(db, document, [words("op_16", last - 6, last), words("op_17", 0, 4)], colour="pink")
    annotation_edits.take_stance(db, document, "op_17", "red-line", "أمل")
    annotation_edits.toggle_bookmark(db, document, "op_15")
    program.window.sidebar.show_page("bookmarks")
    program.window.reader.go_to(Position("op_15"), flash=False)
    program.window.annotation_controller.refresh()
    settle(600)
    first = next(one for one in program.window.annotation_controller.placed if one.annotation.colour == "green")
    program.window.annotation_controller.edit(first.annotation.id)
    settle(400)


def study_pad(program: Program) -> QWidget | None:
    """The notes of a label as one page."""
    annotated(program)
    program.window.notes_controller.page.narrowing.choose(label="تفاوض")
    settle()
    program.window.notes_controller.do("pad")
    settle()
    return program.window.findChild(QDialog, "studyPad")


def conflict(program: Program) -> QWidget | None:
    """A note that was changed here and on another laptop, both sides beside each other."""
    from dataclasses import replace
    from datetime import timedelta

    from library import notes
    from services.notes import annotation_edits
    from services.notes.note_merge import merge_notes
    from ui.desktop.support.changes import Subject

    annotated(program)
    db = program.db
    assert db is not None
    one = next(one for one in notes.all_annotations(db) if one.colour == "blue")
    theirs = replace(one, text="أيّ مؤشرات؟ تقرير المكتب، الصفحة ١٢.", changed=one.changed + timedelta(hours=1))
    annotation_edits.set_text(db, one.id, "أيّ مؤشرات؟ اطلب الوثيقة من الأمانة.")
    later = (theirs.changed.isoformat(), one.created.isoformat(timespec="microseconds"))
    merge_notes(db, [replace(theirs, stamps={"text": later})], "زميل.jsonld")
    program.window.session.changes.tell(Subject.NOTES)
    program.window.notes_controller.show_conflicts()
    settle()
    return program.window.findChild(QDialog, "conflictSheet")


def take(
    scene: Callable[[Program], QWidget | None], name: str, language: str, theme: str, width: int, text: int
) -> None:
    """Take one picture in a fresh window on a fresh library."""
    with tempfile.TemporaryDirectory() as folder:
        program = build(locate(Path(folder)), language)
        program.interface.set_theme(theme)
        program.interface.set_text_scale(text)
        program.window.resize(*SIZES[width])
        program.window.show()
        settle()
        small = scene(program)
        settle()
        keep(small or program.window, name)
        program.close()
        settle(50)
    print(name)


def main(wanted: list[str]) -> int:
    """Take every picture, or those whose names contain one of the words given."""
    FOLDER.mkdir(exist_ok=True)
    pictures = [
        (reading, f"reader-{language}-{theme}-{width}{'' if text == 100 else f'-{text}'}", language, theme, width, text)
        for language in ("ar", "en")
        for theme in ("light", "dark")
        for width in SIZES
        for text in (100, 200)
    ]
    pictures += [
        (scene, f"{name}-{language}", language, "light", 1440, 100)
        for scene, name in ((beginning, "beginning"), (searching, "search"), (lost_note, "lost-note"))
        for language in ("ar", "en")
    ]
    pictures += [
        (scene, f"{name}-{language}-{theme}", language, theme, 1440, 100)
        for scene, name in (
            (companion, "companion"),
            (coverage, "coverage"),
            (card, "card"),
            (correcting, "correcting"),
            (nothing_found, "nothing"),
            (narrowed, "narrowed"),
            (annotated, "notes"),
            (study_pad, "pad"),
            (conflict, "conflict"),
        )
        for language, theme in (("ar", "light"), ("en", "dark"))
    ]
    for picture in pictures:
        if not wanted or any(word in picture[1] for word in wanted):
            take(*picture)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
