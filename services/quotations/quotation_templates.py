"""Templates for a quotation with its reference: text with fields in braces."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIELDS = ("quote", "words", "reference", "symbol", "paragraph", "title", "date")
"""The documented fields.

`quote` is the words in quotation marks, `words` the words without them, `paragraph` the name of the paragraph in the
reference, `date` the date of adoption.
"""

_FORMER_NAMES: Mapping[str, str] = {"clause": "paragraph"}
"""Field names of former versions, which stored templates may have."""

DEFAULT = "{quote}\n{reference}"
"""The template for a user who wrote none."""

_FIELD = re.compile(r"\{([^{}]*)\}")
_STRAY = re.compile(r"[{}]")


def template_problem(template: str) -> tuple[str, int] | None:
    """Return the first problem of a template and its place in code points, None for a valid template.

    The problem is unknown-field, unbalanced (a brace without its pair) or no-content (no field at all).
    """
    for met in _FIELD.finditer(template):
        if _FORMER_NAMES.get(met[1], met[1]) not in FIELDS:
            return "unknown-field", met.start()
    stray = _STRAY.search(_FIELD.sub(lambda met: " " * len(met[0]), template))
    if stray:
        return "unbalanced", stray.start()
    if not _FIELD.search(template):
        return "no-content", 0
    return None


def fill(template: str, values: Mapping[str, str]) -> str:
    r"""Return a template with its fields replaced by their values, or by nothing where a field has none.

    `\n`, typed as two characters, is a line break. Fields within a value are not replaced.
    """
    return _FIELD.sub(lambda met: values.get(_FORMER_NAMES.get(met[1], met[1]), ""), template.replace("\\n", "\n"))
