"""Real calls replayed over HTTP: everything in the log, everything ends as its file says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from command_center.bootstrap.replay import start_replay
from command_center.domain.log import StoredEntry
from command_center.situation.situation import Situation
from command_center.situation.state import state
from command_center.storage.database import open_database
from tests.end_to_end import fire_calls
from tests.end_to_end.fire_calls import FILE, Row

SLICE = 300
HALF_AN_HOUR_S = 1800
ON_THE_OTHER = pytest.param("postgresql", marks=[pytest.mark.postgres, pytest.mark.long])
COMMAND = (sys.executable, "-m", "command_center")
needs_file = pytest.mark.skipif(not FILE.is_file(), reason="the fire calls are not beside this")


@pytest.fixture
def slice_file(tmp_path: Path) -> Path:
    path = tmp_path / "slice.csv"
    fire_calls.write(path, fire_calls.difficult(fire_calls.read(FILE), SLICE))
    return path


def replay(file: Path, url: str) -> None:
    running = start_replay(file, "sf_fire", url, speed=None)
    try:
        running.wait(lambda done, total: None)
    finally:
        running.close()


def state_by_command(url: str) -> dict[str, Any]:
    run = subprocess.run(
        [*COMMAND, "state", "--json", "--database", url],
        capture_output=True,
        check=True,
        timeout=300,
    )
    document: dict[str, Any] = json.loads(run.stdout)
    return document


def kill_part_way(file: Path, url: str, share: float) -> None:
    """Start the command and kill it without a word when that share of the records is stored."""
    process = subprocess.Popen(
        [*COMMAND, "replay", str(file), "--mapping", "sf_fire", "--headless", "--database", url],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    said = b""
    while chunk := os.read(process.stderr.fileno(), 64):
        said = (said + chunk)[-200:]
        shown = re.findall(rb"(\d+)/(\d+)(?=\r)", said + b"\r")
        if shown and int(shown[-1][0]) >= share * int(shown[-1][1]) > 0:
            break
    assert process.poll() is None, f"ended by itself: {said!r}"
    process.kill()
    process.wait()
    process.stderr.close()


class Told:
    """What a database holds after a replay, by call number and unit."""

    def __init__(self, url: str) -> None:
        database = open_database(url)
        self.log: list[StoredEntry] = list(database.history.entries())
        database.close()
        self.situation = Situation()
        for entry in self.log:
            self.situation.apply(entry)
        self.document = state(self.situation)
        self.call_of = {
            link.incident_id: self.situation.tables.rows["report"][link.report_id].external_id
            for link in self.situation.all("incident_report")
        }
        self.sign_of = {unit.id: unit.call_sign for unit in self.situation.all("unit")}

    def stamps(self) -> Counter[tuple[str, str, str, str]]:
        found = Counter[tuple[str, str, str, str]]()
        for stored in self.log:
            entry = stored.entry
            result = entry.inputs.get("result", {})
            at = datetime.fromisoformat(entry.occurred_at).strftime("%Y-%m-%dT%H:%M:%SZ")
            if entry.kind == "report.received":
                found[entry.inputs["external_id"], "", "received", at] += 1
            elif entry.kind == "unit.followed":
                call, sign = self.call_of[result["incident_id"]], self.sign_of[result["unit_id"]]
                found[call, sign, result["step"], at] += 1
            elif entry.kind == "report.followed" and result["step"] == "verified":
                found[entry.inputs["external_id"], "", "verified", at] += 1
        return found

    def reversed_legs(self) -> set[tuple[str, str]]:
        return {
            (self.call_of[row.incident_id], self.sign_of[row.unit_id])
            for row in self.situation.all("assignment")
            if row.time_reversed
        }

    def ends_of_calls(self) -> dict[str, str | None]:
        return {
            self.call_of[row.id]: row.closed_at and row.closed_at.strftime("%Y-%m-%dT%H:%M:%SZ")
            for row in self.situation.all("incident")
        }


def assert_told_as(rows: Sequence[Row], url: str) -> str:
    """Everything the rows say is in the database, once; its state hash."""
    told = Told(url)
    assert told.stamps() == fire_calls.stamps(rows)
    incidents = told.document["incidents"]
    legs = [(i["reports"][0]["source_id"], u) for i in incidents for u in i["units"]]
    ends = {(call, unit["call_sign"]): (unit["status"], unit["at"]) for call, unit in legs}
    assert ends == fire_calls.ends_of_legs(rows)
    assert len(legs) == len(rows)
    calls = fire_calls.ends_of_calls(rows)
    assert told.ends_of_calls() == calls
    open_calls = {i["reports"][0]["source_id"] for i in incidents if i["status"] != "selesai"}
    assert open_calls == {call for call, at in calls.items() if at is None}
    units = {u["call_sign"]: u["since"] for u in told.document["units"]}
    assert units == fire_calls.ends_of_units(rows)
    assert {u["status"] for u in told.document["units"]} == {"available"}
    assert told.reversed_legs() == fire_calls.reversed_legs(rows)
    kinds = Counter(stored.entry.kind for stored in told.log)
    assert not kinds["record.refused"] + kinds["record.conflict"]
    return str(told.document["hash"])


@needs_file
@pytest.mark.parametrize("engine_name", ["sqlite", ON_THE_OTHER])
@pytest.mark.timeout(180)
def test_the_difficult_calls_are_all_told(database_url: str, slice_file: Path) -> None:
    rows = fire_calls.read(slice_file)
    assert (len(fire_calls.reversed_legs(rows)), len(fire_calls.taken_over(rows))) == (17, 18)
    replay(slice_file, database_url)
    by_hand = assert_told_as(rows, database_url)
    assert state_by_command(database_url)["hash"] == by_hand


@needs_file
@pytest.mark.long
@pytest.mark.postgres
@pytest.mark.timeout(180)
def test_both_engines_and_a_killed_replay_end_alike(
    slice_file: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    postgres = request.getfixturevalue("postgres")
    template = request.getfixturevalue("postgres_template")
    urls = [f"sqlite:///{tmp_path / 'whole.db'}", postgres.url(postgres.new_database(template))]
    for url in urls:
        replay(slice_file, url)
    killed = f"sqlite:///{tmp_path / 'killed.db'}"
    kill_part_way(slice_file, killed, 0.2)
    part = state_by_command(killed)
    replay(slice_file, killed)
    states = [state_by_command(url) for url in (*urls, killed)]
    assert len({document["hash"] for document in states}) == 1
    assert part["hash"] != states[0]["hash"]
    assert part["counts"]["reports"] > 0


@needs_file
@pytest.mark.long
@pytest.mark.timeout(HALF_AN_HOUR_S)
def test_the_whole_file_killed_half_way(database_url: str) -> None:
    """Both engines are held to the same rows, so their hashes are equal too."""
    rows = fire_calls.read(FILE)
    kill_part_way(FILE, database_url, 0.5)
    part = state_by_command(database_url)
    assert 0 < part["counts"]["assignments"] < len(rows)
    replay(FILE, database_url)
    assert assert_told_as(rows, database_url) == state_by_command(database_url)["hash"]


@needs_file
@pytest.mark.long
@pytest.mark.postgres
@pytest.mark.timeout(2 * HALF_AN_HOUR_S)
def test_the_whole_file_undisturbed_on_both_engines(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    postgres = request.getfixturevalue("postgres")
    template = request.getfixturevalue("postgres_template")
    rows = fire_calls.read(FILE)
    urls = [f"sqlite:///{tmp_path / 'whole.db'}", postgres.url(postgres.new_database(template))]
    for url in urls:
        replay(FILE, url)
    hashes = [assert_told_as(rows, url) for url in urls]
    assert hashes[0] == hashes[1]
