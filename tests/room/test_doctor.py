"""Every check of `command-center doctor` can say that something is wrong, and what to do."""

from __future__ import annotations

import errno
import json
import socket
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from command_center import cli
from command_center.bootstrap.doctor import gather as gathering
from command_center.bootstrap.doctor import gather_outside
from command_center.bootstrap.doctor.facts import (
    City,
    Directories,
    Facts,
    Folder,
    Gateway,
    Grant,
    Relay,
    RoomFacts,
    Screen,
    SourceFact,
    Updates,
)
from command_center.bootstrap.doctor.findings import State, named
from command_center.bootstrap.doctor.gather import gather
from command_center.bootstrap.doctor.gather_outside import directories_here
from command_center.bootstrap.doctor.look import CHECKS, look
from command_center.bootstrap.doctor.resolving import resolved
from command_center.bootstrap.doctor.rows import as_row
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.cli import main
from command_center.cli_doctor_words import DO, WHAT
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.runtime import setting_layers
from command_center.runtime.clock import LiveClock
from command_center.runtime.paths import config_dir
from command_center.runtime.settings import (
    Settings,
    load_settings,
    save_settings,
    settings_path,
)
from command_center.storage.migrate import HEAD
from command_center.storage.trial import Trial
from command_center.video.directory.access import Access, save_access
from command_center.video.relay.asking import RelayAnswer

NOW = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
WIB = timedelta(hours=7)
GB = 1 << 30
FREE = Folder(Path("data"), writable=True, free_bytes=50 * GB)
PLACE = Trial(
    True, True, "r", "Polresta", "live", "malang", HEAD,
    administrator=True, ahead_s=0.1, backup_at=NOW - timedelta(hours=2),
)  # fmt: skip
CITY = City("", "Kota Malang", bounded=True, zone="Asia/Jakarta", offset=WIB)
HEARD = SourceFact("jmp", True, "ok", NOW, "https://jmp.example/balas")
ROOM = RoomFacts((HEARD,), 12, {"cctv.example": True})
SERVED = Gateway("0.0.0.0:8443", None, NOW + timedelta(days=90))
RELAY = Relay("http://relai.example:8590", RelayAnswer.GOOD)
UPDATES = Updates("https://rilis.example/", True, None, NOW + timedelta(days=20))
GRANT = Grant("cctv", key=True, certificates=True, found=True)


@pytest.fixture
def well(tmp_path: Path) -> Facts:
    file = tmp_path / "settings.toml"
    file.touch()
    return Facts(
        now=NOW,
        offset=WIB,
        windows=False,
        settings_file=file,
        system_file=tmp_path / "system.toml",
        settings_fault=None,
        settings_unused=(),
        setup_left=False,
        keyring=True,
        folders={"data": FREE, "settings": FREE, "log": FREE},
        place=PLACE,
        place_fault=None,
        room=ROOM,
        city=CITY,
        screen=Screen(display=True, fonts=True, missing=()),
        gateway=SERVED,
        witness=FREE,
        synchronised=True,
        relay=RELAY,
        updates=UPDATES,
        directories=Directories(None, (GRANT,)),
        reply_hosts={"jmp.example": True},
    )


def test_where_all_is_well_nothing_is_to_be_done(well: Facts) -> None:
    found = look(well)
    assert len(found) == len(CHECKS) == len({finding.check for finding in found})
    assert [f for f in found if f.state is not State.OK or f.do] == []


