"""`--self-test`: every part does its work once in a temporary folder, and says how it went."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from services.maintenance.self_test import Hook, self_test


def prove(out: TextIO, hooks: tuple[Hook, ...]) -> int:
    """Print one line for each check; return 0 when all are well, else 1."""
    with TemporaryDirectory(prefix="qarar-") as folder:
        checks = self_test(Path(folder), further=hooks)
    for check in checks:
        out.write(f"{'ok    ' if check.ok else 'FAILED'} {check.name}: {check.detail}\n")
    return 0 if checks and all(check.ok for check in checks) else 1
