"""The program in a process of its own: no locale, no display, no library, a reader that goes away."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.end_to_end


def start(*arguments: str, folder: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "QARAR_DATA_DIR": str(folder), **more}
    return subprocess.run(
        [sys.executable, "main.py", *arguments], cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False
    )


def test_show_json_without_a_locale(tmp_path):
    done = start("show", "E/RES/2019/20", "--json", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    shown = json.loads(done.stdout.decode("utf-8"))
    assert shown["provisions"][8]["text"].startswith("إذ تسلّم")
    assert (tmp_path / "library.db").exists()


def test_without_a_display_the_window_says_what_to_do(tmp_path):
    done = start(folder=tmp_path)
    arabic, english = done.stderr.decode("utf-8").splitlines()[:2]
    assert done.returncode == 1
    assert arabic.startswith("لا شاشة هنا لفتح النافذة.")
    assert english.endswith("main.py show E/RES/2019/20")


def test_a_reader_that_goes_away(tmp_path):
    command = f"'{sys.executable}' main.py show 2019/20 | head -c 10 >/dev/null"
    environment = {"PATH": os.environ["PATH"], "QARAR_DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, timeout=60, check=False
    )
    assert done.stderr == b""


def test_a_note_of_one_process_is_there_for_the_next(tmp_path):
    done = start("notes", "add", "2019/20#pp_1", "ملاحظة", "--json", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    (noted,) = json.loads(start("notes", "list", "--json", folder=tmp_path).stdout.decode("utf-8"))["notes"]
    assert (noted["text"], noted["direction"], noted["targets"][0]["provision"]) == ("ملاحظة", "rtl", "pp_1")
    assert noted["anchor"] == "exact"


def test_a_command_that_is_not_there(tmp_path):
    done = start("sing", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")


def test_version(tmp_path):
    done = start("--version", folder=tmp_path)
    assert done.stdout.startswith(b"qarar ")
    assert not any(tmp_path.iterdir())
