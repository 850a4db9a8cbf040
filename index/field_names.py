"""The names of fields in a query, in Arabic and English, and their values in the form in which passages have them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from documents.folding import fold_key, keeping
from index.query import Field

SCOPES: Mapping[str, tuple[str, ...]] = {
    "footnote": ("footnote",),
    "title": ("title", "heading"),
    "preamble": ("preambular",),
    "operative": ("operative", "subparagraph"),
    "annex": ("annex",),
    "note": ("note",),
}
"""Parts of a document by name, with the kinds of passages they have: what follows is searched in them."""

_NAMES: Mapping[str, str] = {
    "symbol": "symbol document doc رمز وثيقة",
    "label": "label paragraph para clause فقرة بند",
    "kind": "kind type نوع",
    "verb": "verb فعل",
    "force": "force strength قوة",
    "organ": "organ body جهة هيئة جهاز",
    "session": "session دورة",
    "year": "year سنة عام",
    "date": "date تاريخ",
    "language": "language lang لغة",
    "cites": "cites citing يستشهد مستشهد يشير",
    "tag": "tag وسم",
    "footnote": "footnote fn حاشية",
    "title": "title عنوان",
    "preamble": "preamble pp ديباجة",
    "operative": "op منطوق",
    "annex": "annex مرفق",
    "note": "note ملاحظة",
}
_BY_NAME = {fold_key(name): field for field, names in _NAMES.items() for name in names.split()}

_ORGANS = {
    "GA": "general assembly assembly a الجمعية العامة الجمعية",
    "SC": "security council s مجلس الأمن",
    "ECOSOC": "economic and social council e المجلس الاقتصادي والاجتماعي",
    "HRC": "human rights council مجلس حقوق الإنسان",
}
_LANGUAGES = {
    "ar": "arabic عربي العربية عربية",
    "en": "english إنجليزي الإنجليزية إنكليزي الإنكليزية انجليزية",
    "fr": "french فرنسي الفرنسية فرنسية",
    "es": "spanish إسباني الإسبانية اسبانية",
    "ru": "russian روسي الروسية روسية",
    "zh": "chinese صيني الصينية صينية",
}
_KINDS = {
    "preambular": "preambular preamble ديباجة",
    "operative": "operative منطوق",
    "subparagraph": "subparagraph فقرة فرعية",
    "footnote": "footnote حاشية حواشي",
    "title": "title عنوان",
    "annex": "annex مرفق",
    "heading": "heading عنوان فرعي",
    "masthead": "masthead ترويسة",
    "closing": "closing خاتمة",
    "chapeau": "chapeau",
    "body": "body متن",
    "note": "note ملاحظة",
}
_FORCES = {
    "decides": "decides decision قرار يقرر",
    "requests": "requests request طلب يطلب",
    "urges": "urges urge حث يحث",
    "invites": "invites invite دعوة يدعو",
    "recommends": "recommends recommend توصية يوصي",
    "statement": "statement بيان",
}


def field_named(name: str) -> str:
    """Return the field or scope of a name, with or without the article; "" where there is none."""
    key = fold_key(name)
    return _BY_NAME.get(key) or _BY_NAME.get(key.removeprefix("ال"), "")


def values_of(field: Field, typed: str) -> tuple[str, ...]:
    """Return the values that passages have for what was typed; empty where it names none that can be."""
    return tuple(dict.fromkeys(value for value in _VALUES[field](typed.strip()) if value))


def _western(typed: str) -> str:
    return fold_key(typed, keeping("hamza", "ya", "ta_marbuta", "case"))


def _named(names: Mapping[str, str], typed: str) -> Iterator[str]:
    """Yield the codes of which a name was typed: whole, or one word of the name."""
    key = fold_key(typed)
    bare = key.removeprefix("ال")
    for code, said in names.items():
        folded = fold_key(said)
        if key == fold_key(code) or key in folded.split() or bare in folded.split() or (" " in key and key in folded):
            yield code


def _organs(typed: str) -> Iterator[str]:
    from documents.citations.organs import ORGANS, organ_named
    from documents.folding import pattern_form

    code = typed.upper()
    found = [code] if code in ORGANS or code in _ORGANS else []
    named = organ_named(pattern_form(typed))
    yield from found or ([named] if named and named.isupper() else list(_named(_ORGANS, typed)))
    if not found and not named and re.fullmatch(r"[A-Za-z]{2,12}", typed):
        yield code


def _verbs(typed: str) -> Iterator[str]:
    """Yield lemmas: the one typed, and those of which an inflected or an English form was typed."""
    from documents.model import Kind
    from documents.verb_lexicon import entries
    from documents.verbs import find_verbs

    key = fold_key(typed)
    yield typed
    for entry in entries():
        if fold_key(entry.lemma) == key or key in entry.english:
            yield entry.lemma
    for language in ("ar", "en"):
        for kind in (Kind.OPERATIVE, Kind.PREAMBULAR):
            yield from (verb.lemma for verb in find_verbs(typed.capitalize(), kind, language)[:1])


def _forces(typed: str) -> Iterator[str]:
    from documents.verb_lexicon import entries
    from documents.verbs import force_word

    words = set(_named(_FORCES, typed))
    code = _western(typed).upper()
    for entry in entries():
        if entry.force == code or force_word(entry.force) in words:
            yield entry.force


def _symbols(typed: str) -> Iterator[str]:
    from documents.symbol import symbols_for

    yield from symbols_for(typed)
    yield _western(typed)


def _labels(typed: str) -> Iterator[str]:
    label = re.sub(r"\s", "", _western(typed)).upper()
    # A delegate's `paragraph 5` is the fifth of the operative part.
    yield f"OP{label}" if label.isdecimal() else label


def _dates(typed: str) -> Iterator[str]:
    date = re.sub(r"[/.]", "-", _western(typed))
    if re.fullmatch(r"\d{4}(-\d{1,2}){0,2}", date):
        yield "-".join(part.zfill(2) for part in date.split("-"))


_VALUES: Mapping[Field, Callable[[str], Iterator[str]]] = {
    Field.SYMBOL: _symbols,
    Field.LABEL: _labels,
    Field.KIND: lambda typed: _named(_KINDS, typed),
    Field.VERB: _verbs,
    Field.FORCE: _forces,
    Field.ORGAN: _organs,
    Field.SESSION: lambda typed: iter((_western(typed).upper(),)),
    Field.YEAR: lambda typed: iter(re.findall(r"^\d{4}$", _western(typed))),
    Field.DATE: _dates,
    Field.LANGUAGE: lambda typed: _named(_LANGUAGES, typed),
    Field.CITES: _symbols,
    Field.TAG: lambda typed: iter((typed,)),
}
