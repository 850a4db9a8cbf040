"""Citations of real texts: Arabic and English of one sentence cite the same, and Ibid. chains resolve."""

import gzip
import json
from collections import Counter

import pytest
from lengths import LONG, some

from documents.citations.citation import CitationKind, CitationStatus
from documents.citations.find import find_citations
from documents.model import Document, Footnote, Kind, Masthead, Provision

pytestmark = pytest.mark.corpus


def targets(text, language):
    document = Document("", language, "", (Provision("op_1", Kind.OPERATIVE, text),), (), Masthead(organ="GA"))
    return Counter(c.target for c in find_citations(document) if c.target)


def test_both_languages_of_a_sentence_cite_the_same(corpus):
    """What differs is mostly the texts themselves: an acronym, `the Convention`, a wrong year in one of them."""
    folder = corpus / "un_parallel_corpus_6lang"
    arabic, english = ((folder / f"UNv1.0.devset.{tongue}").read_text("utf-8").split("\n") for tongue in ("ar", "en"))
    agree = differ = 0
    for ar, en in some(list(zip(arabic, english, strict=True)), 500):
        found, expected = targets(ar, "ar"), targets(en, "en")
        agree += bool(found) and found == expected
        differ += found != expected
    assert agree >= (215 if LONG else 22)
    assert differ <= (26 if LONG else 4)


def test_ibid_chains_of_the_treaty_series_resolve(corpus):
    """Every `Ibid., vol. V, No. N` whose chain is whole is a treaty of the series."""
    found = unresolved = 0
    with gzip.open(corpus / "facts" / "footnotes_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for record in some([json.loads(line) for line in lines if "Ibid" in line], 20):
            notes = {str(note["n"]): note["text"] for note in record["footnotes"]}
            document = Document(record["symbol"], "en", "", (), tuple(Footnote(n, text) for n, text in notes.items()))
            for citation in find_citations(document):
                if citation.kind is CitationKind.TREATY and citation.text.startswith("Ibid"):
                    found += 1
                    unresolved += citation.status is not CitationStatus.RESOLVED
    assert found > (100 if LONG else 20)
    assert unresolved == 0
