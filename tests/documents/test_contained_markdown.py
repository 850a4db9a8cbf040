"""A note's Markdown within a larger file: it is shown as it was typed, and stays in its place."""

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from lengths import examples
from lxml import html
from markdown_it import MarkdownIt

from documents.annotations.export.contained_markdown import contained
from documents.annotations.rich_text import blocks

COMMON, GITHUB = MarkdownIt("commonmark"), MarkdownIt("gfm-like", {"linkify": False})


@pytest.mark.parametrize(
    "typed",
    [
        "**مهم** جدًا: see E/RES/2019/20 (*para.* 5), `x = <b>`",
        "- a\n- b\n  1. c\n  2. d",
        "> quoted\n> twice",
        "one\ntwo\n\nthree",
        "[the text](https://docs.un.org/en/E/RES/2019/20) <https://un.org>",
        "```py\nprint('#')\n```",
        "snake_case, 5 > 3, a#b, -5, 3.5",
    ],
)
def test_simple_markdown_stays_as_it_was_typed(typed):
    assert contained(typed) == typed


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("```\n# open", "```\n# open\n```"),
        ("``` open words\nx", "```\nopen words\nx\n```"),
        ("````\n```\n````", "````\n```\n````"),
        ("# head **bold**", "**head bold**"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("<!-- x", "\\<!-- x"),
        ("a\n---", "a\n\\---"),
        ("a\n===", "a\n\\==="),
        ("[a]: http://b", "\\[a\\]: http://b"),
        ("![p](http://b)", "\\![p](http://b)"),
        ("[x](http://b/(c))", "[x](http://b/%28c%29)"),
        ("[x](<http://b/(c>)", "[x](http://b/%28c)"),
        ("[x](javascript:y)", "\\[x\\](javascript:y)"),
        ("|a|\n|-|", "\\|a\\|\n\\|-\\|"),
        ("\\# no", "\\# no"),
        ("", ""),
        ("```", "\\`\\`\\`"),
        ("~~~", "\\~\\~\\~"),
        ("```\n \n```", "\\`\\`\\`\n\n\\`\\`\\`"),
        ("```\n```", "\\`\\`\\`\n\n\\`\\`\\`"),
        ("```py", "\\`\\`\\`py"),
        ("- ```\n- b", "- \\`\\`\\`\n- b"),
    ],
)
def test_all_else_is_words(typed, written):
    assert contained(typed) == written


BLOCKS = ("\n", "\n\n", "```", "~~~", "<script>", "<!--", "# ", "- ", "1. ", "> ", "    ", "---", "|a|", "|-|")
SPANS = ("**", "[x](http://a)", "![p](y)", "[a]: http://e", "&amp;", "\u00a0")
piece = st.sampled_from((*"ab بـ*_`~#>-+=[]()<>!|&\\.1:\"'", *BLOCKS, *SPANS))


@pytest.mark.parametrize("reader", [COMMON, GITHUB])
@given(typed=st.lists(piece, max_size=14).map("".join))
@examples(300)
def test_a_note_stays_in_its_place(reader, typed):
    tokens = reader.parse(f"# H\n\n{contained(typed)}\n\n*END*\n\n---\n\n# Z [a]")
    assert [token.type for token in tokens].count("heading_open") == 2
    assert [token.type for token in tokens].count("hr") == 1
    inline = {child.type for token in tokens for child in token.children or ()}
    assert not {"html_block", "code_block", "table_open", "html_inline", "image"} & {*(t.type for t in tokens), *inline}
    assert (tokens[-4].type, tokens[-4].level, tokens[-6].content, tokens[-6].level) == ("hr", 0, "*END*", 1)


RULES = ["fence", "blockquote", "list", "heading", "newline", "escape", "backticks", "emphasis", "link", "autolink"]
FENCED = MarkdownIt("zero", {"html": False}).enable(RULES)
TYPED = MarkdownIt("zero", {"html": False}).enable(RULES[1:])


@given(typed=st.lists(piece, max_size=14).map("".join))
@example(typed="```")
@example(typed="```\n\n```")
@example(typed="> ~~~")
@examples(300)
def test_what_was_typed_is_shown(typed):
    """Fences around something are code, and their signs are not shown; all other signs are."""
    assume(not any(token.type == "fence" and token.content.strip() for token in FENCED.parse(typed)))
    # Without fences, two of them around an empty line read as a span of code that shows nothing.
    spans = [child for token in TYPED.parse(typed) for child in token.children or ()]
    assume(not any(child.type == "code_inline" and not child.content.strip() for child in spans))
    assert seen(COMMON.render(contained(typed))) == seen(TYPED.render(typed))


@pytest.mark.parametrize("typed", ["```", "~~~\n\n~~~", "> ```", "a\n```"])
def test_signs_that_fence_nothing_are_words_of_the_note(typed):
    shown = "".join(block.text for block in blocks(typed))
    assert re.sub(r"\s", "", shown) == re.sub(r"[\s>]", "", typed)


def seen(rendered):
    """The signs that are read; of stars left over, some readers make emphasis."""
    return re.sub("[\\s\u200b*_]+", "", html.fromstring(f"<div>{rendered}</div>").text_content())
