"""Citations of older rules are found anew after the first paint, in the worker, and what shows them is refreshed."""

import sqlite3

from shell_scene import SAMPLE

from services.citations.citation_refresh import stale


def test_stale_citations_are_brought_up_to_date_after_the_first_paint(scene):
    scene.close(scene.start("ar", texts=(SAMPLE,)))
    with sqlite3.connect(scene.paths.library) as library:
        library.execute("UPDATE documents SET rules_version = 0")
    library.close()
    program = scene.start("ar")
    assert stale(program.db) == 1, "the text that is open was read anew, the other was not"
    told = []
    program.window.citation_refresh.recited.connect(lambda: told.append(True))
    program.window.citation_refresh.check()
    scene.settle(program)
    assert stale(program.db) == 0
    assert told == [True]
    assert not program.window.status.progress.isVisible()


def test_it_can_be_stopped_and_does_not_run_without_need(scene):
    program = scene.start("ar")
    told = []
    program.window.citation_refresh.recited.connect(lambda: told.append(True))
    program.window.citation_refresh.check()
    scene.settle(program)
    assert told == []
    program.window.citation_refresh.check().cancel()
    scene.settle(program)
    assert told == []
