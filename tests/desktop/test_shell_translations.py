"""The translations: complete, in step with the code, and stale files are found."""

import importlib.util
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
