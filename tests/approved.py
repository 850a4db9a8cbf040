"""Compare an answer of the program with the one recorded in tests/data/approved.

They were recorded when the code was moved, to show that its answers did not change; nobody has read all of them, so a
recorded answer may be wrong. Where the program answers otherwise, the lines that differ are shown and have to be read.
`QARAR_APPROVE=1 python -m pytest …` writes the files anew; then look at `git diff`.
"""

import os
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).parent / "data" / "approved"
APPROVING = os.environ.get("QARAR_APPROVE") == "1"


def assert_approved(name: str, lines: Iterable[str]) -> None:
    """Assert that the lines are those of an approved file."""
    path, told = FOLDER / name, "\n".join(lines).split("\n")
    if APPROVING:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes("".join(f"{line}\n" for line in told).encode())
    assert told == path.read_bytes().decode().split("\n")[:-1]
