"""Everything the rules can give as evidence is said in words, in both languages."""

import re

import pytest
from panels_scene import Speech, plain

from documents.citations.evidence import ARGUMENTS, ArgumentKind, Evidence, EvidenceCode
from documents.citations.organs import COMMISSION, COUNCIL, ORGANS
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.evidence_text import evidence_words

SAMPLES = {
    ArgumentKind.DATE: ("2018-12-17",),
    ArgumentKind.NUMBER: ("2018", "53A"),
    ArgumentKind.NUMERAL: ("XXX", "S-VI"),
    ArgumentKind.ORGAN: (*ORGANS, COUNCIL, COMMISSION),
    ArgumentKind.PLACE: ("pp_12",),
    ArgumentKind.SOURCE: ("UNTS", "official-records", "A/RES/73/154"),
    ArgumentKind.FOUND: ("A/RES/73/154", "ambiguous", "unresolved"),
    ArgumentKind.TEXT: ("moon phase 3",),
}
LATIN_LEFT = re.compile("[A-Za-z]{3,}")
ARABIC = re.compile("[\u0621-\u064a]")


def samples():
    """An evidence of every code, with every sample of its arguments."""
    for code in EvidenceCode:
        kinds = ARGUMENTS[code]
        for place in range(max((len(SAMPLES[kind]) for kind in kinds), default=1)):
            yield Evidence(code, tuple(SAMPLES[kind][place % len(SAMPLES[kind])] for kind in kinds))
    yield Evidence(EvidenceCode.YEAR_UNFIT, ("2019", "GA", "SC", "HRC"))
    yield Evidence(EvidenceCode.USER_OVER_RULES, ("A/RES/73/154", "UNTS 1577/27531"))


@pytest.fixture(params=["ar", "en"])
def appearance(request, qapp):
    made = Appearance(request.param)
    speech = Speech(made)
    speech.speak(request.param)
    yield made
    speech.silence()


@pytest.mark.parametrize("evidence", list(samples()), ids=lambda one: " ".join((one.code, *one.arguments)))
def test_every_evidence_has_words(appearance, evidence):
    said = plain(evidence_words([evidence], appearance, lambda _: "PP12"))
    assert said
    assert "%" not in said
    if appearance.language == "ar":
        words = re.sub(r"\b[A-Z0-9]+(?:/[A-Z0-9]+)+|UNTS|PP12|XXX|VI|53A|moon phase 3", "", said)
        assert ARABIC.search(words)
        assert not LATIN_LEFT.search(words), said
    else:
        assert not ARABIC.search(said)
    for kind, values in evidence.grouped():
        if kind in {ArgumentKind.NUMERAL, ArgumentKind.TEXT}:
            assert values[0] in said


@pytest.mark.parametrize(
    ("evidence", "arabic", "english"),
    [
        (
            [Evidence(EvidenceCode.DATE_IN_SESSION, ("2018-12-17", "73"))],
            "التاريخ ١٧ كانون الأول/ديسمبر ٢٠١٨ يقع في الدورة ٧٣",
            "The date 17 December 2018 falls in session 73",
        ),
        (
            [Evidence(EvidenceCode.ONLY_SESSION, ("41",)), Evidence(EvidenceCode.DATE_UNFIT, ("2018-12-17",))],
            "٤١ وحده يصلح رقمَ دورة؛ التاريخ ١٧ كانون الأول/ديسمبر ٢٠١٨ لا يوافق ذلك",
            "Only 41 can be a session; the date 17 December 2018 does not fit",
        ),
        (
            [Evidence(EvidenceCode.YEAR_UNFIT, ("2019", "GA", "commission"))],
            "السنة ٢٠١٩ لا تتفق مع ترقيم قرارات الجمعية العامة أو اللجنة",
            "The year 2019 does not fit how the General Assembly or the Commission numbers its acts",
        ),
        (
            [Evidence(EvidenceCode.IBID_NOTE, ("6", "official-records"))],
            "المرجع نفسه: مصدر الحاشية ٦، الوثائق الرسمية",
            "Ibid.: the source of footnote 6, the Official Records",
        ),
        ([], "", ""),
    ],
)
def test_sentences(appearance, evidence, arabic, english):
    said = plain(evidence_words(evidence, appearance))
    assert said == {"ar": arabic, "en": english}[appearance.language]


def test_symbols_and_places_stand_in_the_sentence(appearance):
    evidence = [Evidence(EvidenceCode.ANTECEDENT, ("pp_12", "A/RES/73/154"))]
    said = plain(evidence_words(evidence, appearance, lambda _: "PP12"))
    assert "A/RES/73/154" in said
    assert "PP12" in said


def test_an_evidence_of_rules_to_come_is_said_to_be_one(appearance):
    said = evidence_words([Evidence(EvidenceCode.UNKNOWN, ("moon phase 3",))], appearance)
    assert "moon phase 3" in said
    assert said != "moon phase 3"
