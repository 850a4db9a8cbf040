"""A real library of eighty notes, half of them newer than its copy, and ways to damage it."""

import random
import shutil
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from documents.annotations.merge import stamps_of
from documents.annotations.model import FIELDS
from library import catalogue, labels, notes
from library.database import open_database
from services.notes import annotation_edits
from services.paths import Paths, locate

PAGE = 4096


@dataclass
class Scene:
    """The paths, the ids of notes older and newer than the copy, and all notes as they were, by id."""

    paths: Paths
    old: list
    new: list
    truth: dict

    def again(self, folder: Path) -> "Scene":
        """Return the same scene in a folder of its own."""
        shutil.copytree(self.paths.data, folder)
        return replace(self, paths=locate(folder))


def held(path):
    """Return every note of a library by id, those in the trash too, with the times of all their fields."""
    with open_database(path, read_only=True) as db:
        found = (*notes.all_annotations(db), *notes.tombstones(db))
    return {one.id: replace(one, stamps={name: stamps_of(one, name) for name in FIELDS}) for one in found}


def order(path, label):
    with open_database(path, read_only=True) as db:
        return labels.order(db, label)


def make(bundled_library, folder):
    """Forty notes, a copy, forty more; then older ones are written on, and some are removed, labelled and moved."""
    paths = locate(folder)
    bundled_library(paths.library)
    chance = random.Random(7)
    ids = lambda: str(uuid.UUID(int=chance.getrandbits(128), version=4))  # noqa: E731
    with open_database(paths.library, backups=paths.backups, ids=ids) as db:
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        places = [id_ for id_, text in document.texts() if text.strip()]

        def add(n):
            spans = [
                annotation_edits.whole_provision(document, places[(n + k) % len(places)])
                for k in range(3 if n % 5 == 0 else 1)
            ]
            words = "قول المندوب في هذه الفقرة. " * (60 if n % 8 == 3 else n % 6 + 1)
            named = [f"L{n % 4}", f"Out/In{n % 3}"] if n % 3 == 0 else []
            return annotation_edits.add(db, document, spans, text=f"begin-{n:03} {words} end-{n:03}", labels=named).id

        old = [add(n) for n in range(40)]
        db.daily_backup(paths.backups)
        new = [add(n) for n in range(40, 80)]
        for n, id_ in enumerate(old[:6]):
            annotation_edits.set_text(db, id_, f"written on since {n}")
        notes.remove(db, new[:3])
        members = labels.order(db, "L0")
        labels.move(db, "L0", members[-1], members[0])
    return Scene(paths, old, new, held(paths.library))


def overwrite(path, numbers, filling):
    """Overwrite pages, counted from 1; return what the file holds then."""
    data = bytearray(path.read_bytes())
    for number in numbers:
        data[(number - 1) * PAGE : number * PAGE] = filling(PAGE)
    path.write_bytes(data)
    return bytes(data)


def pages_of(path, *tables):
    """Return the pages that tables or indexes begin on."""
    with open_database(path, read_only=True) as db:
        return [db.row("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,))[0] for name in tables]


def integrity(path):
    with open_database(path, read_only=True) as db:
        return db.damage()
