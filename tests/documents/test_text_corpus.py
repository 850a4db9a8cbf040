"""The text importer on real material: nothing lost, paragraphs found, symbols right (needs QARAR_CORPUS)."""

import gzip
import json
from collections import Counter

import pytest
from lengths import some

from documents.importers.errors import ImportFailure
from documents.importers.text.reader import read_text
from documents.model import Kind
from documents.verbs import find_verbs

pytestmark = pytest.mark.corpus


def kept(document) -> Counter:
    pieces = [p.printed_number + p.text + "".join(m.printed for m in p.markers) for p in document.provisions]
    pieces += [note.printed + note.text for note in document.footnotes]
    pieces += [w.text for w in document.source.warnings if w.code == "furniture"]
    return Counter("".join("".join(pieces).split()))


def all_kept(data: bytes, document) -> bool:
    source = Counter("".join(data.decode("utf-8-sig").split()))
    return not kept(document) - source and set(source - kept(document)) <= set("*-^")


def test_resolutions_of_the_general_assembly(corpus):
    """Every tenth of 606: symbol, paragraphs with their verbs (but for declarations, "We …"), nothing lost."""
    with gzip.open(corpus / "ga_resolutions_en" / "texts.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for index, line in enumerate(file) if index % 10 == 0]
    rows = some([row for row in rows if row["symbol"].startswith("A/RES/")])
    paragraphs = without_verb = 0
    for row in rows:
        data = row["text"].encode()
        document = read_text(data, "x.txt")
        assert all_kept(data, document), row["symbol"]
        assert document.language == "en"
        assert document.symbol == row["symbol"]
        for provision in document.provisions:
            if provision.kind in (Kind.PREAMBULAR, Kind.OPERATIVE) and not provision.text.startswith("We "):
                paragraphs += 1
                without_verb += not find_verbs(provision.text, provision.kind, "en")
    assert paragraphs > 20 * len(rows)
    assert without_verb < 0.03 * paragraphs


def test_resolutions_of_the_security_council(corpus):
    for file in sorted((corpus / "un_other_texts" / "sc_resolutions_txt").glob("*.txt")):
        document = read_text(file.read_bytes(), file.name)
        assert all_kept(file.read_bytes(), document)
        assert document.masthead.organ == "SC"
        numbers = [int(p.number) for p in document.provisions if p.kind is Kind.OPERATIVE]
        assert numbers == sorted(set(numbers))
        assert len(numbers) > 1


@pytest.mark.parametrize("folder", ["treaties_en_nl", "arabic_legal", "citation_tests"])
def test_other_texts_are_read_or_refused(corpus, folder):
    read = 0
    for file in some([file for file in sorted((corpus / folder).rglob("*")) if file.suffix in (".txt", ".md")]):
        try:
            document = read_text(file.read_bytes(), file.name)
        except ImportFailure:
            continue
        assert all_kept(file.read_bytes(), document), file.name
        read += 1
    assert read
