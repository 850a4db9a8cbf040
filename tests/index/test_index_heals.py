"""The index is a cache: whatever happens to its folder, search answers and the next reindexing mends it."""

import os
import pickle
import random
import shutil
import sys
from pathlib import Path

import pytest
from killed_process import KilledProcess
from lengths import KILLS

from index.errors import IndexBusy, IndexUnusable
from index.index_folder import Stamp, read_stamp, version, write_stamp
from library import catalogue
from library.citations import CitationSet
from library.database import open_database
from services.search.index_sync import reindex, state
from services.search.library_search import search_once
from services.search.search_request import SearchRequest

WORD = "الأطفال"


def answer_of(db, folder, source):
    answer = search_once(db, folder, SearchRequest(WORD, instruments=False))
    assert answer.source == source
    return answer.total, answer.hits


@pytest.fixture
def library(db, put):
    """A library with twelve passages that hold the word."""
    put("A/RES/70/1", *(f"حماية {WORD} من الاستغلال {number}" for number in range(12)), notes=(f"هامش {WORD}",))
    return db


@pytest.fixture
def ready(library, folder):
    reindex(library, folder)
    assert state(library, folder) == "ready"
    return answer_of(library, folder, "index")


def files(folder):
    return sorted(path for path in folder.iterdir() if path.name.startswith(("MAIN_", "_MAIN")) and path.stat().st_size)


def truncate(folder):
    for path in files(folder):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scramble(folder):
    noise = random.Random(7)
    for path in files(folder):
        path.write_bytes(noise.randbytes(path.stat().st_size))


def lose_segments(folder):
    for path in folder.glob("MAIN_*.*"):
        path.unlink()


def lose_contents(folder):
    for path in folder.glob("_MAIN*"):
        path.unlink()


def empty(folder):
    for path in files(folder):
        path.write_bytes(b"")


@pytest.mark.parametrize("harm", [truncate, scramble, lose_segments, lose_contents, empty])
def test_a_damaged_index_is_noticed_and_built_anew(library, folder, ready, harm):
    harm(folder)
    answer = search_once(library, folder, SearchRequest(WORD, instruments=False))
    assert (answer.source, answer.index) == ("scan", "damaged")
    assert (answer.total, answer.hits) == ready
    assert state(library, folder) == "damaged"
    assert reindex(library, folder).anew
    assert answer_of(library, folder, "index") == ready


def test_a_damaged_index_is_not_written_into(library, folder, ready, made):
    truncate(folder)
    document = made("A/RES/73/1", "الأطفال")
    catalogue.add(library, document, CitationSet())
    assert reindex(library, folder).anew
    assert answer_of(library, folder, "index")[0] == ready[0] + 1


@pytest.mark.parametrize("stamp", ["", "{}", "[]", "null", '{"version": 1}', "\x00"])
def test_a_broken_stamp_is_damage(library, folder, ready, stamp):
    (folder / "stamp.json").write_text(stamp, encoding="utf-8")
    assert state(library, folder) == "damaged"
    assert answer_of(library, folder, "scan") == ready
    assert reindex(library, folder).anew
    assert answer_of(library, folder, "index") == ready


def test_another_version_is_built_anew(library, folder, ready):
    digests = read_stamp(folder).digests
    write_stamp(folder, Stamp("whoosh 1.0; " + version(), digests))
    assert state(library, folder) == "stale"
    assert answer_of(library, folder, "scan") == ready
    assert reindex(library, folder).anew
    assert state(library, folder) == "ready"


def test_the_stamp_names_the_engine_that_is_installed():
    import whoosh

    assert version().startswith(f"whoosh {whoosh.versionstring()};")


def test_a_missing_index(library, folder):
    assert state(library, folder) == "missing"
    assert search_once(library, folder, SearchRequest(WORD)).index == "missing"
    folder.mkdir(mode=0o700)
    assert state(library, folder) == "missing"


class Attack:
    def __init__(self, trace):
        self.trace = trace

    def __reduce__(self):
        return Path.touch, (self.trace,)


