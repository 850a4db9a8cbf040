"""Small documents made by hand, a clock that moves, and a library in a folder of its own."""

import datetime
import itertools

import pytest

from documents.citations.citation import Citation, CitationKind, CitationStatus
from documents.citations.evidence import Evidence, EvidenceCode
from documents.corrections import Correction
from documents.model import Document, Footnote, Kind, Marker, Masthead, Provision, Source
from documents.position import Span
from library.database import open_database


@pytest.fixture
def clock():
    """One second later at each look."""
    start = datetime.datetime(2026, 11, 23, 20, 0, tzinfo=datetime.UTC)
    ticks = itertools.count()
    return lambda: start + datetime.timedelta(seconds=next(ticks))


@pytest.fixture
def library_file(tmp_path):
    return tmp_path / "data" / "library.db"


@pytest.fixture
def db(library_file, clock):
    with open_database(library_file, clock=clock) as db:
        yield db


@pytest.fixture
def make_document():
    def make(symbol="E/RES/2019/20", language="ar", provision="تحث الدول الأعضاء؛"):
        return Document(
            symbol,
            language,
            "مكافحة الاستغلال",
            (
                Provision("pp_1", Kind.PREAMBULAR, "إذ تشير إلى قرارها ١٥٤/٧٣،", markers=(Marker(25, "1", "(١)"),)),
                Provision("op_1", Kind.OPERATIVE, provision, "1", "١ -"),
            ),
            (Footnote("1", "الحاشية.", "(١)"),),
            Masthead(organ="ECOSOC", session="2019", adopted=datetime.date(2019, 7, 23)),
            Source("a.txt", "00ff", "text"),
        )

    return make


@pytest.fixture
def cited():
    return (
        Citation(
            Span("pp_1", 12, 25),
            "قرارها ١٥٤/٧٣",
            CitationKind.RESOLUTION,
            "A/RES/73/154",
            evidence=(Evidence(EvidenceCode.SYMBOL),),
        ),
        Citation(
            Span("fn_1", 0, 7),
            "الحاشية",
            CitationKind.SHORT_FORM,
            "",
            CitationStatus.AMBIGUOUS,
            candidates=("A/RES/61/60", "A/RES/60/61"),
        ),
        Citation(Span("op_1", 0, 2), "تح", CitationKind.RESOLUTION, "E/RES/2019/20", own=True),
    )


@pytest.fixture
def layer():
    return (
        Correction(Span("op_1", 0, 2), "تح", "تحت", 0.9, "سبب"),
        Correction(Span("op_1", 3, 8), "الدول", None, 0.3),
    )
