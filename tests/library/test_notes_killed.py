"""Killed at any moment of writing notes, a library has every change that was acknowledged, whole, and can undo."""

import dataclasses
import datetime
import json
import random
from pathlib import Path

from killed_process import KilledProcess
from lengths import KILLS

from documents.annotations.model import Stance
from documents.position import Span
from library import catalogue, document_versions, journal, labels, notes
from library.database import open_database
from services import undo
from services.documents.document_import import ensure_bundled
from services.notes import annotation_edits
from services.notes.note_merge import merge_notes, pending_conflicts, resolve_conflict

LETTERS = "تحث الدول الأعضاء "
NAME = ("E/RES/2019/20", "ar")


class Session:
    """A session of edits of every kind; after each the whole state is told, as there must be then."""

    def __init__(self, db, seed):
        self.db, self.chance = db, random.Random(seed)
        ensure_bundled(db)
        while not catalogue.has(db, *NAME):
            assert undo.undo(db)  # the process before was killed while the text was away
        self.document = catalogue.load(db, *NAME)

    def one(self):
        held = notes.all_annotations(self.db)
        return self.chance.choice(held) if held else self.add()

    def span(self):
        start = self.chance.randrange(20)
        return Span(self.chance.choice(["op_1", "op_5", "pp_8", "fn_6"]), start, start + self.chance.randrange(4, 15))

    def add(self):
        spans = [self.span() for _ in range(self.chance.randrange(1, 3))]
        return annotation_edits.add(
            self.db, self.document, spans, text="جديد", labels=["a"][: self.chance.randrange(2)]
        )

    def type(self):
        one, text = self.one(), ""
        for letter in self.chance.choices(LETTERS, k=6):  # a pause after every letter
            text += letter
            annotation_edits.set_text(self.db, one.id, text, continuing=bool(text[1:]))
            tell(self.db)

    def mark(self):
        annotation_edits.set_colour(self.db, self.one().id, self.chance.choice(["yellow", "green", ""]))

    def name(self):
        annotation_edits.set_labels(self.db, self.one().id, ("a", "b/c", "b/d")[: self.chance.randrange(4)])

    def judge(self):
        who, stance = self.chance.choice(["Amal", "Basil"]), self.chance.choice(["", *Stance])
        annotation_edits.set_stance(self.db, self.one().id, stance, who)

    def stretch(self):
        annotation_edits.set_spans(self.db, self.document, self.one().id, [self.span()])

    def bookmark(self):
        annotation_edits.toggle_bookmark(self.db, self.document, "op_7")

    def remove(self):
        notes.remove(self.db, [self.one().id])

    def restore(self):
        notes.restore(self.db, [one.id for one in notes.in_trash(self.db)][:2])

    def empty(self):
        notes.empty_trash(self.db)

    def labels(self):
        held = [label.path for label in labels.all_labels(self.db)]
        if held:
            path = self.chance.choice(held)
            inside = labels.order(self.db, path)
            actions = [
                lambda: labels.remove(self.db, path),
                lambda: labels.rename(self.db, path, f"n{self.chance.randrange(10**6)}"),
                lambda: labels.step(self.db, path, 1),
                lambda: labels.move(self.db, path, inside[-1], inside[0]) if len(inside) > 1 else None,
            ]
            self.chance.choice(actions)()

    def merge(self):
        one = self.one()
        later = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)).isoformat(timespec="microseconds")
        theirs = dataclasses.replace(
            one, text=f"theirs {self.chance.random()}", stamps={**one.stamps, "text": (later,)}
        )
        new = dataclasses.replace(one, id=self.db.new_id(), stamps={})
        merge_notes(self.db, [theirs, new], "colleague.jsonld")

    def choose(self):
        for conflict, _ in pending_conflicts(self.db)[:1]:
            sides = ["mine", "theirs", "both"] if conflict.field == "text" else ["mine", "theirs"]
            resolve_conflict(self.db, conflict, self.chance.choice(sides))

    def document_away(self):
        document_versions.remove(self.db, *NAME)
        tell(self.db)
        undo.undo(self.db)

    def undo(self):
        undo.undo(self.db)

    def redo(self):
        undo.redo(self.db)

    def go_on(self):
        actions = [self.add, self.type, self.mark, self.name, self.judge, self.stretch, self.bookmark, self.remove]
        actions += [
            self.restore,
            self.labels,
            self.merge,
            self.choose,
            self.document_away,
            self.undo,
            self.undo,
            self.redo,
        ]
        while True:
            tell(self.db)
            (self.empty if self.chance.random() < 0.02 else self.chance.choice(actions))()


def write(path, seed):
    with open_database(Path(path)) as db:
        Session(db, seed).go_on()


def tell(db):
    print(json.dumps(state(db)), flush=True)


def state(db):
    """All that a person made, as plain values; of what lies in the trash only that it does."""
    standing = {
        one.id: [one.text, one.colour, one.stance, one.author, list(one.labels), [t.quote.exact for t in one.targets]]
        for one in notes.all_annotations(db)
    }
    gone = {one.id: None for one in notes.tombstones(db)}
    paths = [label.path for label in labels.all_labels(db)]
    orders = {path: list(labels.order(db, path)) for path in paths}
    return {
        "notes": {**gone, **standing},
        "labels": orders,
        "text": catalogue.has(db, *NAME),
        "open": len(pending_conflicts(db)),
    }


def test_killed_at_random_moments(bundled_library, tmp_path):
    chance, path = random.Random(3), bundled_library(tmp_path / "library.db")
    with KilledProcess(__file__, "write") as writing:
        for turn in range(KILLS):
            lines = writing.kill_after(chance.uniform(0, 0.1), str(path), turn)
            told = json.loads(lines[-1])
            with open_database(path) as db:
                assert db.row("PRAGMA integrity_check") == ("ok",)
                assert db.damage() == ()
                held = state(db)
                assert is_acknowledged(db, told, held), (told, held)
                if journal.next_undo(db):
                    assert undo.undo(db)
                    assert undo.redo(db)
                assert state(db) == held


def is_acknowledged(db, told, held):
    """Say whether what is held is what was told, or one turn away: one may not have been told before the blow."""
    if held == told:
        return True
    undone = undo.undo(db)
    before = state(db)
    if undone:
        undo.redo(db)
    redone = undo.redo(db)
    after = state(db)
    if redone:
        undo.undo(db)
    if any(told == known_then(told, state_) for state_ in (before, after)):
        return True
    # A letter of a burst that was written and not told: it belongs to the turn of the burst.
    differing = {id_ for id_, known in told["notes"].items() if held["notes"].get(id_) != known}
    return undone is not None and differing <= set(undone.annotations) and held["labels"] == told["labels"]


def known_then(told, now):
    """Return a state without the tombstones of what came after another."""
    kept = {id_: known for id_, known in now["notes"].items() if known is not None or id_ in told["notes"]}
    return {**now, "notes": kept}
