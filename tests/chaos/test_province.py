"""Several rooms at a glance: read from a real standby, where nothing can be written."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from command_center.bootstrap.room import RoomPlan, open_room
from command_center.cli import main
from command_center.cli_status import DONE, WRONG_USAGE
from command_center.commands.intake import EnterCall
from command_center.commands.room import RegisterUnit
from command_center.domain.errors import OperatorError
from command_center.domain.unit import UnitStatus
from command_center.runtime.clock import LiveClock
from command_center.storage.database import open_database
from tests.chaos.standby import standby_of
from tests.postgres import Server, running_server

pytestmark = pytest.mark.postgres
WAIT_S = 30.0


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Server, Server]]:
    with running_server() as primary:
        if primary is None:
            pytest.skip("PostgreSQL is not installed (apt install postgresql)")
        with standby_of(primary) as standby:
            yield primary, standby


def until_replayed(primary: Server, standby: Server) -> None:
    """A standby has on disk at once what it shows a moment later."""
    with psycopg.connect(primary.url("postgres")) as link:
        written = link.execute("SELECT pg_current_wal_lsn()").fetchone()
    assert written is not None
    deadline = time.monotonic() + WAIT_S
    with psycopg.connect(standby.url("postgres"), autocommit=True) as link:
        asked = "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn"
        while link.execute(asked, written).fetchone() != (True,):
            assert time.monotonic() < deadline, "the standby does not follow"
            time.sleep(0.05)


def test_a_province_is_read_from_a_standby(
    servers: tuple[Server, Server], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    primary, standby = servers
    name = primary.new_database()
    room = open_room(primary.url(name), LiveClock(), RoomPlan())
    now = room.clock.now()
    for command in (
        EnterCall("laka", "Kecelakaan di Suhat", "Suhat"),
        RegisterUnit("SAMAPTA 1", "samapta", status=UnitStatus.AVAILABLE, since=now),
    ):
        room.lane.submit(command).result(WAIT_S)
    room.close()
    until_replayed(primary, standby)
    rooms = tmp_path / "rooms.toml"
    rooms.write_text(
        f'[[room]]\nname = "Kota Malang"\ndatabase = "{standby.url(name)}"\n'
        f'[[room]]\nname = "Batu\\u001b[31m"\ndatabase = "{standby.url("nowhere")}"\n'
    )
    assert main(["province", str(rooms), "--json"]) == DONE
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (sum(first["open"].values()), first["unowned"]) == (1, 0)
    assert (first["ready"], first["units"], first["fault"]) == (1, 1, "")
    assert 0 <= first["age_s"] < 600
    assert second["fault"] in {"database_missing", "database_unreachable"}
    assert main(["province", str(rooms)]) == DONE
    said = capsys.readouterr().out
    assert "units 1/1 ready" in said
    assert "\x1b" not in said


def test_a_standby_is_for_reading_only(servers: tuple[Server, Server]) -> None:
    primary, standby = servers
    name = primary.new_database()
    open_room(primary.url(name), LiveClock(), RoomPlan()).close()
    until_replayed(primary, standby)
    with pytest.raises(OperatorError, match="database_standby"):
        open_database(standby.url(name))


@pytest.mark.parametrize("text", ["", "[[room]]\nname = 1", "room = 3", "[[room"])
def test_a_list_that_is_none_is_refused(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rooms = tmp_path / "rooms.toml"
    rooms.write_text(text)
    assert main(["province", str(rooms)]) == WRONG_USAGE
    assert "list of rooms" in capsys.readouterr().err
