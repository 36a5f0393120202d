"""The support file says how the machine is, and nothing of the room's work or its people."""

from __future__ import annotations

import json
import logging
import zipfile
from pathlib import Path, PureWindowsPath

import pytest

from command_center.bootstrap.doctor import gather as gathering
from command_center.bootstrap.support import file as support
from command_center.bootstrap.support import scrub
from command_center.bootstrap.support.scrub import anonymous, log_lines, trace_of
from command_center.cli import main
from command_center.domain.errors import OperatorError
from command_center.runtime.clock import LiveClock
from command_center.runtime.logs import JsonLine, logs_dir
from command_center.runtime.settings import Settings, save_settings
from command_center.video.process import words
from command_center.video.process.child import LogForwarder

TOLD = ("Budi Santoso", "081234567890", "3573011234560001", "budi@example.id", "-7.966620")
SECRETS = ("token relai yang panjang", "rahasia gerbang yang panjang sekali", "sandi-kamera")


def record(message: str, error: BaseException | None = None) -> str:
    told = (type(error), error, error.__traceback__) if error is not None else None
    line = logging.LogRecord("room.lane", logging.ERROR, __file__, 1, message, (), told)
    return JsonLine().format(line)


@pytest.fixture
def machine() -> Path:
    """With secrets in its settings, and a log that holds what no log should."""
    save_settings(
        "live",
        Settings(relay_token=SECRETS[0], gateway_secret=SECRETS[1], reply_hosts="jmp.example"),
    )
    logs = logs_dir()
    logs.mkdir(parents=True)
    try:
        raise ValueError(f"DETAIL: Key (name)=({TOLD[0]})\n{TOLD[0]}: {TOLD[1]}")
    except ValueError as error:
        bug = record("bug 1a2b3c4d", error)
    lines = [
        record(f"said {' '.join(TOLD[1:])} rtsp://op:{SECRETS[2]}@10.20.30.40:554/1"),
        bug,
        f"a line of {TOLD[0]} that is none of ours",
    ]
    (logs / "live.log").write_text("\n".join(lines) + "\n")
    crash = (
        f'Thread 0x00007f12 (most recent call first):\n  File "{Path.home()}/x.py", line 3 in f\n'
    )
    (logs / "crash-1a2b3c4d.txt").write_text(crash)
    (logs / "live.crash").touch()
    return logs


