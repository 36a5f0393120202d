"""A room on a server, worked in over the logins of its workstations."""

from collections.abc import Iterator
from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import psycopg
import pytest

from command_center.bootstrap.room import OPERATOR_ID, OpenedRoom, RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits
from command_center.commands.executor import WriteLane
from command_center.commands.intake import EnterCall
from command_center.commands.kept_records import KeepRefusedRecord
from command_center.commands.notes import AddNote
from command_center.commands.room import RegisterUnit
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.incident import Priority
from command_center.domain.log import Act
from command_center.domain.unit import UnitStatus
from command_center.ports import Outcome, Session
from command_center.runtime.clock import LiveClock
from command_center.storage import migrate, roles
from command_center.storage.database import open_database
from command_center.storage.engine import open_engine
from command_center.storage.people import SqlPeople
from command_center.storage.people_local import sealed
from tests.postgres import Server

pytestmark = pytest.mark.postgres
DESK, WAIT_S = "meja-1", 30.0
PROOF = b"p" * 32


class Place:
    """A room that its owner founded; `url` is what a workstation is given."""

    def __init__(self, server: Server, name: str) -> None:
        self.owner_url = server.url(name)
        self.url = self.owner_url.replace("postgres@", f"{roles.login_of(DESK)}@")

    def as_owner(self, sql: str) -> None:
        with psycopg.connect(self.owner_url) as connection:
            connection.execute(sql)


@pytest.fixture(scope="module")
def place(postgres: Server, postgres_template: str) -> Iterator[Place]:
    name = postgres.new_database(postgres_template)
    found = Place(postgres, name)
    founded = open_room(found.owner_url, LiveClock(), RoomPlan())
    people = SqlPeople(founded.database.engine, LiveClock())
    people.set_password(None, OPERATOR_ID, b"s" * 16, "p", sealed(PROOF), must_change=False)
    people.close()
    roles.create_roles(founded.database.engine)
    roles.add_workstation(founded.database.engine, DESK, "rahasia")
    founded.close()
    found.as_owner(f"UPDATE credential SET failures = 0 WHERE staff_id = '{OPERATOR_ID}'")
    yield found
    postgres.drop_database(name)


@pytest.fixture
def room(place: Place) -> Iterator[OpenedRoom]:
    """Opened by the workstation, with the program signed in but nobody else."""
    opened = open_room(place.url, LiveClock(), RoomPlan())
    people = SqlPeople(opened.database.engine, LiveClock())
    opened.database.storage.use(people.open_machine(DESK), machine=True)
    people.close()
    yield opened
    opened.close()


def lead(room: OpenedRoom, place: Place) -> Session:
    """The shift lead, signed in. Nobody gave them a login when the room was founded."""
    now = int(datetime.now(UTC).timestamp() * 1e6)
    token = f"{now}".encode().ljust(32)
    place.as_owner(
        "INSERT INTO session (id, token_hash, staff_id, workstation, db_role, started_at, ends_at)"
        f" VALUES ('{now}', sha256('{token.decode()}'), '{OPERATOR_ID}', '{DESK}',"
        f" '{roles.login_of(DESK)}', {now}, {now + 10**9})"
    )
    at = datetime.now(UTC)
    session = Session(f"{now}", token, OPERATOR_ID, at, at, must_change=False)
    room.database.storage.use(session)
    return session


def do(room: OpenedRoom, command: object, act: Act | None = None) -> Outcome:
    return room.lane.submit(command, act=act).result(WAIT_S)


def a_unit(room: OpenedRoom, call_sign: str) -> str:
    made = RegisterUnit(call_sign, "samapta", status=UnitStatus.AVAILABLE)
    return str(do(room, made, room.system).result["unit_id"])


