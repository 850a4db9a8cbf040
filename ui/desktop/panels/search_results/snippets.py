"""Cuts the words round the hits out of a provision, at word boundaries, with the hits' places in what is cut."""

from __future__ import annotations

from dataclasses import dataclass

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Snippet:
    """What is shown of a text: code-point `highlights` point into `text`."""

    text: str
    highlights: tuple[tuple[int, int], ...]


def snippet(text: str, highlights: tuple[tuple[int, int], ...], *, around: int = 28, most: int = 110) -> Snippet:
    """Return about `most` characters of `text`: `around` of them on either side of each hit that fits.

    Nothing is cut inside a word; where words are left out stands an ellipsis.
    """
    windows = _windows(text, highlights or ((0, 0),), around if highlights else most, most)
    shown, places = "", []
    for start, end in windows:
        shown += ELLIPSIS if start and not shown else ""
        shift = len(shown) - start
        places += [(a + shift, b + shift) for a, b in highlights if start <= a and b <= end]
        shown += text[start:end] + (ELLIPSIS if end < len(text) else "")
    return Snippet(shown, tuple(places))


def _windows(text: str, highlights: tuple[tuple[int, int], ...], around: int, most: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(highlights):
        window = _word_start(text, start, around), _word_end(text, end, around)
        if found and window[0] <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(window[1], found[-1][1])
        elif found and sum(b - a for a, b in found) + window[1] - window[0] > most:
            break
        else:
            found.append(window)
    return found


def _word_start(text: str, hit: int, around: int) -> int:
    """Return the first beginning of a word at most `around` before the hit, else the beginning of the hit's own."""
    earliest = max(0, hit - around)
    if earliest == 0:
        return 0
    after_space = [at for at in range(earliest, hit + 1) if text[at - 1].isspace()]
    if after_space:
        return after_space[0]
    return max((at + 1 for at in range(earliest) if text[at].isspace()), default=0)


def _word_end(text: str, hit: int, around: int) -> int:
    """Return the last end of a word at most `around` after the hit, else the end of the hit's own."""
    latest = min(len(text), hit + around)
    if latest == len(text):
        return latest
    before_space = [at for at in range(hit, latest + 1) if text[at].isspace()]
    if before_space:
        return before_space[-1]
    return next((at for at in range(latest, len(text)) if text[at].isspace()), len(text))
