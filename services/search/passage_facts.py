"""What the index holds of a document besides its words: verbs, what it cites, organ, session, year and date."""

from __future__ import annotations

from documents.model import Document
from documents.symbol import Symbol
from index.passages import DocumentFacts, PassageFacts
from library import citations
from library.database import Database

_NO_VERBS = frozenset({"masthead", "title", "heading", "closing", "annex"})


def facts(db: Database, document: Document) -> PassageFacts:
    """Return what is known of a stored document and of each of its provisions; NotHeld."""
    from documents.verbs import find_verbs

    verbs = {
        provision.id: tuple(
            (verb.lemma, verb.force) for verb in find_verbs(provision.text, provision.kind, document.language)
        )
        for provision in document.provisions
        if provision.kind.value not in _NO_VERBS
    }
    cites: dict[str, dict[str, None]] = {}
    for citation in citations.of_document(db, document.symbol, document.language):
        if citation.target and not citation.own:
            cites.setdefault(citation.span.provision, {})[citation.target] = None
    return PassageFacts(_about(document), verbs, {id_: tuple(targets) for id_, targets in cites.items()})


def _about(document: Document) -> DocumentFacts:
    """Return what the masthead says, and the symbol where it says nothing."""
    head, symbol = document.masthead, _symbol(document)
    date = head.adopted.isoformat() if head.adopted else ""
    session = head.session or (symbol.session if symbol else "")
    year = date[:4] or (session if len(session) == len("2019") else "")
    return DocumentFacts(head.organ or (symbol.organ if symbol else ""), session, year, date)


def _symbol(document: Document) -> Symbol | None:
    try:
        return Symbol.parse(document.symbol)
    except ValueError:
        return None
