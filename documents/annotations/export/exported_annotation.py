"""An annotation as it is exported: with the names of its places, its references and titles."""

from __future__ import annotations

from dataclasses import dataclass

from documents.annotations.model import Annotation


@dataclass(frozen=True, slots=True)
class ExportedPlace:
    """One target as it is named: `label` (`OP5`), its `reference`, and its words in the reader's reading.

    `words` are those of `target.quote.exact`, with the corrections of the reading.
    """

    provision: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class ExportedAnnotation:
    """An annotation with its references. `places` are in the order of its targets.

    `reference` is exact and in the language of the export ("E/RES/2019/20, OP5"), `title` that of the document (""
    where it is not held), `link` the official address or "".
    """

    annotation: Annotation
    reference: str
    title: str = ""
    places: tuple[ExportedPlace, ...] = ()
    link: str = ""
