"""What a person types is understood as the guide says; whatever is typed, nothing raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples

from index.query import All, Either, Field, Fuzzy, Limit, Near, Pattern, Phrase, Range, Without, Word
from index.query_parser import parse

PIECES = st.sampled_from(
    'OR NOT AND NEAR NEAR/3 | & - ! = ( ) " « » : ~ ~2 * ? ؟ .. سنة: فعل: جهة: حاشية: date: cites: foo: طف* *فل*'
    " الأطفال قرار~ ٢٠١٩ 2015..2020 A/RES/73/154 ١٥٤/٧٣ و/أو UNODC http://x.y 10:30 \ud800 \u200f ـ".split(" ")
)
TYPED = st.one_of(
    st.text(max_size=40), st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=14).map(
        lambda pairs: "".join(map("".join, pairs))
    )
)  # fmt: skip


def told(node):  # noqa: C901 - a case for each kind of node
    """The tree in few letters."""
    match node:
        case None:
            return ""
        case Word():
            return ("=" if node.literal else "") + node.term.exact
        case Phrase(terms):
            return ("=" if node.literal else "") + '"' + " ".join(term.exact for term in terms) + '"'
        case Pattern() | Fuzzy():
            return node.key + (f"~{node.edits}" if isinstance(node, Fuzzy) else "")
        case Near(terms):
            return "near" + str(node.within) + "(" + " ".join(term.exact for term in terms) + ")"
        case Limit():
            return f"{node.field}:{'|'.join(node.values)}"
        case Range():
            return f"{node.field}:{node.first}..{node.last}"
        case Without(part):
            return "-" + told(part)
        case All(parts):
            return "(" + " ".join(map(told, parts)) + ")"
        case Either(parts):
            return "(" + " | ".join(map(told, parts)) + ")"


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("حقوق الطفل", "(حقوق الطفل)"),
        ('"حقوق الطفل"', '"حقوق الطفل"'),
        ("«حقوق الطفل»", '"حقوق الطفل"'),
        ('=الأطفال ="حقوق الطفل"', '(=الأطفال ="حقوق الطفل")'),
        ("a OR b c", "((a | b) c)"),
        ("a | b | c", "(a | b | c)"),
        ("a (b OR (c d))", "(a (b | (c d)))"),
        ("a -b NOT c !d", "(a -b -c -d)"),
        ("a AND b & c", "(a b c)"),
        ("--a", "a"),
        ("طف* *فا* *ال ط؟ل", "(طف* *فا* *ال ط?ل)"),
        ("أطف**", "اطف*"),
        ("قرار~ قرار~2", "(قرار~1 قرار~2)"),
        ('"حماية الطفل"~3', "near3(حماية الطفل)"),
        ("حماية NEAR/2 الطفل", "near2(حماية الطفل)"),
        ("a NEAR b NEAR c", "near5(a b c)"),
        ("a NEAR/999 b", "near100(a b)"),
        ("سنة:2015..2020", "year:2015..2020"),
        ("year:٢٠١٥-٢٠٢٠", "year:2015..2020"),
        ("السنة:(2015 OR ٢٠١٦)", "year:2015|2016"),
        ("date:2018..", "date:2018.."),
        ("تاريخ:٢٠١٩-٧", "date:2019-07..2019-07"),
        ('جهة:"الجمعية العامة"', "organ:GA"),
        ("organ:ecosoc", "organ:ECOSOC"),
        ('organ:"general assembly"', "organ:GA"),
        ('جهة:"مجلس الأمن"', "organ:SC"),
        ('organ:"security council"', "organ:SC"),
        ('جهة:"المجلس الاقتصادي والاجتماعي"', "organ:ECOSOC"),
        ('organ:"economic and social council"', "organ:ECOSOC"),
        ("organ:e organ:s organ:a", "(organ:ECOSOC organ:SC organ:GA)"),  # as symbols begin
        ("جهة:والاجتماعي جهة:الأمن جهة:الجمعية", "(organ:ECOSOC organ:SC organ:GA)"),
        ('جهة:"حقوق الإنسان" organ:"human rights"', "(organ:HRC organ:HRC)"),
        ('جهة:"مجلس حقوق الإنسان"', "organ:HRC"),
        ('organ:"human rights council"', "organ:HRC"),
        ("فقرة:٥", "label:OP5"),
        ("فقرة:pp3", "label:PP3"),
        ("حاشية:UNODC", "(kind:footnote UNODC)"),
        ("preamble:a ديباجة:b pp:c", "((kind:preambular a) (kind:preambular b) (kind:preambular c))"),
        ("op:a منطوق:b", "((kind:operative|subparagraph a) (kind:operative|subparagraph b))"),
        ("annex:a مرفق:b", "((kind:annex a) (kind:annex b))"),
        ("note:a ملاحظة:b", "((kind:note a) (kind:note b))"),
        ("fn:a title:b", "((kind:footnote a) (kind:title|heading b))"),
        ("عنوان:(a OR b)", "(kind:title|heading (a | b))"),
        ("لغة:العربية", "language:ar"),
        ("cites:١٥٤/٧٣", "cites:A/RES/73/154|A/RES/154/73|A/DEC/73/154|A/DEC/154/73"),
        # ordinary writing is not taken for signs
        ("ما هو القرار؟", "(ما هو القرار)"),
        ("و/أو co-operation", '("و أو" "co operation")'),
        ("A/RES/73/154 12.5", "(A/RES/73/154 12.5)"),
        ("http://x.y", '"http x y"'),
        ("10:30", '"10 30"'),
        ("ملاحظة: نص", "(ملاحظة نص)"),
    ],
)
def test_understood(typed, tree):
    query = parse(typed)
    if typed.startswith("cites"):
        assert set(told(query.root).removeprefix("cites:").split("|")) >= {"A/RES/73/154"}
    else:
        assert told(query.root) == tree
    assert query.problems == ()


@pytest.mark.parametrize(
    ("typed", "tree", "code", "place"),
    [
        ('a "b c', '(a "b c")', "unclosed-quote", (2, 6)),
        ("(a", "a", "unclosed-parenthesis", (0, 1)),
        ("a) b", "(a b)", "stray-parenthesis", (1, 2)),
        ("a OR", "a", "dangling-operator", (2, 4)),
        ("NOT", "", "dangling-operator", (0, 3)),
        ("a NEAR", "a", "dangling-operator", (2, 6)),
        ("NEAR a", "a", "dangling-operator", (0, 4)),
        ("foo:bar", "(foo bar)", "unknown-field", (0, 4)),
        ("سنة:أمس", "year:أمس", "unknown-value", (0, 7)),
        ("سنة:x..y", "year:x..y", "bad-range", (0, 8)),
        ("a *", "a", "short-pattern", (2, 3)),
    ],
)
def test_not_understood_is_told_with_its_place(typed, tree, code, place):
    query = parse(typed)
    assert told(query.root) == tree
    assert [(problem.code, problem.place) for problem in query.problems] == [(code, place)]


def test_any_form_of_a_verb_names_its_lemma():
    for typed in ("فعل:حث", "فعل:تحث", "verb:urges"):
        node = parse(typed).root
        assert isinstance(node, Limit)
        assert node.field is Field.VERB
        assert "حثّ" in node.values


def test_inflection_and_strictness():
    assert parse("الأطفال").root.term.stems
    assert not parse("الأطفال", inflect=False).root.term.stems
    assert not parse("الأطفال", strict=frozenset({"hamza"})).root.term.stems
    assert not parse('"الأطفال"').root.term.stems


@pytest.mark.parametrize("typed", ["(" * 5000, "-" * 5000, "a OR " * 3000, "NOT " * 3000, "سنة:(" * 2000, '"' * 4001])
def test_too_much_is_cut_and_told(typed):
    assert "too-long" in {problem.code for problem in parse(typed).problems} or typed[0] in '-"'


@examples(300)
@given(TYPED)
def test_nothing_raises_and_places_lie_in_what_was_typed(typed):
    query = parse(typed)
    told(query.root)
    for problem in query.problems:
        start, end = problem.place
        assert 0 <= start < end <= len(typed)