DOWN = replace(HEARD, state="down", last_ok_at=None)
NEVER = replace(HEARD, state="", last_ok_at=None)
CLOSED = replace(FREE, writable=False)
WRONG = [
    ("settings", "broken", {"settings_fault": OperatorError("setting_file_version")}),
    ("settings", "attention", {"settings_file": Path("nowhere.toml")}),
    ("settings", "attention", {"setup_left": True}),
    ("keyring", "attention", {"keyring": False}),
    ("folders", "broken", {"folders": {"data": CLOSED}}),
    ("space", "broken", {"folders": {"data": replace(FREE, free_bytes=10)}}),
    ("space", "attention", {"folders": {"data": replace(FREE, free_bytes=GB)}}),
    ("settings", "attention", {"settings_unused": (OperatorError("setting_not_text"),)}),
    ("window", "broken", {"screen": Screen(True, True, ("libEGL.so.1",))}),
    ("window", "broken", {"screen": Screen(True, False, ())}),
    ("window", "attention", {"screen": Screen(False, True, ())}),
    ("time", "attention", {"offset": timedelta()}),
    ("time", "attention", {"synchronised": False}),
    ("database", "broken", {"place": None, "place_fault": OperatorError("database_unreachable")}),
    ("database", "broken", {"place": None, "place_fault": OperatorError("database_newer")}),
    ("database", "broken", {"place": replace(PLACE, kind="exercise")}),
    ("database", "broken", {"place": Trial(True, True)}),
    ("database", "attention", {"place": Trial(False, False)}),
    ("database", "attention", {"place": replace(PLACE, revision="0001")}),
    ("clock", "attention", {"place": replace(PLACE, ahead_s=-5.0)}),
    ("clock", "broken", {"place": replace(PLACE, ahead_s=600.0)}),
    ("clock", "attention", {"place": replace(PLACE, ahead_s=None)}),
    ("administrator", "broken", {"place": replace(PLACE, administrator=False)}),
    ("administrator", "attention", {"place": replace(PLACE, administrator=False, server=False)}),
    ("backup", "attention", {"place": replace(PLACE, backup_at=None)}),
    ("backup", "attention", {"place": replace(PLACE, backup_at=NOW - timedelta(hours=26))}),
    ("backup", "attention", {"place": replace(PLACE, backup_at=NOW + timedelta(hours=1))}),
    ("city", "broken", {"city": replace(CITY, fault="areas.csv row 3")}),
    ("city", "attention", {"city": replace(CITY, bounded=False)}),
    ("sources", "attention", {"room": replace(ROOM, sources=())}),
    ("sources", "attention", {"room": replace(ROOM, sources=(replace(DOWN, enabled=False),))}),
    ("sources", "attention", {"room": replace(ROOM, sources=(HEARD, NEVER))}),
    ("sources", "broken", {"room": replace(ROOM, sources=(HEARD, DOWN))}),
    ("sources", "attention", {"room": None}),
    ("cameras", "attention", {"room": replace(ROOM, cameras=0)}),
    ("cameras", "attention", {"room": replace(ROOM, hosts={"a": True, "b": False})}),
    ("cameras", "broken", {"room": replace(ROOM, hosts={"a": False, "b": False})}),
    ("gateway", "broken", {"gateway": replace(SERVED, fault=OperatorError("gateway_key"))}),
    ("gateway", "broken", {"gateway": replace(SERVED, until=NOW - timedelta(days=1))}),
    ("gateway", "attention", {"gateway": replace(SERVED, until=NOW + timedelta(days=20))}),
    ("witness", "attention", {"witness": None}),
    ("witness", "broken", {"witness": CLOSED}),
    ("witness", "broken", {"witness": Folder(Path("stick"), False, None)}),
    *(
        ("relay", "broken", {"relay": replace(RELAY, answer=answer)})
        for answer in (None, *RelayAnswer)
        if answer is not RelayAnswer.GOOD
    ),
    ("replies", "broken", {"reply_hosts": {"sigap.example": True}}),
    (
        "replies",
        "broken",
        {"room": replace(ROOM, sources=(replace(HEARD, reply_url="http://jmp.example/"),))},
    ),
    ("replies", "attention", {"reply_hosts": {"jmp.example": False}}),
    (
        "directories",
        "broken",
        {"directories": Directories(OperatorError("directory_settings"), ())},
    ),
    (
        "directories",
        "broken",
        {"directories": Directories(None, (GRANT, replace(GRANT, key=False)))},
    ),
    (
        "directories",
        "broken",
        {"directories": Directories(None, (replace(GRANT, certificates=False),))},
    ),
    (
        "directories",
        "attention",
        {"directories": Directories(None, (replace(GRANT, found=False),))},
    ),
    ("updates", "attention", {"updates": Updates("", True, None, None)}),
    ("updates", "attention", {"updates": Updates("", True, OperatorError("update_no_root"), None)}),
    ("updates", "broken", {"updates": replace(UPDATES, fault=OperatorError("update_no_root"))}),
    ("updates", "broken", {"updates": replace(UPDATES, fault=OperatorError("update_expired"))}),
    (
        "updates",
        "attention",
        {"updates": replace(UPDATES, fault=OperatorError("update_folder_missing"))},
    ),
    ("updates", "attention", {"updates": replace(UPDATES, until=NOW + timedelta(days=6))}),
]


