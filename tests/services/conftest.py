"""A library with the bundled resolution, made once, copied for each test."""

import shutil

import pytest

from library.database import open_database
from services.documents.document_import import ensure_bundled
from services.documents.link_groups import Links
from services.documents.open_text import open_text


@pytest.fixture(scope="session")
def first_start(tmp_path_factory):
    path = tmp_path_factory.mktemp("first") / "library.db"
    with open_database(path) as db:
        assert ensure_bundled(db)
    return path


@pytest.fixture
def db(first_start, tmp_path):
    path = tmp_path / "data" / "library.db"
    path.parent.mkdir()
    shutil.copyfile(first_start, path)
    with open_database(path) as db:
        yield db


@pytest.fixture
def empty_db(tmp_path):
    with open_database(tmp_path / "empty" / "library.db") as db:
        yield db


@pytest.fixture(scope="session")
def text(first_start):
    """The bundled resolution, open."""
    with open_database(first_start, read_only=True) as db:
        return open_text(db, "E/RES/2019/20", "ar")


@pytest.fixture(scope="session")
def links(text):
    return Links(text)
