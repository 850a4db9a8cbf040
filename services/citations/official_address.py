"""The official address of a cited document or treaty, to be copied or opened in a browser."""

from __future__ import annotations


def official_address(target: str, language: str) -> str:
    """Return the official address of a target in a language, "" where none is known."""
    # Imported at the first use, as start-up needs no grammar of symbols.
    from documents.citations.catalogue.instrument_catalogue import links
    from documents.symbol import official_link

    known = links(target, language)
    return known[0] if known else official_link(target, language)
