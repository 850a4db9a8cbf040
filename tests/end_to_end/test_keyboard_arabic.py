"""The whole window worked with an Arabic keyboard: keys are pressed by their place, effects are read off the bus."""

import re
import sqlite3
import subprocess

import pytest

from documents.corrections import bundled
from documents.importers import read_bytes
from documents.reading import Reading
from resources import read_bytes as resource

pytestmark = pytest.mark.end_to_end

ISOLATES = re.compile("[\u2066-\u2069]")


class Window:
    """What the tests ask of the window on one screen."""

    def __init__(self, screen):
        self.screen = screen

    def at(self, name):
        return self.screen.node(name)

    def provision(self):
        return ISOLATES.sub("", self.at("statusLine")["description"]).split(" · ")[1]

    def checked(self, name):
        return any(n["checked"] for n in self.screen.witness() if n["name"] == name)

    def size(self):
        names = [ISOLATES.sub("", n["name"]) for n in self.screen.witness()]
        return next(n.rpartition(" ")[2] for n in names if n.startswith("حجم النصّ ") and n.endswith("٪"))

    def bookmarks(self):
        db = sqlite3.connect(f"file:{self.screen.folder / 'data' / 'library.db'}?mode=ro", uri=True)
        try:
            return [row[0] for row in db.execute("SELECT provision FROM standing_bookmarks ORDER BY provision")]
        finally:
            db.close()

    def colours(self):
        db = sqlite3.connect(f"file:{self.screen.folder / 'data' / 'library.db'}?mode=ro", uri=True)
        try:
            standing = "SELECT colour FROM annotations WHERE removed IS NULL AND colour <> ''"
            return [row[0] for row in db.execute(standing)]
        finally:
            db.close()

    def clipboard(self):
        shown = subprocess.run(
            ["xclip", "-o", "-selection", "clipboard"],
            env=self.screen.environment, capture_output=True, text=True, timeout=10, check=False,
        )  # fmt: skip
        return shown.stdout

    def press(self, key, effect):
        """Press a key and wait for what it is to do."""
        self.screen.press(key)
        self.screen.until(effect, seconds=8)


@pytest.fixture(params=["ara", "ara,us"])
def window(request, screen):
    """The window with its text open, under an Arabic keyboard."""
    screen.layout(request.param)
    screen.program()
    screen.until(lambda: "readerView" in screen.focused())
    return Window(screen)


@pytest.fixture
def arabic(screen):
    """The same on the Arabic layout alone."""
    screen.layout("ara")
    screen.program()
    screen.until(lambda: "readerView" in screen.focused())
    return Window(screen)


def test_reading_and_copying(window):
    screen, press = window.screen, window.press
    screen.press(*["alt-Down"] * 9)
    screen.until(lambda: "PP2" in window.provision())
    press("alt-Up", lambda: "PP1 " in window.provision())
    press("F7", lambda: window.at("readerView")["caret"] > 370)
    screen.press("Enter", "Enter")
    screen.until(lambda: "footnotesPane" in screen.focused())
    press("Esc", lambda: "readerView" in screen.focused())
    press("F4", lambda: window.checked("تثبيت"))
    press("F4", lambda: window.checked("متابعة"))
    press("alt-7", lambda: window.bookmarks() == ["pp_1"])
    for number, colour in zip("12345", ("yellow", "green", "blue", "pink", "violet"), strict=True):
        press(f"alt-{number}", lambda colour=colour: window.colours() == [colour])
    press("alt-0", lambda: window.colours() == [])
    press("F2", lambda: "noteText" in screen.focused())
    press("Esc", lambda: "readerView" in screen.focused())
    press("alt-Down", lambda: "PP2" in window.provision())

    document = read_bytes(resource("documents", "E-RES-2019-20.ar.txt"), "E-RES-2019-20.ar.txt")
    text = Reading(document, bundled(document.source.sha256)).text("pp_2")
    screen.press("Home", "shift-End")
    screen.press("ctrl-Insert")
    copied = screen.until(window.clipboard)
    assert len(copied) > 20
    assert text.startswith(copied.rstrip())
    screen.press("ctrl-shift-Insert")
    screen.until(lambda: window.clipboard() != copied)
    words, _, reference = window.clipboard().rpartition("\n")
    assert ISOLATES.sub("", words).strip() == f"«{copied.strip()}»"
    assert ISOLATES.sub("", reference) == "E/RES/2019/20، الفقرة الثانية من الديباجة"


def test_finding_and_moving(arabic):
    window, screen, press = arabic, arabic.screen, arabic.press
    press("F6", lambda: "searchBox" in screen.focused())
    screen.write("الأطفال")
    screen.press("Enter")
    screen.until(lambda: sum(n["id"] == "resultsView" for n in screen.witness()) > 30)
    assert window.at("searchBox")["text"] == "الأطفال"
    screen.press("Esc", "Esc")
    screen.until(lambda: "readerView" in screen.focused())
    for digit, page in zip("1234", ("library", "outline", "results", "bookmarks"), strict=True):
        press(f"ctrl-{digit}", lambda page=page: window.at(f"tab-{page}")["checked"])
    press("Esc", lambda: "readerView" in screen.focused())
    press("F3", lambda: "findField" in screen.focused())
    press("Esc", lambda: "readerView" in screen.focused())
    here = window.provision()
    screen.press("F5")
    screen.run("sleep", "0.4")
    screen.write("op5")
    screen.press("Enter")
    screen.until(lambda: "OP5" in window.provision())
    press("alt-Right", lambda: window.provision() == here)
    press("alt-Left", lambda: "OP" in window.provision())
    press("Backspace", lambda: window.provision() == here)


def test_the_window_itself(arabic):
    screen, press = arabic.screen, arabic.press
    press("F9", lambda: not arabic.at("Sidebar")["showing"])
    press("F9", lambda: arabic.at("Sidebar")["showing"])
    press("F12", lambda: not arabic.at("footnotesPane")["showing"])
    press("F12", lambda: arabic.at("footnotesPane")["showing"])
    for key, size in (("ctrl-Equals", "١١٠٪"), ("ctrl-PadPlus", "١٢٠٪"), ("ctrl-Minus", "١١٠٪"), ("ctrl-0", "١٠٠٪")):
        press(key, lambda size=size: arabic.size() == size)
    press("F1", lambda: "ShortcutSheet" in screen.focused())
    press("Esc", lambda: "readerView" in screen.focused())
    for stop in ("searchBox", "outlineView", "readerView", "footnotesPane"):
        press("F6", lambda stop=stop: stop in screen.focused())
    press("Esc", lambda: "readerView" in screen.focused())
    number = screen.run("xdotool", "search", "--onlyvisible", "--class", "qarar").split()[0]
    full = lambda: "HEIGHT=1000" in screen.run("xdotool", "getwindowgeometry", "--shell", number)  # noqa: E731
    press("F11", full)
    press("F11", lambda: not full())
    # The fifth menu is the view; its first entry opens the page of the library.
    screen.press("F10")
    screen.until(lambda: len(screen.run("xdotool", "search", "--onlyvisible", "--class", "qarar").split()) > 1)
    screen.press("Down", "Down", "Down", "Down", "Down", "Enter", "Enter")
    screen.until(lambda: arabic.at("tab-library")["checked"])
