"""A library with the bundled resolution, and documents of our own making."""

import shutil

import pytest

from documents.model import Document, Footnote, Kind, Masthead, Provision, Source
from library import catalogue
from library.citations import CitationSet
from library.database import open_database
from services.search.index_sync import reindex


@pytest.fixture
def db(request, bundled_library, tmp_path):
    """An empty library, or that of `bundled` where a test asks for both."""
    path = tmp_path / "library.db"
    if "bundled" in request.fixturenames:
        bundled_library(path)
    with open_database(path) as database:
        yield database


@pytest.fixture
def bundled(db):
    """A library that holds the bundled resolution."""
    return db


@pytest.fixture(scope="session")
def bundled_index(bundled_library, tmp_path_factory):
    """The index of a library that holds the bundled resolution; to be copied."""
    made = tmp_path_factory.mktemp("bundled")
    with open_database(bundled_library(made / "library.db")) as database:
        reindex(database, made / "index")
    return made / "index"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def bundled_folder(bundled_index, folder):
    """The index folder of the test, with the bundled resolution in it."""
    return shutil.copytree(bundled_index, folder)


def _made(symbol, *texts, notes=(), language="ar"):
    """A document with operative paragraphs of these texts."""
    provisions = tuple(
        Provision(f"op_{n}", Kind.OPERATIVE, text, number=str(n)) for n, text in enumerate(texts, start=1)
    )
    footnotes = tuple(Footnote(str(n), text, f"({n})") for n, text in enumerate(notes, start=1))
    source = Source(f"{symbol}.txt", "0" * 64, "text")
    return Document(symbol, language, f"title of {symbol}", provisions, footnotes, Masthead(), source)


@pytest.fixture(scope="session")
def made():
    """Make a document of operative paragraphs and footnotes: `made(symbol, *texts, notes=(), language="ar")`."""
    return _made


@pytest.fixture
def put(db):
    """Store a document made of texts."""

    def store(symbol, *texts, notes=(), language="ar", corrections=()):
        document = _made(symbol, *texts, notes=notes, language=language)
        catalogue.add(db, document, CitationSet(), corrections)
        return document

    return store
