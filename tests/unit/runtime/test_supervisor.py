"""The parent of the window, with small programs in the window's place."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from command_center.bootstrap import supervisor
from command_center.bootstrap.supervisor import (
    Limits,
    Start,
    Supervisor,
    current_version,
    window_command,
)
from command_center.runtime import crash
from command_center.updates.installation import Installation

# Long enough for a busy machine; what is about silence says how much of it is too much.
PATIENT = Limits(silent_s=60.0, restarts=5, span_s=60.0, farewell_s=0.5)
TIMES = """
import os, pathlib, signal, sys, time
book = pathlib.Path(sys.argv[1]) / "starts"
started = len(book.read_text()) if book.exists() else 0
book.write_text("x" * (started + 1))
"""
BEATING = """
from command_center.runtime.crash import take_vitals
vitals = take_vitals(pathlib.Path(sys.argv[1]))
vitals.beat()
"""


def run(folder: Path, program: str, limits: Limits = PATIENT) -> tuple[int, list[str], int]:
    """Exit status, what was said, how often the program was started."""
    said: list[str] = []
    command = [sys.executable, "-c", TIMES + program, str(folder)]
    status = Supervisor(command, folder, said.append, limits).run()
    return status, said, len((folder / "starts").read_text())


@pytest.mark.parametrize("status", [0, 2, 3, 4, 77])
def test_an_exit_status_passes_through(tmp_path: Path, status: int) -> None:
    assert run(tmp_path, f"sys.exit({status})") == (status, [], 1)
    assert crash.untold(tmp_path) is None


@pytest.mark.parametrize(
    "end", ["os.kill(os.getpid(), signal.SIGSEGV)", "os.kill(os.getpid(), 9)", "raise ValueError"]
)
def test_a_crash_starts_it_again(tmp_path: Path, end: str) -> None:
    program = f"{BEATING}\ntime.sleep(0.1)\nif not started: {end}\nsys.exit(3)"
    status, said, starts = run(tmp_path, program)
    assert (status, starts) == (3, 2)
    (sentence,) = said
    id = crash.untold(tmp_path)
    assert id is not None
    assert id in sentence
    assert "ended" in crash.crash_log(tmp_path, id).read_text()
    assert crash.untold(tmp_path) is None, "told once"


def test_a_window_that_asks_for_it_is_opened_anew_without_a_crash(tmp_path: Path) -> None:
    status, said, starts = run(tmp_path, "sys.exit(75 if started < 2 else 0)")
    assert (status, said, starts) == (0, [], 3)
    assert crash.untold(tmp_path) is None


def test_asking_for_it_again_and_again_ends_as_well(tmp_path: Path) -> None:
    assert run(tmp_path, "sys.exit(75)")[0] == supervisor.GAVE_UP


def test_a_program_that_cannot_open_a_window_is_not_tried_again(tmp_path: Path) -> None:
    assert run(tmp_path, "raise ValueError") == (1, [], 1)


def test_six_crashes_within_a_minute_are_enough(tmp_path: Path) -> None:
    status, said, starts = run(tmp_path, "os.kill(os.getpid(), signal.SIGABRT)")
    assert (status, starts) == (supervisor.GAVE_UP, 6)
    assert "6 times within 60 seconds" in said[-1]


def test_crashes_that_are_far_apart_are_survived(tmp_path: Path) -> None:
    rare = Limits(restarts=1, span_s=0.0)
    status, _, starts = run(tmp_path, "os.kill(os.getpid(), 9) if started < 4 else 0", rare)
    assert (status, starts) == (0, 5)


def test_a_silent_window_is_killed_and_started_again(tmp_path: Path) -> None:
    program = BEATING + "if not started: time.sleep(600)\nvitals.leave()"
    status, said, starts = run(tmp_path, program, Limits(silent_s=2.0))
    assert (status, starts) == (0, 2)
    assert "did not answer" in said[0]


def test_a_window_that_never_beat_is_left_to_open(tmp_path: Path) -> None:
    assert run(tmp_path, "time.sleep(1.5)", Limits(silent_s=0.5)) == (0, [], 1)


def test_a_window_that_never_opens_is_started_again(tmp_path: Path) -> None:
    status, said, starts = run(tmp_path, "if not started: time.sleep(600)", Limits(opening_s=4.0))
    assert (status, starts) == (0, 2)
    assert "did not answer" in said[0]


def test_closing_may_take_longer_than_silence_may(tmp_path: Path) -> None:
    patient = Limits(silent_s=2.0, leaving_s=60.0)
    assert run(tmp_path, BEATING + "vitals.leave(); time.sleep(3)", patient) == (0, [], 1)


def test_stacks_of_a_hanging_window_are_in_its_crash_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Limits(silent_s=2.8)
    program = BEATING + "def stuck_here(): time.sleep(600)\nif not started: stuck_here()"
    status, _, starts = run(tmp_path, program, slow)
    assert (status, starts) == (0, 2)
    id = crash.untold(tmp_path)
    assert id is not None
    assert "stuck_here" in crash.crash_log(tmp_path, id).read_text()


def test_a_fault_leaves_its_stack_under_the_same_id(tmp_path: Path) -> None:
    fault = "import faulthandler\ndef fault_here(): os.kill(os.getpid(), signal.SIGSEGV)\n"
    run(tmp_path, BEATING + fault + "if not started: fault_here()")
    id = crash.untold(tmp_path)
    assert id is not None
    text = crash.crash_log(tmp_path, id).read_text()
    assert "fault_here" in text
    assert "SIGSEGV" in text


def test_a_good_end_leaves_no_crash_log(tmp_path: Path) -> None:
    run(tmp_path, BEATING + "vitals.leave()")
    assert list(tmp_path.glob("crash*")) == []


PARENT = """
import sys
from pathlib import Path
from command_center.bootstrap.supervisor import Limits, Supervisor
program = sys.argv[2]
limits = Limits(farewell_s=float(sys.argv[3]))
sys.exit(Supervisor([sys.executable, "-c", program], Path(sys.argv[1]), print, limits).run())
"""


def ended_by(folder: Path, program: str, number: int, farewell_s: float) -> int:
    """What becomes of a supervisor that is sent a signal once its window stands."""
    ready = folder / "ready"
    program = f"import pathlib\n{program}\npathlib.Path({str(ready)!r}).touch()\ntime.sleep(600)"
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(folder), program, str(farewell_s)])
    try:
        deadline = time.monotonic() + 30
        while not ready.exists():
            assert time.monotonic() < deadline, "the window never stood"
            time.sleep(0.02)
        parent.send_signal(number)
        return parent.wait(30)
    finally:
        parent.kill()
        parent.wait()


def test_a_signal_reaches_the_window_and_ends_both(tmp_path: Path) -> None:
    assert ended_by(tmp_path, "import time", signal.SIGTERM, 15) == -signal.SIGTERM


def test_a_window_that_closes_itself_when_asked_decides_its_status(tmp_path: Path) -> None:
    polite = "import signal, sys, time\nsignal.signal(15, lambda *_: sys.exit(7))"
    assert ended_by(tmp_path, polite, signal.SIGTERM, 15) == 7


def test_a_window_that_will_not_go_is_made_to(tmp_path: Path) -> None:
    deaf = "import signal, time\nsignal.signal(15, signal.SIG_IGN)"
    assert ended_by(tmp_path, deaf, signal.SIGTERM, 0.3) == -signal.SIGTERM


def test_a_window_outlives_its_supervisor(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    vitals = crash.take_vitals(tmp_path, {crash.ID_NAME: "0123abcd", crash.PIPE_NAME: str(writer)})
    assert vitals is not None
    try:
        vitals.beat()
        vitals.beat()
    finally:
        vitals.leave()
        faulthandler.enable(2)
        vitals._file.close()
        os.close(writer)


@pytest.mark.parametrize("id", ["", "../../x", "0123abcdé", "0123ABCD"])
def test_an_id_that_the_supervisor_did_not_make_names_no_file(tmp_path: Path, id: str) -> None:
    assert crash.take_vitals(tmp_path, {crash.ID_NAME: id, crash.PIPE_NAME: "1"}) is None
    assert list(tmp_path.iterdir()) == []


def test_the_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert window_command(["live"])[1:] == ["-m", "command_center", "live"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert window_command(["live"]) == [sys.executable, "live"]


def test_a_window_that_is_started_again_is_of_the_version_that_is_current_then(
    tmp_path: Path,
) -> None:
    said: list[str] = []
    old = [sys.executable, "-c", f"import sys; sys.exit({crash.START_AGAIN})"]
    new = [sys.executable, "-c", "import os, sys; sys.exit(int(os.environ['NEWER']))"]
    later = iter([None, Start(new, {**os.environ, "NEWER": "3"})])
    status = Supervisor(old, tmp_path, said.append, PATIENT, current=lambda: next(later)).run()
    assert (status, said) == (3, [])


def installed(root: Path, monkeypatch: pytest.MonkeyPatch, *, linked: bool) -> Installation:
    """0.1.0 runs, 0.2.0 is there as well."""
    installation = Installation(root, linked=linked)
    for version in ("0.1.0", "0.2.0"):
        program = installation.program(version)
        program.parent.mkdir(parents=True)
        program.touch(mode=0o755)
    monkeypatch.setattr(
        "command_center.updates.installation.running", lambda: (installation, "0.1.0")
    )
    return installation


@pytest.mark.parametrize("linked", [True, False])
def test_the_version_that_was_taken_up_is_started_by_its_own_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, linked: bool
) -> None:
    installation = installed(tmp_path, monkeypatch, linked=linked)
    installation.take_up("0.1.0", lambda _: None)
    assert current_version(["live"]) is None, "this one"
    installation.take_up("0.2.0", lambda _: None)
    monkeypatch.setenv("_PYI_ARCHIVE_FILE", "of this bundle")
    start = current_version(["live", "--observer"])
    assert start is not None
    name = "command-center" if linked else "command-center.exe"
    program = tmp_path / "versions" / "0.2.0" / name
    assert start.command == [str(program), "live", "--observer"]
    assert "_PYI_ARCHIVE_FILE" not in start.environment
    program.unlink()
    assert current_version(["live"]) is None, "it is not whole"


def test_a_checkout_starts_itself_again() -> None:
    assert current_version(["live"]) is None
