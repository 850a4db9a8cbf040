"""Start of the window, before Qt is loaded."""

from __future__ import annotations

import gc
from pathlib import Path

from services.paths import locate


def start(data_dir: str, language: str, files: list[str]) -> int:
    """Run the window on a data folder, by default that of the platform, and return the exit status."""
    # The collector would take a tenth of the start to examine classes that stay. It is enabled after the first paint.
    gc.disable()
    from ui.desktop.app.application import run

    return run(locate(Path(data_dir) if data_dir else None), tuple(map(Path, files)), language or None)
