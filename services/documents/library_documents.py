"""List, load and remove the documents of the library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from documents.model import Document
from library import catalogue, citations, document_versions
from library.catalogue import Entry
from library.database import Database

__all__ = ["Entry", "held_languages", "list_documents", "load_document", "load_if_held", "remove_document"]


def list_documents(db: Database) -> tuple[Entry, ...]:
    """List the held documents: the latest adopted first, then by symbol and language."""
    return catalogue.entries(db)


def held_languages(db: Database, symbols: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return those of `symbols` that are held, each with the languages it is held in, Arabic first."""
    return citations.held_languages(db, symbols)


def load_document(db: Database, symbol: str, language: str | None = None) -> Document:
    """Return a document in a language, without one in Arabic or the first language it is held in. NotHeld."""
    return catalogue.load(db, symbol, language)


def load_if_held(db: Database, symbol: str, language: str) -> Document | None:
    """Return a document in a language, None where it is not held in it."""
    return catalogue.load(db, symbol, language) if catalogue.has(db, symbol, language) else None


def remove_document(db: Database, symbol: str, language: str) -> None:
    """Remove a document from the library, as one turn to undo. The notes on it stay. NotHeld."""
    document_versions.remove(db, symbol, language)
