"""The instruments that are known here: the catalogue of the program and what the user's files add to it."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from library import instruments as stored
from library import metadata
from library.database import Database

if TYPE_CHECKING:
    from documents.citations.catalogue.instrument_catalogue import Catalogue, Conflict

_DIGEST = "instruments_digest"


def known(db: Database) -> Catalogue:
    """Return the catalogue with the user's instruments."""
    return _catalogue(stored.rows(db))


def digest(db: Database) -> str:
    """Return the digest of `known` without reading the catalogue; "" without instruments of the user."""
    return metadata.fact(db, _DIGEST) or ""


def add(db: Database, data: bytes, source_name: str) -> int:
    """Store the instruments of a user's file; return how many it has. RowError where one of them is wrong."""
    from documents.citations.catalogue.instrument import as_row
    from documents.citations.catalogue.instrument_file import parse_rows

    read = parse_rows(data)
    with db.transaction():
        stored.store(
            db, [(one.target, json.dumps(as_row(one), ensure_ascii=False, sort_keys=True)) for one in read], source_name
        )
        metadata.set_fact(db, _DIGEST, known(db).digest)
    return len(read)


def conflicts(db: Database, data: bytes) -> tuple[Conflict, ...]:
    """Return what of a user's file would not be used, for the catalogue knows it otherwise. RowError."""
    from documents.citations.catalogue.instrument_file import parse_rows

    read = parse_rows(data)
    mine = {one.target for one in read}
    # Not against what an earlier file said of the same targets: that is replaced.
    others = tuple(row for row in stored.rows(db) if json.loads(row)["target"] not in mine)
    return _catalogue(others).conflicts(read)


def remove(db: Database, target: str) -> bool:
    """Forget what the user's files said of a target; say whether there was something."""
    with db.transaction():
        gone = stored.remove(db, target)
        metadata.set_fact(db, _DIGEST, known(db).digest)
    return gone


@lru_cache(maxsize=2)
def _catalogue(rows: tuple[str, ...]) -> Catalogue:
    from documents.citations.catalogue.instrument_catalogue import Catalogue
    from documents.citations.catalogue.instrument_file import parse_rows

    bundled = Catalogue.bundled()
    return bundled.extended(parse_rows(f"[{','.join(rows)}]".encode())) if rows else bundled
