"""Start-up: from the start of the process to the first painted text, against a bare window with one label.

Both are started in turn, so that a busy machine is busy for both; each prints the moment of its first paint
on the clock that its parent shares. Memory is the resident set at that moment. Goal: ratio of medians ≤ 1.5.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

REPORT = """
import resource, sys, time
from PySide6.QtCore import QObject, QEvent, QTimer
class FirstPaint(QObject):
    def __init__(self, ready, quit_):
        super().__init__(); self.ready, self.quit_ = ready, quit_
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and self.ready():
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.say)
        return False
    def say(self):
        kib = int(next(l for l in open("/proc/self/status") if l.startswith("VmRSS")).split()[1])
        print(time.monotonic(), kib, flush=True)
        self.quit_()
"""

FLOOR = (
    """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv)
label = QLabel("قرار")
"""
    + REPORT
    + """
first = FirstPaint(lambda: True, app.quit)
label.installEventFilter(first)
label.resize(1440, 900)
label.show()
app.exec()
"""
)

PROGRAM = (
    """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from services.paths import locate
from ui.desktop.application import build
program = build(locate(Path(sys.argv[1])), "ar")
"""
    + REPORT
    + """
from PySide6.QtWidgets import QTextEdit
view = program.window.findChild(QTextEdit, "readerView")
first = FirstPaint(lambda: view.document().characterCount() > 100, program.app.quit)
view.viewport().installEventFilter(first)
program.window.resize(1440, 900)
program.window.show()
program.app.exec()
program.close()
"""
)


def measure(code: str, folder: str) -> tuple[float, float]:
    """Return (milliseconds to first paint, MiB resident then) of one start."""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, folder, str(ROOT)],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    painted, kib = done.stdout.split()[-2:]
    return (float(painted) - started) * 1000, int(kib) / 1024


def environment() -> dict[str, str]:
    """Return the environment of a start: offscreen unless told otherwise, byte code kept as for every user."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **kept}


def main(rounds: int = 15) -> int:
    """Print medians and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        measure(PROGRAM, folder)  # the first start makes the library; it is told apart below
        results: dict[str, list[tuple[float, float]]] = {"label": [], "qarar": []}
        for _ in range(rounds):
            results["label"].append(measure(FLOOR, folder))
            results["qarar"].append(measure(PROGRAM, folder))
    with tempfile.TemporaryDirectory() as folder:
        very_first, _ = measure(PROGRAM, folder)
    medians = {name: statistics.median(ms for ms, _ in rows) for name, rows in results.items()}
    memory = {name: statistics.median(mib for _, mib in rows) for name, rows in results.items()}
    for name, ms in medians.items():
        lowest = min(value for value, _ in results[name])
        print(f"{name:8} first paint {ms:6.0f} ms (least {lowest:.0f})   {memory[name]:5.0f} MiB resident")
    print(f"very first start, which makes the library: {very_first:.0f} ms")
    ratio, more = medians["qarar"] / medians["label"], memory["qarar"] - memory["label"]
    print(f"ratio {ratio:.2f} (goal 1.5); memory +{more:.0f} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
