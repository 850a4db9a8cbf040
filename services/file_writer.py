"""Write a file so that what stood there before stays until the new one is whole."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place and let it take the place when it is on disk. OSError: all is as it was."""
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a device or a pipe: there is nothing to keep
        return
    if target.exists() and not os.access(target, os.W_OK):
        # To take the place of a file one needs no right to write into it.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    # A short name of its own: that of the target may be as long as the file system allows.
    part = target.with_name(f".qarar-{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
