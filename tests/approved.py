"""Compare what the program makes of something with what a person has read and approved before.

The approved answers are files in tests/data/approved. Where the program answers otherwise, the lines that differ are
shown. `QARAR_APPROVE=1 python -m pytest …` writes the files anew; then look at `git diff`.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "approved"
APPROVING = os.environ.get("QARAR_APPROVE") == "1"


def assert_approved(name: str, lines: list[str]) -> None:
    """Assert that the lines are those of an approved file."""
    path, told = FOLDER / name, "".join(f"{line}\n" for line in lines)
    if APPROVING:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(told, encoding="utf-8")
    assert told.split("\n") == path.read_text(encoding="utf-8").split("\n")
