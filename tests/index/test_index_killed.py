"""Killed at any moment of indexing, an index opens, answers, and has all that was committed."""

import random
from pathlib import Path

from killed_process import KilledProcess
from lengths import KILLS

from index.index_folder import read_stamp
from index.passages import Passage
from index.query import Field, Limit, Query
from index.query_parser import parse
from index.searcher import Searcher
from index.writer import SourceText, build, update


def write(path, seed, number):
    """Add one text after another, or build the index anew with all of them; tell the number of the last."""
    folder, chance = Path(path), random.Random(seed)
    while True:
        number += 1
        if chance.random() < 0.15:
            build(folder, [text(n) for n in range(number + 1)], lambda: False)
        else:
            update(folder, [text(number)], [], lambda: False)
        print(number, flush=True)


def text(number):
    """A text of a few passages that all name its number."""
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
    with KilledProcess(__file__, "write") as writing:
        for turn in range(KILLS):
            lines = writing.kill_after(chance.uniform(0, 0.1), str(folder), turn, committed)
            committed = int(lines[-1])
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
