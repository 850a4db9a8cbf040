"""Killed at any moment of writing notes, a library has every change that was acknowledged, whole, and can undo.

QARAR_KILLS says how often a process is killed (6 unless it is given).
"""

import datetime
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from documents.annotations.model import Annotation, AnnotationKind, Target
from documents.position import Quote, Span
from library import labels, notes
from library.database import open_database
from services import undoing

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("QARAR_KILLS", "6"))
NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
LETTERS = "تحث الدول الأعضاء "

WRITING = """
import sys
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/tests/library"]
from pathlib import Path
from test_notes_killed import write
write(Path(sys.argv[2]), int(sys.argv[3]))
"""


def write(path, seed):
    """A session of edits; each is told after it was acknowledged, as what there must be then."""
    chance = random.Random(seed)
    with open_database(path) as db:
        while True:
            held = notes.all_annotations(db)
            one = chance.choice(held) if held else None
            action = chance.random()
            if one is None or action < 0.2:
                target = Target(Span("op_1", 0, 4), Quote("تحث ", "", "الدول"), "تحث الدول")
                one = notes.add(db, Annotation("", AnnotationKind.NOTE, "A/1", "ar", (target,), NOW, NOW))
                tell(db, one.id)
            elif action < 0.6:
                text = ""
                for letter in chance.choices(LETTERS, k=6):  # typing: a pause after every letter
                    text += letter
                    notes.change(db, one.id, text=text, continuing=bool(text[1:]))
                    tell(db, one.id)
            elif action < 0.75:
                colour = chance.choice(["yellow", "green", ""])
                notes.change(db, one.id, colour=colour, labels=("a", "b/c")[: chance.randrange(3)])
                tell(db, one.id)
            elif action < 0.85:
                notes.remove(db, [one.id])
                tell(db, one.id)
            elif action < 0.95:
                undone = undoing.undo(db)
                for id_ in undone.annotations if undone else ():
                    tell(db, id_)
            elif labels.all_labels(db):
                labels.remove(db, labels.all_labels(db)[0].path)


def tell(db, id_):
    print(json.dumps([id_, *facts(notes.annotation(db, id_))]), flush=True)


def facts(one):
    return [one.text, one.colour, one.removed is None]


def test_killed_at_random_moments(tmp_path):
    chance, path = random.Random(3), tmp_path / "library.db"
    open_database(path).close()
    acknowledged = {}
    for turn in range(KILLS):
        command = [sys.executable, "-c", WRITING, str(ROOT), str(path), str(turn)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            first = child.stdout.readline()  # from here on it only writes
            time.sleep(chance.uniform(0, 0.15))
            child.send_signal(signal.SIGKILL)
            lines = [first, *child.stdout.readlines()]
        told = [json.loads(line) for line in lines if line.endswith("\n")]
        assert told
        acknowledged.update({id_: known for id_, *known in told})
        with open_database(path) as db:
            assert db.row("PRAGMA integrity_check") == ("ok",)
            assert db.damage() == ()
            held = state(db)
            assert acknowledged.keys() <= held.keys()
            # One turn may have been made, or taken back, and not told before the blow.
            differing = {id_ for id_, known in acknowledged.items() if held[id_] != known}
            undone = undoing.undo(db)
            undoing.redo(db)
            assert state(db) == held
            redone = undoing.redo(db)
            if redone:
                undoing.undo(db)
                assert state(db) == held
            assert differing <= set(undone.annotations) or differing <= set(redone.annotations if redone else ())
            acknowledged = held


def state(db):
    return {one.id: facts(one) for one in (*notes.all_annotations(db), *notes.tombstones(db))}
