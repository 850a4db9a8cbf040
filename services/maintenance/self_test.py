"""Test an installation: every part is used once, in a folder that is deleted afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import resources
from documents.corrections import bundled
from documents.exporters.akn.writer import write_akn
from documents.importers import read_bytes
from documents.importers.akn.reader import read_akn
from documents.model import Kind
from library import catalogue, notes
from library.database import open_database
from services.documents.document_import import BUNDLED
from services.documents.link_groups import Links
from services.documents.open_text import open_text
from services.notes import annotation_edits
from services.open_library import open_library
from services.paths import Paths, locate

_SYMBOL = "E/RES/2019/20"
_FONTS = {"fontpkg_amiri": "files", "fontpkg_ibm_plex_sans_arabic": "files", "qtawesome": "fonts"}
"""The packages with fonts, and their folder. They are located, not imported: qtawesome would load Qt."""


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name, whether it passed, and details."""

    name: str
    ok: bool
    detail: str = ""


Hook = Callable[[Paths], Iterable[Check]]
"""Further checks, of parts that this layer does not know, such as the window."""


def self_test(folder: Path, *, further: Iterable[Hook] = ()) -> tuple[Check, ...]:
    """Run every check in `folder`, which must be empty and may be deleted afterwards. An error is a failed check."""
    paths = locate(folder)
    checks: list[Check] = []
    for hook in (_resources, _fonts, _documents, _library, _search, *further):
        try:
            checks += hook(paths)
        except Exception as error:  # noqa: BLE001 - whatever fails is a finding, the other checks go on
            name = getattr(hook, "__name__", "hook").lstrip("_")
            checks.append(Check(name, ok=False, detail=f"{type(error).__name__}: {error}"))
    return tuple(checks)


def _resources(_: Paths) -> Iterable[Check]:
    names = (("verbs.tsv",), ("instruments.json",), ("documents", BUNDLED), ("translations", "qarar_ar.qm"))
    for parts in names:
        size = len(resources.read_bytes(*parts))
        yield Check(f"resource {'/'.join(parts)}", size > 0, f"{size} bytes")


def _fonts(_: Paths) -> Iterable[Check]:
    for package, folder in _FONTS.items():
        spec = find_spec(package)
        places = [Path(place, folder) for place in (spec.submodule_search_locations or ()) if place] if spec else []
        fonts = [font.name for place in places for font in place.glob("*.[ot]tf")]
        yield Check(f"fonts {package}", bool(fonts), f"{len(fonts)} files")


def _documents(_: Paths) -> Iterable[Check]:
    document = read_bytes(resources.read_bytes("documents", BUNDLED), BUNDLED)
    counts = [sum(p.kind is kind for p in document.provisions) for kind in (Kind.PREAMBULAR, Kind.OPERATIVE)]
    # The draft has 19 and 21, and the enclosing resolution one operative paragraph.
    yield Check("import", counts == [19, 22] and not document.source.unplaced, f"{counts[0]}+{counts[1]} paragraphs")
    corrections = len(bundled(document.source.sha256))
    yield Check("corrections", corrections > 0, str(corrections))
    yield Check("akoma ntoso", read_akn(write_akn(document), BUNDLED) == document, document.symbol)


def _library(paths: Paths) -> Iterable[Check]:
    with open_library(paths) as db:
        document = catalogue.load(db, _SYMBOL, "ar")
        mark = annotation_edits.toggle_bookmark(db, document, "op_5")
    with open_database(paths.library) as db:
        text = open_text(db, "٢٠١٩/٢٠")
        yield Check("library", notes.all_annotations(db) == (mark,) and not db.damage(), str(paths.library))
        yield Check("citations", len(text.citations) > 0, str(len(text.citations)))
        yield Check("links", bool(Links(text).of_marker("pp_6", text.document.markers_of("3")[0].offset)), "note 3")


def _search(paths: Paths) -> Iterable[Check]:
    from services.search.index_sync import reindex
    from services.search.library_search import search_once
    from services.search.search_request import SearchRequest

    with open_database(paths.library) as db:
        reindex(db, paths.index)
        answer = search_once(db, paths.index, SearchRequest("الأطفال"))
    yield Check("search", answer.total > 0 and answer.source == "index", f"{answer.total} hits, {answer.source}")
