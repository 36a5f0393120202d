"""Signing in, on both engines: what is right, what is wrong too often, and who may set what."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.room import Role
from command_center.ports import Session
from command_center.storage.database import Database
from command_center.storage.people import SqlPeople
from command_center.storage.people_local import sealed
from tests.storage import rows
from tests.storage.rows import acting

RIGHT, WRONG = b"p" * 32, b"q" * 32
SALT, PARAMS = b"s" * 16, "argon2id v=19 m=65536 t=3 p=1"


class Clock:
    """Follows the server, which goes by its own time, until it is turned."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def people(database: Database, clock: Clock) -> Iterator[SqlPeople]:
    with acting(database.storage) as work:
        work.add(rows.agency())
        work.add(rows.staff(login="rina"))
        work.add(rows.staff(id="budi", login="budi", role=Role.ADMINISTRATOR))
        work.add(rows.staff(id="lama", login="lama", left_at=rows.NOW))
        work.add(rows.staff(id="mesin", role=Role.SYSTEM))
    found = SqlPeople(database.engine, clock)
    found.set_password(None, "rina", SALT, PARAMS, sealed(RIGHT), must_change=True)
    yield found
    found.close()


def fail(people: SqlPeople, login: str = "rina", times: int = 1) -> str:
    """The code of the last refusal."""
    code = ""
    for _ in range(times):
        with pytest.raises(OperatorError) as caught:
            people.sign_in(login, WRONG, "meja-1")
        code = caught.value.code
    return code


def pass_time(database: Database, clock: Clock, **span: float) -> None:
    """The clock of SQLite is turned; on PostgreSQL the owner turns back what is kept."""
    if database.engine.dialect.name == "sqlite":
        clock.ahead += timedelta(**span)
        return
    us = int(timedelta(**span).total_seconds() * 1e6)
    with database.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE credential SET locked_until = locked_until - {us}")
        connection.exec_driver_sql(f"UPDATE session SET ends_at = ends_at - {us}")


def test_the_right_proof_opens_a_session_of_twelve_hours(people: SqlPeople) -> None:
    session = people.sign_in("rina", RIGHT, "meja-1")
    assert (session.staff_id, session.must_change) == ("rina", True)
    assert session.ends_at - session.started_at == timedelta(hours=12)
    assert len(session.token) == 32
    again = people.sign_in("rina", RIGHT, "meja-1")
    assert again.token != session.token
    assert again.id != session.id


def test_a_challenge_does_not_tell_who_exists(people: SqlPeople) -> None:
    assert people.challenge("rina").salt == SALT
    known, unknown = people.challenge("rina"), people.challenge("nobody")
    assert unknown == people.challenge("nobody")
    assert unknown.salt != people.challenge("somebody").salt
    assert (len(unknown.salt), unknown.params) == (len(known.salt), known.params)
    assert fail(people, "nobody", 7) == fail(people, "") == "sign_in_refused"


def test_five_failures_lock_for_a_quarter_of_an_hour(
    people: SqlPeople, database: Database, clock: Clock
) -> None:
    assert fail(people, times=4) == "sign_in_refused"
    assert fail(people) == "sign_in_locked"
    with pytest.raises(OperatorError, match="sign_in_locked") as caught:
        people.sign_in("rina", RIGHT, "meja-1")
    until = caught.value.params["until"]
    assert isinstance(until, datetime)
    assert timedelta(minutes=14) < until - clock.now() <= timedelta(minutes=15)
    pass_time(database, clock, minutes=15)
    assert fail(people, times=4) == "sign_in_refused"
    people.sign_in("rina", RIGHT, "meja-1")
    assert fail(people, times=4) == "sign_in_refused"


def test_who_has_left_and_who_has_no_password_stay_out(people: SqlPeople) -> None:
    for login in ("lama", "budi"):
        with pytest.raises(OperatorError, match="sign_in_refused"):
            people.sign_in(login, RIGHT, "meja-1")
    for id in ("lama", "mesin", "nobody"):
        with pytest.raises(NotAllowed, match="staff_left"):
            people.set_password(None, id, SALT, PARAMS, sealed(RIGHT), must_change=False)


def set_by(people: SqlPeople, session: Session | None, whose: str, proof: bytes) -> None:
    people.set_password(session, whose, SALT, PARAMS, sealed(proof), must_change=False)


def test_oneself_and_an_administrator_set_a_password(people: SqlPeople) -> None:
    rina, other = (people.sign_in("rina", RIGHT, f"meja-{n}") for n in (1, 2))
    set_by(people, rina, "rina", WRONG)
    with pytest.raises(NotAllowed, match="not_allowed"):
        set_by(people, rina, "budi", WRONG)
    with pytest.raises(NotAllowed, match="session_ended"):
        set_by(people, other, "rina", RIGHT)
    assert people.has_administrator() is False
    set_by(people, None, "budi", RIGHT)
    assert people.has_administrator() is True
    fail_locked = [people.sign_in("budi", RIGHT, "meja-1")]
    set_by(people, fail_locked[0], "rina", RIGHT)
    with pytest.raises(NotAllowed, match="session_ended"):
        set_by(people, rina, "rina", WRONG)
    assert people.sign_in("rina", RIGHT, "meja-1").must_change is False


def test_a_new_password_ends_the_lock_out(people: SqlPeople) -> None:
    fail(people, times=5)
    set_by(people, None, "rina", RIGHT)
    assert people.sign_in("rina", RIGHT, "meja-1").staff_id == "rina"


def test_a_session_ends_when_it_is_signed_out_or_old(
    people: SqlPeople, database: Database, clock: Clock
) -> None:
    first = people.sign_in("rina", RIGHT, "meja-1")
    people.sign_out(first)
    people.sign_out(first)
    with pytest.raises(NotAllowed, match="session_ended"):
        set_by(people, first, "rina", RIGHT)
    second = people.sign_in("rina", RIGHT, "meja-1")
    pass_time(database, clock, hours=12)
    with pytest.raises(NotAllowed, match="session_ended"):
        set_by(people, second, "rina", RIGHT)


def test_a_machine_needs_no_password_and_is_the_system(people: SqlPeople) -> None:
    session = people.open_machine("meja-1")
    assert (session.staff_id, session.must_change) == ("mesin", False)
    with pytest.raises(NotAllowed, match="not_allowed"):
        set_by(people, session, "rina", WRONG)
