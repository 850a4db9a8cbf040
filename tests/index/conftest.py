"""A library with the bundled resolution, and documents of our own making."""

import pytest

from documents.model import Document, Footnote, Kind, Masthead, Provision, Source
from library import catalogue
from library.citations import CitationSet
from library.database import open_database
from services.documents.document_import import ensure_bundled


@pytest.fixture
def db(tmp_path):
    with open_database(tmp_path / "library.db") as database:
        yield database


@pytest.fixture
def bundled(db):
    ensure_bundled(db)
    return db


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "index"


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
