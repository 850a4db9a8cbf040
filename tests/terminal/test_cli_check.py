"""`check --repair` tells what came back, from where, and what did not."""

import pytest


@pytest.fixture
def library(command, tmp_path):
    """A library with a note, and no copy."""
    assert command("notes", "add", "2019/20", "capital").status == 0
    return tmp_path / "data" / "library.db"


def test_without_a_copy(command, library):
    content = library.read_bytes()
    library.write_bytes(bytes(4096) + content[4096:])
    done = command("check", "--repair", "--json")
    assert done.status == 0, done.err
    told = done.json["restored"]
    assert (told["copy"], told["notes"], told["lost"]) == (None, 1, {"notes": 0, "documents": []})
    assert told["aside"].endswith(".db")
    assert "No copy is sound" in done.err
    assert told["aside"] in done.err
    assert "capital" in command("notes", "list").out


def test_a_library_that_was_deleted(command, library):
    (library.parent / "backups").mkdir()
    library.rename(library.parent / "backups" / "library-2026-11-23.db")
    found = command("check", "--json")
    assert (found.status, found.json["library"]["damage"]) == (1, ["no file"])
    assert not library.exists()
    done = command("check", "--repair", "--json")
    assert (done.status, done.json["restored"]["aside"]) == (0, None)
    assert "library-2026-11-23.db" in done.err
    assert "capital" in command("notes", "list").out


def test_a_text_that_is_lost_is_named(command, library, tmp_path):
    backup = library.parent / "backups" / "library-2026-11-23.db"
    backup.parent.mkdir()
    backup.write_bytes(library.read_bytes())
    source = tmp_path / "long.txt"
    provisions = "\n".join(f"{n}. Urges Member States to implement part {n};" for n in range(1, 400))
    source.write_text(f"A/RES/70/1\n\nThe General Assembly,\n\n{provisions}\n", encoding="utf-8")
    assert command("import", str(source)).status == 0
    data = bytearray(library.read_bytes())
    at = data.rindex(b"implement part 200;</") // 4096 * 4096
    data[at : at + 4096] = b"\xa5" * 4096
    library.write_bytes(data)
    done = command("check", "--repair", "--json")
    (lost,) = done.json["restored"]["lost"]["documents"]
    assert lost["document"] in done.err
    assert "import it again" in done.err
