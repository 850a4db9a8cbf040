"""Texts that the reader's tests show: the bundled resolution as it is really read, and made ones."""

import resources
from documents.citations.find import find_citations
from documents.corrections import Correction
from documents.importers import read_bytes
from documents.model import Document, Footnote, Kind, Marker, Provision
from documents.position import Span
from documents.reading import Reading
from services.documents.open_text import OpenText

NAME = "E-RES-2019-20.ar"


def bundled_corrections() -> tuple[Correction, ...]:
    rows = resources.read_text("documents", f"{NAME}.corrections.tsv").splitlines()
    cells = [row.split("\t") for row in rows if row and not row.startswith(("#", "provision\t"))]
    return tuple(
        Correction(Span(id_, int(start), int(end)), received, corrected or None, float(confidence), reason)
        for id_, start, end, received, corrected, confidence, reason in cells
    )


def bundled_text(*, as_received: bool = False) -> OpenText:
    document = read_bytes(resources.read_bytes("documents", f"{NAME}.txt"), f"{NAME}.txt")
    reading = Reading(document, bundled_corrections(), as_received=as_received)
    return OpenText(document, reading, find_citations(document, reading))


def made_text(*texts: str, language: str = "ar", markers: dict[int, tuple[Marker, ...]] | None = None) -> OpenText:
    provisions = tuple(
        Provision(f"op_{n}", Kind.OPERATIVE, text, str(n), markers=(markers or {}).get(n, ()))
        for n, text in enumerate(texts, 1)
    )
    numbers = dict.fromkeys(marker.footnote for provision in provisions for marker in provision.markers)
    notes = tuple(Footnote(number, "ح") for number in numbers)
    document = Document("A/RES/1/1", language, "عنوان", provisions, notes)
    return OpenText(document, Reading(document), ())


def long_text(count: int) -> OpenText:
    """The bundled text over and over, with ids of its own each time."""
    source = bundled_text()
    provisions, citations, corrections = [], [], []
    while len(provisions) < count:
        turn = len(provisions)
        for provision in source.document.provisions[: count - turn]:
            id_ = f"{provision.id}_{turn}"
            provisions.append(Provision(id_, Kind.OPERATIVE, provision.text, str(len(provisions) + 1),
                                        markers=provision.markers))  # fmt: skip
            corrections += [
                Correction(Span(id_, c.span.start, c.span.end), c.received, c.corrected, c.confidence)
                for c in source.reading.corrections_in(provision.id)
            ]
    document = Document("A/RES/2/2", "ar", "طويل", tuple(provisions), source.document.footnotes)
    return OpenText(document, Reading(document, corrections), tuple(citations))
