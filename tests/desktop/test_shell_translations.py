"""The translations: complete, in step with the code, and stale files are found."""

import importlib.util
import json
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def tool(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("translations_tool", ROOT / "packaging" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    folder = tmp_path / "translations"
    shutil.copytree(module.FOLDER, folder)
    monkeypatch.setattr(module, "FOLDER", folder)
    return module


def test_everything_is_translated_and_released(tool, capsys):
    assert tool.main(["--check"]) == 0, capsys.readouterr().err


def test_a_missing_translation_and_a_stale_file_are_found(tool, capsys):
    path = tool.FOLDER / "controllers_ar.ts"
    path.write_text(
        path.read_text(encoding="utf-8").replace("<translation>نسخ الرابط</translation>", "<translation/>"),
        encoding="utf-8",
    )
    assert tool.main(["--check"]) == 1
    said = capsys.readouterr().err
    assert "not translated: ExternalLinks: 'Copy link'" in said
    assert "qarar_ar.qm is stale" in said


def change(path, change_):
    """Change a catalogue."""
    held = json.loads(path.read_text(encoding="utf-8"))
    change_(held)
    path.write_text(json.dumps(held), encoding="utf-8")


@pytest.mark.parametrize(
    ("change_", "fault"),
    [
        (lambda held: held.pop("no-notes"), "ar: not translated: no-notes (terminal)"),
        (lambda held: held.update({"no-notes": ""}), "ar: not translated: no-notes (terminal)"),
        (lambda held: held.update({"no-note": "لا"}), "ar: fields must be id: no-note (terminal)"),
        (lambda held: held.update({"no-note": "{id} {why}"}), "ar: fields must be id: no-note (terminal)"),
        (lambda held: held.update({"no-more": "x"}), "ar: not in en: no-more (terminal)"),
        (
            lambda held: held["quote-twice"].pop("few"),
            "ar: plural forms must be zero, one, two, few, many, other: quote-twice (terminal)",
        ),
        (
            lambda held: held.update({"quote-twice": "{count} {words}"}),
            "ar: counted in one language only: quote-twice (terminal)",
        ),
    ],
)
def test_a_fault_in_a_catalogue_is_found(tool, capsys, change_, fault):
    change(tool.FOLDER / "terminal_ar.json", change_)
    assert tool.main(["--check"]) == 1
    assert capsys.readouterr().err.splitlines() == [fault]


def test_a_file_of_no_layer_or_language_is_found(tool, capsys):
    (tool.FOLDER / "cellar_ar.ts").write_text("<TS/>", encoding="utf-8")
    assert tool.main(["--check"]) == 1
    assert "cellar_ar.ts belongs to no layer or language" in capsys.readouterr().err


def test_an_update_makes_no_file_for_a_layer_without_strings(tool):
    before = {path.name for path in tool.FOLDER.glob("*.ts")}
    assert tool.main(["--update"]) == 0
    assert {path.name for path in tool.FOLDER.glob("*.ts")} == before
