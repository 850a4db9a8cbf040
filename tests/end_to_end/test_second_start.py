"""One window for one library, and what is left when it ends: politely or by force."""

import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.end_to_end

ROOT = Path(__file__).parents[2]
DRAFT = """الجمعية العامة
الدورة الرابعة والسبعون
A/RES/74/999

قرار اتخذته الجمعية العامة في ١٨ كانون الأول/ديسمبر ٢٠١٩

٩٩٩/٧٤ - نص للاختبار

إن الجمعية العامة،

إذ تشير إلى قرارها ١٥٤/٧٣،

١ - تحث الدول على العمل؛

٢ - تدعو الدول إلى التعاون.
"""


def windows(screen):
    return screen.run("xdotool", "search", "--onlyvisible", "--class", "qarar").split()


def titles(screen):
    return [screen.run("xdotool", "getwindowname", window).strip() for window in windows(screen)]


def again(screen, *arguments):
    """Start the program once more on the same library, and wait for its end."""
    return subprocess.run(
        [sys.executable, "main.py", "--data-dir", str(screen.folder / "data"), *map(str, arguments)],
        cwd=ROOT, env=screen.environment, capture_output=True, text=True, timeout=30, check=False,
    )  # fmt: skip


def status(screen):
    return screen.node("statusLine")["description"]


def test_a_second_start_hands_its_file_to_the_first_and_ends(screen):
    screen.program()
    title = titles(screen)
    file = screen.folder / "A-RES-74-999.txt"
    file.write_text(DRAFT, "utf-8")
    done = again(screen, file)
    assert (done.returncode, done.stderr) == (0, "")
    screen.until(lambda: titles(screen) != title)
    assert len(windows(screen)) == 1
    texts = sqlite3.connect(f"file:{screen.folder / 'data' / 'library.db'}?mode=ro", uri=True)
    assert texts.execute("SELECT count(*) FROM documents").fetchone() == (2,)
    texts.close()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_window_cleanly(screen, sent):
    screen.program()
    started = screen.children[-1]
    started.send_signal(sent)
    assert started.wait(10) == 0
    assert "Traceback" not in (screen.folder / "stderr").read_text()
    assert not (screen.folder / "data" / "window.lock").exists()


def test_after_a_kill_the_text_opens_where_it_was_left(screen):
    screen.program()
    screen.until(lambda: "readerView" in screen.focused())
    screen.press(*["alt-Down"] * 25)
    share = screen.until(lambda: status(screen).rpartition("·")[2] if "PP18" in status(screen) else None)
    # The place is kept when the text has rested for a second.
    screen.run("sleep", "1.5")
    killed = screen.children[-1]
    killed.send_signal(signal.SIGKILL)
    assert killed.wait(10) == -signal.SIGKILL
    screen.program()
    screen.until(lambda: "readerView" in screen.focused())
    assert re.search("[١-٩]", share)
    assert screen.until(lambda: share in status(screen))