@pytest.mark.parametrize(
    ("check", "state", "changed"), WRONG, ids=[f"{n}-{row[0]}" for n, row in enumerate(WRONG)]
)
def test_what_is_wrong_is_said_with_what_to_do(
    well: Facts, check: str, state: str, changed: dict[str, Any]
) -> None:
    found = next(f for f in look(replace(well, **changed)) if f.check == check)
    assert found.state.value == state
    row = as_row(found)
    assert row["what"]
    assert row["do"]


def test_a_day_is_that_of_the_wall(well: Facts) -> None:
    late = datetime(2026, 12, 31, 20, tzinfo=UTC)
    facts = replace(well, gateway=replace(SERVED, until=late), updates=replace(UPDATES, until=late))
    days = {one.check: one.params.get("day") for one in look(facts)}
    assert (days["gateway"], days["updates"]) == ("2027-01-01", "2027-01-01")


ONLY_LINUX = ("chown", "timedatectl", "gnome-keyring", "~/.pgpass")


def test_on_windows_no_advice_is_of_another_system(well: Facts) -> None:
    for check, _, changed in WRONG:
        if changed == {"synchronised": False}:  # which only systemd says
            continue
        facts = replace(well, **cast(dict[str, Any], changed))
        here, there = (
            next(f for f in look(replace(facts, windows=windows)) if f.check == check)
            for windows in (False, True)
        )
        assert not any(word in as_row(there)["do"] for word in ONLY_LINUX), check
        assert here.state is there.state
    zone = replace(well, offset=timedelta(), windows=True)
    found = next(f for f in look(zone) if f.check == "time")
    assert as_row(found)["do"].endswith("choose the zone of UTC+07:00.")


def test_every_sentence_is_said_by_some_check() -> None:
    """Codes are named in the checks; what nothing says is dead."""
    folder = Path(gathering.__file__).parent
    code = "".join(file.read_text() for file in folder.glob("of_*.py"))
    for said in WHAT.keys() | DO.keys():
        assert f'"{said.removesuffix("_windows")}"' in code, said


def test_of_many_names_a_few_are_said() -> None:
    assert named(["b", "a"]) == "a, b"
    assert named([str(n) for n in range(8)]) == "0, 1, 2, 3, 4 +3"


def test_every_check_is_seen_to_fail() -> None:
    named = {check.__name__ for check in CHECKS}
    seen = {"administrators" if row[0] == "administrator" else row[0] for row in WRONG}
    assert {"time_of_day" if one == "time" else one for one in seen} == named


def test_a_room_is_asked_and_nothing_is_changed(tmp_path: Path) -> None:
    file = tmp_path / "room.db"
    url = f"sqlite:///{file}"
    open_room(url, LiveClock(), RoomPlan(pack="malang")).close()
    before = file.read_bytes()
    facts = gather(url, LiveClock())
    assert facts.place is not None
    assert (facts.place.kind, facts.place.administrator) == ("live", False)
    assert facts.room == RoomFacts((), 0, {})
    assert facts.city.bounded
    assert file.read_bytes() == before


def test_a_room_that_this_account_may_not_enter_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_: object) -> Trial:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(gathering, "room_in", closed)
    place, fault = gathering._place(f"sqlite:///{tmp_path / 'room.db'}", LiveClock())
    assert place is None
    assert fault is not None
    assert (fault.code, fault.params) == ("first_run_machine", {"reason": "Permission denied"})


