"""Small English resolutions that cite, stored as an import stores them."""

import datetime

from documents.model import Document, Footnote, Kind, Masthead, Provision, Source
from services.documents.document_import import store

RECALLING = "Recalling its resolution 73/154 of 17 December 2018 on protecting children from bullying,"
GUIDED = "Guided by the Convention on the Rights of the Child,"
URGES = "Urges Member States to implement paragraph 3 of resolution 71/176 of 19 December 2016;"


def resolution(symbol="A/RES/74/133", *preamble, language="en", year=2019, operative=URGES, notes=()):
    """Make a resolution with these preambular paragraphs (else one that recalls 73/154)."""
    paragraphs = [
        Provision(f"pp_{number}", Kind.PREAMBULAR, text) for number, text in enumerate(preamble or (RECALLING,), 1)
    ]
    return Document(
        symbol,
        language,
        f"Title of {symbol}",
        (
            Provision("title", Kind.TITLE, f"Title of {symbol}"),
            Provision("chapeau", Kind.CHAPEAU, "The General Assembly,"),
            *paragraphs,
            Provision("op_1", Kind.OPERATIVE, operative, "1", "1."),
        ),
        tuple(Footnote(str(number), text, str(number)) for number, text in enumerate(notes, 1)),
        Masthead(organ="GA", session=symbol.split("/")[2], adopted=datetime.date(year, 12, 18)),
        Source("a.txt", "00ff", "text"),
    )


def put(db, *documents):
    for document in documents:
        store(db, document)
    return documents[0]
