"""Ibid.: the source before it, with what is given anew; unresolved where that is not one source."""

import pytest

from documents.citations.citation import CitationKind, CitationStatus
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.find import find_citations
from documents.model import Document, Footnote, Kind, Provision

SERIES = "United Nations, Treaty Series, vol. 75, No. 970."
RECORDS = "Official Records of the General Assembly, Seventy-third Session, Supplement No. 53 (A/73/53), chap. IV."


def last(*notes, symbol="A/RES/80/1"):
    """(targets, places) of what the last of several notes cites."""
    footnotes = tuple(Footnote(str(n), note) for n, note in enumerate(notes, 1))
    found = [
        c for c in find_citations(Document(symbol, "en", "", (), footnotes)) if c.span.provision == f"fn_{len(notes)}"
    ]
    return [c.target for c in found], [point.place for c in found for point in c.pinpoints]


@pytest.mark.parametrize(
    ("notes", "targets", "places"),
    [
        ((SERIES, "Ibid., vol. 1249, No. 20378."), ["UNTS 1249/20378"], []),
        ((SERIES, "Ibid., No. 973."), ["UNTS 75/973"], []),
        ((SERIES, "Ibid., art. 5."), ["UNTS 75/970"], ["art_5"]),
        ((SERIES, "Ibid."), [""], []),
        ((SERIES, "Ibid., vol. 5, No. 7; and ibid., vol. 6, No. 8."), ["UNTS 5/7", "UNTS 6/8"], []),
        (
            (RECORDS, "Ibid., Seventy-third Session, Supplement No. 53A (A/73/53/Add.1), chap. II."),
            ["A/73/53/Add.1"],
            ["chp_II"],
        ),
        ((RECORDS, "Ibid., Supplement No. 53A (A/76/53/Add.1)."), ["A/76/53/Add.1"], []),
        ((RECORDS, "Ibid., vol. III (A/80/5 (Vol. III))."), ["A/80/5(Vol.III)"], []),
        ((RECORDS, "Ibid., chap. V, sect. A."), ["A/73/53"], ["chp_V__sec_A"]),
        ((RECORDS, "Ibid.", "Ibid.", "Ibid., annex II."), ["A/73/53"], ["annex_2"]),
        (("Resolution 70/1.", "Ibid., para. 5."), ["A/RES/70/1"], ["para_5"]),
        (("A/70/5 and A/71/5.", "Ibid."), [""], []),
        (("Nothing cited.", "Ibid."), [""], []),
        (("Resolution 70/1.", "Ibid., some other place."), [""], []),
        (("A/70/5. A/RES/80/1", "Ibid. A/RES/80/1", "Ibid."), ["A/70/5"], []),
    ],
)
def test_notes(notes, targets, places):
    assert last(*notes) == (targets, places)


def test_a_supplement_and_its_corrigendum_are_one_source():
    note = "Official Records, Supplement No. 53 and corrigendum (A/66/53 and A/66/53/Corr.1), chap. II."
    assert last(note, "Ibid., chap. III.") == (["A/66/53"], ["chp_III"])


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("as reported (A/72/7, para. 60), and completed (ibid., para. 66)", ["A/72/7", "A/72/7"]),
        ("as reported in resolution 70/1, and completed (ibid., para. 66)", ["A/RES/70/1", ""]),
        ("and completed (ibid., para. 66)", [""]),
        ("Ibid. in the middle of a sentence", []),
    ],
)
def test_running_text(text, targets):
    found = find_citations(Document("", "en", "", (Provision("op_1", Kind.OPERATIVE, text),)))
    assert [c.target for c in found] == targets
    assert all((c.status is CitationStatus.RESOLVED) == bool(c.target) for c in found)


def test_kind():
    notes = Footnote("1", SERIES), Footnote("2", "Ibid., No. 973.")
    *_, cited = find_citations(Document("", "en", "", (), notes))
    assert (cited.kind, cited.text) == (CitationKind.TREATY, "Ibid., No. 973")
    assert cited.evidence == (Evidence(EvidenceCode.IBID_NOTE, ("1", "UNTS")),)