def test_the_verb_ends_with_four_only_where_something_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering, "_screen", lambda: Screen(True, True, ()))
    fresh = ["doctor", "--json", "--database", f"sqlite:///{tmp_path / 'none.db'}"]
    assert main(fresh) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == len(CHECKS)
    assert set(rows[0]) == {"check", "state", "code", "what", "do"}
    settings_path("live").write_text("no such option = [")
    assert main(fresh) == 4
    settings_path("live").unlink()
    capsys.readouterr()
    assert main(["doctor", "--database", "postgresql://a:rahasia@h/r"]) == 4
    assert "rahasia" not in capsys.readouterr().out


def test_a_value_that_is_not_used_is_said(
    capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    settings_path("live").write_text("lock_after_min = 9999\n")
    main(["doctor", "--json"])
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    found = next(row for row in rows if row["check"] == "settings")
    assert found["state"] == "attention"
    assert "settings.toml: lock_after_min must be a whole number from 0 to 1440." in found["what"]
    caplog.clear()
    settings_path("live").write_text('relay = "x"\n')
    assert main(["doctor", "--json"]) == 4
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert "relay must be http://HOST:PORT" in first["what"]


def test_what_an_administrator_laid_for_all_accounts_counts_as_set(well: Facts) -> None:
    well.settings_file.unlink()
    assert look(well)[0].state is State.ATTENTION
    well.system_file.touch()
    found = look(well)[0]
    assert (found.state, str(well.system_file) in as_row(found)["what"]) == (State.OK, True)


@pytest.mark.parametrize(("verb", "room"), [("live", "live"), ("exercise", "exercise")])
def test_the_database_of_a_window_is_what_its_settings_page_shows(
    verb: str, room: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def run(_: object) -> int:
        seen.append(load_settings(room).database)
        return 0

    shown = replace(cli.VERBS[verb], run=run)
    monkeypatch.setitem(cli.VERBS, verb, shown)
    monkeypatch.setattr(setting_layers, "_given", {})
    save_settings("live", Settings(database="sqlite:///usual.db"))
    assert main([verb, "--database", "sqlite:///asked.db"]) == 0
    assert main([verb, "--database", "nowhere"]) == 0
    assert seen == ["sqlite:///asked.db", "sqlite:///usual.db" if room == "live" else ""]


def test_what_a_bundle_granted_of_directories_is_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def here(access: Access) -> Grant:
        save_access(RoomKind.LIVE, "cctv", access)
        (found,) = directories_here().grants
        return found

    monkeypatch.setattr(gather_outside, "resolved", lambda hosts: dict.fromkeys(hosts, True))
    (tmp_path / "ca.pem").touch()
    granted = Access(enabled=True, url="https://cctv.example/list")
    assert here(granted) == GRANT
    assert here(replace(granted, key_header="X-Key")) == replace(GRANT, key=False)
    assert here(replace(granted, ca_file=str(tmp_path / "ca.pem"))) == GRANT
    assert here(replace(granted, ca_file="away.pem")) == replace(GRANT, certificates=False)
    save_access(RoomKind.LIVE, "cctv", replace(granted, enabled=False))
    assert directories_here() == Directories(None, ())
    (config_dir() / "directories.toml").write_text("no = [")
    assert directories_here().fault is not None


@pytest.mark.skipif(sys.platform == "win32", reason="the other system")
def test_rights_are_tried_where_the_system_says_nothing_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows os.access grants every folder."""
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(gathering, "takes_files", lambda folder: folder != tmp_path)
    assert not gathering._folder(tmp_path).writable
    assert gathering._folder(tmp_path.parent).writable


def test_addresses_are_looked_up_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    def known(host: str, _port: None) -> list[Any]:
        if host == "tidak.ada":
            raise socket.gaierror
        return []

    monkeypatch.setattr(socket, "getaddrinfo", known)
    assert resolved(["a.example", "tidak.ada"]) == {"a.example": True, "tidak.ada": False}
