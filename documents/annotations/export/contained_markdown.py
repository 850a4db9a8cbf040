"""The reader's Markdown rewritten so that it stays in its place within a larger file (CommonMark, GFM).

Bold, italics, lists, quotations, links and code are kept. All else is escaped: no heading, HTML, picture, definition,
table or rule comes of it, and a fence is closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from documents.annotations.rich_text import fenced, note_parser, one_break

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_BLOCKS = ("blockquote", "list", "heading")
_SPANS = ("newline", "escape", "backticks", "emphasis", "link", "autolink")

_SPECIAL = re.compile(r"[\\`*\[\]<~|]|&(?=#|\w+;)|!(?=\[|$)")
_LINE_START = re.compile(
    r"^(?:(?P<sign>[-+](?=\s|$)|#(?=#{0,5}(?:\s|$))|>|[-=](?=[-=\s]*$))|(?P<number>\d{1,9})(?P<end>[.)])(?=\s|$))",
    re.MULTILINE,
)
_NOTHING = "\u200b"
"""The content of an empty item. Without it, empty items within others would be a rule, `- - -`."""

_TICKS = re.compile("`+")


def contained(markdown: str) -> str:
    """Return a note as Markdown that cannot leave its place and shows all that was typed."""
    from markdown_it.tree import SyntaxTreeNode

    rules = note_parser(*_BLOCKS, *_SPANS)
    return "\n".join(_joined(SyntaxTreeNode(rules.parse(one_break(markdown))), tight=False))


def _joined(node: SyntaxTreeNode, *, tight: bool) -> Iterator[str]:
    """Yield the lines of a node's children, with an empty line between two blocks."""
    for number, child in enumerate(node.children):
        if number and not tight:
            yield ""
        yield from _block(child)


def _block(node: SyntaxTreeNode) -> Iterator[str]:
    if node.type == "fence":
        yield from _fence(node)
    elif node.type == "blockquote":
        yield from (f"> {line}" for line in (list(_joined(node, tight=False)) or [""]))
    elif node.type in {"bullet_list", "ordered_list"}:
        yield from _list(node)
    else:
        line = "".join(_inline(child, bold=node.type == "heading") for child in node.children)
        if node.type == "heading" and line.strip():
            line = f"**{line.strip()}**"
        yield from _LINE_START.sub(_escaped, line).split("\n")


def _escaped(met: re.Match[str]) -> str:
    return f"\\{met['sign']}" if met["sign"] else f"{met['number']}\\{met['end']}"


def _fence(node: SyntaxTreeNode) -> Iterator[str]:
    language, code = fenced(node.info, node.content)
    fence = "`" * max(3, _longest(code) + 1)
    yield from (fence + language, *code.split("\n"), fence)


def _longest(code: str) -> int:
    """Return how many backticks stand together at most."""
    return max(map(len, _TICKS.findall(code)), default=0)


def _list(node: SyntaxTreeNode) -> Iterator[str]:
    tight = all(child.hidden for item in node.children for child in item.children if child.type == "paragraph")
    for number, item in enumerate(node.children):
        if number and not tight:
            yield ""
        mark = f"{item.info}{item.markup} "
        for place, line in enumerate(_joined(item, tight=tight) if item.children else [_NOTHING]):
            yield (" " * len(mark) if place else mark) + line


def _inline(node: SyntaxTreeNode, *, bold: bool) -> str:
    """Return a stretch of a line. Within `bold` words, which stand for a heading, bold is left out."""
    match node.type:
        case "text":
            return _words(node.content)
        case "code_inline":
            return _code(node.content)
        case "softbreak":
            return "\n"
        case "hardbreak":
            return "\\\n"
        case "link":
            return _link(node, bold=bold)
    inner = "".join(_inline(child, bold=bold) for child in node.children)
    around = "" if node.type == "inline" or (bold and node.type == "strong") else node.markup
    return f"{around}{inner}{around}"


def _words(text: str) -> str:
    # Within a word `_` is only itself.
    return re.sub(r"(?<![^\W_])_|_(?![^\W_])", r"\\_", _SPECIAL.sub(r"\\\g<0>", text))


def _code(content: str) -> str:
    ticks = "`" * (_longest(content) + 1)
    room = " " if content.startswith(("`", " ")) or content.endswith(("`", " ")) else ""
    return f"{ticks}{room}{content}{room}{ticks}"


def _link(node: SyntaxTreeNode, *, bold: bool) -> str:
    address = str(node.attrs.get("href", ""))
    if node.markup == "autolink":
        return f"<{address}>"
    inner = "".join(_inline(child, bold=bold) for child in node.children)
    plain = re.sub(r"[()<>\\]", lambda met: f"%{ord(met[0]):02X}", address) or "<>"
    title = re.sub(r'[\\"&]', r"\\\g<0>", " ".join(str(node.attrs.get("title", "")).split()))
    told = f' "{title}"' if title else ""
    return f"[{inner}]({plain}{told})"