def written(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def test_it_holds_how_the_machine_is_and_nothing_of_people_or_secrets(
    machine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "bantuan.zip"
    assert main(["support", str(target), "--database", f"sqlite:///{tmp_path / 'no.db'}"]) == 0
    found = written(target)
    assert next(iter(found)) == "ISI.txt"
    assert all(name in found["ISI.txt"] for name in list(found)[1:])
    told = capsys.readouterr().out
    assert all(name in told for name in ("doctor.json", "logs/live.log"))
    whole = "\n".join(found.values())
    assert [word for word in (*TOLD, *SECRETS, str(Path.home())) if word in whole] == []
    said = {
        row["name"]: row["value"] for row in json.loads(found["settings.json"]) if "name" in row
    }
    assert (said["relay_token"], said["reply_hosts"]) == ("***", "jmp.example")
    assert {row["check"] for row in json.loads(found["doctor.json"])} >= {"relay", "database"}
    first, bug = map(json.loads, found["logs/live.log"].splitlines())
    assert "10.20.30.40:554" in first["what"]
    assert bug["trace"].endswith(" machine | ValueError")
    assert "x.py" in found["crashes/crash-1a2b3c4d.txt"]
    assert "crashes/live.crash" not in found
    assert target.stat().st_mode & 0o077 == 0


def test_of_long_logs_the_end_and_of_crashes_the_head_is_taken(
    machine: Path, tmp_path: Path
) -> None:
    line = record("x" * 300) + "\n"
    (machine / "live.log").write_text(line * 4000 + record("the last one") + "\n")
    (machine / "crash-1a2b3c4d.txt").write_text("stack\n" * 10_000)
    (machine / "video.crash").write_text("of last year\n" * 10_000 + "of today\n")
    for number in range(20):
        (machine / f"crash-{number:08}.txt").write_text("stack\n")
        (machine / f"old{number}.log").write_text(line)
    parts = support.write_support(tmp_path / "b.zip", "", LiveClock(), lambda _: None)
    by_name = {part.name: part.text for part in parts}
    crashes = [name for name in by_name if name.startswith("crashes/")]
    assert len(crashes) == support.MOST_CRASHES + 1
    assert by_name["crashes/video.crash"].endswith("of today\n")
    assert len(by_name["crashes/video.crash"]) == support.CRASH_BYTES
    assert len([name for name in by_name if name.startswith("logs/")]) == support.MOST_LOGS
    assert sum(len(part.text) for part in parts) < 5_000_000
    whole = log_lines(support._end_of(machine / "live.log", support.LOG_BYTES))
    assert "the last one" in whole[-1]
    assert len("".join(whole)) <= support.LOG_BYTES
    assert len(support._head_of(machine / "crash-1a2b3c4d.txt", 100)) == 100


def test_a_part_that_fails_says_so_and_keeps_no_other_back(
    machine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied", f"/srv/{TOLD[0]}.db")

    for name in ("gather", "standing", "_settings", "_end_of"):
        monkeypatch.setattr(support, name, fail)
    parts = support.write_support(tmp_path / "b.zip", "", LiveClock(), lambda _: None)
    by_name = {part.name: part.text for part in parts}
    for name in ("doctor.json", "settings.json", "updates.json", "logs/live.log"):
        fault = json.loads(by_name[name])["fault"]
        assert fault.endswith(" fail | PermissionError"), "where, and nothing of its message"
        assert name in by_name["ISI.txt"]
    assert "crashes/crash-1a2b3c4d.txt" in by_name
    assert json.loads(by_name["version.json"])["system"]


@pytest.mark.parametrize("step", ["doctor", "settings", "logs", "write"])
def test_what_is_stopped_leaves_the_file_that_was_there(
    step: str, machine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(support, "gather", lambda *_: gathering)
    monkeypatch.setattr(support, "look_at", lambda _: [])

    def stop(now: str) -> None:
        if now == step:
            raise OperatorError("support_stopped")

    target = tmp_path / "bantuan.zip"
    target.write_text("the one before")
    with pytest.raises(OperatorError):
        support.write_support(target, "", LiveClock(), stop)
    assert target.read_text() == "the one before"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    "text",
    [
        "until 2026-11-23 12:00:01",
        "10.100.200.30:8590",
        "port 8590 at 10.100.200.30.",
        "relay 0.1.0 of 0017",
        "12345678 bytes",
        "commit 1234567890ab",
    ],
)
def test_what_helps_is_left(text: str) -> None:
    assert anonymous(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "+62 812 3456 7890",
        "0341-123-4567",
        "3573011234560001",
        "112.6326",
        "0812.3456.7890",
        "081.234.567.890",
        "0812-34-5678",
        "(0341) 491234",
    ],
)
def test_what_is_of_a_person_or_a_place_is_not(text: str) -> None:
    assert anonymous(f"from {text}!") == "from ***!"
    assert anonymous(f"Telp.{text}.") == "Telp.***."
    assert anonymous(f"/reports/{text}.json") == "/reports/***.json"


ACCOUNT = PureWindowsPath("d:/Akun/Budi")
STAYED = str(ACCOUNT / "x.db")


@pytest.mark.parametrize("file", [STAYED, STAYED.lower(), repr(STAYED), "D:/akun/budi/x.db"])
def test_the_account_is_named_in_no_spelling_of_its_home(
    file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An OSError quotes with repr; there letters have no case."""
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(Path, "home", staticmethod(lambda: ACCOUNT))
    assert "budi" not in anonymous(f"cannot open {file}").lower()


class Mouth:
    def __init__(self) -> None:
        self.said: list[words.Answer] = []

    def say(self, answer: words.Answer) -> None:
        self.said.append(answer)


@pytest.mark.parametrize("traced", [True, False])
def test_what_the_process_of_the_cameras_reports_is_no_message_either(traced: bool) -> None:
    """It sends a whole exception as text; one that was never raised has no traceback."""
    error = OSError(f"https://cctv.example/live/tok_9f3a/{TOLD[0]}.m3u8" + " and so on" * 100)
    mouth = Mouth()
    try:
        raise error if traced else KeyError
    except (OSError, KeyError):
        told = (type(error), error, error.__traceback__)
    line = logging.LogRecord("video", logging.ERROR, __file__, 1, "a request failed", (), told)
    LogForwarder(mouth).emit(line)  # type: ignore[arg-type]
    (answer,) = mouth.said
    assert isinstance(answer, words.Logged)
    (kept,) = map(json.loads, log_lines(record(answer.text)))
    assert kept["what"] == "a request failed"
    assert "tok_9f3a" not in str(kept)
    assert TOLD[0] not in str(kept)
    if traced:
        assert kept["trace"].endswith("| OSError")


def test_what_is_cut_is_masked_first() -> None:
    text = "x" * (scrub.LONGEST_WORDS - 8) + " 081234567890 rtsp://op:sandi@h/1"
    (kept,) = map(json.loads, log_lines(record(text)))
    assert "0812" not in kept["what"]


def test_of_two_exceptions_both_kinds_are_told() -> None:
    chained = (
        'Traceback (most recent call last):\n  File "a.py", line 1, in f\n    g()\nKeyError: Budi\n'
        "\nThe above exception was the direct cause of the following exception:\n\n"
        'Traceback (most recent call last):\n  File "b.py", line 2, in h\n    f()\n'
        "psycopg.errors.UniqueViolation: Budi\nBudi: 12\n"
    )
    assert trace_of(chained) == "a.py:1 f | KeyError | b.py:2 h | psycopg.errors.UniqueViolation"
