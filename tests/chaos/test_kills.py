"""Whatever was acknowledged before a kill -9 is there afterwards, once."""

from __future__ import annotations

import os

import pytest

from command_center.storage.database import open_database
from tests.chaos.cast import found
from tests.chaos.checker import Told, check
from tests.chaos.conftest import Run
from tests.storage import rows

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are forked"),
    pytest.mark.timeout(180),
]


@pytest.mark.parametrize(
    "kills", [24, pytest.param(1_000, marks=[pytest.mark.long, pytest.mark.timeout(900)])]
)
def test_what_was_acknowledged_survives_kill_9(run: Run, bare_url: str, kills: int) -> None:
    told = run("kills", bare_url, "--kills", str(kills), patience_s=170 + kills / 2)
    assert told["clean"], told
    assert told["acked"] >= kills / 4, "the writers hardly wrote"


@pytest.mark.parametrize("engine_name", [pytest.param("postgresql", marks=pytest.mark.postgres)])
@pytest.mark.parametrize(
    "kills", [24, pytest.param(1_000, marks=[pytest.mark.long, pytest.mark.timeout(900)])]
)
def test_what_was_kept_locally_reaches_the_room_once(run: Run, bare_url: str, kills: int) -> None:
    told = run("outbox_kills", bare_url, "--kills", str(kills), patience_s=170 + kills / 2)
    assert told["clean"], told
    assert told["acked"] >= kills / 4, "the workstation hardly worked"


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_checker_notices_what_it_is_there_for(bare_url: str) -> None:
    cast = found(bare_url)
    database = open_database(bare_url)
    note = cast.command("never-asked-for")
    with rows.acting(database.storage, "never-asked-for") as work:
        work.add(rows.incident(id="made-up", number=900))
    database.close()
    seen = check(bare_url, cast, Told({"gone"}, {"gone"}, set()))
    assert (seen.lost, seen.ghosts) == (["gone"], ["never-asked-for"])
    seen = check(bare_url, cast, Told({"never-asked-for"}, set(), {"never-asked-for"}))
    assert seen.misled == ["never-asked-for"]
    assert not seen.clean
    assert note == cast.command("never-asked-for")
