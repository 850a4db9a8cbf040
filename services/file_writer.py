"""Write a file so that the former one stays until the new one is complete."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside `path`, then let it replace the former one. On OSError the former file is unchanged."""
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        target.write_bytes(data)  # a device or a pipe has no former contents
        return
    if target.exists() and not os.access(target, os.W_OK):
        # Replacing a file does not require the right to write it.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    # A short name of its own, as the target's may be as long as the file system allows.
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
