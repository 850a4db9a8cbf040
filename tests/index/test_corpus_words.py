"""Real lines: every highlight, copied, is the word that was asked for; Lucene's normalisation is ours."""

import json
import os
import random
from pathlib import Path

import pytest

from documents.folding import fold_key
from documents.tokens import tokens
from index.inflection import stems
from index.matching import Tier, match
from index.passages import Passage
from index.query_parser import parse

CORPUS = os.environ.get("QARAR_CORPUS")
needs_corpus = pytest.mark.skipif(not CORPUS, reason="QARAR_CORPUS is not set")


@needs_corpus
def test_every_highlight_is_the_words_that_matched():
    chance = random.Random(4)
    path = Path(CORPUS) / "un_parallel_corpus_6lang" / "UNv1.0.devset.ar"
    lines = chance.sample(path.read_text(encoding="utf-8").splitlines(), 250)
    checked = 0
    for number, line in enumerate(lines):
        passage = Passage("A/RES/1/1", "ar", "", f"op_{number}", "", number, line)
        words = [token for token in tokens(line) if not token.parts]
        for token in chance.sample(words, min(4, len(words))):
            typed = line[token.start : token.end]
            met = match(parse(typed), passage)
            assert met is not None
            assert met.tier is Tier.EXACT
            assert (token.start, token.end) in met.highlights
            for (start, end), why in zip(met.highlights, met.why, strict=True):
                copied = line[start:end]
                same = fold_key(copied).strip() == token.key
                assert same or set(stems(token.key)) & set(stems(fold_key(copied))), (typed, copied, why)
                checked += 1
        if len(words) > 3:
            first = chance.randrange(len(words) - 2)
            phrase = line[words[first].start : words[first + 1].end]
            if phrase.count(" ") == 1 and '"' not in phrase:
                met = match(parse(f'"{phrase}"'), passage)
                assert met is not None
                asked = [token.key for token in tokens(phrase)]
                for start, end in met.highlights:
                    copied = [token.key for token in tokens(line[start:end])]
                    assert copied == asked, (phrase, line[start:end])
    assert checked > 900


@needs_corpus
def test_lucene_normalises_as_we_fold():
    path = Path(CORPUS) / "text_vectors" / "lucene_arabic_normalization.json"
    pairs = json.loads(path.read_text(encoding="utf-8"))["pairs"]
    assert len(pairs) >= 14
    for pair in pairs:
        assert fold_key(pair["input"]) == pair["expected"], pair["test"]
    assert fold_key("") == ""
