"""Signing in, out and offline, through the write lane of a real room."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from command_center.bootstrap import people
from command_center.bootstrap.people import Building, FrontDoor
from command_center.bootstrap.remembered import Memory
from command_center.commands.people import AddStaff, ChangeStaff, StaffLeaves
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.room import Alarm, Role, Staff
from command_center.ports import Session
from command_center.storage.people import SqlPeople
from tests.fake_people import CHEAP, FakePeople
from tests.room.conftest import HandClock
from tests.room.desk import Desk

BOSS, SECRET = "sri.w", "kopi-tubruk-7"


class Entrance:
    """A door in a room, and the database's side of it."""

    def __init__(self, desk: Desk, clock: HandClock, file: Path) -> None:
        self.desk, self.clock, self.file = desk, clock, file
        self.people = FakePeople(clock, self.staff)
        self.used: list[Session] = []
        self.reachable = True
        self.door = self.new_door()

    def staff(self) -> list[Staff]:
        return list(self.desk.look().all("staff"))

    def name_of(self, staff_id: str) -> str:
        return next((one.name for one in self.staff() if one.id == staff_id), "")

    def new_door(self, *, owned: bool = True) -> FrontDoor:
        """As another start of the program finds it."""
        room = self.desk.room
        return FrontDoor(
            Building(
                people=self.people,
                executor=room.lane,
                clock=self.clock,
                seat=room.act,
                system=room.system,
                console=room.console,
                memory=Memory(self.file, self.clock),
                use=self.used.append,
                drop=self.used.remove,
                name_of=self.name_of,
                reachable=lambda: self.reachable,
                owned=owned,
                params=CHEAP,
            )
        )

    def boss(self) -> str:
        return self.door.create_administrator("Sri Wahyuni", BOSS, SECRET).act.actor

    def add(self, login: str, role: Role = Role.OPERATOR) -> tuple[str, str]:
        """Somebody new by the administrator: (id, temporary password)."""
        boss = self.door.sign_in(BOSS, SECRET, again=True)
        made = self.desk.do(AddStaff(f"Orang {login}", login, role), act=boss.act)
        id = str(made.result["staff_id"])
        return id, self.door.give_password(boss, id, login)

    def entries(self, kind: str) -> list[dict[str, object]]:
        stored = self.desk.room.database.history.entries()
        return [dict(e.entry.inputs) for e in stored if e.entry.kind == kind]


@pytest.fixture
def entrance(desk: Desk, clock: HandClock, tmp_path: Path) -> Entrance:
    return Entrance(desk, clock, tmp_path / "people" / "room.json")


def refusal(call: Callable[[], object]) -> OperatorError:
    with pytest.raises(OperatorError) as caught:
        call()
    return caught.value


def test_the_first_start_makes_an_administrator_and_lets_them_in(entrance: Entrance) -> None:
    assert entrance.door.needs_administrator()
    entered = entrance.door.create_administrator("Sri  Wahyuni", "Sri.W", SECRET)
    assert (entered.name, entered.login, entered.act.role) == ("Sri Wahyuni", BOSS, "administrator")
    assert entered.until == entrance.clock.now() + timedelta(hours=12)
    assert not entered.must_change
    assert not entrance.door.needs_administrator()
    again = refusal(lambda: entrance.door.create_administrator("Lain", "lain", SECRET))
    assert again.code == "administrator_exists"


def test_what_broke_off_before_the_password_is_finished(entrance: Entrance) -> None:
    entrance.people.away = None
    keep = entrance.people.set_password

    def broken(*given: object) -> None:
        raise OperatorError("database_interrupted")

    entrance.people.set_password = broken  # type: ignore[method-assign,assignment]
    refusal(entrance.boss)
    entrance.people.set_password = keep  # type: ignore[method-assign]
    assert entrance.door.needs_administrator()
    entrance.boss()
    named = [one.login for one in entrance.staff() if one.role is Role.ADMINISTRATOR]
    assert named == [BOSS]


def test_nobody_is_made_before_the_password_can_be_kept(
    entrance: Entrance, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object) -> None:
        raise OperatorError("database_interrupted")

    monkeypatch.setattr(people, "new_verifier", broken)
    refusal(entrance.boss)
    assert not [one for one in entrance.staff() if one.role is Role.ADMINISTRATOR]


