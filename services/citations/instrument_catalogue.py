"""The catalogue of instruments: the one of the program, extended by the user's files."""

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


def load(db: Database) -> Catalogue:
    """Return the catalogue extended by the user's instruments."""
    return _catalogue(stored.rows(db))


def digest(db: Database) -> str:
    """Return the digest of the catalogue, without loading it. "" where the user added no instruments."""
    return metadata.get(db, _DIGEST) or ""


def add(db: Database, data: bytes, source_name: str) -> int:
    """Store the instruments of a user's file and return their number. RowError where one of them is invalid."""
    from documents.citations.catalogue.instrument import as_row
    from documents.citations.catalogue.instrument_file import parse_rows

    read = parse_rows(data)
    with db.transaction():
        stored.store(
            db, [(one.target, json.dumps(as_row(one), ensure_ascii=False, sort_keys=True)) for one in read], source_name
        )
        metadata.put(db, _DIGEST, load(db).digest)
    return len(read)


def conflicts(db: Database, data: bytes) -> tuple[Conflict, ...]:
    """Return the fields of a user's file that are ignored because the catalogue has other values for them. RowError."""
    from documents.citations.catalogue.instrument_file import parse_rows

    read = parse_rows(data)
    mine = {one.target for one in read}
    # Values of an earlier file for the same targets are replaced, so that they are no conflict.
    others = tuple(row for row in stored.rows(db) if json.loads(row)["target"] not in mine)
    return _catalogue(others).conflicts(read)


@lru_cache(maxsize=2)
def _catalogue(rows: tuple[str, ...]) -> Catalogue:
    from documents.citations.catalogue.instrument_catalogue import Catalogue
    from documents.citations.catalogue.instrument_file import parse_rows

    bundled = Catalogue.bundled()
    return bundled.extended(parse_rows(f"[{','.join(rows)}]".encode())) if rows else bundled
