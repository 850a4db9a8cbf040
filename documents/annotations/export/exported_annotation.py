"""An annotation ready to leave the program: with the names of its places, its references and titles made."""

from __future__ import annotations

from dataclasses import dataclass

from documents.annotations.model import Annotation


@dataclass(frozen=True, slots=True)
class Place:
    """One target as it is named: `label` (`OP5`), its `reference`, and the words as the reader's reading has them.

    `words` are those of `target.quote.exact`, corrected where the reading is.
    """

    provision: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Cited:
    """An annotation with what an export says of it; `places` stand in the order of its targets.

    `reference` is exact and in the language of the export ("E/RES/2019/20, OP5"), `title` that of the document (""
    where it is not held), `link` the official address or "".
    """

    annotation: Annotation
    reference: str
    title: str = ""
    places: tuple[Place, ...] = ()
    link: str = ""