def test_a_workstation_of_a_server_makes_no_administrator(entrance: Entrance) -> None:
    door = entrance.new_door(owned=False)
    assert refusal(door.needs_administrator).code == "needs_db_init"
    error = refusal(lambda: door.create_administrator("Sri", BOSS, SECRET))
    assert error.code == "needs_db_init"


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("pendek", "password_too_short"),
        ("x" * 129, "password_too_long"),
        (f"{BOSS}-2026!", "password_holds_login"),
        ("aaaaaaaaaaaa", "password_too_simple"),
    ],
)
def test_a_weak_password_is_refused(entrance: Entrance, password: str, code: str) -> None:
    error = refusal(lambda: entrance.door.create_administrator("Sri", BOSS, password))
    assert error.code == code


def test_a_given_password_lasts_one_sign_in(entrance: Entrance) -> None:
    entrance.boss()
    id, given = entrance.add("budi")
    entered = entrance.door.sign_in("Budi ", given, again=False)
    assert entered.must_change
    same = refusal(lambda: entrance.door.change_password(entered, None, given))
    assert same.code == "password_same"
    after = entrance.door.change_password(entered, None, "sepeda-onta-9")
    assert (after.must_change, after.act.actor) == (False, id)
    assert refusal(lambda: entrance.door.sign_in("budi", given, again=False)).code == (
        "sign_in_refused"
    )
    assert not entrance.door.sign_in("budi", "sepeda-onta-9", again=False).must_change
    assert len(entrance.entries("password.changed")) == 1


def test_changing_the_own_password_takes_the_old_one(entrance: Entrance) -> None:
    entrance.boss()
    entered = entrance.door.sign_in(BOSS, SECRET, again=False)
    wrong = refusal(lambda: entrance.door.change_password(entered, "bukan-ini-12", "nasi-pecel-5"))
    assert wrong.code == "sign_in_refused"
    entrance.door.change_password(entered, SECRET, "nasi-pecel-5")
    assert entrance.door.sign_in(BOSS, "nasi-pecel-5", again=False).name == "Sri Wahyuni"


def test_only_an_administrator_gives_passwords(entrance: Entrance) -> None:
    boss = entrance.boss()
    _, given = entrance.add("budi")
    entered = entrance.door.sign_in("budi", given, again=False)
    with pytest.raises(NotAllowed):
        entrance.door.give_password(entered, boss, BOSS)
    entrance.door.sign_in(BOSS, SECRET, again=False)


def test_five_wrong_passwords_lock_and_the_room_hears_of_it(entrance: Entrance) -> None:
    entrance.boss()
    wrong = [refusal(lambda: entrance.door.sign_in(BOSS, "salah-benar", False)) for _ in range(5)]
    assert [e.code for e in wrong] == ["sign_in_refused"] * 4 + ["sign_in_locked"]
    assert wrong[-1].params["until"] == entrance.clock.now() + timedelta(minutes=15)
    assert refusal(lambda: entrance.door.sign_in(BOSS, SECRET, False)).code == "sign_in_locked"
    entrance.desk.report()  # behind the alarm on the same lane
    alarms: list[Alarm] = entrance.desk.look().open_alarms()
    assert [(a.type.value, a.params) for a in alarms] == [
        ("account_locked", {"name": "Sri Wahyuni"})
    ]
    entrance.clock.turn(15 * 60)
    assert entrance.door.sign_in(BOSS, SECRET, False).name == "Sri Wahyuni"


def test_an_unknown_login_is_refused_like_any_other(entrance: Entrance) -> None:
    entrance.boss()
    assert refusal(lambda: entrance.door.sign_in("tidak.ada", SECRET, False)).code == (
        "sign_in_refused"
    )


def test_a_sign_in_is_written_down_and_signs_out_at_the_database(entrance: Entrance) -> None:
    entrance.boss()
    entered = entrance.door.sign_in(BOSS, SECRET, again=True)
    assert len(entrance.people.sessions) == 1  # the one before was ended
    assert entrance.used[-1].id in entrance.people.sessions
    entrance.door.sign_out(entered)
    assert entrance.people.sessions == {}
    assert entered.act.actor not in {session.staff_id for session in entrance.used[1:]}
    told = entrance.entries("person.signed_in")
    assert [e["result"]["how"] for e in told] == ["password", "again"]  # type: ignore[index]
    assert len(entrance.entries("person.signed_out")) == 1


