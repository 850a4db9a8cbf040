"""Posting lists come back whole and sorted, however often they were spilled."""

import random
from collections import defaultdict

from index.postings_builder import PostingsBuilder


def test_the_same_lists_whatever_fits_in_memory(tmp_path):
    chance = random.Random(3)
    for run in (40, 999, 10**6):
        gathered = PostingsBuilder(tmp_path, frozenset({"words"}), run)
        words, stems = defaultdict(list), defaultdict(list)
        for passage in range(300):
            held = {
                chance.choice("abcجمه") + chance.choice("xyz"): sorted(chance.sample(range(50), chance.randint(1, 4)))
                for _ in range(5)
            }
            keys = set(chance.choices("rstن", k=3))
            gathered.add_placed("words", passage, held)
            gathered.add_keys("stems", passage, keys)
            for key, places in held.items():
                words[key.encode()].append((passage, places))
            for key in keys:
                stems[key.encode()].append(passage)
        told = [
            (field, key, list(map(int, ids)), list(map(int, sizes)), list(map(int, places)))
            for field, key, ids, sizes, places in gathered.iter_postings()
        ]
        assert told == [
            *(("stems", key, ids, [], []) for key, ids in sorted(stems.items())),
            *(
                ("words", key, [p for p, _ in held], [len(s) for _, s in held], [n for _, s in held for n in s])
                for key, held in sorted(words.items())
            ),
        ]
        gathered.cleanup()
        assert list(tmp_path.iterdir()) == []
