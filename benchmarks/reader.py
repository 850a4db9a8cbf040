"""The reader on a long text: first paint, scrolling a screen, jumping to the end, resizing, longest stall.

    .venv/bin/python benchmarks/reader.py [provisions] [--json]

The text is the bundled resolution over and over. Times are milliseconds of the window's own thread; goals: first
paint 100, a scrolled screen 16, no stall above 100.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_FONT_DPI", "96")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication

import resources
from documents.corrections import Correction
from documents.importers import read_bytes
from documents.model import Document, Kind, Provision
from documents.position import Position, Span
from documents.reading import Reading
from services.documents.open_text import OpenText
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support.appearance import Appearance

GOALS = {"first_paint": 100.0, "scroll_screen_median": 16.0, "longest_stall": 100.0}
NAME = "E-RES-2019-20.ar.txt"


def long_text(count: int) -> OpenText:
    """Return a text of `count` provisions, with citations and a correction in each turn."""
    from documents.citations.citation import Citation
    from documents.citations.find import find_citations

    source = read_bytes(resources.read_bytes("documents", NAME), NAME)
    found = find_citations(source)
    provisions: list[Provision] = []
    citations: list[Citation] = []
    corrections: list[Correction] = []
    while len(provisions) < count:
        turn = len(provisions)
        for provision in source.provisions[: count - turn]:
            id_ = f"{provision.id}_{turn}"
            number = str(len(provisions) + 1)
            provisions.append(Provision(id_, Kind.OPERATIVE, provision.text, number, markers=provision.markers))
            citations += [
                Citation(Span(id_, c.span.start, c.span.end), c.text, c.kind, c.target)
                for c in found
                if c.span.provision == provision.id
            ]
            if provision.text.startswith("وراء"):
                corrections.append(Correction(Span(id_, 0, 4), "وراء", "وإذ", 0.99))
    document = Document("A/RES/0/0", "ar", "نص طويل", tuple(provisions), source.footnotes)
    return OpenText(document, Reading(document, corrections), tuple(citations))


def milliseconds(work) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def painted(view) -> None:
    view.viewport().repaint()


def measure(count: int) -> dict[str, float]:
    """Open, read through and resize one long text in a pane of the usual size."""
    from services.documents.link_groups import Links

    text = long_text(count)
    pane = ReaderPane(Appearance("ar"))
    pane.resize(856, 780)
    pane.show()
    warm = long_text(10)
    pane.open(warm, Links(warm))
    QApplication.processEvents()
    links = Links(text)
    answer: dict[str, float] = {"provisions": count}
    answer["first_paint"] = milliseconds(lambda: (pane.open(text, links), painted(pane.view())))
    view = pane.view()
    bar = view.verticalScrollBar()
    step = view.viewport().height()
    cold = [milliseconds(lambda: (bar.setValue(bar.value() + step), painted(view))) for _ in range(40)]
    answer["scroll_screen_cold"] = statistics.median(cold)
    last = text.document.provisions[-1].id
    answer["jump_to_end"] = milliseconds(lambda: (view.go_to(Position(last)), painted(view)))
    answer["longest_stall"], answer["all_laid_out"] = idle_until_laid_out(view)
    bar.setValue(0)
    warm_ = [milliseconds(lambda: (bar.setValue(bar.value() + step), painted(view))) for _ in range(80)]
    answer["scroll_screen_median"] = statistics.median(warm_)
    answer["scroll_screen_worst"] = max(warm_)
    answer["resize"] = milliseconds(lambda: (pane.resize(760, 780), QApplication.processEvents(), painted(view)))
    return answer


def idle_until_laid_out(view) -> tuple[float, float]:
    """Return the longest single turn of the event loop, and the whole time until every provision is laid out."""
    longest, whole = 0.0, QElapsedTimer()
    whole.start()
    while view.provision_layout.unlaid and whole.elapsed() < 60_000:
        longest = max(longest, milliseconds(QApplication.processEvents))
    return longest, float(whole.elapsed())


def main(arguments: list[str]) -> int:
    count = next((int(a) for a in arguments if a.isdigit()), 2000)
    application = QApplication([])
    answer = measure(count)
    if "--json" in arguments:
        print(json.dumps(answer))
    else:
        for name, value in answer.items():
            goal = f"   goal {GOALS[name]:.0f}" if name in GOALS else ""
            print(f"{name:24}{value:10.1f}{goal}")
    del application
    return 0 if all(answer[name] <= goal for name, goal in GOALS.items()) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
