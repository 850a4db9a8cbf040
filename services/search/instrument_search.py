"""Instruments found by their names: treaties and resolutions of the catalogue, held or not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from documents.citations.catalogue.instrument_catalogue import Catalogue
from documents.folding import fold_key
from index.matching import Match, match, may_match
from index.passages import Passage
from index.query import All, Either, Fuzzy, Limit, Node, Query, Range, Without
from library.database import Database
from services.citations.instruments import known


def named(db: Database, query: Query) -> Iterator[tuple[Passage, Match]]:
    """Yield the instruments whose name meets a query, the closest first; each once, by its first such name.

    A query that asks for a field of a text or for what is missing asks for no instrument.
    """
    if query.root is None or _asks_of_texts(query.root):
        return
    found: dict[str, tuple[Passage, Match]] = {}
    for passage, key in _names(known(db)):
        if passage.document not in found and may_match(query, key):
            met = match(query, passage)
            if met:
                found[passage.document] = passage, met
    yield from sorted(found.values(), key=lambda each: each[1].tier)


def _asks_of_texts(node: Node) -> bool:
    if isinstance(node, All | Either):
        return any(map(_asks_of_texts, node.parts))
    # A near miss would be looked for in hundreds of names, letter by letter.
    return isinstance(node, Limit | Range | Without | Fuzzy)


@lru_cache(maxsize=2)
def _names(catalogue: Catalogue) -> tuple[tuple[Passage, str], ...]:
    return tuple(
        (Passage(one.target, language, name, "", "", place, name, kind="instrument"), fold_key(name))
        for one in catalogue.all()
        for place, (language, name) in enumerate(sorted(one.names.items()))
        if name
    )
