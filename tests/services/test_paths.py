"""Where everything lies."""

from pathlib import Path

from services.paths import locate


def test_all_lies_under_a_given_folder(tmp_path):
    paths = locate(tmp_path)
    assert paths.library == tmp_path / "library.db"
    assert {paths.index, paths.backups, paths.log} == {tmp_path / name for name in ("index", "backups", "log")}
    assert list(tmp_path.iterdir()) == []


def test_an_argument_goes_before_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("QARAR_DATA_DIR", str(tmp_path / "a"))
    assert locate().data == tmp_path / "a"
    assert locate(tmp_path / "b").data == tmp_path / "b"


def test_a_relative_folder_becomes_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert locate(Path("mine")).library == tmp_path / "mine" / "library.db"


def test_the_platform_keeps_the_index_apart(tmp_path, monkeypatch):
    monkeypatch.delenv("QARAR_DATA_DIR", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    paths = locate()
    assert paths.index.name == "index"
    assert paths.data not in paths.index.parents
