"""What a start may have loaded when the text is painted for the first time: nothing that only later work needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

LATER = frozenset(
    {"argparse", "ast", "email", "hashlib", "http", "importlib.resources", "index", "logging", "platformdirs", "random"}
    | {
        "documents.tokens",
        "documents.citations.find",
        "services.documents.document_import",
        "services.documents.provision_reference",
        "services.search.library_search",
    }
    | {
        "tempfile",
        "ui.desktop.panels.apparatus",
        "ui.desktop.panels.companion",
        "ui.desktop.panels.coverage",
        "ui.desktop.controllers.apparatus_sync",
        "ui.desktop.controllers.citation_controller",
        "ui.desktop.controllers.companion_controller",
        "ui.desktop.controllers.conflict_controller",
        "ui.desktop.controllers.coverage_controller",
        "ui.desktop.controllers.maintenance_controller",
        "ui.desktop.controllers.study_pad_controller",
        "ui.desktop.reader.find_bar",
        "urllib.request",
        "whoosh",
        "zipfile",
    }
)

FLOOR = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["bare"])
label = QLabel("x")
label.show()
app.processEvents()
print(*sys.modules)
"""

PROGRAM = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from services.paths import locate
from ui.desktop.app.application import build
program = build(locate(Path(sys.argv[1])), "ar")
from ui.desktop.reader.view import ReaderView
paint, told = ReaderView.paintEvent, []
def paint_and_tell(view, event):
    paint(view, event)
    if view.document().characterCount() > 100 and not told:
        told.append(True)
        print(*sys.modules, flush=True)
        program.app.quit()
ReaderView.paintEvent = paint_and_tell
program.window.show()
program.app.exec()
program.close()
"""


def modules(code: str, folder: Path) -> set[str]:
    """Return the modules a start has loaded by its first paint."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=60)
    return set(done.stdout.split())


def test_the_first_paint_loads_nothing_that_can_wait(tmp_path):
    modules(PROGRAM, tmp_path)  # the first start of all imports the bundled text
    found = modules(PROGRAM, tmp_path) - modules(FLOOR, tmp_path)
    assert "ui.desktop.reader.view" in found
    assert sorted(found & LATER) == []
