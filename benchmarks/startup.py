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
def report(moment, quit_):
    kib = int(next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1])
    print(moment, kib, flush=True)
    quit_()
"""

FLOOR = (
    """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
class Label(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        moment = time.monotonic()
        QTimer.singleShot(0, lambda: report(moment, app.quit))
"""
    + REPORT
    + """
app = QApplication(sys.argv)
label = Label("قرار")
label.resize(1440, 900)
label.show()
app.exec()
"""
)

PROGRAM = (
    """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from services.paths import locate
from ui.desktop.app.application import build
program = build(locate(Path(sys.argv[1])), "ar")
from PySide6.QtCore import QTimer
from ui.desktop.reader.view import ReaderView
painted = []
paint = ReaderView.paintEvent
def paint_and_tell(view, event):
    paint(view, event)
    if view.document().characterCount() > 100 and not painted:
        painted.append(time.monotonic())
        QTimer.singleShot(0, lambda: report(painted[0], program.app.quit))
ReaderView.paintEvent = paint_and_tell
"""
    + REPORT
    + """
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
