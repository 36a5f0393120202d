"""Plays short WAV files by what the platform itself has; nobody waits for it.

On Windows by winsound. Elsewhere by one of the sound servers' own players, named here by its
absolute path, which only the machine's administrator may have put there: no shell, no search
path, no word from outside in what is run.
"""

from __future__ import annotations

import hashlib
import logging
import queue
import subprocess
import sys
import threading
from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from tempfile import TemporaryDirectory

log = logging.getLogger(__name__)
PLAYERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("/usr/bin/pw-play", ()),
    ("/usr/bin/paplay", ()),
    ("/usr/bin/aplay", ("-q",)),
)
LONGEST_S = 5.0
TRY_AGAIN_S = 30.0
STOP_S = 2.0
_WAITING = 2
OFF, UNPLAYABLE, FAILED = "tone_off", "tone_unplayable", "tone_failed"


class Player(ABC):
    """A thread of its own plays one file after the other; what does not fit into its short queue
    is left out, for a tone that comes late says the wrong thing. `fault` is the code of why
    nothing is heard, "" while all is well; a silent file finds out at the start and, while
    something is wrong, every half minute."""

    def __init__(self, silent: bytes) -> None:
        self.fault = ""
        self._silent = silent
        self._todo: queue.Queue[bytes | None] = queue.Queue(_WAITING)
        self._stopping = threading.Event()
        self._folder = TemporaryDirectory(prefix="tones-", ignore_cleanup_errors=True)
        self._thread = threading.Thread(target=self._run, name="tones", daemon=True)
        self._thread.start()

    def play(self, wav: bytes) -> None:
        """Returns at once."""
        with suppress(queue.Full):
            self._todo.put_nowait(wav)

    def close(self) -> None:
        """What is heard ends now."""
        self._stopping.set()
        with suppress(queue.Full):
            self._todo.put_nowait(None)
        self._halt()
        self._thread.join(STOP_S)
        self._folder.cleanup()

    def _run(self) -> None:
        self._try(self._silent)
        while not self._stopping.is_set():
            try:
                wav = self._todo.get(timeout=TRY_AGAIN_S if self.fault else None)
            except queue.Empty:
                wav = self._silent
            if wav is not None and not self._stopping.is_set():
                self._try(wav)

    def _try(self, wav: bytes) -> None:
        fault = "" if self._sound(self._file(wav)) else FAILED
        if fault != self.fault and not self._stopping.is_set():
            log.info("tones: %s", fault or "heard")
            self.fault = fault

    def _file(self, wav: bytes) -> Path:
        path = Path(self._folder.name) / f"{hashlib.sha256(wav).hexdigest()[:16]}.wav"
        if not path.exists():
            with suppress(OSError):  # the player says that there is nothing to play
                path.write_bytes(wav)
        return path

    @abstractmethod
    def _sound(self, file: Path) -> bool:
        """Play it to its end; whether it was heard as far as anybody can tell."""

    @abstractmethod
    def _halt(self) -> None:
        """From another thread: stop what `_sound` waits for."""


class ProgramPlayer(Player):
    """`command` is the program's absolute path and its options; the file comes last."""

    def __init__(self, command: Sequence[str], silent: bytes) -> None:
        self._command = tuple(command)
        self._child: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        super().__init__(silent)

    def _sound(self, file: Path) -> bool:
        with self._lock:
            if self._stopping.is_set():
                return True
            try:
                child = self._child = subprocess.Popen(  # noqa: S603 - from the list above
                    [*self._command, str(file)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                )
            except OSError:
                return False
        try:
            return child.wait(LONGEST_S) == 0
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            return False

    def _halt(self) -> None:
        with self._lock:
            child = self._child
        if child is not None and child.poll() is None:
            child.kill()


if sys.platform == "win32":
    import winsound

    class WindowsPlayer(Player):
        """No device raises RuntimeError."""

        def _sound(self, file: Path) -> bool:
            try:
                winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_NODEFAULT)
            except RuntimeError:
                return False
            return True

        def _halt(self) -> None:
            with suppress(RuntimeError):
                winsound.PlaySound(None, 0)


class Silence:
    """Where nothing can be played; says why."""

    def __init__(self, fault: str) -> None:
        self.fault = fault

    def play(self, wav: bytes) -> None:
        """Nothing is heard, which the window shows."""

    def close(self) -> None:
        """There is nothing to end."""


def trusted(path: Path) -> bool:
    """A program of the machine's administrator that nobody else can replace."""
    try:
        found = path.resolve().stat()
    except OSError:
        return False
    return S_ISREG(found.st_mode) and found.st_uid == 0 and not found.st_mode & 0o022


def open_player(silent: bytes) -> Player | Silence:
    """What this machine can play with."""
    player: Player | Silence = Silence(UNPLAYABLE)
    if sys.platform == "win32":
        player = WindowsPlayer(silent)
    else:
        known = [(path, options) for path, options in PLAYERS if trusted(Path(path))]
        if known:
            program, options = known[0]
            player = ProgramPlayer((program, *options), silent)
    return player
