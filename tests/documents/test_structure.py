"""Structure recognition: English and Arabic, nested drafts, items, parts, annexes, and notes of other forms."""

import textwrap

import pytest

from documents.importers.masthead import session_of
from documents.importers.text.reader import read_text
from documents.model import FootnoteStatus, Kind

ENGLISH = """United Nations A/RES/74/174
Seventy-fourth session
Agenda item 106
Resolution adopted by the General Assembly on 18 December 2019
[on the report of the Third Committee (A/74/400)]
74/174. Countering child sexual exploitation and sexual abuse online
The General Assembly,
Recalling the Convention on the Rights of the Child,^(1)
Noting with concern the growth of such crimes,
1. Urges Member States:
(a) To criminalize it, including:
(i) Its financing;
(ii) Its advertisement;
(b) To protect victims;
2. Also urges Member States to cooperate;
3. Requests the Secretary-General to report.
50th plenary meeting
18 December 2019
Annex
Guidelines
1. States should act.
(a) Promptly;
(1) United Nations, Treaty Series, vol. 1577, No. 27531.
"""


def ids(text: str) -> list[str]:
    return [p.id for p in read_text(text.encode(), "x.txt").provisions]


def test_an_english_resolution():
    document = read_text(ENGLISH.encode(), "x.txt")
    assert ids(ENGLISH) == [
        *(f"masthead_{n}" for n in range(1, 6)),
        *("title", "chapeau", "pp_1", "pp_2", "op_1", "op_1_a", "op_1_a_i", "op_1_a_ii", "op_1_b", "op_2", "op_3"),
        *("closing_1", "closing_2", "annex_1", "annex_1_h_1", "annex_1_p_1", "annex_1_p_1_a"),
    ]
    assert (document.symbol, document.language, document.masthead.organ) == ("A/RES/74/174", "en", "GA")
    assert (document.masthead.session, document.masthead.agenda_items) == ("74", ("106",))
    assert document.title == "Countering child sexual exploitation and sexual abuse online"
    assert document.provision("op_1_a_ii").parent == "op_1_a"
    assert document.provision("op_1_a_ii").printed_number == "(ii)"
    assert document.footnote("1").status is FootnoteStatus.OK


def test_lines_broken_at_a_width_make_the_same_provisions():
    long = ENGLISH.replace(
        "the growth of such crimes", "the growth of such crimes " + "in all parts of the world " * 12
    )
    long = long.replace("to cooperate;", "to cooperate " + "with one another in a spirit of solidarity " * 8 + ";")
    wrapped = "\n\n".join(_wrap(line) for line in long.splitlines())
    one, other = (read_text(text.encode(), "x.txt") for text in (long, wrapped))
    assert [(p.id, p.text) for p in other.provisions] == [(p.id, " ".join(p.text.split())) for p in one.provisions]


def _wrap(line: str) -> str:
    return "\n".join(textwrap.wrap(line, 90))


def test_arabic_letters_are_counted_by_abjad_and_share_the_ids_of_english():
    text = (
        "إن الجمعية العامة،\nإذ تشير إلى قرارها،\n١ - تحث الدول على:\n(أ) بند:"
        "\n’١‘ أول؛\n’٢‘ ثان؛\n(ب) بند؛\n(ج) بند؛\n(د) بند؛\n(هـ) بند؛"
    )
    assert ids(text)[3:] == ["op_1_a", "op_1_a_i", "op_1_a_ii", "op_1_b", "op_1_c", "op_1_d", "op_1_e"]


def test_the_ninth_letter_is_no_roman_one():
    items = "\n".join(f"({letter}) Item;" for letter in "abcdefghij")
    text = f"The General Assembly,\nRecalling its resolution,\n1. Requests the following:\n{items}"
    assert ids(text)[3:] == [f"op_1_{letter}" for letter in "abcdefghij"]


