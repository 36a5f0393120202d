"""`command-center advice refit duplicates` on a room, and what the room then does otherwise."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from command_center.advice.duplicates.book import FEATURES, book
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.cli import main
from command_center.commands.intake import ReceiveReport
from command_center.domain.incident import DuplicateAnswer
from command_center.domain.room import RoomSetting
from command_center.runtime.clock import LiveClock
from tests.storage.rows import acting


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'room.db'}"


def answered(url: str, count: int) -> None:
    """In this room a place of one name says nothing, and what its sources call it all."""
    dice = random.Random(7)
    room = open_room(url, LiveClock(), RoomPlan(pack="malang"))
    now = room.clock.now()
    try:
        told = ReceiveReport("110", "first", "pohon_tumbang", "pohon tumbang")
        made = room.lane.submit(told, act=room.system).result(20).result
        about = str(made["report_id"]), str(made["incident_id"])
        with acting(room.database.storage) as work:
            for number in range(count):
                same = number % 3 > 0
                features = dict.fromkeys(FEATURES, 0.0)
                features |= {"recent": dice.random(), "wide": dice.random(), "near": 0.1}
                features |= {"same": 1.0 if same else 0.0, "same_place": float(dice.random() < 0.5)}
                id = f"a{number:04d}"
                work.add(DuplicateAnswer(id, 1, *about, same, 0.0, features, now, "x"))
    finally:
        room.close()


def kept(url: str) -> dict[str, Any] | None:
    room = open_room(url, LiveClock(), RoomPlan(pack="malang"))
    try:
        rows = room.database.feed.snapshot(None).rows["room_setting"]
        return next((dict(row["value"]) for row in rows if row["id"] == "duplicates"), None)
    finally:
        room.close()


def refit(url: str, *more: str) -> int:
    return main(["advice", "refit", "duplicates", "--database", url, *more])


def test_what_operators_answered_becomes_the_rooms_weights(
    url: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    answered(url, 150)
    assert refit(url) == 0
    table = capsys.readouterr().out
    assert "150 answers, 100 the same" in table
    assert "before" in table
    assert kept(url) is None, "nothing is kept that was not asked for"
    assert refit(url, "--save", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    found = kept(url)
    assert found is not None
    assert found["weights"] == said["weights"] != book().weights.as_setting()["weights"]
    assert found["bars"] == book().weights.as_setting()["bars"], "bars are a person's"
    assert said["after"]["recall"] >= said["before"]["recall"]
    assert _points(tmp_path, "", capsys) != _points(tmp_path, url, capsys)
    assert refit(url, "--save") == 0, "a room that has its own is fitted from them"


def _points(folder: Path, url: str, capsys: pytest.CaptureFixture[str]) -> float:
    """What `advice duplicates` gives the second of two reports of one tree."""
    file = folder / "reports.jsonl"
    row = {"text": "pohon tumbang", "category": "pohon_tumbang", "lat": -7.9579, "lon": 112.6185}
    rows = [{**row, "id": f"r{n}", "at": f"2026-11-22T10:0{n}:00+07:00"} for n in (1, 2)]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    asked = ["advice", "duplicates", str(file), "--json", "--pack", "malang", "--database", url]
    assert main(asked) == 0
    return float(json.loads(capsys.readouterr().out.splitlines()[1])["chips"][0]["points"])


def test_too_few_answers_or_no_room_are_a_sentence(
    url: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert refit(url) == 3
    assert "no room" in capsys.readouterr().err
    answered(url, 40)
    assert refit(url, "--save") == 3
    assert "too few answers" in capsys.readouterr().err
    assert kept(url) is None
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", encoding="utf-8")
    gone = f"sqlite:///{tmp_path / 'gone.db'}"
    assert main(["advice", "duplicates", str(empty), "--database", gone]) == 3
    assert "no room" in capsys.readouterr().err


def test_weights_of_a_room_that_cannot_be_read_are_the_shipped_ones(
    url: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    room = open_room(url, LiveClock(), RoomPlan(pack="malang"))
    try:
        with acting(room.database.storage) as work:
            work.add(RoomSetting("duplicates", 1, {"weights": {"naer": 1.0}, "bars": {}}))
    finally:
        room.close()
    assert _points(tmp_path, "", capsys) == _points(tmp_path, url, capsys)
