"""What a screen reader is told: runs under the system's Python, which has pyatspi, and prints JSON.

at_spi_witness.py tree      every node: depth, role, name, description, text, states, in logical order
"""

import json
import sys
import time

import pyatspi


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
    """The node's text through the text interface, or None where it has none."""
    try:
        text = node.queryText()
    except NotImplementedError:
        return None
    return text.getText(0, -1)


def nodes(node, depth=0):
    """The node and all below it, in the order a screen reader walks them."""
    states = node.getState()
    yield {
        "depth": depth,
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "text": text_of(node),
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "id": node.get_accessible_id() if hasattr(node, "get_accessible_id") else "",
    }
    if depth < 30:
        for child in node:
            if child is not None:
                yield from nodes(child, depth + 1)


if __name__ == "__main__":
    print(json.dumps(list(nodes(application("qarar"))), ensure_ascii=False))