@pytest.mark.parametrize("old_format", [False, True])
def test_a_planted_pickle_does_not_run(library, folder, ready, tmp_path, old_format):
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import _CURRENT_TOC_VERSION, TOC

    trace = tmp_path / "it-ran"
    payload = pickle.dumps(Attack(trace), 2)
    pickle.loads(payload)
    assert trace.exists(), "the attack is real"
    trace.unlink()

    (toc,) = folder.glob("_MAIN_*.toc")
    generation = TOC._latest_generation(FileStorage(str(folder)), "MAIN")
    stream = FileStorage(str(folder)).create_file(toc.name)
    for size in (4, 8, 4):
        stream.write_varint(size)
    stream.write_int(-12345)
    stream.write_int(-110 if old_format else _CURRENT_TOC_VERSION)
    for number in (2, 7, 4):
        stream.write_varint(number)
    stream.write_string(payload)
    stream.write_int(generation)
    stream.write_int(0)
    stream.file.write(payload)
    stream.close()
    assert answer_of(library, folder, "scan") == ready
    assert not trace.exists()
    reindex(library, folder)
    assert answer_of(library, folder, "index") == ready
    assert not trace.exists()


@pytest.mark.parametrize(
    "payload", [b"cos\nsystem\n(S'true'\ntR.", b"cwhoosh.util.loading\nfind_object\n(S'os.system'\ntR."]
)
def test_every_loader_refuses_what_is_no_part_of_an_index(tmp_path, payload):
    import whoosh.codec.whoosh3
    import whoosh.columns
    import whoosh.filedb.structfile
    import whoosh.formats
    import whoosh.index

    import index.engine  # noqa: F401 - puts its loaders in place

    (tmp_path / "planted").write_bytes(payload)
    for loads in (
        whoosh.index.pickle.loads,
        whoosh.codec.whoosh3.loads,
        whoosh.columns.loads,
        whoosh.formats.loads,
    ):
        with pytest.raises(pickle.UnpicklingError):
            loads(payload)
    with (tmp_path / "planted").open("rb") as file, pytest.raises(pickle.UnpicklingError):
        whoosh.filedb.structfile.load_pickle(file)


needs_modes = pytest.mark.skipif(sys.platform == "win32", reason="modes and owners of POSIX")


@needs_modes
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o777])
def test_a_folder_others_may_write_to_is_refused_unopened(library, folder, ready, mode):
    truncate(folder)  # to open it would be seen: the state would be written as damaged
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    folder.chmod(mode)
    with pytest.raises(IndexUnusable) as refused:
        read_stamp(folder)
    assert refused.value.reason == "refused"
    assert state(library, folder) == "damaged"
    assert answer_of(library, folder, "scan") == ready
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert reindex(library, folder).anew
    assert folder.stat().st_mode & 0o777 == 0o700
    assert answer_of(library, folder, "index") == ready


@needs_modes
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user_is_refused_unopened(library, folder, ready):
    os.chown(folder, 65534, 65534)
    assert state(library, folder) == "damaged"
    assert answer_of(library, folder, "scan") == ready
    assert reindex(library, folder).anew
    assert folder.stat().st_uid == os.geteuid()
    assert answer_of(library, folder, "index") == ready


@needs_modes
def test_a_link_is_no_folder_of_ours(library, folder, ready, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    shutil.move(folder, elsewhere)
    folder.symlink_to(elsewhere)
    assert state(library, folder) == "damaged"
    assert reindex(library, folder).anew
    assert not folder.is_symlink()
    assert (elsewhere / "stamp.json").exists(), "what a link points to is not ours to delete"
    assert answer_of(library, folder, "index") == ready


def test_private_from_the_start(library, folder, ready):
    assert folder.stat().st_mode & 0o777 == 0o700


def rebuild(path):
    """Build the index of the library in a folder anew, for ever; once takes some hundredths of a second."""
    with open_database(Path(path) / "library.db", read_only=True) as db:
        print("go", flush=True)
        while True:
            reindex(db, Path(path) / "index", anew=True)


@needs_modes
def test_killed_while_writing(library, folder, ready, tmp_path):
    moments = random.Random(11)
    with KilledProcess(__file__, "rebuild") as writing:
        for _ in range(KILLS):
            writing.kill_after(moments.uniform(0, 0.1), str(tmp_path))
            answer = search_once(library, folder, SearchRequest(WORD, instruments=False))
            assert (answer.total, answer.hits) == ready
            reindex(library, folder)
            assert answer_of(library, folder, "index") == ready


def test_two_writers(library, folder, ready, put):
    from index.writer import build

    put("A/RES/73/9", "نص")

    def texts():
        with pytest.raises(IndexBusy):
            reindex(library, folder)
        yield from ()

    assert build(folder, texts(), lambda: False) == 0
