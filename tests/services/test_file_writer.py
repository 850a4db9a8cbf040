"""A file is written whole, or the former one stays and the reason is told."""

import errno
import os
from contextlib import contextmanager

import pytest

from services.file_writer import write_whole

resource = pytest.importorskip("resource")


@contextmanager
def limited(kind, most):
    """Set a limit of this process, and the former one in the end."""
    before = resource.getrlimit(kind)
    resource.setrlimit(kind, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(kind, before)


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path):
    path = tmp_path / "file"
    write_whole(path, b"first")
    path.chmod(0o604)
    write_whole(path, b"second")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"second", 0o604)
    assert list(tmp_path.iterdir()) == [path]


def test_where_there_is_no_room_the_former_file_stays(tmp_path):
    path = tmp_path / "file"
    path.write_bytes(b"former")
    with pytest.raises(OSError, match=os.strerror(errno.EFBIG)), limited(resource.RLIMIT_FSIZE, 1000):
        write_whole(path, b"x" * 2000)
    assert path.read_bytes() == b"former"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_cannot_even_be_begun_tells_why(tmp_path):
    with pytest.raises(OSError, match=os.strerror(errno.EMFILE)), limited(resource.RLIMIT_NOFILE, 0):
        write_whole(tmp_path / "file", b"x")
