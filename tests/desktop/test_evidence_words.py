"""Everything the rules can give as evidence is said in words, in both languages."""

import ast
import itertools
import re
from pathlib import Path

import pytest
from panels_scene import Speech, plain

from ui.desktop.support.appearance import Appearance
from ui.desktop.support.evidence_text import evidence_words, is_known

RULES = sorted((Path(__file__).parents[2] / "documents" / "citations").glob("*.py"))
PLACE_OF_EVIDENCE = {"Answer": 2, "Known": 4, "_answer": 3}
FILLINGS = {
    "date": ("2018-12-17",),
    "where": ("note 3", "op_3"),
    "organs": ("GA", "GA SC"),
    "organ": ("HRC",),
    "order": ("session/number", "number/session"),
    "SESSION_FIRST": ("session/number",),
    "doubt": ("", "; date 2018-12-17 does not fit"),
    "evidence": ("year 2019",),
    "ibid": ("UNTS",),
    "UNTS": ("UNTS",),
    "RECORDS": ("Official Records",),
    "provision": ("pp_12",),
    "targets": ("A/RES/73/154",),
    "antecedent": ("A/RES/73/154",),
    "mention.session": ("XXX",),
}
"""What stands for a part of an evidence that is computed, by the last word of its expression that is known here."""
LATIN_LEFT = re.compile("[A-Za-z]{3,}")
ARABIC = re.compile("[\u0621-\u064a]")


def given():
    """Every expression that a rule gives as evidence, as (file, expression)."""
    for path in RULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
                    for found in argument(call):
                        yield from ((path, value) for value in values(found, function))


def argument(call):
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in PLACE_OF_EVIDENCE or name == "replace":
        yield from (keyword.value for keyword in call.keywords if keyword.arg == "evidence")
    place = PLACE_OF_EVIDENCE.get(name)
    if place is not None and len(call.args) > place:
        yield call.args[place]


def values(expression, function):
    """The expressions that a name was given in the same function, both sides of a condition, or the one itself."""
    if isinstance(expression, ast.IfExp):
        yield from values(expression.body, function)
        yield from values(expression.orelse, function)
    elif isinstance(expression, ast.Name):
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and any(getattr(t, "id", "") == expression.id for t in node.targets):
                yield from values(node.value, function)
    else:
        yield expression


def written(expression):
    """Every way an expression can be written out."""
    if isinstance(expression, ast.Constant):
        return [expression.value]
    if isinstance(expression, ast.JoinedStr):
        pieces = [written(piece) for piece in expression.values]
        return ["".join(each) for each in itertools.product(*pieces)]
    if isinstance(expression, ast.FormattedValue):
        source = ast.unparse(expression.value)
        known = [word for word in FILLINGS if re.search(rf"\b{re.escape(word)}\b", source)]
        return list(FILLINGS[max(known, key=len)]) if known else ["73"]
    return []


ALL = sorted({text for _, expression in given() for text in written(expression) if text})
EXAMPLES = [
    "date 2018-12-17 = session 73",
    "only 73 is a session",
    "only 41 is a session; date 2018-12-17 does not fit",
    "order of this document: number/session",
    "ibid. of note 3: UNTS",
    "antecedent pp_12: A/RES/73/154",
    "symbol",
    "name in catalogue",
    "Official Records, Supplement No. 10",
    "user",
    "user (rules: ambiguous)",
    "user (rules: A/RES/73/154, UNTS 1577/27531)",
]


@pytest.fixture(params=["ar", "en"])
def appearance(request, qapp):
    made = Appearance(request.param)
    speech = Speech(made)
    speech.speak(request.param)
    yield made
    speech.silence()


def test_the_rules_were_read():
    assert {"year 73", "both orders fit", "two years", "symbol", "name in catalogue", "volume and number"} <= set(ALL)
    assert len(ALL) > 20


@pytest.mark.parametrize("evidence", sorted({*ALL, *EXAMPLES}))
def test_every_evidence_has_words(appearance, evidence):
    assert is_known(evidence)
    said = plain(evidence_words(evidence, appearance, lambda _: "PP12"))
    assert said
    assert "%" not in said
    if appearance.language == "ar":
        words = re.sub(r"\b[A-Z0-9]+(?:/[A-Z0-9]+)+|UNTS|PP12|XXX|HRC", "", said)
        assert ARABIC.search(words)
        assert not LATIN_LEFT.search(words), said
    else:
        assert not ARABIC.search(said)
        assert said != evidence


def test_numbers_dates_and_symbols_are_of_the_interface(appearance):
    said = plain(evidence_words("date 2018-12-17 = session 73", appearance))
    expected = {
        "ar": "التاريخ ١٧ كانون الأول/ديسمبر ٢٠١٨ يقع في الدورة ٧٣",
        "en": "The date 17 December 2018 falls in session 73",
    }
    assert said == expected[appearance.language]
    assert "A/RES/73/154" in plain(evidence_words("antecedent pp_12: A/RES/73/154", appearance, lambda _: "PP12"))


def test_an_evidence_of_rules_to_come_is_said_to_be_one(appearance):
    said = evidence_words("moon phase 3", appearance)
    assert "moon phase 3" in said
    assert not is_known("moon phase 3")
