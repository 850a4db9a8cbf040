"""The simple Markdown of a note as blocks of runs, for file formats and widgets without Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_LANGUAGE = re.compile(r"[A-Za-z][\w+.#-]*|")


@dataclass(frozen=True, slots=True)
class Run:
    """Words with one look."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or an item of a list. `mark` precedes an item (a bullet or `2.`)."""

    runs: tuple[Run, ...]
    level: int = 0
    mark: str = ""
    heading: bool = False
    quoted: bool = False

    @property
    def text(self) -> str:
        """The words without their looks."""
        return "".join(run.text for run in self.runs)


def blocks(markdown: str) -> tuple[Block, ...]:
    """Return the blocks of a note. Typed line breaks are kept. HTML, links and pictures are plain words.

    Lines of code between fences are one block. An open fence ends with the note.
    """
    rules = note_parser("emphasis", "backticks", "list", "heading", "blockquote")
    return tuple(_blocks(rules.parse(one_break(markdown))))


def note_parser(*rules: str) -> MarkdownIt:
    """Return a parser for notes, with the named rules of CommonMark and fenced code.

    No tables, no HTML, no pictures. Four spaces are no code. A fence around nothing is no code either: its characters
    are words of the note, and would be lost.
    """
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero", {"html": False})
    parser.enable([*rules, "fence"])
    parser.block.ruler.at("fence", _fence_with_code, {"alt": ["paragraph", "blockquote", "list"]})
    return parser


def _fence_with_code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse fenced code (CommonMark 4.5), but not a fence around white space alone."""
    from markdown_it.rules_block import fence

    line = state.line
    if not fence(state, start, end, silent):
        return False
    if silent or state.tokens[-1].content.strip():
        return True
    state.tokens.pop()
    state.line = line
    return False


def one_break(markdown: str) -> str:
    """Return text with one kind of line break. CommonMark knows fewer kinds than a person's text may have."""
    for each in ("\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"):
        markdown = markdown.replace(each, "\n")
    return markdown


def fenced(info: str, content: str) -> tuple[str, str]:
    """Return the language of a fence ("" for none) and its code. Other words beside the fence are code too."""
    named, code = info.strip(), content.removesuffix("\n")
    if _LANGUAGE.fullmatch(named):
        return named, code
    return "", f"{named}\n{code}"


def _blocks(tokens: list[Any]) -> Iterator[Block]:
    lists: list[int | None] = []
    mark, heading, quoted = "", False, 0
    for token in tokens:
        kind = token.type
        if kind in {"bullet_list_open", "ordered_list_open"}:
            lists.append(int(token.attrs.get("start", 1)) if kind.startswith("ordered") else None)
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            lists.pop()
        elif kind == "list_item_open":
            number = lists[-1]
            mark = "•" if number is None else f"{number}."
            lists[-1] = None if number is None else number + 1
        elif kind in {"heading_open", "heading_close"}:
            heading = kind == "heading_open"
        elif kind in {"blockquote_open", "blockquote_close"}:
            quoted += 1 if kind == "blockquote_open" else -1
        elif kind == "fence":
            _, code = fenced(token.info, token.content)
            yield Block((Run(code, code=True),), len(lists), mark, quoted=quoted > 0)
            mark = ""
        elif kind == "inline":
            yield Block(tuple(_runs(token.children or [])), len(lists), mark, heading, quoted > 0)
            mark = ""


def _runs(tokens: list[Any]) -> Iterator[Run]:
    bold = italic = 0
    for token in tokens:
        if token.type in {"strong_open", "strong_close"}:
            bold += 1 if token.type == "strong_open" else -1
        elif token.type in {"em_open", "em_close"}:
            italic += 1 if token.type == "em_open" else -1
        elif token.type in {"softbreak", "hardbreak"}:
            yield Run("\n")
        elif token.content:
            yield Run(token.content, bold > 0, italic > 0, token.type == "code_inline")
