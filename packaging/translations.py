"""Merge the translations of the window's parts into one file a language, and say what is missing.

Without an option it makes qarar_ar.qm and qarar_en.qm from the .ts files beside them. `--update` first takes
new strings of the code into the .ts files. `--check` changes nothing, and fails when a string is untranslated
or a .qm is stale.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET  # our own files
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "ui" / "desktop"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("ar", "en")
FORMS = {"ar": 6, "en": 2}
"""Plural forms of a language in Qt."""

PARTS = ("app", "window", "controllers", "panels", "reader", "widgets", "support")
"""The layers of the window (docs/architecture.md): a .ts file for each that has words of its own."""

Key = tuple[str, str]


def main(arguments: list[str]) -> int:
    """Run; return the exit status."""
    if "--update" in arguments:
        for part in PARTS:
            _update(part)
    faults = [*_faults()]
    for language in LANGUAGES:
        made = _released(language)
        target = FOLDER / f"qarar_{language}.qm"
        if "--check" not in arguments:
            target.write_bytes(made)
        elif not target.is_file() or target.read_bytes() != made:
            faults.append(f"{target.name} is stale: run packaging/translations.py")
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    return 1 if faults else 0


def _faults() -> Iterator[str]:
    """Say which strings of the code have no translation, in Arabic all, in English those with a count."""
    used = _in_code()
    for language in LANGUAGES:
        held = {key: forms for path in _files(language) for key, forms in _messages(path).items()}
        for key, counted in used.items():
            if language == "en" and not counted:
                continue
            forms = held.get(key, [])
            if not forms or not all(forms) or len(forms) != (FORMS[language] if counted else 1):
                yield f"{language}: not translated: {key[0]}: {key[1]!r}"
        for key in held.keys() - used.keys():
            yield f"{language}: no longer in the code: {key[0]}: {key[1]!r}"


def _in_code() -> dict[Key, bool]:
    """Return every translatable string of the window, and whether it has a count."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "all.ts"
        _qt("lupdate", *map(str, sorted(CODE.rglob("*.py"))), "-locations", "none", "-ts", str(target))
        return {
            (_text(context, "name"), _text(message, "source")): message.get("numerus") == "yes"
            for context, message in _read(target)
        }


def _messages(path: Path) -> dict[Key, list[str]]:
    """Return the translations of a file by context and source; unfinished ones are empty."""
    found = {}
    for context, message in _read(path):
        translation = message.find("translation")
        forms: list[str] = []
        if translation is not None and translation.get("type") is None:
            forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        found[_text(context, "name"), _text(message, "source")] = forms
    return found


def _read(path: Path) -> Iterator[tuple[ET.Element, ET.Element]]:
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context, message


def _text(element: ET.Element, name: str) -> str:
    return element.findtext(name, "")


def _released(language: str) -> bytes:
    """Return the merged translations of a language in the form that Qt loads."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "made.qm"
        _qt("lrelease", "-silent", *map(str, _files(language)), "-qm", str(target))
        return target.read_bytes()


def _update(part: str) -> None:
    """Take the strings of a part into its .ts files; translations that are there stay."""
    sources = [str(path) for path in sorted((CODE / part).rglob("*.py"))]
    for language in LANGUAGES:
        options = ["-pluralonly"] if language == "en" else []
        target = FOLDER / f"{part}_{language}.ts"
        common = ("-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language)
        _qt("lupdate", *sources, *common, *options, "-ts", str(target))


def _files(language: str) -> list[Path]:
    return sorted(FOLDER.glob(f"*_{language}.ts"))


def _qt(tool: str, *arguments: str) -> None:
    """Run one of the tools that the PySide6 package carries."""
    spec = find_spec("PySide6")
    assert spec is not None
    assert spec.origin is not None
    program = Path(spec.origin).parent / tool
    done = subprocess.run([str(program), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{tool}: {done.stderr or done.stdout}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
