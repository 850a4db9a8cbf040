"""Killed at any moment of indexing, an index opens, answers, and has all that was committed.

QARAR_KILLS says how often a process is killed (6 unless it is given).
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from index.index_folder import read_stamp
from index.query import Field, Limit, Query
from index.query_parser import parse
from index.searcher import Searcher
from index.writer import build, update

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("QARAR_KILLS", "6"))

WRITING = """
import random, sys
sys.path[:0] = [sys.argv[1], sys.argv[1] + "/tests/index"]
from pathlib import Path
from test_index_killed import text
from index.writer import build, update
folder, chance, number = Path(sys.argv[2]), random.Random(int(sys.argv[3])), int(sys.argv[4])
while True:
    number += 1
    if chance.random() < 0.15:
        build(folder, [text(n) for n in range(number + 1)], lambda: False)
    else:
        update(folder, [text(number)], [], lambda: False)
    print(number, flush=True)
"""


def text(number):
    """A text of a few passages that all name its number."""
    from index.passages import Passage
    from index.writer import SourceText

    symbol = f"A/RES/70/{number}"
    found = [
        Passage(symbol, "ar", "", f"op_{place}", f"OP{place}", place, f"الطفل رقم{number} موضع{place} " * 20)
        for place in range(8)
    ]
    return SourceText((symbol, "ar"), str(number), found)


def test_killed_at_random_moments(tmp_path):
    chance = random.Random(9)
    folder = tmp_path / "index"
    build(folder, [text(0)], lambda: False)
    committed = 0
    for turn in range(KILLS):
        command = [sys.executable, "-c", WRITING, str(ROOT), str(folder), str(turn), str(committed)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            first = child.stdout.readline()  # from here on it only writes
            time.sleep(chance.uniform(0, 0.25))
            child.send_signal(signal.SIGKILL)
            committed = max(int(line) for line in [first, *child.stdout.read().split("\n")[:-1]] if line.strip())
        held = read_stamp(folder).digests
        searcher = Searcher(folder)
        numbers = {int(symbol.rpartition("/")[2]) for symbol, _ in held}
        # a commit may have been made and not told before the blow
        assert set(range(committed + 1)) <= numbers
        assert searcher.find(parse("الطفل"), limit=1).total in {8 * len(numbers), 8 * (len(numbers) + 1)}
        for number in (0, committed, chance.randint(0, committed)):
            assert searcher.count_of(parse(f"رقم{number}")) == 8
            assert searcher.count_of(Query("", Limit(Field.SYMBOL, (f"A/RES/70/{number}",)))) == 8
        searcher.close()
        update(folder, [text(max(numbers) + 1)], [], lambda: False)
        committed = max(numbers) + 1
