"""Schema versions: the stored libraries of every version open, a step is whole or not at all, copies are made."""

import datetime
import shutil
import sqlite3
from pathlib import Path

import pytest

from documents.annotations.model import AnnotationKind
from documents.position import Position
from library import backups, catalogue, citations, metadata, notes, reading_positions, saved_searches
from library.database import open_database
from library.errors import LibraryDamaged
from library.migrations import MIGRATIONS, SCHEMA_VERSION, migrate, version_of
from services import undo
from services.citations import citation_refresh, instrument_catalogue, overrides

FIXTURES = Path(__file__).parents[1] / "fixtures"


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_stored_library_of_every_version_opens(tmp_path, version):
    path = tmp_path / "library.db"
    shutil.copyfile(FIXTURES / f"library-v{version}.db", path)
    with open_database(path) as db:
        assert db.row("PRAGMA user_version") == (SCHEMA_VERSION,)
        assert db.damage() == ()
        (entry,) = catalogue.entries(db)
        assert (entry.symbol, entry.language, entry.date) == ("E/RES/2019/20", "ar", datetime.date(2019, 7, 23))
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        assert document.provision("op_1").text.startswith("تحث الدول الأعضاء")
        assert bookmarked(db) == ["op_5", "pp_8"]
        assert "A/RES/73/148" in {c.target for c in citations.of_document(db, "E/RES/2019/20", "ar")}
        assert len([c for c in catalogue.corrections(db, document) if c.applied]) == 29
        assert reading_positions.last_place(db).position == Position("op_17", 4)


def bookmarked(db):
    found = notes.of_document(db, "E/RES/2019/20", "ar")
    return [one.targets[0].span.provision for one in found if one.kind is AnnotationKind.BOOKMARK]


def test_what_version_1_held_stays_and_its_citations_are_found_anew(tmp_path):
    path = tmp_path / "library.db"
    shutil.copyfile(FIXTURES / "library-v1.db", path)
    with sqlite3.connect(path) as old:
        tables = {name: old.execute(f"SELECT * FROM {name}").fetchall() for name in KEPT}
        cited = old.execute("SELECT target, count(*) FROM citations WHERE NOT own AND target <> '' GROUP BY 1")
        counts = dict(cited.fetchall())
    old.close()
    with open_database(path) as db:
        for name, rows in tables.items():
            if name != "bookmarks":
                assert db.rows(f"SELECT * FROM {name}") == rows
        assert len(tables["bookmarks"]) == 2
        for id_, _symbol, _language, provision, exact, _prefix, _suffix, created, removed in tables["bookmarks"]:
            mark = notes.annotation(db, id_)
            assert (mark.targets[0].span.provision, mark.targets[0].quote.exact) == (provision, exact)
            assert (mark.created.isoformat(timespec="microseconds"), mark.removed) == (created, removed)
        assert {total.target: total.citations for total in citations.totals(db)} == counts
        (place,) = citations.cited_by(db, "A/RES/73/154", 9)
        assert (place.provision, place.quote) == ("pp_12", "قرارها ١٥٤/٧٣")
        assert citation_refresh.stale_count(db) == 1
        assert citation_refresh.refresh(db).documents == 1
        assert citations.cited_by(db, "A/RES/73/154", 9)[0].label == "PP12"
        assert citation_refresh.stale_count(db) == 0
        assert db.damage() == ()
    copies = sorted((tmp_path / "backups").iterdir())
    assert len(copies) == SCHEMA_VERSION - 1
    with sqlite3.connect(copies[0]) as before:
        assert before.execute("PRAGMA user_version").fetchone() == (1,)
        assert {name: before.execute(f"SELECT * FROM {name}").fetchall() for name in KEPT} == tables
    before.close()


KEPT = ("facts", "texts", "corrections", "bookmarks", "places")


def test_a_migrated_library_is_as_one_made_new(tmp_path):
    shutil.copyfile(FIXTURES / "library-v1.db", tmp_path / "old.db")
    with open_database(tmp_path / "old.db") as old, open_database(tmp_path / "new.db") as new:
        sql = "SELECT type, name, tbl_name FROM sqlite_master ORDER BY name"
        assert old.rows(sql) == new.rows(sql)
        for (table,) in new.rows("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"):
            assert old.rows(f"PRAGMA table_info({table})") == new.rows(f"PRAGMA table_info({table})")


def test_a_program_of_version_1_can_still_read_it(tmp_path):
    with open_database(tmp_path / "library.db") as db:
        assert metadata.get(db, "oldest_reader") == "1"
        db.rows("SELECT symbol, language, title, organ, adopted, session, provisions, footnotes, added FROM held")
        db.rows(
            'SELECT symbol, language, document, provision, start, "end", text, kind, target, status, evidence,'
            " candidates, own, place FROM held_citations"
        )
        db.rows("SELECT id, symbol, language, provision, exact, prefix, suffix, created FROM standing_bookmarks")