def test_no_secret_reaches_the_log_or_the_memory(entrance: Entrance) -> None:
    entrance.boss()
    _, given = entrance.add("budi")
    entered = entrance.door.sign_in("budi", given, again=False)
    entrance.door.change_password(entered, None, "sepeda-onta-9")
    stored = list(entrance.desk.room.database.history.entries())
    text = json.dumps([repr(e) for e in stored]) + entrance.file.read_text(encoding="utf-8")
    hidden = [SECRET, given, "sepeda-onta-9"]
    hidden += [k.verifier.hex() for k in entrance.people.kept.values()]
    in_log = json.dumps([repr(e) for e in stored])
    assert [secret for secret in hidden if secret in in_log] == []
    assert [secret for secret in hidden[:3] if secret in text] == []
    tokens = [s.token.hex() for s in entrance.used]
    assert tokens
    assert [token for token in tokens if token in text] == []
    assert "token" not in repr(entrance.used[0])


# --- without the database ------------------------------------------------------------------------


def cut(entrance: Entrance) -> FrontDoor:
    """The database is gone and the program was started again."""
    entrance.people.away = OperatorError("database_unreachable")
    return entrance.new_door()


def test_who_was_here_today_comes_in_without_the_database(entrance: Entrance) -> None:
    boss = entrance.boss()
    door = cut(entrance)
    entrance.clock.turn(23 * 3600)
    entered = door.sign_in(BOSS, SECRET, again=False)
    assert (entered.offline, entered.act.actor, entered.act.role) == (True, boss, "administrator")
    assert entered.until == entrance.clock.now() + timedelta(hours=1)
    assert refusal(lambda: door.give_password(entered, boss, BOSS)).code == (
        "sign_in_needs_database"
    )
    entrance.clock.turn(3600)
    error = refusal(lambda: door.sign_in(BOSS, SECRET, again=False))
    assert error.code == "sign_in_not_remembered"


def test_a_clock_turned_back_lengthens_nothing(entrance: Entrance) -> None:
    entrance.boss()
    door = cut(entrance)
    entrance.clock.turn(20 * 3600)
    door.sign_in(BOSS, SECRET, again=False)
    entrance.clock.turn(-19 * 3600)
    error = refusal(lambda: door.sign_in(BOSS, SECRET, again=False))
    assert error.code == "sign_in_not_remembered"


def test_wrong_passwords_are_counted_at_the_workstation_too(entrance: Entrance) -> None:
    entrance.boss()
    door = cut(entrance)
    for code in ["sign_in_refused"] * 4 + ["sign_in_locked"]:
        assert refusal(lambda: door.sign_in(BOSS, "salah-benar", False)).code == code
    assert refusal(lambda: cut(entrance).sign_in(BOSS, SECRET, False)).code == "sign_in_locked"
    entrance.clock.turn(15 * 60)
    assert door.sign_in(BOSS, SECRET, False).offline


def test_a_temporary_password_is_not_remembered(entrance: Entrance) -> None:
    entrance.boss()
    _, given = entrance.add("budi")
    entrance.door.sign_in("budi", given, again=False)
    error = refusal(lambda: cut(entrance).sign_in("budi", given, again=False))
    assert error.code == "sign_in_not_remembered"


def test_a_refused_password_does_not_try_its_luck_offline(entrance: Entrance) -> None:
    boss = entrance.boss()
    second, given = entrance.add("budi", Role.ADMINISTRATOR)
    entered = entrance.door.sign_in("budi", given, again=False)
    entered = entrance.door.change_password(entered, None, "sepeda-onta-9")
    entrance.desk.do(StaffLeaves(boss), act=replace(entered.act, actor=second))
    assert refusal(lambda: entrance.door.sign_in(BOSS, SECRET, False)).code == "sign_in_refused"


def test_a_clock_turned_back_before_anybody_asked_lengthens_nothing(
    entrance: Entrance, clock: HandClock
) -> None:
    entrance.boss()
    memory = Memory(entrance.file, clock)
    clock.turn(23 * 3600)
    memory.note_time()
    clock.turn(-22 * 3600)
    memory.note_time()
    error = refusal(lambda: cut(entrance).sign_in(BOSS, SECRET, False))
    assert error.code == "sign_in_not_remembered"


def test_no_proof_and_no_verifier_is_ever_printed(entrance: Entrance) -> None:
    entrance.boss()
    kept = json.loads(entrance.file.read_text(encoding="utf-8"))[BOSS]
    door = cut(entrance)
    door.sign_in(BOSS, SECRET, again=False)
    row, shown = Memory(entrance.file, entrance.clock).check(BOSS, SECRET)
    printed = f"{row!r} {door._held!r}"
    for secret in (SECRET, kept["verifier"], shown.hex(), repr(shown)):
        assert secret not in printed


