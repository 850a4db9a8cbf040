"""What must not do harm: a disk that is full, a folder that cannot be written, texts that command a terminal."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from contextlib import contextmanager
from pathlib import Path

import pytest

from services.file_writer import write_whole

ROOT = Path(__file__).parents[2]
ROOM = 40_000


@contextmanager
def full_disk():
    """Let no file grow beyond what an open library needs: the system refuses as it does on a full disk."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_stays_as_it_was_where_the_new_one_does_not_fit(command, tmp_path):
    command("notes", "add", "2019/20", "words " * ROOM)
    target = tmp_path / "out" / "notes.html"
    target.parent.mkdir()
    target.write_text("precious", encoding="utf-8")
    with full_disk():
        outcome = command("notes", "export", "2019/20", "--whole-text", "-o", str(target))
    assert outcome.status == 1
    assert str(target) in outcome.err
    assert target.read_text(encoding="utf-8") == "precious"
    assert [path.name for path in target.parent.iterdir()] == ["notes.html"]
    assert command("notes", "export", "2019/20", "--whole-text", "-o", str(target)).status == 0
    assert target.stat().st_size > ROOM


@pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")
def test_a_file_keeps_its_mode_and_the_link_to_it(tmp_path):
    target, link, new = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o640)
    mask = os.umask(0o027)
    try:
        write_whole(new, b"x")
    finally:
        os.umask(mask)
    assert new.stat().st_mode & 0o777 == 0o640
    write_whole(tmp_path / ("n" * 255), b"x")
    write_whole(Path(os.devnull), b"x")
    assert not Path(os.devnull).is_file()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path, b"x")


# Whoosh leaves the files open that it could not write to the end.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_check_says_what_it_could_not_mend(command):
    command("notes", "add", "2019/20", "x")
    with full_disk():
        outcome = command("check", "--repair", "--json")
    assert outcome.status == 1
    assert outcome.err.count("\n") == 1
    assert (outcome.json["library"]["sound"], outcome.json["index"]) == (True, "missing")
    assert command("check", "--repair").status == 0


AS_NOBODY = """
    import io, json, os, sys
    from ui.terminal.cli import run

    def told(*more):
        for arguments in json.loads(sys.argv[1]):
            out, err = io.StringIO(), io.StringIO()
            status = run([*arguments, *more], out, err)
            yield status, out.getvalue(), err.getvalue()

    # File modes do not bind root: it goes on as nobody, who may not be able to read Python's own modules.
    list(told("--data-dir", sys.argv[2]))
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    print(json.dumps(list(told())))
"""


@pytest.fixture
def stick():
    """A folder that others can reach, whose files nobody may change once it is sealed."""
    folder = Path(tempfile.mkdtemp(prefix="qarar-stick-"))
    folder.chmod(0o777)
    yield folder
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777)
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="modes of POSIX")
def test_a_folder_that_cannot_be_written_is_read_and_searched(command, stick, tmp_path):
    here = ("--data-dir", str(stick), "--language", "en")
    id_ = command("notes", "add", "2019/20", "capital", "--json", *here).json["id"]
    for path in stick.iterdir():
        path.chmod(0o555 if path.is_dir() else 0o444)
    stick.chmod(0o555)
    asked = (("notes", "list", "--text", "capital"), ("search", "capital"), ("check", "--repair"), ("notes", "undo"))
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            textwrap.dedent(AS_NOBODY),
            json.dumps([[*one, *here] for one in asked]),
            str(tmp_path / "other"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    listed, searched, mended, undone = json.loads(done.stdout)
    assert listed[0] == 0
    assert listed[1].startswith(id_)
    assert searched[0] == 0
    assert "\tnote\tcapital" in searched[1]
    assert (mended[0], mended[2].count("\n")) == (1, 1)
    assert "sound" in mended[1]
    assert (undone[0], undone[2].count("\n")) == (1, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_stdout_on_a_full_disk(tmp_path):
    environment = {**os.environ, "QARAR_DATA_DIR": str(tmp_path), "LC_ALL": "C"}
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "main.py", "show", "2019/20"],
            cwd=ROOT, env=environment, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)


COMMANDING = "a\x1b[31mb\x9bc\x7f\rd\x00"


def test_no_text_commands_the_terminal(command):
    made = command("notes", "add", "2019/20#op_5", COMMANDING, "--label", f"l{COMMANDING}", "--json")
    assert made.json["text"] == COMMANDING, "what is stored is what was written"
    command("reindex")
    for arguments in (("notes", "list"), ("notes", "labels"), ("search", "a"), ("notes", "list", COMMANDING)):
        outcome = command(*arguments)
        assert "\ufffd[31mb\ufffdc" in outcome.out + outcome.err
        assert not set("\x1b\x9b\x7f\r\x00") & set(outcome.out + outcome.err)
    listed = command("notes", "list", "--json")
    assert not set("\x1b\x9b\x7f\r\x00") & set(listed.out)
    assert listed.json["notes"][0]["text"] == COMMANDING


def test_an_import_says_what_was_refused_and_takes_the_rest(command, tmp_path):
    command("notes", "add", "2019/20#op_5", "x")
    file = tmp_path / "notes.jsonld"
    command("notes", "export", "-o", str(file))
    whole = json.loads(file.read_text(encoding="utf-8"))
    (one,) = whole["first"]["items"]
    far, half, endless = (json.loads(json.dumps(one)) for _ in range(3))
    far["target"][0]["selector"][0]["refinedBy"]["end"] = 10**30
    half["body"][0]["value"] = "\ud800"
    endless["qarar:annotation"]["targets"][0]["rival"] = "ENDLESS"
    for number, item in enumerate((far, half, endless), 1):
        item["id"] = f"urn:uuid:00000000-0000-4000-8000-{number:012}"
    whole["first"]["items"] = [far, half, endless, one]
    file.write_text(json.dumps(whole).replace('"ENDLESS"', "1e999"), encoding="utf-8")
    elsewhere = ("--data-dir", str(tmp_path / "other"))
    outcome = command("notes", "import", str(file), "--json", *elsewhere)
    (merged,) = outcome.json["merged"]
    assert (outcome.status, len(merged["added"])) == (1, 2)
    assert [refused["rule"] for refused in merged["refused"]] == ["bad-selector", "lone-surrogate"]
    assert command("notes", "export", "-o", str(file), *elsewhere).status == 0
    assert "Infinity" not in file.read_text(encoding="utf-8")
    assert command("notes", "import", str(file)).status == 0