@pytest.mark.parametrize(
    ("line", "organ"),
    [
        *(("The General Assembly,", "GA"), ("L'Assemblée générale,", "GA"), ("La Asamblea General,", "GA")),
        *(("The Economic and Social Council,", "ECOSOC"), ("Le Conseil économique et social,", "ECOSOC")),
        *(("El Consejo Económico y Social,", "ECOSOC"), ("The Security Council,", "SC")),
        *(("Le Conseil de sécurité,", "SC"), ("El Consejo de Seguridad,", "SC")),
        *(("The Human Rights Council,", "HRC"), ("Le Conseil des droits de l'homme,", "HRC")),
        *(("El Consejo de Derechos Humanos,", "HRC"), ("إن مجلس حقوق الإنسان،", "HRC")),
        *(("إن لجنة المخدرات،", "CND"), ("The Commission on Human Rights,", "CHR")),
    ],
)
def test_the_organ_is_that_of_the_words_of_enactment(line, organ):
    document = read_text(f"Title\n{line}\nx,\n1. y;\n2. z.".encode(), "x.txt")
    assert [p.text for p in document.provisions if p.kind is Kind.CHAPEAU] == [line]
    assert document.masthead.organ == organ


def test_letters_that_are_repeated_are_counted_on():
    items = "\n".join(("(a) Item;", "(a) Item;", "(a) Item;", "(b) Item."))
    text = f"The General Assembly,\nRecalling its resolution,\n1. Requests the following:\n{items}"
    assert ids(text)[3:] == ["op_1_a", "op_1_a_x2", "op_1_a_x3", "op_1_b"]


def test_a_nested_draft_prefixes_what_encloses_it():
    text = (
        "The Economic and Social Council\nRecommends to the General Assembly the adoption of the following draft "
        "resolution:\nThe General Assembly,\nRecalling its resolution,\nDecides to act."
    )
    document = read_text(text.encode(), "x.txt")
    assert [p.id for p in document.provisions] == ["outer_chapeau", "outer_op_1", "chapeau", "pp_1", "op_1"]
    assert (document.masthead.organ, document.masthead.nested_organ) == ("ECOSOC", "GA")


def test_a_second_part_starts_its_own_numbers():
    part = "The General Assembly,\nRecalling its resolution,\n1. Decides to act;\n2. Requests a report.\n"
    assert ids(f"A\n{part}B\n{part}")[-4:] == ["part_2_chapeau", "part_2_pp_1", "part_2_op_1", "part_2_op_2"]


def test_a_heading_between_paragraphs():
    text = "The General Assembly,\nRecalling its resolution,\nI\nTrade\n1. Decides to act;\n2. Requests a report."
    kinds = [p.kind for p in read_text(text.encode(), "x.txt").provisions]
    assert kinds[2:4] == [Kind.HEADING, Kind.HEADING]
    assert kinds[-2:] == [Kind.OPERATIVE, Kind.OPERATIVE]


def test_security_council_resolutions_have_a_number_and_no_title():
    text = "القرار ١٣٢٥ (٢٠٠٠)\nإن مجلس الأمن،\nإذ يشير إلى قراره ١٢٦١ (١٩٩٩)،\n١ - يحث الدول الأعضاء؛"
    assert read_text(text.encode(), "x.txt").symbol == "S/RES/1325(2000)"


@pytest.mark.parametrize(
    ("title", "session", "symbol"),
    [
        ("١٥٤/٧٣ - عنوان", "الدورة الثالثة والسبعون", "A/RES/73/154"),
        ("73/154 - عنوان", "الدورة الثالثة والسبعون", "A/RES/73/154"),
        ("٦١/٦٠ - عنوان", "الدورة الستون", "A/RES/60/61"),
        ("٣٤٥٢ (د - ٣٠) - عنوان", "الدورة الثلاثون", "A/RES/3452(XXX)"),
    ],
)
def test_the_order_of_session_and_number(title, session, symbol):
    text = f"{session}\n{title}\nإن الجمعية العامة،\nإذ تشير إلى قرارها،\n١ - تقرر ما يلي."
    assert read_text(text.encode(), "x.txt").symbol == symbol


