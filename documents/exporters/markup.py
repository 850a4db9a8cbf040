"""Write XML text: characters, attributes and elements as strings."""

from __future__ import annotations

from documents.akoma_ntoso import FORBIDDEN

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)


def text(value: str) -> str:
    """Return character data. A carriage return becomes a reference, for parsers turn a bare one into a line feed."""
    return FORBIDDEN.sub("\ufffd", value).translate(_TEXT)


def attributes(values: dict[str, str | None]) -> str:
    """Return the attributes that have a value, each with a space before it."""
    return "".join(
        f' {name}="{FORBIDDEN.sub(chr(0xFFFD), value).translate(_ATTRIBUTE)}"'
        for name, value in values.items()
        if value is not None
    )


def element(tag: str, content: str = "", /, **values: str | None) -> str:
    """Return an element around content that is markup already. In names `_` after a prefix stands for `:`."""
    named = {("xml:lang" if name == "xml_lang" else name.replace("q_", "q:", 1)): v for name, v in values.items()}
    head = f"<{tag}{attributes(named)}"
    return f"{head}>{content}</{tag}>" if content else f"{head}/>"
