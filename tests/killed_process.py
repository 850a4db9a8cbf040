"""Start a process that writes, and kill it: again and again, without loading the program anew each time."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_ENDED = "\n--ended--\n"

_SERVER = f"""
import importlib, json, os, sys
folder, module, function = sys.argv[1:]
sys.path[:0] = [{str(ROOT)!r}, {str(ROOT / "tests")!r}, folder]
write = getattr(importlib.import_module(module), function)
for line in sys.stdin:
    child = os.fork()
    if not child:
        print(os.getpid(), flush=True)
        write(*json.loads(line))
        os._exit(0)
    os.waitpid(child, 0)
    print(end={_ENDED!r}, flush=True)
"""


class KilledProcess:
    """Runs a function of a test module in processes that are killed; it prints what it has done and never returns."""

    def __init__(self, test_file: str, function: str) -> None:
        test = Path(test_file)
        command = [sys.executable, "-c", _SERVER, str(test.parent), test.stem, function]
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> "KilledProcess":
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stdin.close()
        self._server.stdout.close()
        self._server.wait()

    def kill_after(self, seconds: float, *arguments: object) -> list[str]:
        """Call the function with JSON values; kill it `seconds` after its first line. Return its whole lines."""
        self._server.stdin.write(json.dumps(arguments) + "\n")
        self._server.stdin.flush()
        child = int(self._server.stdout.readline())
        told = self._server.stdout.readline()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        while not told.endswith(_ENDED):
            line = self._server.stdout.readline()
            assert line, "the process ended by itself"
            told += line
        # What follows the last line break was cut off.
        return told.removesuffix(_ENDED).split("\n")[:-1]