def test_version_2_keeps_the_corrections_of_citations_and_the_instruments(tmp_path):
    path = tmp_path / "library.db"
    shutil.copyfile(FIXTURES / "library-v2.db", path)
    with open_database(path) as db:
        assert instrument_catalogue.load(db).get("X/1/2").names["en"] == "Accord of the Seven Valleys"
        assert instrument_catalogue.digest(db) == instrument_catalogue.load(db).digest
        citation_refresh.refresh(db)
        (one,) = overrides.list_overrides(db, "E/RES/2019/20", "ar")
        assert (one.override.target, one.anchor) == ("A/RES/73/155", "exact")
        assert citations.total(db, "A/RES/73/155").documents == 1
        assert overrides.redo(db).override.target == ""
        overrides.undo(db)
        overrides.undo(db)
        assert overrides.list_overrides(db, "E/RES/2019/20", "ar") == ()


def test_version_4_keeps_what_was_written(tmp_path):
    path = tmp_path / "library.db"
    shutil.copyfile(FIXTURES / "library-v4.db", path)
    with open_database(path) as db:
        kinds = [(one.kind.value, one.text, one.colour, one.labels, one.stance) for one in notes.all_annotations(db)]
        assert kinds == [
            ("bookmark", "", "", (), ""),
            ("bookmark", "", "", (), ""),
            ("highlight", "", "green", (), ""),
            ("note", "Ask the capital about this", "", ("Talks/Protection",), ""),
            ("stance", "", "", (), "red-line"),
        ]
        assert len(notes.all_annotations(db)[2].targets) == 2
        assert [one.text for one in notes.in_trash(db)] == ["Thrown away"]
        assert undo.undo(db).citation is not None
        assert undo.undo(db).subjects == {"label"}
        assert notes.all_annotations(db)[3].labels == ("Talks/Children",)


def test_undo_of_version_3_goes_on(tmp_path):
    path = tmp_path / "library.db"
    shutil.copyfile(FIXTURES / "library-v3.db", path)
    with open_database(path) as db:
        citation_refresh.refresh(db)
        assert undo.redo(db).citation.override.target == ""
        assert undo.undo(db).citation is not None


@pytest.fixture
def connection(tmp_path):
    connection = sqlite3.connect(tmp_path / "old.db", isolation_level=None)
    yield connection
    connection.close()


NEXT = (*MIGRATIONS, ("CREATE TABLE more (id TEXT)", "INSERT INTO more SELECT value FROM facts"))


def test_a_step_keeps_what_is_there_and_a_copy_of_before(tmp_path, connection):
    migrate(connection, tmp_path / "backups", "1", MIGRATIONS)
    assert not (tmp_path / "backups").exists()
    migrate(connection, tmp_path / "backups", "2", NEXT)
    assert version_of(connection) == SCHEMA_VERSION + 1
    assert connection.execute("SELECT id FROM more").fetchall() == [("1",)]
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name == f"library-v{SCHEMA_VERSION}-2.db"
    with open_database(copy) as db:
        assert not db.read_only
        assert metadata.get(db, "oldest_reader") == "1"


def test_a_step_that_fails_leaves_the_version_before(tmp_path, connection):
    migrate(connection, tmp_path / "backups", "1", MIGRATIONS)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, tmp_path / "backups", "2", (*MIGRATIONS, ("CREATE TABLE notes (id TEXT)", "NO SQL")))
    assert version_of(connection) == SCHEMA_VERSION
    assert not connection.in_transaction
    assert connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'notes'").fetchone() is None


def test_one_copy_a_day_and_the_last_seven_stay(tmp_path):
    days = iter(datetime.datetime(2026, 11, day, 9, tzinfo=datetime.UTC) for day in range(1, 30))
    today = [next(days)]
    folder = tmp_path / "backups"
    with open_database(tmp_path / "library.db", clock=lambda: today[0]) as db:
        for _ in range(10):
            metadata.put(db, "day", str(today[0].day))
            assert db.daily_backup(folder) == folder / f"library-2026-11-{today[0].day:02}.db"
            assert db.daily_backup(folder) is None
            today[0] = next(days)
    (folder / "library-v1-20261101T000000Z.db").touch()
    names = [path.name for path in backups.daily_copies(folder)]
    assert names == [f"library-2026-11-{day:02}.db" for day in range(4, 11)]
    with open_database(folder / names[0]) as copy:
        assert metadata.get(copy, "day") == "4"


def test_a_damaged_library_never_takes_the_place_of_a_good_copy(tmp_path):
    path, folder = tmp_path / "library.db", tmp_path / "backups"
    with open_database(path) as db, db.transaction():
        db.write_all("INSERT INTO facts VALUES (?, ?)", ((f"name {n}", "x" * 900) for n in range(200)))
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = b"\xff" * (len(content) - len(content) // 2)
    path.write_bytes(content)
    with open_database(path) as db, pytest.raises(LibraryDamaged):
        db.daily_backup(folder)
    assert backups.daily_copies(folder) == ()


def test_version_3_keeps_searches(tmp_path):
    path = tmp_path / "library.db"
    shutil.copyfile(FIXTURES / "library-v3.db", path)
    with open_database(path) as db:
        (one,) = saved_searches.saved(db)
        assert (one.name, one.query, one.options) == ("الطفل", "حقوق الطفل سنة:2019", {"sort": "date"})
        assert saved_searches.history(db) == (saved_searches.PastSearch("الجريمة المنظمة", 4),)
