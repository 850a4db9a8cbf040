"""Citations against a reference made by hand, both languages of one sentence, forms made of known acts, and speed.

    QARAR_CORPUS=FOLDER .venv/bin/python benchmarks/citations.py [reference] [pairs] [forms] [speed]
        [--show WHAT [--form FORM] [--file PART] [--held-out]] [--keep] [--json]

Without a section all four are measured. `--show missed|false|place|span|pairs|forms|all` lists what failed, of the
tuned half only unless `--held-out` is given. `--keep` writes the figures that the tests hold the program to.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from _citation_forms import turned
from _citation_pairs import Pairs, compare
from _citation_speed import Speed, measure
from _reference import FOLDER, rows
from _scoring import Score, Tally, score

FIGURES = FOLDER / "figures.json"
PAIRS = "pairs: sentences, targets"
SECTIONS = ("reference", "pairs", "forms", "speed")
HALVES = ("tuned", "held-out")


def figures(result: Score) -> dict[str, list[int]]:
    """Return hits and false ones of every group, as the tree keeps them."""
    return {" ".join(key): [tally.hits, tally.false] for key, tally in sorted(result.tallies.items())}


def losses(result: Score, kept: dict[str, list[int]]) -> list[str]:
    """Return every group that finds less, or more that is wrong, than the figures that were kept."""
    now = figures(result)
    found = [f"not measured: {name}" for name in result.changed]
    for group, (hits, false) in kept.items():
        if group == PAIRS:
            continue
        now_hits, now_false = now.get(group, [0, 0])
        if now_hits < hits or now_false > false:
            found.append(f"{group}: {hits} right and {false} false became {now_hits} and {now_false}")
    return found + [f"{group}: {false} false" for group, (_, false) in now.items() if false and group not in kept]


def _line(name: str, tally: Tally) -> str:
    shares = f"{tally.precision:9.4f} {tally.recall:9.4f} {tally.f1:9.4f}"
    exact = tally.exact / tally.hits if tally.hits else 1.0
    places = f"{tally.places:6d} {tally.places_false:6d} {tally.places_missed:6d}"
    return f"{name:34.34s} {tally.hits:6d} {tally.false:6d} {tally.missed:6d} {shares} {exact:7.3f} {places}"


def print_reference(result: Score) -> None:
    """Print the tables of the reference."""
    print(f"{'':34s}   hits  false missed precision    recall        F1   exact places  false missed")
    for half in HALVES:
        print(f"{half}, {result.documents[half]} texts")
        for title, index in (("", 3), ("language ", 2), ("file ", 0)):
            for value in sorted({key[index] for key in result.tallies}):
                name = ("source", "half", "language", "form")[index]
                tally = result.total(**{"half": half, name: value})
                if tally.hits + tally.false + tally.missed:
                    print(_line("  " + title + value.replace("un_parallel_corpus_6lang/", ""), tally))
        print(_line("  all", result.total(half=half)))
    print(_line("all", result.total()))
    if result.unnamed:
        print(f"names not in the catalogue: {result.unnamed.total()} of {len(result.unnamed)} instruments")
    for name in result.changed:
        print(f"not measured, the text changed or is absent: {name}")


def print_failures(result: Score, chosen: argparse.Namespace) -> None:
    """Print what failed in the halves that may be seen."""
    for each in result.failures:
        seen = chosen.show in (each.what, "all") and (each.half == "tuned" or chosen.held_out)
        if seen and chosen.form in ("", each.form) and chosen.file in each.document:
            print(f"{each.what:6s} {each.form:16s} {each.document}@{each.start}-{each.end}")
            print(f"    expected {each.expected or '-'}   found {each.found or '-'}\n    {each.around}")
    if chosen.show in ("unnamed", "all"):
        for target, count in result.unnamed.most_common():
            print(f"unnamed {count:4d} {target}")


def print_pairs(pairs: Pairs, chosen: argparse.Namespace) -> None:
    """Print how far both languages of a sentence agree."""
    print(f"pairs: {pairs.sentences} sentences, {pairs.citing} cite something; the same in {pairs.agreeing}", end="")
    print(f" ({pairs.agreeing / max(1, pairs.citing):.4f}); targets {pairs.common} of {pairs.either}", end="")
    print(f" ({pairs.common / max(1, pairs.either):.4f}) in both languages")
    if chosen.show in ("pairs", "all"):
        for line in pairs.disagreements:
            print(line)


def print_forms(made: dict[str, dict[str, int]], failed: list[str], chosen: argparse.Namespace) -> None:
    """Print what came back of the forms that were made."""
    print(f"{'made forms':58s} {'right':>6s} {'doubt':>6s} {'wrong':>6s} {'lost':>6s}")
    for name, counts in made.items():
        print(f"  {name:56s} " + " ".join(f"{counts[answer]:6d}" for answer in ("right", "doubt", "wrong", "lost")))
    if chosen.show in ("forms", "all"):
        print("\n".join(failed))


def print_speed(speed: Speed) -> None:
    """Print characters per second and how time grows with length."""
    print(f"speed: {speed.documents} documents, {speed.characters} characters in {speed.seconds:.2f} s", end="")
    millions = speed.characters / 1e6
    print(f" = {millions / speed.seconds:.3f} million a second; one expression {speed.plain:.3f} s", end="")
    print(f" = {millions / speed.plain:.1f} million a second; ratio {speed.seconds / speed.plain:.1f}")
    for characters, seconds in speed.doubling:
        print(f"  one text of {characters:9d} characters {seconds:8.3f} s {seconds / characters * 1e6:8.3f} µs each")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sections", nargs="*", choices=[*SECTIONS, []], default=[])
    parser.add_argument("--show", default="", help="missed, false, place, span, unnamed, pairs, forms or all")
    parser.add_argument("--form", default="", help="only failures of this form")
    parser.add_argument("--file", default="", help="only failures of documents with this in their key")
    parser.add_argument("--held-out", action="store_true", help="also show failures of the held-out half")
    parser.add_argument("--keep", action="store_true", help="write the figures that the tests compare with")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args()


def main() -> int:
    """Measure what was asked for; 1 where the corpus is absent."""
    chosen = _arguments()
    corpus = Path(os.environ.get("QARAR_CORPUS", ""))
    if not os.environ.get("QARAR_CORPUS") or not corpus.is_dir():
        print("citations: skipped, QARAR_CORPUS does not name the corpus folder", file=sys.stderr)
        return 0
    sections = chosen.sections or SECTIONS
    if "reference" in sections:
        result = score(corpus, rows())
        if chosen.keep:
            both = compare(corpus, rows(), held_out=False)
            kept = figures(result) | {PAIRS: [both.agreeing, both.common]}
            FIGURES.write_text(json.dumps(kept, indent=0, sort_keys=True) + "\n", "utf-8")
        if chosen.json:
            print(json.dumps(figures(result)))
        else:
            print_reference(result)
            print_failures(result, chosen)
    if "pairs" in sections:
        print_pairs(compare(corpus, rows(), held_out=chosen.held_out), chosen)
    if "forms" in sections:
        print_forms(*turned(corpus), chosen)
    if "speed" in sections:
        print_speed(measure(corpus))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
