"""A virtual screen with a window manager and a session bus: the real program as a person meets it."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
NEEDED = ("Xvfb", "openbox", "xdotool", "xclip", "setxkbmap", "dbus-daemon")
WITNESS = Path(__file__).with_name("at_spi_witness.py")


PLACES = {
    **{digit: 10 + place for place, digit in enumerate("1234567890")},
    **{letter: 24 + place for place, letter in enumerate("QWERTYUIOP")},
    **{letter: 38 + place for place, letter in enumerate("ASDFGHJKL")},
    **{letter: 52 + place for place, letter in enumerate("ZXCVBNM")},
    "Comma": 59,
    "Minus": 20,
    "Equals": 21,
    **{f"F{n}": 66 + n for n in range(1, 11)},
    "F11": 95,
    "F12": 96,
    "Left": 113,
    "Right": 114,
    "Up": 111,
    "Down": 116,
    "Insert": 118,
    "Delete": 119,
    "Home": 110,
    "End": 115,
    "Esc": 9,
    "Backspace": 22,
    "Tab": 23,
    "Enter": 36,
    "Menu": 135,
    "Space": 65,
    "PadPlus": 86,
    "PadMinus": 82,
    "Pad0": 90,
}
"""Key codes of a full-size keyboard (evdev), named by what a Latin keyboard prints on them."""


def _places(key) -> str:
    *modifiers, last = key.split("-")
    return "+".join([*modifiers, f"{PLACES[last]:03}"])


class Screen:
    """One virtual screen; processes started on it end with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith(("QT_", "QARAR_DATA", "LC_"))}
        self.environment.update(
            HOME=str(folder),
            XDG_RUNTIME_DIR=str(folder),
            NO_AT_BRIDGE="0",
            QT_QPA_PLATFORM="xcb",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            LANG="C.UTF-8",
        )
        self.children = []

    def start(self, *command, **more) -> subprocess.Popen:
        """Start a process on this screen."""
        child = subprocess.Popen([str(part) for part in command], env=self.environment, cwd=ROOT, text=True, **more)
        self.children.append(child)
        return child

    def run(self, *command, timeout=60) -> str:
        """Run a command on this screen and return what it printed."""
        done = subprocess.run(
            [str(part) for part in command],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def open_display(self) -> None:
        """Start the X server, the window manager and the session bus."""
        self.until(self._x_server, seconds=15)
        bus = self.start(
            "dbus-daemon", "--session", "--nofork", "--print-address=1",
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        self.start("openbox", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # A window that is there before the window manager would not get the keyboard.
        self.until(lambda: self._works("xdotool", "get_num_desktops"))
        launcher = next(
            Path(p)
            for p in ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
            if Path(p).exists()
        )
        self.start(launcher, "--launch-immediately", stderr=subprocess.DEVNULL)

    def _x_server(self) -> bool:
        """Start an X server on a free number and say whether it is there: two starts at once may pick the same.

        Without -noreset it would begin anew, layout and all, whenever its only client of the moment leaves.
        """
        reading, writing = os.pipe()
        self.start(
            "Xvfb", "-displayfd", writing, "-screen", "0", "1600x1000x24", "-noreset", "-nolisten", "tcp",
            pass_fds=[writing], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.environment["DISPLAY"] = ":" + pipe.readline().strip()
        return self._works("xdotool", "getdisplaygeometry")

    def _works(self, *command) -> bool:
        return not subprocess.run(
            command, env=self.environment, capture_output=True, timeout=10, check=False
        ).returncode

    def program(self, *arguments, language="ar", size=(1440, 900)) -> str:
        """Start Qarar in a data folder of its own; returns the X window id once it is there."""
        data = self.folder / "data"
        with (self.folder / "stderr").open("w") as stderr:
            self.start(sys.executable, "main.py", "--data-dir", data, "--language", language, *arguments, stderr=stderr)
        window = self.run("xdotool", "search", "--sync", "--onlyvisible", "--class", "qarar").split()[0]
        self.run("xdotool", "windowsize", "--sync", window, *size)
        return window

    def layout(self, *arguments) -> None:
        """Give the keyboard a layout: `ara`, `ara,us` …"""
        self.run("setxkbmap", "-rules", "evdev", "-model", "pc105", "-option", "", "-layout", *arguments)

    def press(self, *keys) -> None:
        """Press keys by their place on the keyboard, as fingers do: `ctrl-1`, `alt-Left`, `ctrl-D`.

        xdotool would look a letter up by name, and give it a key of its own where the layout has none.
        """
        self.run("xdotool", "key", "--delay", "60", *(_places(key) for key in keys))

    def write(self, text) -> None:
        """Write text with the keyboard."""
        self.run("xdotool", "type", "--delay", "150", text)

    def witness(self) -> list:
        """Ask the accessibility bus what a screen reader would be told."""
        return json.loads(self.run("/usr/bin/python3", WITNESS))

    def node(self, name) -> dict:
        """The first node on the bus with this object name."""
        return next(node for node in self.witness() if node["id"] == name)

    def focused(self) -> list:
        """The object names of what has the focus, outermost first."""
        rows = {"page tab", "table cell", "list item"}
        return [node["id"] for node in self.witness() if node["focused"] and node["role"] not in rows]

    def until(self, condition, seconds=20.0):
        """Wait until a condition holds and return its value; fails with the last value otherwise."""
        end = time.monotonic() + seconds
        while True:
            value = condition()
            if value or time.monotonic() > end:
                assert value, "it did not happen in time"
                return value
            time.sleep(0.1)

    def close(self) -> None:
        """End everything, last started first."""
        for child in reversed(self.children):
            child.terminate()
        for child in self.children:
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        for child in self.children:
            if child.stdout is not None:
                child.stdout.close()


@pytest.fixture
def screen(tmp_path):
    """A virtual screen, or a visible skip where this machine cannot make one."""
    absent = [name for name in NEEDED if not shutil.which(name)]
    if absent:
        pytest.skip(f"no virtual screen here: {' '.join(absent)} not installed (./dev test installs them where it may)")
    made = Screen(tmp_path)
    tmp_path.chmod(0o700)
    try:
        made.open_display()
        yield made
    finally:
        made.close()
