"""The number of the document itself at the beginning of its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.forms.act_numbers import PAIR, TAIL, Introduced, acts
from documents.citations.forms.mention import Mention, Numbered, Passage
from documents.model import Kind


class OwnNumber:
    """`٢٠/٢٠١٩ - مكافحة …`, `73/154. Protecting children …`: the number before a title."""

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield the number that a title begins with."""
        if passage.kind not in (Kind.TITLE, Kind.MASTHEAD):
            return
        match = _own().match(passage.text)
        if match is None:
            return
        start = match.start("first") if not match["special"] else match.start("special")
        said = Introduced(start, match.end(), CitationKind.RESOLUTION, "", "", passage.language)
        for act in acts(match, said):
            yield replace(act, own=True) if isinstance(act, Numbered) else act


@cache
def _own() -> re.Pattern[str]:
    return re.compile(rf" *{PAIR}{TAIL}(?= ?[-.:]|$)")
