"""Start-up: from the start of the process to the first painted text, against a bare window with one label.

All are started in turn, so that a busy machine is busy for all; each prints the moment of its first paint on the
clock that its parent shares, its CPU time and its resident set at that moment. Goal: ratio of medians ≤ 1.5.
`--against FOLDER` starts another checkout in the same rounds (an older commit, say); `--rounds N` sets how many.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

REPORT = """
def report(moment, quit_):
    kib = int(next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1])
    print(moment, kib, time.process_time() * 1000, flush=True)
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
try:
    from ui.desktop.app.application import build
except ImportError:  # a checkout from before the window had layers
    from ui.desktop.application import build
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


@dataclass(frozen=True)
class Start:
    """One start: milliseconds to the first paint by the clock and by CPU time, and MiB resident then."""

    clock: float
    cpu: float
    memory: float


def measure(code: str, folder: str, root: Path = ROOT) -> Start:
    """Start the code of a checkout on a data folder."""
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, folder, str(root)],
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env=environment(),
    )
    painted, kib, cpu = map(float, done.stdout.split()[-3:])
    return Start((painted - started) * 1000, cpu, kib / 1024)


def environment() -> dict[str, str]:
    """Return the environment of a start: offscreen unless told otherwise, byte code kept as for every user."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **kept}


def main() -> int:
    """Print medians and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--against", type=Path, help="another checkout, started in the same rounds")
    options = parser.parse_args()
    programs = {"label": (FLOOR, ROOT), "qarar": (PROGRAM, ROOT)}
    if options.against:
        programs["against"] = (PROGRAM, options.against.resolve())
    results: dict[str, list[Start]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as folder:
        first = {name: measure(*program(name, folder, programs)) for name in programs if name != "label"}
        for _ in range(options.rounds):
            for name in programs:
                results[name].append(measure(*program(name, folder, programs)))
    for name, starts in results.items():
        print(
            f"{name:8} first paint {median(starts, 'clock'):6.0f} ms (least {min(s.clock for s in starts):.0f})"
            f"   CPU {median(starts, 'cpu'):6.0f} ms (least {min(s.cpu for s in starts):.0f})"
            f"   {median(starts, 'memory'):5.0f} MiB resident"
        )
    for name, start in first.items():
        print(f"{name:8} very first start, which makes the library: {start.clock:.0f} ms")
    for name in first:
        ratio = median(results[name], "clock") / median(results["label"], "clock")
        more = median(results[name], "memory") - median(results["label"], "memory")
        print(f"{name:8} ratio to the label {ratio:.2f} (goal 1.5); memory +{more:.0f} MiB")
    if options.against:
        clock, cpu = (median(results["qarar"], of) / median(results["against"], of) for of in ("clock", "cpu"))
        print(f"qarar to against: clock {clock:.3f}, CPU {cpu:.3f}")
    return 0


def program(name: str, folder: str, programs: dict[str, tuple[str, Path]]) -> tuple[str, str, Path]:
    """Return code, data folder and checkout of a start; each checkout has a library of its own."""
    code, root = programs[name]
    return code, str(Path(folder) / name), root


def median(starts: list[Start], of: str) -> float:
    """Return the median of one figure."""
    return statistics.median(getattr(start, of) for start in starts)


if __name__ == "__main__":
    sys.exit(main())
