"""Whatever is read: every character is placed, but for `**`, bullets, the caret of a marker, and white space."""

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lengths import examples

from documents.importers.errors import ImportFailure
from documents.importers.text.reader import read_text
from resources import read_bytes

MARKUP = "*-^"

LINES = st.sampled_from(
    [
        "دورة عام ٢٠١٩",
        "البند ١٩ (ج) من جدول الأعمال",
        "[بناء على توصية لجنة (E/2019/30)]",
        "٢٠/٢٠١٩ - عنوان القرار",
        "إن الجمعية العامة،",
        "إن المجلس الاقتصادي والاجتماعي",
        "يوصي الجمعية العامة باعتماد القرار التالي:",
        "إذ تشير إلى قرارها^(١)،",
        "وإذ تؤكد أهمية التعاون في",
        "كفالة حماية الأطفال،",
        "- ١ - **تحث** الدول^(٢)؛",
        "٢ - تشجع:",
        "1. Requests the Secretary-General:",
        "(a) To report;",
        "(i) Item;",
        "(أ) بند؛",
        "(هـ) بند؛",
        "’1‘ بند؛",
        "(1) بند",
        "(١) انظر الوثائق الرسمية.",
        "(٢) United Nations, Treaty Series.",
        "^(٣) نص",
        "المرفق",
        "Annex I",
        "أولا",
        "## Heading",
        "A",
        "الجلسة العامة ٣٦",
        "٢٣ تموز/يوليه ٢٠١٩",
        "36th plenary meeting",
        "[Adopted without a vote.]",
        "A/RES/73/154",
        "_______",
        "The General Assembly,",
        "Recalling its resolution¹,",
        "1  See resolution 1.",
        "25-18441",
        "2/3",
        "*2518441*",
        "* note",
        "\ufeff",
        "**",
        "****",
        "^(٤)",
        "^( 5 )",
        "**نص** و**نص**",
        "- بند",
        "\u200f٣ -\u200f نص",
        "a\fb",
        "x\u2028y",
        "12) z",
        "word(1) and",
        "المجتمع(٢)،",
        "[^1]: note",
        "[1] note",
        "\u061c(١) x",
        "“1.   Decides",
        "٣ ـ تطلب",
        "0. x",
        "(0) y",
        "1.",
        "²",
        "५ - x",
        "(५) x",
    ]
)
WRAPPED = st.sampled_from(
    [
        "Recalling its resolution 72/249 of 24 December 2017, in which it decided to",
        "convene an intergovernmental conference, under the auspices of the United Nations,",
        "to consider the recommendations of the Preparatory Committee established by the Under-",
        "1. Requests the Secretary-General to submit a report to the General Assembly at its",
        "session, and to bring the present resolution to the attention of all Member States;",
        "__________________",
        "1 See Official Records of the General Assembly, Sixty-sixth Session, Supplement",
        "* Any changes.",
        "A/RES/78/196",
        "23-26040",
        "2/7",
        "",
        "The General Assembly,",
        "(a) To hold consultations;",
        "Annex",
        "12",
        "and",
    ]
)
TEXTS = st.one_of(
    st.lists(st.one_of(LINES, st.just(""), st.text(max_size=30)), max_size=25),
    st.lists(WRAPPED, min_size=12, max_size=40),
).map("\n".join)


def placed(document) -> str:
    """Every piece of a document that came from its source."""
    parts = []
    for provision in document.provisions:
        parts += [provision.printed_number, provision.text, *(marker.printed for marker in provision.markers)]
    for note in document.footnotes:
        parts += [note.printed, note.text]
    parts += [warning.text for warning in document.source.warnings if warning.code == "furniture"]
    return "".join((*parts, document.source.unplaced))


def counted(text: str) -> Counter:
    return Counter(character for character in text if not character.isspace())


def read_or_refused(data: bytes):
    """The document, or nothing where the file is refused as it should be."""
    refusal, document = "", None
    try:
        document = read_text(data, "x.txt")
    except ImportFailure as failure:
        refusal = failure.code
    assert document is not None or refusal in ("unreadable", "empty")
    return document


@examples(300)
@given(TEXTS)
@example("1. x\n1. y\n(a) z\n(a) z")
@example("^(1)")
@example("The General Assembly,\nThe General Assembly,")
def test_no_character_is_lost(text):
    document = read_or_refused(text.encode("utf-8", "surrogatepass"))
    if document is None:
        return
    source, kept = counted(text.removeprefix("\ufeff")), counted(placed(document))
    assert not kept - source, "something was made up"
    assert set(source - kept) <= set(MARKUP)
    lost = {sign: (source - kept)[sign] for sign in MARKUP}
    assert lost["^"] <= text.count("^(")
    assert lost["*"] <= 4 * (text.count("**") // 2)
    assert lost["-"] <= text.count("- ") + text.count("-\t") + text.count("-\u2028")


@examples(100)
@given(st.text())
def test_any_text_is_read_or_refused(text):
    document = read_or_refused(text.encode("utf-8", "surrogatepass"))
    if document is not None:
        assert document.provisions
        assert all(0 <= m.offset <= len(p.text) for p in document.provisions for m in p.markers)


@examples(100)
@given(st.binary())
def test_any_bytes_are_read_or_refused(data):
    document = read_or_refused(data)
    assert document is None or document.provisions


def test_the_bundled_text_keeps_its_order():
    """Provisions and notes, in the order of the source, are the source without its markup and white space."""
    data = read_bytes("documents", "E-RES-2019-20.ar.txt")
    document = read_text(data, "E-RES-2019-20.ar.txt")
    pieces = [provision.printed_number + with_markers(provision) for provision in document.provisions]
    source = squeezed(data.decode().replace("\n- ", "\n").replace("**", "").replace("^", ""))
    for note in document.footnotes:
        words = squeezed(note.printed + note.text)
        assert not words or source.count(words) == 1
        source = source.replace(words, "") if words else source
    assert source == squeezed("".join(pieces))
    assert document.source.unplaced == ""


def with_markers(provision) -> str:
    text = provision.text
    for marker in reversed(provision.markers):
        text = text[: marker.offset] + marker.printed + text[marker.offset :]
    return text


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("form", ["\r\n", "\r", "\n\n\n"])
def test_line_ends_make_no_difference(form):
    data = read_bytes("documents", "E-RES-2019-20.ar.txt")
    document = read_text(data, "a.txt")
    other = read_text(data.decode().replace("\n", form).encode(), "a.txt")
    assert (other.provisions, other.footnotes, other.masthead) == (
        document.provisions,
        document.footnotes,
        document.masthead,
    )