def test_a_workstation_works_as_who_is_signed_in_at_it(room: OpenedRoom, place: Place) -> None:
    unit = a_unit(room, "ELANG 1")
    call = EnterCall("lainnya", "api di pasar", "Jalan Ijen", Priority.P2)
    with pytest.raises(NotAllowed, match="session_missing"):
        do(room, call)
    session = lead(room, place)
    incident = str(do(room, call).result["incident_id"])
    ordered = do(room, OrderUnits(incident, (unit,), "Meluncur"))
    newest = list(room.database.history.entries())[-1]
    assert (newest.seq, newest.entry.actor) == (ordered.seq, OPERATOR_ID)
    assert room.act.workstation == newest.entry.workstation == DESK
    room.database.storage.drop(session)
    with pytest.raises(NotAllowed, match="session_missing"):
        do(room, AddNote(incident, "tanpa masuk"))


def test_one_who_is_refused_takes_nobody_along(room: OpenedRoom, place: Place) -> None:
    """What changes no row is first looked at with the commit, which then is everybody's."""
    lead(room, place)
    incident = str(do(room, EnterCall("lainnya", "x", "y", Priority.P3)).result["incident_id"])
    entered, free = Event(), Event()

    def hold(_at: datetime) -> None:
        entered.set()
        assert free.wait(WAIT_S)

    lane = WriteLane(
        room.database.storage, room.clock, room.lane._city, room.lane._triage, room.act, follow=hold
    )
    futures: list[Future[Outcome]] = []
    try:
        held = Act(**{n: getattr(room.act, n) for n in ("actor", "workstation", "shift", "role")},
                   occurred_at=room.clock.now())  # fmt: skip
        first = lane.submit(AddNote(incident, "pertama"), act=held)
        assert entered.wait(WAIT_S)
        room.database.storage.use(
            Session("gone", b"gone", "staff:system", held.occurred_at, held.occurred_at, False)  # type: ignore[arg-type]
        )
        futures = [
            lane.submit(AddNote(incident, "kedua")),
            lane.submit(KeepRefusedRecord("110", "r1", "why", "raw"), act=room.system),
            lane.submit(AddNote(incident, "ketiga")),
        ]
        free.set()
        assert first.result(WAIT_S).seq is not None
        with pytest.raises(NotAllowed, match="session_missing"):
            futures[1].result(WAIT_S)
        second, third = (futures[n].result(WAIT_S).seq for n in (0, 2))
        assert second is not None
        assert third == second + 1
    finally:
        free.set()
        lane.close()


def test_a_program_of_another_table_is_told_so(place: Place) -> None:
    place.as_owner("DELETE FROM verb_permission WHERE kind = 'note.added'")
    with pytest.raises(OperatorError, match="database_older"):
        open_database(place.url)
    open_database(place.owner_url).close()
    open_database(place.url).close()


def test_a_workstation_brings_no_server_up_to_date(
    place: Place, migrations: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "HEAD", "9000")
    with pytest.raises(OperatorError, match="database_older"):
        migrate.bring_up_to_date(open_engine(place.url), migrations)


def test_an_administrator_needs_no_superuser(place: Place, migrations: Path) -> None:
    """A member of the owner migrates, and what that makes is the owner's."""
    place.as_owner("CREATE ROLE tata LOGIN IN ROLE cc_owner")
    engine = open_engine(place.owner_url.replace("postgres@", "tata@"))
    with engine.begin() as connection:
        migrate._lock(connection)
        migrate.run(connection, migrations, "0002")
        migrate.run(connection, migrations, migrate.HEAD)
        roles.grant_on(connection)
        owners = "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'"
        assert connection.exec_driver_sql(owners).scalars().all() == [roles.OWNER]
    engine.dispose()
    open_database(place.owner_url).close()
    open_database(place.url).close()
    place.as_owner("DROP ROLE tata")


@pytest.mark.parametrize("name", ["", "meja 1", "-x", "x" * 61, 'a"b', "é"])
def test_a_login_is_named_after_a_plain_name(name: str) -> None:
    with pytest.raises(OperatorError, match="workstation_name"):
        roles.login_of(name)
    assert roles.workstation_of(f"ws_{name}") is None


def test_a_login_names_its_workstation() -> None:
    assert roles.workstation_of(roles.login_of("MEJA-1.utara")) == "MEJA-1.utara"
    assert roles.workstation_of("postgres") is None
    assert roles.workstation_of(None) is None
