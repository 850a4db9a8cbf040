"""How a reader wants to search: what every way to search has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Sort = Literal["order", "symbol", "date", "relevance"]


@dataclass(frozen=True, slots=True)
class Choices:
    """The order of hits within a tier, differences that are not ignored, and whether other forms of a word count."""

    sort: Sort = "order"
    strict: frozenset[str] = frozenset()
    inflect: bool = True
