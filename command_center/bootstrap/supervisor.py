"""The light parent of a window: starts it again when it crashed or stopped answering."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from command_center.runtime.crash import (
    BEAT,
    ID_NAME,
    LEAVING,
    PIPE_NAME,
    START_AGAIN,
    conclude,
    forget_empty,
    new_crash_id,
)

GAVE_UP = 4
OPENING = b""
_ASK_S = 0.1
_UNHANDLED = 1
_WINDOWS_FAULTS = 0x80000000
_PASSED_ON = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if (number := getattr(signal, name, None)) is not None
)


@dataclass(frozen=True, slots=True)
class Limits:
    """A window that beat once is silent too long after `silent_s`, one that never did after
    `opening_s`; `restarts` within `span_s` are enough; one that is asked to end has `farewell_s`
    for it, and one that closes by itself `leaving_s`."""

    silent_s: float = 10.0
    opening_s: float = 300.0
    restarts: int = 5
    span_s: float = 60.0
    farewell_s: float = 15.0
    leaving_s: float = 60.0


@dataclass(frozen=True, slots=True)
class Start:
    """How a window is started."""

    command: Sequence[str]
    environment: Mapping[str, str]


class _Window:
    """One run of the window and the pipe it beats on."""

    def __init__(self, start: Start, limits: Limits) -> None:
        self.id = new_crash_id()
        self.silent = False
        self._patience_s = {
            OPENING: limits.opening_s,
            BEAT: limits.silent_s,
            LEAVING: limits.leaving_s,
        }
        self._heard = OPENING, time.monotonic()
        self._pipe, beats = os.pipe()
        try:
            self.process = _start(start, self.id, beats)
        finally:
            os.close(beats)
        self._listener = threading.Thread(target=self._listen, name="beats", daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        while word := os.read(self._pipe, 64):
            self._heard = word[-1:], time.monotonic()
        os.close(self._pipe)

    def wait(self, asked_at: Callable[[], float | None], farewell_s: float) -> int:
        """Its exit status; a silent window is killed, its stacks are in its crash log by then."""
        while True:
            try:
                return self.process.wait(_ASK_S)
            except subprocess.TimeoutExpired:
                asked = asked_at()
                over = asked is not None and time.monotonic() - asked > farewell_s
                if over or self._is_silent():
                    self.silent = True
                    self.process.kill()

    @property
    def stood(self) -> bool:
        """Whether it ever beat."""
        return self._heard[0] != OPENING

    def _is_silent(self) -> bool:
        """Opening a large room may take its time."""
        word, at = self._heard
        return time.monotonic() - at > self._patience_s[word]

    def how(self, status: int) -> str:
        if self.silent:
            return "the window did not answer and was ended"
        if status < 0:
            return f"the window ended by signal {-status} ({_signal_name(-status)})"
        return f"the window ended with status {status}"


def _start(start: Start, id: str, beats: int) -> subprocess.Popen[bytes]:
    command, environment = start.command, {**start.environment, ID_NAME: id}
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists nowhere else

        handle = msvcrt.get_osfhandle(beats)
        os.set_handle_inheritable(handle, True)
        environment[PIPE_NAME] = str(handle)
        return subprocess.Popen(command, env=environment, close_fds=False)  # noqa: S603
    environment[PIPE_NAME] = str(beats)
    return subprocess.Popen(command, env=environment, pass_fds=(beats,))  # noqa: S603 - ourselves


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return "unknown"


class Supervisor:
    """`run` in the main thread: signals that end a program are handed to the window."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        say: Callable[[str], None],
        limits: Limits | None = None,
        current: Callable[[], Start | None] = lambda: None,
    ) -> None:
        """`folder` is where crash logs are kept; `current` is asked before each start, None =
        by `command`."""
        self._command = tuple(command)
        self._folder = folder
        self._say = say
        self._limits = limits or Limits()
        self._current = current
        self._window: _Window | None = None
        self._asked: tuple[int, float] | None = None
        self._crashes: deque[float] = deque(maxlen=self._limits.restarts + 1)

    def run(self) -> int:
        """The exit status of the last window; 4 if it crashed too often."""
        with self._passing_on():
            while True:
                limits = self._limits
                start = self._current() or Start(self._command, os.environ)
                self._window = window = _Window(start, limits)
                status = window.wait(self._asked_at, limits.farewell_s)
                if self._asked is not None or not _is_crash(window, status):
                    break
                often = self._too_often()
                if status == START_AGAIN and not often:
                    forget_empty(self._folder, window.id)
                    continue
                log = conclude(self._folder, window.id, window.how(status))
                if often:
                    self._say(
                        f"the window crashed {len(self._crashes)} times within"
                        f" {limits.span_s:.0f} seconds and is not started again; crash log"
                        f" {window.id}: {log}"
                    )
                    return GAVE_UP
                self._say(f"crash {window.id}: {window.how(status)}; starting it again")
        forget_empty(self._folder, window.id)
        return self._passed_on(status)

    def _asked_at(self) -> float | None:
        return self._asked[1] if self._asked else None

    def _too_often(self) -> bool:
        now = time.monotonic()
        self._crashes.append(now)
        crashes, limits = self._crashes, self._limits
        return len(crashes) > limits.restarts and now - crashes[0] <= limits.span_s

    def _passed_on(self, status: int) -> int:
        """Ends this process by the signal that ended the window, as if there were no parent."""
        if status >= 0:
            return status
        number = self._asked[0] if self._asked else -status
        if number in _PASSED_ON:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
        return 128 + number

    @contextmanager
    def _passing_on(self) -> Iterator[None]:
        def pass_on(number: int, _frame: FrameType | None) -> None:
            self._asked = self._asked or (number, time.monotonic())
            if self._window is not None and self._window.process.poll() is None:
                self._window.process.send_signal(number)

        before = [(number, signal.signal(number, pass_on)) for number in _PASSED_ON]
        try:
            yield
        finally:
            for number, handler in before:
                signal.signal(number, handler)


def _is_crash(window: _Window, status: int) -> bool:
    """Silence, a fault, a kill, or an exception nobody handled in a window that stood; not what a
    person or a script asked for, nor a program that cannot even open one."""
    if window.silent or status == START_AGAIN or status >= _WINDOWS_FAULTS:
        return True
    if status < 0:
        return -status not in _PASSED_ON
    return status == _UNHANDLED and window.stood


def window_command(words: Sequence[str]) -> list[str]:
    """How this program starts itself: the bundle is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-m", "command_center", *words]


def current_version(words: Sequence[str]) -> Start | None:
    """Of the version that was taken up since this one started, or gone back to; None: it is this
    one, or it is not whole."""
    from command_center.updates.installation import running  # noqa: PLC0415 - seldom another one
    from command_center.updates.other_version import clean_environment  # noqa: PLC0415 - as above

    found = running()
    if found is None:
        return None
    installation, own = found
    version = installation.current()
    if not version or version == own or not os.access(installation.program(version), os.X_OK):
        return None
    return Start([str(installation.program(version)), *words], clean_environment())


def supervise(words: Sequence[str], folder: Path) -> int:
    """Run the window of the command line `words` until it ends well."""

    def say(sentence: str) -> None:
        sys.stderr.write(f"command-center: {sentence}\n")

    command = window_command(words)
    return Supervisor(command, folder, say, current=lambda: current_version(words)).run()
