"""Which citation a command means: the one under the caret, else what is lit, else the first of the paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.citations.citation import Citation

if TYPE_CHECKING:
    from ui.desktop.reader.view import ReaderView


def cited_here(view: ReaderView) -> Citation | None:
    """Return the citation that is focused, touched by the caret, kept lit, or the only one of the current provision."""
    state, cursor = view.marks.state, view.textCursor()
    if state.focused is not None and isinstance(state.focused.value, Citation):
        return state.focused.value
    at, offset = cursor.blockNumber(), cursor.positionInBlock()
    here = [hotspot for hotspot in view.hotspots(at) if isinstance(hotspot.value, Citation) and hotspot.value.target]
    touched = [hotspot for hotspot in here if hotspot.start <= offset <= hotspot.end]
    if touched:
        return _value(min(touched, key=lambda hotspot: hotspot.end - hotspot.start).value)
    pinned = view.link_highlighter.pinned
    lit = [hotspot for hotspot in here if pinned is not None and _value(hotspot.value).target in pinned.targets]
    chosen = lit or (here if len({_value(hotspot.value).target for hotspot in here}) == 1 else [])
    return _value(chosen[0].value) if chosen else None


def _value(value: object) -> Citation:
    assert isinstance(value, Citation)
    return value
