"""Ten thousand notes: what 500 of them add to opening a text, filtering them, searching them, and listing them.

python benchmarks/notes.py [--notes 10000] [--on-one 500]
"""

import argparse
import datetime
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from documents.annotations.model import Annotation, AnnotationKind, Colour, target_of
from documents.position import Span
from library import catalogue, labels, notes
from library.database import open_database
from services.documents.document_import import ensure_bundled
from services.notes import anchor_resolution
from services.paths import locate

WORDS = "الطفل حقوق الدول الأعضاء ملاحظة تفاوض صياغة amendment wording red line ask capital انظر القرار".split()
ROUNDS = 31


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--notes", type=int, default=10_000)
    options.add_argument("--on-one", type=int, default=500)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        paths = locate(Path(folder))
        with open_database(paths.library) as db:
            ensure_bundled(db)
            document = catalogue.load(db, "E/RES/2019/20", "ar")
            fill(db, document, asked.notes, asked.on_one)
            print(f"{notes.count(db)} notes, {asked.on_one} of them on {document.symbol}")
            in_the_library(db, document, paths)
        in_the_window(paths, asked.on_one)


def fill(db, document, count, on_one):
    rng, when = random.Random(1), datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    long = [p for p in document.provisions if len(p.text) > 80]
    with db.transaction():
        for number in range(count):
            provision = rng.choice(long)
            start = rng.randrange(len(provision.text) - 40)
            target = target_of(document, Span(provision.id, start, start + rng.randrange(5, 40)), 0.6, 0.1)
            symbol = document.symbol if number < on_one else f"A/RES/70/{number % 400}"
            made = Annotation(
                *(db.new_id(), rng.choice([AnnotationKind.NOTE, AnnotationKind.HIGHLIGHT]), symbol, "ar", (target,)),
                *(when + datetime.timedelta(minutes=number),) * 2,
                text=" ".join(rng.choices(WORDS, k=rng.randrange(2, 20))),
                colour=rng.choice(["", *Colour]),
                labels=tuple({rng.choice(["a", "a/b", "c"])} if rng.random() < 0.5 else ()),
            )
            notes.insert(db, made)


def in_the_library(db, document, paths):
    from index.index_handle import IndexHandle
    from index.query_parser import parse
    from services.notes.note_query import NoteFilter, filtered
    from services.notes.note_search import find, matching_ids, notes_index_folder, sync_index

    tell("notes of the open text, with their places", lambda: anchor_resolution.resolve_text(db, document))
    tell("all notes read", lambda: notes.all_annotations(db), 5)
    made = notes.all_annotations(db)
    for wanted in (NoteFilter(), NoteFilter(colour="pink"), NoteFilter(kind="note", days=30), NoteFilter(sort="text")):
        told = ", ".join(f"{n}={getattr(wanted, n)}" for n in ("colour", "kind", "days", "sort") if getattr(wanted, n))
        tell(f"filter {told}", lambda wanted=wanted: filtered(made, wanted))
    order = labels.order(db, "a")
    tell("filter label=a", lambda: filtered(made, NoteFilter(label="a"), order))
    tell("order of a label", lambda: labels.order(db, "a"))
    tell("index of notes built", lambda: sync_index(db, notes_index_folder(paths.index)), 1)
    held = IndexHandle(notes_index_folder(paths.index))
    for query in ("الطفل", "red line", "حقوق OR wording", "انظر tag:c"):
        tell(f"search for the list {query!r}", lambda query=query: matching_ids(db, held, parse(query)))
    tell("search with highlights 'red line'", lambda: find(db, held, parse("red line"), range(100)))
    one = made[17]
    notes.change(db, one.id, text="كلمة جديدة تماما")
    tell("search after one note was changed", lambda: find(db, held, parse("تماما"), range(9)), 1)
    held.close()


def in_the_window(paths, on_one):
    from PySide6.QtWidgets import QApplication

    from ui.desktop.app.application import build

    program = build(paths, "ar", check_index=False)
    window = program.window
    window.resize(1440, 900)
    program.show()
    spin(1.0)
    window.sidebar.show_page("bookmarks")
    spin(1.5)
    page = window.sidebar.page("bookmarks")
    symbol = window.reader.current().document.symbol

    def reopen():
        window.reader.close_text()
        begun = time.perf_counter()
        window.document_controller.open(symbol, "ar")
        QApplication.processEvents()
        return time.perf_counter() - begun

    with_notes = [reopen() for _ in range(ROUNDS)]
    resolve, has_words = anchor_resolution.resolve_text_at_once, notes.has_words
    anchor_resolution.resolve_text_at_once = lambda _db, _document: ((), ())
    notes.has_words = lambda _db, _symbol: False
    without = [reopen() for _ in range(ROUNDS)]
    anchor_resolution.resolve_text_at_once, notes.has_words = resolve, has_words
    more = statistics.median(with_notes) - statistics.median(without)
    print(f"opening a text with {on_one} notes: {more * 1000:.1f} ms more than with none shown")

    def narrow(colour):
        begun = time.perf_counter()
        before = page.model
        arrived = []
        before.modelReset.connect(lambda: arrived.append(time.perf_counter()))
        page.narrowing.choose(colour=colour)
        while not arrived:
            QApplication.processEvents()
        QApplication.processEvents()
        return time.perf_counter() - begun

    times = [narrow(colour) for colour in ("pink", "", "blue", "green", "") * 3]
    print(f"notes page, a filter from click to list: median {statistics.median(times) * 1000:.1f} ms")
    program.close()


def spin(seconds):
    from PySide6.QtWidgets import QApplication

    end = time.time() + seconds
    while time.time() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def tell(what, act, rounds=ROUNDS):
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        act()
        times.append((time.perf_counter() - begun) * 1000)
    print(f"{what:<48} median {statistics.median(times):8.2f} ms, worst {max(times):8.2f} ms")


if __name__ == "__main__":
    main()
