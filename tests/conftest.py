"""Set up every test: no display, a folder of its own, no silent warning or logged error, short or long runs."""

import logging
import os
import shutil
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_FONT_DPI"] = "96"
os.environ["QT_SCALE_FACTOR"] = "1"


def pytest_addoption(parser):
    parser.addoption(
        "--long", action="store_true", help="run every example, every document of the corpus and more kills"
    )


def pytest_configure(config):
    if config.getoption("--long"):
        os.environ["QARAR_LONG"] = "1"
    from lengths import load_profile

    load_profile()


@pytest.fixture(autouse=True)
def no_logged_error(caplog):
    """A logged error that a test did not ask for (`caplog.clear()`) fails it."""
    yield
    for phase in ("setup", "call"):
        errors = [r for r in caplog.get_records(phase) if r.levelno >= logging.ERROR]
        assert not errors, [r.getMessage() for r in errors]


@pytest.fixture
def corpus() -> Path:
    """The real material, or a visible skip where it is absent."""
    folder = os.environ.get("QARAR_CORPUS", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("QARAR_CORPUS does not name the corpus folder")
    return Path(folder)


@pytest.fixture(scope="session")
def first_start(tmp_path_factory) -> Path:
    """A data folder as the first start leaves it: the bundled text in the library, and the copy of the day.

    It is made once for all tests of a process. Nobody writes in it: see `data_folder`.
    """
    from library.database import open_database
    from services.documents.document_import import ensure_bundled
    from services.paths import locate

    paths = locate(tmp_path_factory.mktemp("first"))
    with open_database(paths.library) as db:
        assert ensure_bundled(db)
        db.daily_backup(paths.backups)
    return paths.data


@pytest.fixture(scope="session")
def data_folder(first_start, tmp_path_factory):
    """Copy the data folder of a first start to a place: `data_folder(path)`.

    Texts that are given are in its library as well, imported once for all tests; the last one was read last.
    """
    templates = {(): first_start}

    def make(folder: Path, *texts: str) -> Path:
        if texts not in templates:
            templates[texts] = make(tmp_path_factory.mktemp("texts"))
            _import_texts(templates[texts] / "library.db", texts)
        return shutil.copytree(templates[texts], folder, dirs_exist_ok=True)

    return make


def _import_texts(library: Path, texts: tuple[str, ...]) -> None:
    from documents.importers import read_bytes
    from documents.position import Position
    from library import reading_positions
    from library.database import open_database
    from services.documents.document_import import store

    with open_database(library) as db:
        for text in texts:
            document = read_bytes(text.encode(), "text.txt")
            store(db, document)
            first = Position(document.provisions[0].id)
            reading_positions.remember_place(db, document.symbol, document.language, first)


@pytest.fixture(scope="session")
def bundled_library(first_start):
    """Copy a library that holds the bundled text and nothing else: `bundled_library(path)`."""

    def make(path: Path) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        return shutil.copyfile(first_start / "library.db", path)

    return make
