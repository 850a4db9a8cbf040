"""What a screen reader is told: runs under the system's Python, which has pyatspi, and prints JSON.

at_spi_witness.py      every node: depth, role, name, description, text, caret, states, in the order they are walked
"""

import json
import sys
import time

import pyatspi
from gi.repository import GLib


def application(name, seconds=20.0):
    """The program's node on the accessibility bus."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for child in pyatspi.Registry.getDesktop(0):
            if child and child.name and child.name.lower().startswith(name):
                return child
        time.sleep(0.2)
    sys.exit(f"no application {name!r} on the accessibility bus")


def text_of(node):
    """The node's text and caret through the text interface, or None where it has none."""
    try:
        text = node.queryText()
    except NotImplementedError:
        return None, None
    return text.getText(0, -1), text.caretOffset


def nodes(node, depth=0):
    """The node and all below it, in the order a screen reader walks them."""
    states = node.getState()
    text, caret = text_of(node)
    yield {
        "depth": depth,
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "text": text,
        "caret": caret,
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "checked": states.contains(pyatspi.STATE_CHECKED),
        "id": node.get_accessible_id().rpartition(".")[2],
    }
    if depth < 30:
        for child in node:
            if child is not None:
                yield from nodes(child, depth + 1)


def walk(tries=5):
    """Every node, walked again where one went away on the way."""
    try:
        return list(nodes(application("qarar")))
    except GLib.GError:
        if tries == 1:
            raise
        time.sleep(0.2)
        return walk(tries - 1)


if __name__ == "__main__":
    print(json.dumps(walk(), ensure_ascii=False))