def test_when_the_database_is_back_the_proof_signs_in(entrance: Entrance) -> None:
    boss = entrance.boss()
    door = cut(entrance)
    entered = door.sign_in(BOSS, SECRET, again=False)
    assert refusal(lambda: door.resume(entered)).code == "database_unreachable"
    entrance.people.away = None
    after = door.resume(entered)
    assert (after.offline, after.act.actor, after.name) == (False, boss, "Sri Wahyuni")
    how = [e["result"]["how"] for e in entrance.entries("person.signed_in")]  # type: ignore[index]
    assert how[-1] == "offline"


def test_a_password_changed_elsewhere_meanwhile_asks_again(entrance: Entrance) -> None:
    entrance.boss()
    elsewhere = entrance.new_door()
    door = cut(entrance)
    entered = door.sign_in(BOSS, SECRET, again=False)
    entrance.people.away = None
    there = elsewhere.sign_in(BOSS, SECRET, again=False)
    elsewhere.change_password(there, SECRET, "nasi-pecel-5")
    assert refusal(lambda: door.resume(entered)).code == "sign_in_again"


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
def test_the_memory_is_private_and_outlives_what_breaks_it(
    entrance: Entrance, caplog: pytest.LogCaptureFixture
) -> None:
    entrance.boss()
    assert entrance.file.stat().st_mode & 0o077 == 0
    whole = entrance.file.read_text(encoding="utf-8")
    broken = ["", "[]", "{", '{"sri.w": {}}', whole.replace("argon2id", "argon2zz")]
    broken += [whole.replace('"failures": 0', '"failures": "0"'), "[" * 100_000]
    kept_at = json.loads(whole)[BOSS]["kept_at"]
    broken += [whole.replace(kept_at, "9999-12-31T23:00:00.000000Z")]
    for text in broken:
        entrance.file.write_text(text, encoding="utf-8")
        error = refusal(lambda: cut(entrance).sign_in(BOSS, SECRET, False))
        assert error.code == "sign_in_not_remembered", text[:40]
    assert {record.name for record in caplog.records} == {"command_center.bootstrap.remembered"}


# --- the database's own counting -----------------------------------------------------------------


@pytest.fixture
def counted(entrance: Entrance) -> Iterator[Entrance]:
    """The same with what the database really keeps; a server goes by its own clock."""
    people = SqlPeople(entrance.desk.room.database.engine, entrance.clock)
    entrance.people = people  # type: ignore[assignment]
    entrance.door = entrance.new_door()
    yield entrance
    people.close()


def test_the_database_takes_the_same_steps(counted: Entrance) -> None:
    assert counted.door.needs_administrator()
    counted.boss()
    assert not counted.door.needs_administrator()
    id, given = counted.add("budi")
    entered = counted.door.sign_in("budi", given, again=False)
    assert (entered.must_change, entered.act.actor) == (True, id)
    after = counted.door.change_password(entered, None, "sepeda-onta-9")
    assert not after.must_change
    assert not counted.door.sign_in("budi", "sepeda-onta-9", again=True).must_change
    assert refusal(lambda: counted.door.give_password(after, id, "budi")).code == "not_allowed"
    boss = counted.door.sign_in(BOSS, SECRET, again=True)
    counted.desk.do(ChangeStaff(id, role=Role.OBSERVER), act=boss.act)
    assert counted.door.sign_in("budi", "sepeda-onta-9", again=False).act.role == "observer"
    counted.desk.do(StaffLeaves(id), act=boss.act)
    error = refusal(lambda: counted.door.sign_in("budi", "sepeda-onta-9", again=False))
    assert error.code == "sign_in_refused"
    counted.door.sign_out(boss)


def test_the_database_counts_wrong_passwords_whoever_asks(counted: Entrance) -> None:
    counted.boss()
    codes = [
        refusal(partial(counted.new_door().sign_in, BOSS, "salah-benar", again=False)).code
        for _ in range(5)
    ]
    assert codes == ["sign_in_refused"] * 4 + ["sign_in_locked"]
    error = refusal(lambda: counted.door.sign_in(BOSS, SECRET, False))
    assert error.code == "sign_in_locked"
    until = error.params["until"]
    assert isinstance(until, datetime)
    assert until.tzinfo is not None