@pytest.mark.parametrize(
    ("line", "session"),
    [
        ("الدورة الرابعة والسبعون", "74"),
        ("الدورة الحادية والعشرون", "21"),
        ("الدورة الثانية عشرة", "12"),
        ("دورة عام ٢٠١٩", "2019"),
        ("Seventy-fourth session", "74"),
        ("Eightieth session", "80"),
        ("Nineteenth session", "19"),
        ("2019 session", "2019"),
    ],
)
def test_sessions(line, session):
    assert session_of(line) == session


BODY = "إن الجمعية العامة،\nإذ تشير إلى اتفاقية حقوق الطفل{}،\n١ - تحث الدول الأطراف في الاتفاقية{}؛\n"


@pytest.mark.parametrize(
    ("first", "note"),
    [("^(١)", "(١) نص الحاشية."), ("¹", "¹ نص الحاشية."), ("(١)", "(١) انظر الوثيقة."), ("^(1)", "[1] نص.")],
)
def test_forms_of_markers_and_notes(first, note):
    document = read_text((BODY.format(first, "") + note).encode(), "x.txt")
    assert [(n.number, n.status) for n in document.footnotes] == [("1", FootnoteStatus.OK)]
    assert document.provision("pp_1").text == "إذ تشير إلى اتفاقية حقوق الطفل،"
    assert document.provision("pp_1").markers[0].offset == len("إذ تشير إلى اتفاقية حقوق الطفل")


def test_a_marker_without_a_note_and_a_note_without_a_marker():
    document = read_text((BODY.format("^(١)", "") + "(٢) انظر الوثائق الرسمية.").encode(), "x.txt")
    assert [(n.number, n.status) for n in document.footnotes] == [
        ("1", FootnoteStatus.MISSING),
        ("2", FootnoteStatus.ORPHAN),
    ]
    assert [w.code for w in document.source.warnings] == ["orphan-marker", "orphan-footnote"]


def test_no_doubt_where_the_digit_is_not_known_to_be_confused():
    text = (
        "إن الجمعية العامة،\nإذ تشير إلى اتفاقية حقوق الطفل^(١)،\n"
        "وإذ تلاحظ بروتوكول باليرمو^(١)،\n١ - تحث الدول؛\n(١) نص."
    )
    document = read_text(text.encode(), "x.txt")
    assert not any(m.doubt for p in document.provisions for m in p.markers)


def test_items_in_brackets_are_no_notes():
    text = "The General Assembly,\nRecalling its resolution,\n1. Requests the following:\n(1) A report;\n(2) A budget;"
    document = read_text(text.encode(), "x.txt")
    assert [p.id for p in document.provisions][3:] == ["op_1_i", "op_1_ii"]
    assert document.footnotes == ()


def test_a_council_resolution_says_when_it_was_adopted():
    text = "Resolution 1709 (2006)\nAdopted by the Security Council at its 5532nd meeting, on 22 September 2006\n"
    text += "The Security Council,\nRecalling its resolutions,\n1. Decides to extend it;\n2. Decides to remain seized."
    document = read_text(text.encode(), "x.txt")
    assert document.symbol == "S/RES/1709(2006)"
    assert (document.masthead.organ, str(document.masthead.adopted)) == ("SC", "2006-09-22")


def test_a_page_break_inside_an_english_paragraph_is_closed():
    text = "The General Assembly,\nRecalling its resolution, in particular,\nand other texts,\n1. Decides to act."
    assert ids(text) == ["chapeau", "pp_1", "op_1"]


def test_the_meeting_closes_a_text_of_preambular_paragraphs_alone():
    text = "The General Assembly,\nRecalling its resolution,\nHaving considered the report.\n"
    text += "50th plenary meeting\n19 December 2023"
    assert ids(text)[-2:] == ["closing_1", "closing_2"]
