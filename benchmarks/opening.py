"""Opening a text from the library, piece by piece, against one pass of a plain expression over the same text."""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from documents.citations.find import find_citations  # noqa: E402 - the path comes first
from documents.exporters.akn.writer import write_akn  # noqa: E402
from documents.importers.akn.reader import read_akn  # noqa: E402
from library.database import open_database  # noqa: E402
from services.documents.document_import import BUNDLED, ensure_bundled  # noqa: E402
from services.documents.open_text import open_text  # noqa: E402


def milliseconds(action: Callable[[], object], rounds: int = 25) -> str:
    """Return median and least time of an action."""
    action()
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        taken.append((time.perf_counter() - start) * 1000)
    return f"{statistics.median(taken):8.2f} ms (least {min(taken):.2f})"


def main() -> int:
    """Print each piece on a line."""
    with tempfile.TemporaryDirectory() as folder, open_database(Path(folder) / "library.db") as db:
        ensure_bundled(db)
        document = open_text(db, "E/RES/2019/20").document
        data, whole = write_akn(document), "\n".join(text for _, text in document.texts())
        plain = re.compile(r"قرار|اتفاقية|المجلد|[A-Z]/\d+")
        for name, action in {
            "open the text": lambda: open_text(db, "E/RES/2019/20"),
            "read Akoma Ntoso": lambda: read_akn(data, BUNDLED),
            "write Akoma Ntoso": lambda: write_akn(document),
            "find the citations": lambda: find_citations(document),
            "one plain expression": lambda: plain.findall(whole),
        }.items():
            print(f"{name:22}{milliseconds(action)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
