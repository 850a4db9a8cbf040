"""Make the .qm files that Qt loads, and check the translations of every language of the interface.

The window has a .ts file for each layer that has strings and each language, `LAYER_LANGUAGE.ts`; those of a language
are merged into `qarar_LANGUAGE.qm`. The terminal and the exports have a catalogue, `PART_LANGUAGE.json`
(`documents.message_catalogue`). `--update` first takes the strings of the code into the .ts files. `--check` writes
nothing. The exit status is 1 where a string is untranslated, a file belongs to nothing or, with `--check`, a .qm
is stale.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET  # our own files
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from documents.interface_languages import LANGUAGES, SOURCE, InterfaceLanguage  # noqa: E402 - found through ROOT

CODE = ROOT / "ui" / "desktop"
FOLDER = ROOT / "resources" / "translations"
LAYERS = tuple(sorted(path.parent.name for path in CODE.glob("*/__init__.py")))
CATALOGUES = ("exports", "terminal")

Key = tuple[str, str]
"""Context and source text of a string of the window."""
Message = str | dict[str, str]


def main(arguments: list[str]) -> int:
    """Update, check and release as the arguments say. Return the exit status."""
    if "--update" in arguments:
        for layer in LAYERS:
            _update(layer)
    faults = [*_stray_files(), *_window_faults(), *_catalogue_faults()]
    for row in LANGUAGES:
        made = _released(row.code)
        target = FOLDER / f"qarar_{row.code}.qm"
        if "--check" not in arguments:
            target.write_bytes(made)
        elif not target.is_file() or target.read_bytes() != made:
            faults.append(f"{target.name} is stale: run packaging/translations.py")
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


def _stray_files() -> Iterator[str]:
    """Report files of no layer, catalogue or language."""
    known = {f"qarar_{row.code}.qm" for row in LANGUAGES}
    known |= {f"{layer}_{row.code}.ts" for layer in LAYERS for row in LANGUAGES}
    known |= {f"{part}_{row.code}.json" for part in CATALOGUES for row in LANGUAGES}
    for name in sorted({path.name for path in FOLDER.iterdir()} - known):
        yield f"{name} belongs to no layer or language"


# The window: .ts files


def _window_faults() -> Iterator[str]:
    """Report the strings of the code that a language lacks, and translations that no code uses.

    The source language needs translations of counted strings only: their plural forms.
    """
    for layer in LAYERS:
        used = _strings(layer)
        for row in LANGUAGES:
            path = FOLDER / f"{layer}_{row.code}.ts"
            held = _translations(path) if path.is_file() else {}
            for key, counted in used.items():
                if (counted or row.code != SOURCE) and not _complete(held.get(key, []), row, counted=counted):
                    yield f"{row.code}: not translated: {key[0]}: {key[1]!r} ({layer})"
            for key in held.keys() - used.keys():
                yield f"{row.code}: no longer in the code: {key[0]}: {key[1]!r} ({layer})"


def _complete(forms: list[str], row: InterfaceLanguage, *, counted: bool) -> bool:
    return all(forms) and len(forms) == (len(row.plurals) if counted else 1)


def _strings(layer: str) -> dict[Key, bool]:
    """Return every translatable string of a layer, and whether it has a count."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "all.ts"
        _qt("lupdate", *_sources(layer), "-locations", "none", "-ts", str(target))
        return {
            (_text(context, "name"), _text(message, "source")): message.get("numerus") == "yes"
            for context, message in _messages(target)
        }


def _translations(path: Path) -> dict[Key, list[str]]:
    """Return the translations of a .ts file: one form, or the plural forms. An unfinished message has none."""
    found = {}
    for context, message in _messages(path):
        translation = message.find("translation")
        forms: list[str] = []
        if translation is not None and translation.get("type") is None:
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        found[_text(context, "name"), _text(message, "source")] = forms
    return found


def _messages(path: Path) -> Iterator[tuple[ET.Element, ET.Element]]:
    """Yield each message of a .ts file with its context."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context, message


def _text(element: ET.Element, name: str) -> str:
    return element.findtext(name, "")


def _released(language: str) -> bytes:
    """Return the merged translations of a language as a .qm file."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "made.qm"
        _qt("lrelease", "-silent", *map(str, sorted(FOLDER.glob(f"*_{language}.ts"))), "-qm", str(target))
        return target.read_bytes()


def _update(layer: str) -> None:
    """Take the strings of a layer into its .ts files and keep their translations. Without strings remove the file."""
    for row in LANGUAGES:
        options = ["-pluralonly"] if row.code == SOURCE else []
        target = FOLDER / f"{layer}_{row.code}.ts"
        languages = ("-source-language", SOURCE, "-target-language", row.code)
        _qt("lupdate", *_sources(layer), "-locations", "none", "-no-obsolete", *languages, *options, "-ts", str(target))
        if not any(_messages(target)):
            target.unlink()


def _sources(layer: str) -> list[str]:
    return [str(path) for path in sorted((CODE / layer).rglob("*.py"))]


def _qt(tool: str, *arguments: str) -> None:
    """Run one of the tools that the PySide6 package carries."""
    spec = find_spec("PySide6")
    assert spec is not None
    assert spec.origin is not None
    program = Path(spec.origin).parent / tool
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{tool}: {done.stderr or done.stdout}")


# Terminal and exports: catalogues


def _catalogue_faults() -> Iterator[str]:
    """Report the messages that a catalogue lacks, those that the source language does not have, and wrong fields."""
    for part in CATALOGUES:
        source = _catalogue(part, SOURCE)
        for row in LANGUAGES:
            held = _catalogue(part, row.code)
            for code, message in source.items():
                if code not in held:
                    yield f"{row.code}: not translated: {code} ({part})"
                elif fault := _message_fault(held[code], message, row):
                    yield f"{row.code}: {fault}: {code} ({part})"
            for code in held.keys() - source.keys():
                yield f"{row.code}: not in {SOURCE}: {code} ({part})"


def _catalogue(part: str, language: str) -> dict[str, Message]:
    path = FOLDER / f"{part}_{language}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _message_fault(message: Message, source: Message, row: InterfaceLanguage) -> str:
    """Return the fault of a message, "" without one.

    A plural form may leave `{count}` out: a language may say it in a word.
    """
    if isinstance(message, str) != isinstance(source, str):
        return "counted in one language only"
    if not isinstance(message, str) and set(message) != set(row.plurals):
        return f"plural forms must be {', '.join(row.plurals)}"
    forms = [message] if isinstance(message, str) else list(message.values())
    if not all(forms):
        return "not translated"
    wanted = set().union(*map(_fields, [source] if isinstance(source, str) else source.values()))
    spare = set() if isinstance(message, str) else {"count"}
    if any(not wanted - spare <= _fields(form) <= wanted for form in forms):
        return f"fields must be {', '.join(sorted(wanted))}"
    return ""


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
