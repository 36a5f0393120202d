"""Real workstations on one server while things happen to both: the history they tell holds."""

from __future__ import annotations

import os

import pytest

from tests.chaos.conftest import Run
from tests.postgres import binaries

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.timeout(180),
    pytest.mark.skipif(
        binaries() is None and not os.environ.get("CI"), reason="PostgreSQL is not installed"
    ),
]
EVERYTHING = "seat,pause,backend,freeze,server"


def test_workstations_agree_whatever_happens_to_them(run: Run) -> None:
    told = run("jepsen", "--seats", "2", "--faults", "4")
    assert told["clean"], told
    assert told["acked"] > 20, "the workstations hardly worked"


def test_nothing_is_lost_by_a_server_that_is_killed(run: Run) -> None:
    told = run("jepsen", "--seats", "2", "--faults", "1", "--nemesis", "server")
    assert told["clean"], told
    assert told["back_ms_max"] is not None, "nobody came back"


@pytest.mark.long
@pytest.mark.timeout(400)
def test_workstations_agree_after_much_of_everything(run: Run) -> None:
    told = run("jepsen", "--seats", "6", "--faults", "40", "--nemesis", EVERYTHING, patience_s=390)
    assert told["clean"], told


@pytest.mark.long
@pytest.mark.timeout(200)
def test_a_synchronous_standby_has_all_that_was_acknowledged(run: Run) -> None:
    told = run("standby", patience_s=190)
    assert told["clean"], told
    assert told["acked"] > 20, "the writers hardly wrote"
    assert told["all_back_s"] < 60, "somebody never came back"
