"""Notes on real provisions, texts edited at random: how many are found, asked about, lost, and silently wrong.

python benchmarks/anchoring.py [--notes 2000] [--seed 1]

With QARAR_CORPUS the provisions come from General Assembly resolutions, Arabic laws and the bundled resolution;
without it of that one alone. Beside it the published rule of hypothes.is on the same cases.
"""

import argparse
import gzip
import json
import os
import random
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import resources
from benchmarks._anchoring_edits import EDITS, edited
from documents.annotations.anchor_search import AnchorSearch, AnchorState, rivalry_of
from documents.annotations.model import target_of
from documents.annotations.similarity import ComparableProvisions
from documents.importers import read_bytes
from documents.model import Document, Kind, Provision
from documents.position import Span
from services.documents.document_import import BUNDLED

RIGHT, IMPRECISE = 0.9, 0.5
"""The least share of code points, of those answered or true, that both have."""


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--notes", type=int, default=2000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", type=int, default=0, help="print so many of the wrong answers")
    asked = options.parse_args()
    rng = random.Random(asked.seed)
    documents = texts(rng)
    print(f"{len(documents)} texts, {sum(len(d.provisions) for d in documents)} provisions, seed {asked.seed}")
    ours, theirs, times = defaultdict(Counter), defaultdict(Counter), []
    made = asked.notes
    kinds = list(EDITS)
    batch = 8
    for number in range(0, made, batch):
        kind, document = kinds[number // batch % len(kinds)], rng.choice(documents)
        targets = [note(document, rng) for _ in range(batch)]
        new, where = edited(document, kind, rng.random())
        begun = time.perf_counter()
        anchorer = AnchorSearch(new)
        answers = [anchorer.find(target) for target in targets]
        times.append((time.perf_counter() - begun) / batch)
        for target, answer in zip(targets, answers, strict=True):
            verdict = judge(target, answer.span, where)
            if answer.span is None:
                verdict = f"{answer.state.value}{' (gone)' if not truth(target, where) else ''}"
            elif verdict == "right":
                verdict = "exact" if answer.state is AnchorState.EXACT else "moved right"
            ours[kind][verdict] += 1
            if verdict == "WRONG" and asked.show:
                asked.show -= 1
                explain(kind, target, answer, new, where)
            if len(target.quote.exact) <= 512:
                theirs[kind][judge_peer(target, new, where)] += 1
    report(
        "Qarar",
        ours,
        ("exact", "moved right", "ambiguous", "orphaned", "ambiguous (gone)", "orphaned (gone)", "imprecise", "WRONG"),
    )
    report("hypothes.is rule", theirs, ("right", "none", "none (gone)", "imprecise", "WRONG"))
    times.sort()
    print(f"a note: median {times[len(times) // 2] * 1000:.2f} ms, p95 {times[int(len(times) * 0.95)] * 1000:.2f} ms")


def texts(rng):
    documents = [read_bytes(resources.read_bytes("documents", BUNDLED), BUNDLED)]
    corpus = os.environ.get("QARAR_CORPUS")
    if not corpus:
        return documents * 2
    root = Path(corpus)
    with gzip.open(root / "ga_resolutions_en" / "texts.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rng.sample(rows, 60):
        try:
            documents.append(read_bytes(row["text"].encode(), row["filename"] + ".txt"))
        except Exception:  # noqa: BLE001 - what cannot be imported is not this benchmark's matter
            continue
    laws = sorted((root / "arabic_legal" / "saudi_md").rglob("*.md"))
    documents += [by_lines(path.read_text(encoding="utf-8"), path.stem, "ar") for path in rng.sample(laws, 20)]
    return [document for document in documents if sum(len(p.text) > 40 for p in document.provisions) >= 8]


def by_lines(text, name, language):
    lines = [line.strip() for line in text.splitlines() if len(line.strip()) > 20][:200]
    provisions = tuple(Provision(f"op_{n}", Kind.OPERATIVE, line) for n, line in enumerate(lines, 1))
    return Document(name, language, "", provisions)


_PROVISIONS = {}


def note(document, rng):
    """A target as the program makes one: a whole provision, some words, or one word."""
    provisions = _PROVISIONS.setdefault(id(document), ComparableProvisions(document))
    provision = rng.choice([p for p in document.provisions if len(p.text) > 40])
    words = [(m.start(), m.end()) for m in __import__("re").finditer(r"\S+", provision.text)]
    how = rng.random()
    if how < 0.2:
        span = Span(provision.id, words[0][0], words[-1][1])
    else:
        count = 1 if how < 0.35 else rng.randrange(2, 14)
        first = rng.randrange(max(1, len(words) - count))
        span = Span(provision.id, words[first][0], words[min(first + count, len(words)) - 1][1])
    return target_of(document, span, *rivalry_of(document, span, provisions))


def truth(target, where):
    """Where the marked code points are now; empty where most of them are gone."""
    wanted = range(target.span.start, target.span.end)
    found = {where[target.span.provision, at] for at in wanted if (target.span.provision, at) in where}
    return found if len(found) * 2 > len(wanted) else set()


def judge(target, span, where):
    if span is None:
        return "none" if truth(target, where) else "none (gone)"
    given = {(span.provision, at) for at in range(span.start, span.end)}
    wanted = truth(target, where)
    share = len(given & wanted) / len(given | wanted)
    return "right" if share >= RIGHT else "imprecise" if share >= IMPRECISE else "WRONG"


def judge_peer(target, new, where):
    return judge(target, hypothesis(target, new), where)


def hypothesis(target, new):
    """The rule as published: the best fuzzy match of the quote, by quote, prefix, suffix and position; no margin."""
    from rapidfuzz import fuzz

    quote, best = target.quote, (0.0, None)
    whole, starts = "", {}
    for id_, text in new.texts():
        starts[id_] = len(whole)
        whole += text + "\n"
    expected = starts.get(target.span.provision, 0) + target.span.start
    least = 1 - min(256, len(quote.exact) // 2) / max(1, len(quote.exact))
    for id_, text in new.texts():
        places = [at for at in range(len(text)) if text.startswith(quote.exact, at)]
        spans = [(at, at + len(quote.exact), 1.0) for at in places]
        if not spans and text:
            met = fuzz.partial_ratio_alignment(quote.exact, text)
            if met is not None and met.score / 100 >= least and len(text) >= len(quote.exact):
                spans = [(met.dest_start, met.dest_end, met.score / 100)]
        for start, end, like in spans:
            before = fuzz.ratio(quote.prefix, text[max(0, start - 32) : start]) / 100 if quote.prefix else 1
            after = fuzz.ratio(quote.suffix, text[end : end + 32]) / 100 if quote.suffix else 1
            near = 1 - abs(starts[id_] + start - expected) / max(1, len(whole))
            score = (50 * like + 20 * before + 20 * after + 2 * near) / 92
            if score > best[0]:
                best = (score, Span(id_, start, end))
    return best[1]


def explain(kind, target, answer, new, where):
    print(f"--- {kind}: {target.span} rival {target.rival:.3f}: «{target.quote.exact[:90]}»")
    print(
        "    answered", answer.state.value, answer.span, f"«{answer.span.cut(new.text_of(answer.span.provision))[:90]}»"
    )
    now = sorted(truth(target, where))
    print("    truth", (now[0], now[-1]) if now else "gone")
    print("    passage", target.passage[:150])
    print("    now    ", new.text_of(answer.span.provision)[:150])


def report(name, counts, columns):
    print(f"\n{name}\n{'edit':<14}{'notes':>7}" + "".join(f"{column:>18}" for column in columns))
    total = Counter()
    for kind in [*counts, "all"]:
        row = counts[kind] if kind != "all" else total
        total += Counter() if kind == "all" else row
        print(f"{kind:<14}{sum(row.values()):>7}" + "".join(f"{row[column]:>18}" for column in columns))


if __name__ == "__main__":
    main()
