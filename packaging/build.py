"""Build the folder that runs without Python, and run its self-test from `/` with an empty environment."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "dist" / "qarar"
PROGRAM = FOLDER / ("qarar.exe" if sys.platform == "win32" else "qarar")


def main() -> int:
    """Build, print the size and run the self-test. Return the exit status of the first failure."""
    folders = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    command = [
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "WARN",
        *folders,
        str(ROOT / "packaging" / "qarar.spec"),
    ]
    built = subprocess.run(command, cwd=ROOT, check=False).returncode
    if built:
        return built
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{FOLDER.relative_to(ROOT)}: {size / 1e6:.0f} MB")
    return subprocess.run([PROGRAM, "--self-test"], cwd=FOLDER.anchor, env={}, check=False, timeout=120).returncode


if __name__ == "__main__":
    sys.exit(main())
