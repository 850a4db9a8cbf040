"""The rules (MUST) of the Web Annotation Data Model that an annotation breaks, as far as the JSON alone tells."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

Broken = tuple[str, str]
"""A rule by its stable name, and the value that broke it."""

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`]+")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_DATE = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
_DIRECTIONS = {"ltr", "rtl", "auto"}
_LISTS = {"Choice", "List", "Composite", "Independents"}
_WITH_VALUE = {"FragmentSelector", "CssSelector", "XPathSelector"}
_DEPTH = 20


def broken_rules(annotation: object, *, context: bool = True) -> tuple[Broken, ...]:
    """Return the rules an annotation breaks, none for a valid one.

    Without `context` it stands in a page that has one.
    """
    if not isinstance(annotation, dict):
        return (("no-object", type(annotation).__name__),)
    return tuple(_annotation(annotation, context))


def _annotation(one: dict[str, Any], context: bool) -> Iterator[Broken]:
    if context and _CONTEXT not in _as_list(one.get("@context")):
        yield "no-context", str(one.get("@context"))[:80]
    if "Annotation" not in _as_list(one.get("type")):
        yield "no-type", str(one.get("type"))[:80]
    if not _is_iri(one.get("id")):
        yield "bad-id", str(one.get("id"))[:80]
    yield from _times(one)
    if "target" not in one or one["target"] in (None, [], {}):
        yield "no-target", ""
    else:
        yield from _resources(one["target"], "target", 0)
    yield from _bodies(one)
    for name in ("creator", "generator"):
        if name in one:
            yield from _agents(one[name], name)
    if any(not isinstance(value, str) for value in _as_list(one.get("motivation"))):
        yield "bad-motivation", str(one["motivation"])[:80]
    yield from _addresses(one)


def _bodies(one: dict[str, Any]) -> Iterator[Broken]:
    if "body" in one and "bodyValue" in one:
        yield "body-twice", "bodyValue"
    if "body" in one:
        yield from _resources(one["body"], "body", 0)
    if "bodyValue" in one and not isinstance(one["bodyValue"], str):
        yield "bad-body-value", str(one["bodyValue"])[:80]


def _times(one: dict[str, Any]) -> Iterator[Broken]:
    for name in ("created", "modified", "generated"):
        if name in one and not _is_date(one[name]):
            yield "bad-date", f"{name} {str(one[name])[:60]}"


def _addresses(one: dict[str, Any]) -> Iterator[Broken]:
    for name in ("rights", "canonical", "via"):
        if any(not _is_iri(value) for value in _as_list(one.get(name))):
            yield f"bad-{name}", str(one[name])[:80]


def _agents(agents: object, name: str) -> Iterator[Broken]:
    for agent in _as_list(agents):
        if isinstance(agent, str) and _is_iri(agent):
            continue
        if not isinstance(agent, dict) or ("id" in agent and not _is_iri(agent["id"])):
            yield f"bad-{name}", str(agent)[:80]


def _resources(value: object, name: str, depth: int) -> Iterator[Broken]:
    if depth > _DEPTH:
        yield "too-deep", name
        return
    for one in _as_list(value):
        if isinstance(one, str):
            if not _is_iri(one):
                yield f"bad-{name}", one[:80]
        elif isinstance(one, dict):
            yield from _resource(one, name, depth)
        else:
            yield f"bad-{name}", str(one)[:80]


def _resource(one: dict[str, Any], name: str, depth: int) -> Iterator[Broken]:
    types = set(map(str, _as_list(one.get("type"))))
    if "id" in one and not _is_iri(one["id"]):
        yield f"bad-{name}-id", str(one["id"])[:80]
    yield from _words(one, name)
    yield from _times(one)
    yield from _addresses(one)
    if "TextualBody" in types and not isinstance(one.get("value"), str):
        yield "no-value", name
    if len(types & _LISTS) > 1:
        yield "types-conflict", ", ".join(sorted(types))
    if "items" in one and not types & _LISTS:
        yield "no-list-type", name
    for item in _as_list(one.get("items")):
        yield from _resources(item, name, depth + 1)
    specific = "SpecificResource" in types or any(key in one for key in ("selector", "state", "styleClass", "source"))
    if specific and len(_as_list(one.get("source"))) != 1:
        yield "no-source", name
    if "source" in one:
        yield from _resources(one["source"], name, depth + 1)
    for selector in _as_list(one.get("selector")):
        yield from _selector(selector, depth + 1)


def _words(one: dict[str, Any], name: str) -> Iterator[Broken]:
    for key in ("language", "processingLanguage"):
        if not all(is_language(tag) for tag in _as_list(one.get(key))):
            yield "bad-language", f"{name} {str(one[key])[:40]}"
    if "textDirection" in one and one["textDirection"] not in _DIRECTIONS:
        yield "bad-direction", str(one["textDirection"])[:40]
    if any(not isinstance(value, str) for value in _as_list(one.get("format"))):
        yield "bad-format", str(one["format"])[:40]


def _selector(selector: object, depth: int) -> Iterator[Broken]:
    if isinstance(selector, str):
        if not _is_iri(selector):
            yield "bad-selector", selector[:80]
        return
    if not isinstance(selector, dict) or depth > _DEPTH:
        yield "bad-selector", str(selector)[:80]
        return
    yield from _one_selector(selector, set(map(str, _as_list(selector.get("type")))))
    for refined in _as_list(selector.get("refinedBy")):
        yield from _selector(refined, depth + 1)


def _one_selector(selector: dict[str, Any], types: set[str]) -> Iterator[Broken]:
    if types & _WITH_VALUE and not isinstance(selector.get("value"), str):
        yield "bad-selector", f"{sorted(types)} without a value"
    if "TextQuoteSelector" in types:
        parts = [selector.get("exact"), selector.get("prefix", ""), selector.get("suffix", "")]
        if any(not isinstance(part, str) for part in parts):
            yield "bad-selector", "TextQuoteSelector"
    if types & {"TextPositionSelector", "DataPositionSelector"}:
        start, end = selector.get("start"), selector.get("end")
        if not (_is_count(start) and _is_count(end)) or start > end:  # type: ignore[operator]
            yield "bad-selector", f"TextPositionSelector {start}..{end}"
    if (
        "RangeSelector" in types
        and not {"startSelector", "endSelector"} <= selector.keys()
        and ("startContainer" not in selector)
    ):
        yield "bad-selector", "RangeSelector"


def is_language(tag: object) -> bool:
    """Say whether a value is the tag of a language (BCP 47)."""
    return isinstance(tag, str) and _LANGUAGE.fullmatch(tag) is not None


def _as_list(value: object) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _is_iri(value: object) -> bool:
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_date(value: object) -> bool:
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return False
    try:
        datetime.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
