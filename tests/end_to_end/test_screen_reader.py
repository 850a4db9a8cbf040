"""What a screen reader is told about the real window, over the accessibility bus, in both languages."""

import re
from pathlib import Path

import pytest

from documents.corrections import bundled
from documents.importers import read
from documents.reading import Reading

pytestmark = pytest.mark.end_to_end

ROOT = Path(__file__).parents[2]
NAMED = ("readerView", "footnotesPane", "instrumentsPane", "outlineView", "searchBox", "statusLine")
ORDER = ("Toolbar", "Sidebar", "readerPane", "readerView", "ApparatusPane", "footnotesPane", "statusLine")
UNSEEN = re.compile("[\u2066-\u2069\u2060\u200e\u200f\ufeff]")
ARABIC, LATIN = re.compile("[\u0621-\u064a]{2}"), re.compile("[A-Za-z]{2,}")
CONTENT = {"page tab list", "page tab", "panel", "table cell", "list item", "tree item"}
"""Roles whose name is the text of a document: it keeps its language."""


def letters(text):
    """A text without what only the display needs, the numbers of markers and the spaces."""
    return re.sub(r"\([٠-٩0-9]+\)|\s", "", UNSEEN.sub("", text))


@pytest.fixture(params=["ar", "en"])
def told(request, screen):
    """Everything the bus says of a window that has just been opened, and its language."""
    screen.program(language=request.param)

    def complete():
        nodes = screen.witness()
        names = {node["id"] for node in nodes if node["showing"]}
        return nodes if {"readerView", "footnotesPane", "outlineView"} <= names else None

    return request.param, screen.until(complete)


def test_the_find_bar_is_told_once_it_is_there(screen):
    screen.program(language="en")
    screen.until(lambda: "readerView" in screen.focused())
    screen.press("F3")
    screen.until(lambda: "findField" in screen.focused())
    bar = screen.node("findBar")
    assert bar["showing"]
    assert bar["name"] == "Find in this text"


def test_the_window_is_told_whole_and_in_order(told):
    language, nodes = told
    by_name = {}
    for node in nodes:
        by_name.setdefault(node["id"], node)
    assert set(NAMED) <= by_name.keys()
    assert all(by_name[name]["name"] for name in NAMED)

    places = [next(i for i, node in enumerate(nodes) if node["id"] == name) for name in ORDER]
    assert places == sorted(places), [ORDER[i] for i in sorted(range(len(ORDER)), key=places.__getitem__)]

    document = read(ROOT / "resources" / "documents" / "E-RES-2019-20.ar.txt")
    reading = Reading(document, bundled(document.source.sha256))
    said = by_name["readerView"]["text"].split("\n")
    assert len(said) == len(document.provisions)
    for provision, line in zip(document.provisions, said, strict=True):
        assert letters(line) == letters(reading.text(provision.id)), provision.id

    shown = by_name["footnotesPane"]["text"]
    assert letters(document.footnotes[0].text) in letters(shown)
    assert by_name["readerView"]["role"] == "text"
    assert by_name["outlineView"]["role"] == "tree"
    assert by_name["searchBox"]["role"] == "text"

    for node in nodes:
        if not (node["focusable"] and node["showing"]):
            continue
        name = UNSEEN.sub("", node["name"])
        assert name.strip(), node
        if node["role"] in CONTENT or node["id"] == "readerView":
            continue
        other = LATIN if language == "ar" else ARABIC
        labels = re.sub(r"\b(?:[A-Z]+/[\w/.]+|(?:PP|OP|M|Z|E-)[\w-]*)", "", name)
        assert not other.search(labels), node


@pytest.mark.parametrize(("language", "held"), [("ar", "ليس في المكتبة"), ("en", "not in library")])
def test_a_citation_is_told_by_name_and_state_in_text_and_footnotes(screen, language, held):
    screen.program(language=language)
    screen.until(lambda: "readerView" in screen.focused())
    # The third marker stands at the first citation of the text: the keyboard goes from the one to the other.
    screen.press("F7", "F7", "F7", "shift-Tab")
    said = screen.until(lambda: UNSEEN.sub("", screen.node("readerView")["description"]))
    assert held in said, said
    screen.until(
        lambda: "39574" in screen.node("footnotesPane")["text"] or "٣٩٥٧٤" in screen.node("footnotesPane")["text"]
    )
    screen.press("ctrl-F6")
    screen.until(lambda: "footnotesPane" in screen.focused())
    screen.press("Tab")
    said = screen.until(lambda: UNSEEN.sub("", screen.node("footnotesPane")["description"]))
    assert held in said, said
