"""A library with the bundled resolution, copied for each test."""

import pytest

from library.database import open_database
from services.documents.link_groups import Links
from services.documents.open_text import open_text
from tests.services.damaged_library import make


@pytest.fixture
def db(bundled_library, tmp_path):
    with open_database(bundled_library(tmp_path / "data" / "library.db")) as db:
        yield db


@pytest.fixture(scope="session")
def eighty_notes(bundled_library, tmp_path_factory):
    """The library of damaged_library.py; `again` copies it for a test."""
    return make(bundled_library, tmp_path_factory.mktemp("scene") / "data")


@pytest.fixture
def empty_db(tmp_path):
    with open_database(tmp_path / "empty" / "library.db") as db:
        yield db


@pytest.fixture(scope="session")
def text(first_start):
    """The bundled resolution, open."""
    with open_database(first_start / "library.db", read_only=True) as db:
        return open_text(db, "E/RES/2019/20", "ar")


@pytest.fixture(scope="session")
def links(text):
    return Links(text)
