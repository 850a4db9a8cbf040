"""Citations of older rules are found anew after the first paint, in the worker, and what shows them is refreshed."""

import sqlite3

from shell_scene import SAMPLE

from services.citations.citation_refresh import stale_count
from ui.desktop.support.changes import Subject


def test_stale_citations_are_brought_up_to_date_after_the_first_paint(scene):
    scene.close(scene.start("ar", texts=(SAMPLE,)))
    with sqlite3.connect(scene.paths.library) as library:
        library.execute("UPDATE documents SET rules_version = 0")
    library.close()
    program = scene.start("ar")
    assert stale_count(program.db) == 1, "the text that is open was read anew, the other was not"
    told = []
    program.window.session.changes.on(Subject.CITATIONS, lambda: told.append(True))
    program.window.maintenance_controller.refresh_citations()
    scene.settle(program)
    assert stale_count(program.db) == 0
    assert told == [True]
    assert not program.window.status.progress.isVisible()


def test_it_can_be_stopped_and_does_not_run_without_need(scene):
    program = scene.start("ar")
    told = []
    program.window.session.changes.on(Subject.CITATIONS, lambda: told.append(True))
    program.window.maintenance_controller.refresh_citations()
    scene.settle(program)
    assert told == []
    program.window.maintenance_controller.refresh_citations()
    program.window.worker.cancel()
    scene.settle(program)
    assert told == []


def test_the_command_to_rebuild_the_index_writes_it_anew(scene):
    program = scene.start("ar", check_index=True)
    before = scene.paths.index.stat().st_ino, sorted(path.name for path in scene.paths.index.iterdir())
    program.window.actions_["reindex"].trigger()
    scene.settle(program)
    after = scene.paths.index.stat().st_ino, sorted(path.name for path in scene.paths.index.iterdir())
    assert after != before
    assert program.window.status.index.words() == "الفهرس جاهز"
