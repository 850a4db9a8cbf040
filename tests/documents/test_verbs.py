"""The verb finder: forms, adverbs, second verbs, English, and no verb where there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples

from documents.importers import read_bytes
from documents.model import Kind
from documents.verb_lexicon import lexicon
from documents.verbs import Verb, find_verbs, force_rank, force_word, opens_operative
from resources import read_bytes as resource_bytes
from resources import read_text

PP, OP = Kind.PREAMBULAR, Kind.OPERATIVE


def one(text: str, kind: Kind, language: str) -> Verb:
    (verb,) = find_verbs(text, kind, language)
    assert text[verb.start : verb.end] == verb.text
    return verb


@pytest.mark.parametrize(
    ("text", "kind", "words", "lemma", "english", "force", "adverb"),
    [
        ("إذ تسلّم بإمكانية", PP, "إذ تسلّم", "سلّم", "recognizing", "AFF1", ""),
        ("وإذ يشير كذلك إلى", PP, "وإذ يشير كذلك", "أشار", "recalling further", "REF0", "further"),
        (
            "وإذ يساورها بالغ القلق إزاء",
            PP,
            "وإذ يساورها بالغ القلق",
            "ساوره بالغ القلق",
            "deeply concerned",
            "NEG2",
            "",
        ),
        ("وإذ تضع في اعتبارها", PP, "وإذ تضع في اعتبارها", "وضع في اعتباره", "bearing in mind", "REF0", ""),
        ("واقتناعاً منها بأن", PP, "واقتناعاً منها", "اقتنع", "convinced", "BEL0", ""),
        ("وقد نظرت في التقرير", PP, "وقد نظرت", "نظر", "having considered", "REF0", ""),
        ("تُشجّع الدول", OP, "تُشجّع", "شجّع", "encourages", "INV2", ""),
        ("تحث بقوة الدول", OP, "تحث بقوة", "حثّ", "strongly urges", "URG3+", "strongly"),
        ("تطلب مرة أخرى إلى", OP, "تطلب مرة أخرى", "طلب", "once again requests", "CMD4", "again"),
        (
            "تحيط علماً أيضاً مع التقدير بتقرير",
            OP,
            "تحيط علماً أيضاً مع التقدير",
            "أحاط علماً مع التقدير",
            "also takes note with appreciation",
            "POS1",
            "also",
        ),
        ("تدعو الدول إلى", OP, "تدعو", "دعا", "invites", "INV2", ""),
        ("تدعو أيضاً إلى وقف", OP, "تدعو أيضاً", "دعا", "also calls for", "URG3", "also"),
        ("يعيد تأكيد قراره", OP, "يعيد تأكيد", "أكّد من جديد", "reaffirms", "AFF1", ""),
        ("تقر بأن", OP, "تقر", "أقرّ", "recognizes", "AFF1", ""),
        ("تقر توصيات اللجنة", OP, "تقر", "أقرّ", "endorses", "ACT4", ""),
        (
            "يقرر أن يبقي المسألة قيد نظره",
            OP,
            "يقرر أن يبقي المسألة قيد نظره",
            "قرّر أن يبقي المسألة قيد نظره",
            "decides to remain seized",
            "ACT1",
            "",
        ),
    ],
)
def test_arabic(text, kind, words, lemma, english, force, adverb):
    verb = one(text, kind, "ar")
    assert (verb.text, verb.lemma, verb.english[0], verb.force, verb.adverb) == (words, lemma, english, force, adverb)


@pytest.mark.parametrize(
    ("text", "kind", "words", "lemma", "english", "force"),
    [
        ("Recalling also its resolution", PP, "Recalling also", "recall", "recalling also", "REF0"),
        ("Deeply concerned at the", PP, "Deeply concerned", "be deeply concerned", "deeply concerned", "NEG2"),
        ("“Having considered the report", PP, "Having considered", "consider", "having considered", "REF0"),
        ("Further encourages States", OP, "Further encourages", "encourage", "further encourages", "INV2"),
        (
            "Once again strongly condemns",
            OP,
            "Once again strongly condemns",
            "condemn",
            "once again strongly condemns",
            "NEG5+",
        ),
        (
            "Takes note with appreciation of",
            OP,
            "Takes note with appreciation",
            "take note with appreciation",
            "takes note with appreciation",
            "POS1",
        ),
        (
            "Decides to remain actively seized of",
            OP,
            "Decides to remain actively seized",
            "decide to remain seized",
            "decides to remain actively seized",
            "ACT1",
        ),
    ],
)
def test_english(text, kind, words, lemma, english, force):
    verb = one(text, kind, "en")
    assert (verb.text, verb.lemma, verb.english, verb.force) == (words, lemma, (english,), force)


@pytest.mark.parametrize(
    ("text", "kind", "language", "words"),
    [
        ("وإذ تشدد على أن المخاطر، وإذ تلاحظ أن", PP, "ar", ["وإذ تشدد", "وإذ تلاحظ"]),
        ("وإذ تسلّم بالشراكات، وتنوّه في هذا الصدد بالجهود", PP, "ar", ["وإذ تسلّم", "وتنوّه"]),
        ("تشجع الدول على كذا، وتُشجّع أيضاً الدول على", OP, "ar", ["تشجع", "وتُشجّع أيضاً"]),
        ("يلاحظ الأمر، ويطلب إلى الأمين العام أن", OP, "ar", ["يلاحظ", "ويطلب"]),
        ("Noting the report, and noting also that", PP, "en", ["Noting", "noting also"]),
        ("Welcomes the report, and requests the Secretary-General", OP, "en", ["Welcomes", "requests"]),
    ],
)
def test_second_verbs(text, kind, language, words):
    assert [verb.text for verb in find_verbs(text, kind, language)] == words


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("وإذ تلاحظ عمل المنظمة التي تدعم الدول، وتشجع على التعاون", PP, "ar"),
        ("تحث الدول على العمل، ويطلب إلى الأمين العام في النظام", OP, "ar"),
        ("تحث الدول، وتؤكد المنظمة أن", OP, "ar"),
        ("Requests the Office, which supports States and encourages them", OP, "en"),
    ],
)
def test_prose_has_no_second_verb(text, kind, language):
    assert len(find_verbs(text, kind, language)) == 1


@pytest.mark.parametrize("kind", [k for k in Kind if k not in (PP, OP)])
def test_other_kinds_have_no_arabic_verb(kind):
    assert find_verbs("تحث الدول", kind, "ar") == ()


@pytest.mark.parametrize(
    "text", ["", "  ", "المجتمع الدولي يشجع", "تحثها", "وراء تشير إلى", "تهييب بالدول", "،", "إذ", "The"]
)
def test_no_verb(text):
    assert find_verbs(text, PP, "ar") == find_verbs(text, OP, "ar") == find_verbs(text, OP, "en") == ()


def test_items_have_a_verb_only_in_english():
    assert find_verbs("Requests a report;", Kind.SUBPARAGRAPH, "en")[0].text == "Requests"
    assert find_verbs("requests a report;", Kind.SUBPARAGRAPH, "en") == ()
    assert find_verbs("تشجع التعاون؛", Kind.SUBPARAGRAPH, "ar") == ()


def test_no_verb_in_the_middle_of_the_bundled_text():
    """Every word of the text but the first of a paragraph, taken for a start: second verbs do not multiply."""
    document = read_bytes(resource_bytes("documents", "E-RES-2019-20.ar.txt"), "x.txt")
    found = [v for p in document.provisions for v in find_verbs(p.text, p.kind, "ar") if v.start]
    assert [v.text for v in found] == ["وإذ تلاحظ", "وتنوّه", "وتُشجّع أيضاً"]


def test_unnumbered_operative_paragraphs_open_with_a_finite_verb():
    assert opens_operative("يوصي الجمعية العامة", "ar")
    assert not opens_operative("وإذ يوصي", "ar")


def test_force_in_words_and_bars():
    words = ["NEU0", "REC2", "INV2+", "URG3", "CMD4", "ACT5"]
    assert [force_rank(force) for force in words] == [0, 1, 2, 3, 4, 5]
    assert [force_word(force) for force in words] == [
        "statement",
        "recommends",
        "invites",
        "urges",
        "requests",
        "decides",
    ]


def test_the_lexicon_is_sound():
    header, *lines = read_text("verbs.tsv").splitlines()
    rows = [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]
    assert len(rows) > 100
    for row in rows:
        assert row["certainty"] in ("V", "M")
        assert row["force"][:3] in ("ACT", "CMD", "URG", "INV", "REC", "AFF", "NEU", "POS", "NEG", "REF", "BEL", "LEG")
        assert len(row["feminine"].split("|")) == len(row["masculine"].split("|"))
        assert all(form.startswith("ي") for form in filter(None, row["masculine"].split("|")))
        assert all(form.startswith("ت") for form in filter(None, row["feminine"].split("|")))
        for form in filter(None, row["feminine"].split("|") + row["masculine"].split("|")):
            text = form.replace("+", "").replace("…", "")
            assert find_verbs(text, OP, "ar"), form
            assert find_verbs("وإذ " + text, PP, "ar"), form
        for form in filter(None, row["preambular"].split("|")):
            assert find_verbs(form.replace("+", ""), PP, "ar"), form


@examples(100)
@given(st.text(alphabet="وإذتشيرحثأيضاً ،؛\u064b\u0640", max_size=60), st.sampled_from([PP, OP]))
def test_spans_are_in_the_text_and_in_order(text, kind):
    end = 0
    for verb in find_verbs(text, kind, "ar"):
        assert end <= verb.start < verb.end <= len(text)
        assert text[verb.start : verb.end] == verb.text
        end = verb.end


def test_lexicons_are_read_once():
    assert lexicon("ar") is lexicon("ar")
