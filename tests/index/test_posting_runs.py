"""Postings come back sorted, however often they were spilled."""

import random

from index.spilling import PostingRuns


def test_sorted_whatever_the_size_of_a_run(tmp_path):
    chance = random.Random(3)
    postings = [(chance.choice("ab"), chance.randbytes(2), chance.randrange(99), 1.0, b"") for _ in range(5000)]
    for run in (7, 999, 5000, 10_000):
        runs = PostingRuns(tmp_path, run)
        for posting in postings:
            runs.add(posting)
        assert list(runs.iter_postings()) == sorted(postings)
        runs.cleanup()
        assert list(tmp_path.iterdir()) == []
