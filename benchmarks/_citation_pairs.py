"""Arabic and English of the same sentence must cite the same: an oracle that needs no labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from _reference import Row

from documents.citations.find import find_citations
from documents.model import Document, Kind, Masthead, Provision

FILE = "un_parallel_corpus_6lang/UNv1.0.devset."


@dataclass
class Pairs:
    """Counts over all sentence pairs; `common` and `either` count targets, each as often as it is cited."""

    sentences: int = 0
    citing: int = 0
    agreeing: int = 0
    common: int = 0
    either: int = 0
    disagreements: list[str] = field(default_factory=list)


def compare(corpus: Path, labelled: Iterable[Row], *, held_out: bool) -> Pairs:
    """Compare the targets of every pair; disagreements of held-out lines are counted but listed only on request."""
    hidden = {row.document.partition("#")[2] for row in labelled if FILE in row.document and row.half == "held-out"}
    result = Pairs()
    arabic, english = ((corpus / (FILE + tongue)).read_text("utf-8").split("\n") for tongue in ("ar", "en"))
    for number, (ar, en) in enumerate(zip(arabic, english, strict=True), 1):
        first, second = targets(ar, "ar"), targets(en, "en")
        result.sentences += bool(ar)
        result.citing += bool(first or second)
        result.agreeing += bool(first) and first == second
        result.common += (first & second).total()
        result.either += (first | second).total()
        if first != second and (held_out or str(number) not in hidden):
            only = [" ".join(side.elements()) or "-" for side in (first - second, second - first)]
            result.disagreements.append(f"{number}: ar only {only[0]}, en only {only[1]}\n  {ar}\n  {en}")
    return result


def targets(text: str, language: str) -> Counter[str]:
    """Return the targets that a sentence of the Assembly cites, each as often as it does."""
    sentence = Provision("op_1", Kind.OPERATIVE, text)
    document = Document("", language, "", (sentence,), (), Masthead(organ="GA"))
    return Counter(citation.target for citation in find_citations(document) if citation.target)
