"""Arbitrary documents for the laws of Akoma Ntoso: whatever the model can hold, sense or not."""

from hypothesis import strategies as st

from documents.model import (
    Document,
    Footnote,
    FootnoteStatus,
    Kind,
    Marker,
    Masthead,
    Provision,
    Source,
    SourceWarning,
)

_CHARACTERS = """ \t\r\n\\{}()&<>"'\x00\x08\x1f\x85\u2028\ud800\udfff\ufffe\u200f\u202e\u2066\u2069\ufeff\U0001f54a"""
_PIECES = ["  ", "\r\n", "وإذ ", "تحثّ", "٢٠١٩", "]]>", "&amp;", "<p>", "\\{8}", "A/RES"]
_ODD = st.sampled_from([*_CHARACTERS, *_PIECES])
texts = st.one_of(st.lists(_ODD, max_size=12).map("".join), st.text(max_size=12))
plain_ids = st.sampled_from(
    "masthead_1 title chapeau pp_1 pp_2 pp_2_a pp_2_a_i op_1 op_1_a op_1_a_i op_1_a_ii op_1_b op_2 heading_1 body_1 "
    "annex_1 annex_1_op_1 annex_1_op_1_a annex_2_body_1 closing_1 closing_2 outer_chapeau outer_pp_1 outer_op_1 "
    "outer_op_1_a outer_op_2 outer_heading_1".split()
)
ids = st.one_of(plain_ids, plain_ids, texts)
numbers = st.one_of(st.sampled_from(["1", "2", "3", "9", "*"]), texts)
maybe = st.one_of(st.none(), texts)

markers = st.builds(Marker, st.integers(-2, 14), numbers, st.one_of(st.just("(٤)"), texts), st.booleans())


@st.composite
def provisions(draw, id_):
    text = draw(texts)
    parent = draw(st.one_of(st.none(), plain_ids, st.just(id_)))
    if "_" in id_ and draw(st.booleans()):
        parent = id_.rpartition("_")[0]
    found = draw(st.lists(markers, max_size=3))
    if draw(st.booleans()):
        found = sorted(
            (Marker(max(0, min(m.offset, len(text))), m.footnote, m.printed, m.doubt) for m in found),
            key=lambda m: m.offset,
        )
    kind = draw(st.sampled_from(Kind))
    return Provision(id_, kind, text, draw(maybe), draw(texts), parent, tuple(found))


warnings = st.builds(SourceWarning, texts, texts, maybe)
sources = st.builds(Source, texts, texts, texts, st.lists(warnings, max_size=3).map(tuple), texts)
mastheads = st.builds(
    Masthead,
    texts,
    texts,
    texts,
    st.lists(texts, max_size=2).map(tuple),
    st.one_of(st.none(), st.dates()),
    texts,
    texts,
)


@st.composite
def documents(draw):
    chosen = draw(st.lists(ids, max_size=7, unique=True))
    if draw(st.booleans()):
        chosen.sort()
    notes = draw(
        st.lists(
            st.builds(Footnote, numbers, texts, texts, st.sampled_from(FootnoteStatus), maybe),
            max_size=4,
            unique_by=lambda note: note.number,
        )
    )
    return Document(
        draw(st.one_of(st.just("E/RES/2019/20"), texts)),
        draw(st.one_of(st.just("ar"), texts)),
        draw(texts),
        tuple(draw(provisions(id_)) for id_ in chosen),
        tuple(notes),
        draw(mastheads),
        draw(sources),
    )
