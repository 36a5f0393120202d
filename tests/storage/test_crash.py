"""Nothing acknowledged is lost when the program dies, and nobody wins twice."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from command_center.domain.errors import Conflict
from command_center.domain.unit import Assignment, CloseReason, Unit, UnitStatus
from command_center.storage.backup import verify
from command_center.storage.database import Database, open_database
from tests.storage import rows
from tests.storage.rows import acting

ROOT = Path(__file__).resolve().parents[2]


def kill_writers(url: str, kills: int) -> list[list[str]]:
    seed = random.randrange(1_000_000)
    sys.stdout.write(f"seed {seed}\n")
    run = subprocess.run(
        [sys.executable, "-m", "tests.storage.crashing", url, str(kills), str(seed)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=50 + kills,
        check=True,
    )
    lives: list[list[str]] = json.loads(run.stdout)
    return lives


@pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked from a warm parent")
@pytest.mark.parametrize(
    "kills", [20, pytest.param(300, marks=[pytest.mark.long, pytest.mark.timeout(400)])]
)
def test_nothing_acknowledged_is_lost_by_kill_9(
    database: Database, database_url: str, kills: int
) -> None:
    rows.seed(database.storage)
    database.close()
    lives = kill_writers(database_url, kills)
    opened = open_database(database_url)
    stored = [entry.entry.op_id for entry in opened.history.entries(1)]
    with opened.storage.begin() as work:
        crew = work.get(Unit, "bravo").crew
    opened.close()
    assert all(lives), "every writer acknowledged something before it was killed"
    assert {op_id for life in lives for op_id in life} <= set(stored)
    assert len(set(stored)) == len(stored)
    assert crew == 2 + len(stored)
    if database_url.startswith("sqlite"):
        assert verify(Path(database_url.removeprefix("sqlite:///"))) == 1 + len(stored)


def order(
    database: Database, incident: str, turn: int, start: threading.Barrier, said: list[str]
) -> None:
    start.wait()
    try:
        with acting(database.storage) as work:
            work.add(rows.assignment(id=f"{incident}-{turn}", incident_id=incident))
            work.change(work.get(Unit, "bravo"), status=UnitStatus.ORDERED)
        said.append("won")
    except Conflict as conflict:
        said.append(f"lost {conflict.params['id']} to {conflict.params['by']}")


def release(database: Database) -> None:
    with acting(database.storage) as work:
        (held,) = work.find(Assignment, closed_at=None)
        work.change(held, closed_at=rows.later(9), close_reason=CloseReason.DONE)
        work.change(work.get(Unit, "bravo"), status=UnitStatus.AVAILABLE)


def test_of_two_who_order_one_unit_one_wins(database: Database, database_url: str) -> None:
    rows.seed(database.storage)
    with acting(database.storage) as work:
        work.add(rows.incident(id="crash", number=2))
    other = open_database(database_url)
    for turn in range(50):
        said: list[str] = []
        start = threading.Barrier(2)
        racers = [
            threading.Thread(target=order, args=(database, "fire", turn, start, said)),
            threading.Thread(target=order, args=(other, "crash", turn, start, said)),
        ]
        for racer in racers:
            racer.start()
        for racer in racers:
            racer.join()
        assert sorted(said) == ["lost bravo to rina", "won"]
        release(database)
    other.close()
