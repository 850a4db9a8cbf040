"""The proof of an installation proves it, and finds what is wrong."""

from services.maintenance.self_test import Check, self_test


def test_a_sound_installation(tmp_path):
    checks = self_test(tmp_path / "new", further=[lambda paths: [Check("window", paths.library.exists())]])
    assert [check for check in checks if not check.ok] == []
    assert {"import", "akoma ntoso", "library", "links", "search", "window"} <= {check.name for check in checks}


def test_a_failing_part_is_a_finding(tmp_path):
    def window(_):
        raise RuntimeError("no display")

    (check,) = [check for check in self_test(tmp_path / "new", further=[window]) if check.name == "window"]
    assert check == Check("window", ok=False, detail="RuntimeError: no display")
