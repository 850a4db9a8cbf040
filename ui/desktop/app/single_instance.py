"""One window for each library: a second start hands its files to the first and ends.

A lock file decides which start is the first. The local socket is opened after the first paint, or by a second start.
"""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

LOCK_NAME = "window.lock"
_WAIT_S = 3.0


class SingleInstance(QObject):
    """Holds the lock and receives the requests of later starts."""

    asked = Signal(object)
    """The Paths to show, an empty tuple to raise the window alone."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._lock = QLockFile(str(folder / LOCK_NAME))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def take(self) -> bool:
        """Take the lock and return whether this start is the first, as any is in a folder that cannot be written."""
        if self._lock.tryLock(0):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Open the socket for later starts."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = _name(self._folder)
        QLocalServer.removeServer(name)
        server.newConnection.connect(self._answer)
        server.listen(name)
        self._server = server

    def release(self) -> None:
        """Close the socket and release the lock."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _answer(self) -> None:
        assert self._server is not None
        socket = self._server.nextPendingConnection()
        socket.waitForReadyRead(1000)
        files = _unpacked(bytes(socket.readAll().data()))
        socket.write(b"ok")
        socket.waitForBytesWritten(1000)
        socket.disconnectFromServer()
        socket.deleteLater()
        if files is not None:
            self.asked.emit(files)


def hand_over(folder: Path, files: tuple[Path, ...]) -> bool:
    """Ask the first window of a library to come forward and show files. Return whether it answered."""
    from PySide6.QtNetwork import QLocalSocket

    deadline = time.monotonic() + _WAIT_S
    while time.monotonic() < deadline:
        socket = QLocalSocket()
        socket.connectToServer(_name(folder))
        if socket.waitForConnected(300):
            socket.write(json.dumps([str(file.absolute()) for file in files]).encode())
            socket.flush()
            heard = socket.waitForReadyRead(2000)
            socket.disconnectFromServer()
            return heard
        time.sleep(0.1)
    return False


def _name(folder: Path) -> str:
    """Return the name of the socket of a library, short enough for every system."""
    import hashlib

    digest = hashlib.sha256(os.fsencode(folder.absolute())).hexdigest()[:16]
    return f"qarar-{digest}"


def _unpacked(message: bytes) -> tuple[Path, ...] | None:
    """Return the files of a message, or None if it has another form."""
    try:
        files = json.loads(message or b"[]")
    except ValueError:
        return None
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        return None
    return tuple(Path(file) for file in files)
