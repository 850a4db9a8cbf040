"""The years of the Security Council's resolutions, by their numbers."""

from __future__ import annotations

from bisect import bisect_left

_LAST = (
    *(15, 37, 66, 78, 89, 96, 98, 103, 105, 110, 121, 126, 131, 132, 160, 170, 177, 185, 199, 219),
    *(232, 244, 262, 275, 291, 307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 528, 545, 559, 580),
    *(593, 606, 626, 646, 683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1454, 1521, 1580, 1651),
    *(1738, 1794, 1859, 1907, 1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503, 2560, 2617, 2671, 2721, 2767),
)
"""The last resolution of each year from 1946. Source: the Council's own lists of resolutions by year."""


def year_of(number: int) -> int | None:
    """Return the year of a resolution, None for a number after the last complete year."""
    return 1946 + bisect_left(_LAST, number) if 1 <= number <= _LAST[-1] else None
