"""Searches that are saved by a name, with their options, and the history of queries."""

from __future__ import annotations

from library import saved_searches
from library.database import Database
from library.saved_searches import PastSearch, SavedSearch, clear_history, history, remove, restore_history, saved
from services.search.search_request import SearchOptions

__all__ = [
    "PastSearch",
    "SavedSearch",
    "clear_history",
    "find",
    "history",
    "remember",
    "remove",
    "restore_history",
    "save",
    "saved",
]


def save(db: Database, name: str, query: str, options: SearchOptions | None = None) -> SavedSearch:
    """Save a query with its options. It replaces one of the same name. ValueError for an empty name or query."""
    return saved_searches.save(db, name, query, options.to_words() if options else {})


def find(db: Database, name: str) -> SavedSearch | None:
    """Return the saved search of a name, white space around it ignored. None where there is none."""
    return next((one for one in saved(db) if one.name == name.strip()), None)


def remember(db: Database, query: str, total: int) -> None:
    """Put a query and the number of its hits at the head of the history, unless the library is read-only."""
    if not db.read_only:
        saved_searches.remember(db, query, total)
