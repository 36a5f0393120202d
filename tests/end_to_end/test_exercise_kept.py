"""What an exercise wrote stays: each start has a log of its own, also when its window fell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from command_center import cli_exercise
from command_center.bootstrap.exercise import start_exercise
from command_center.bootstrap.exercise_files import exercise_folder, new_report
from command_center.bootstrap.exercise_join import join_exercise
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.cli import main
from command_center.cli_words import explained
from command_center.commands.intake import EnterCall
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.runtime.clock import LiveClock


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The command lines of the windows that a supervisor was asked to keep standing."""
    words: list[Sequence[str]] = []

    def supervise(line: Sequence[str], _: Path) -> int:
        words.append(line)
        return 0

    monkeypatch.setenv("COMMAND_CENTER_DATA", str(tmp_path))
    monkeypatch.setattr(cli_exercise, "supervise", supervise)
    monkeypatch.setattr(cli_exercise, "supervised", lambda: False)
    return words


def database(words: Sequence[str]) -> str:
    return words[words.index("--database") + 1]


def fill(url: str) -> bytes:
    """The hash of the entry that is its last."""
    room = open_room(url, LiveClock(), RoomPlan(RoomKind.EXERCISE))
    room.lane.submit(EnterCall("lainnya", "yang sudah terjadi", "")).result()
    last = list(room.database.history.entries())[-1].hash
    room.close()
    return last


def test_each_start_has_a_file_of_its_own(started: list[Sequence[str]], tmp_path: Path) -> None:
    named = tmp_path / "nama seseorang.toml"
    shipped = Path(__file__).parents[2] / "resources/exercise/scenarios/pembukaan.toml"
    named.write_bytes(shipped.read_bytes())
    for words in ([], [], ["--scenario", str(named)]):
        assert main(["exercise", *words]) == 0
        fill(database(started[-1]))
    files = {Path(database(words).removeprefix("sqlite:///")) for words in started}
    assert len(files) == 3
    assert all(file.stat().st_size for file in files)
    assert {file.parent for file in files} == {exercise_folder()}
    assert not any("nama" in file.name for file in files)


def test_a_window_that_is_started_again_leaves_the_log(started: list[Sequence[str]]) -> None:
    main(["exercise"])
    url = database(started[0])
    last = fill(url)
    with pytest.raises(OperatorError, match="exercise_not_empty") as refused:
        start_exercise("pembukaan", 1, url, cameras=False)
    assert f"exercise --join --database {url}" in explained(refused.value)
    joined = join_exercise(url)
    try:
        assert list(joined.room.database.history.entries())[-1].hash == last
    finally:
        joined.close()


def test_a_database_that_was_named_is_not_named_again(started: list[Sequence[str]]) -> None:
    words = ["exercise", "--database", "sqlite:///own.db"]
    assert main(words) == 0
    assert started == [words]


def test_a_report_is_not_written_over_another(tmp_path: Path) -> None:
    written: set[Path] = set()
    for _ in range(3):
        for file in new_report(tmp_path):
            file.write_bytes(b"x")
            written.add(file)
    assert len(written) == 6
