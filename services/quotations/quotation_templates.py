"""Templates of a quotation with its reference: text with fields in braces, filled in and nothing more."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIELDS = ("quote", "words", "reference", "symbol", "clause", "title", "date")
"""quote: the words in quotation marks; words: without; clause: how the clause is named; date: of adoption."""

DEFAULT = "{quote}\n{reference}"
"""The template used where none was written."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_STRAY = re.compile(r"[{}]")


def template_problem(template: str) -> tuple[str, int] | None:
    """Return what is wrong with a template and where (code points): unknown-field, unbalanced, no-content; or None."""
    for met in _FIELD.finditer(template):
        if met[1] not in FIELDS:
            return "unknown-field", met.start()
    stray = _STRAY.search(_FIELD.sub(lambda met: " " * len(met[0]), template))
    if stray:
        return "unbalanced", stray.start()
    if not _FIELD.search(template):
        return "no-content", 0
    return None


def fill(template: str, values: Mapping[str, str]) -> str:
    r"""Return a template with its fields filled in; `\n` typed as two characters is a line break.

    What is filled in is not looked at again. A field without a value is left out.
    """
    return _FIELD.sub(lambda met: values.get(met[1], ""), template.replace("\\n", "\n"))
