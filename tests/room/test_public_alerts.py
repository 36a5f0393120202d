"""What others warn the public of is kept while it holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from command_center.bootstrap.mappings import mapping_of
from command_center.cli import main
from command_center.cli_status import DONE, NOTHING_STORED
from command_center.commands import public_alerts
from command_center.commands.public_alerts import SLOTS, KeepAlert
from command_center.commands.room import ConnectSource
from command_center.connectors.file_drop.keeper import FileDrop
from command_center.connectors.file_drop.taking import Desk as FileDesk
from command_center.connectors.says import ALERTS
from command_center.domain.alert import (
    AlertPart,
    AlertStatus,
    PublicAlert,
    Severity,
)
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.room import Role, SourceKind
from command_center.situation.public_alerts import kept_alerts
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.unit.contract.cap_files import BOW, SENT, SQUARE, alert, area, info, refers

RING = ((-8.0, 112.6), (-8.0, 112.7), (-7.9, 112.7), (-8.0, 112.6))


def made(desk: Desk, name: str, *replaces: str, lasts_h: float = 3.0) -> PublicAlert:
    now = desk.room.clock.now()
    end = now + timedelta(hours=lasts_h)
    part = AlertPart("Hujan", f"Hujan {name}", Severity.SEVERE, "Malang", end, (RING,))
    old = tuple(("bmkg", one) for one in replaces)
    return PublicAlert("bmkg", name, now, AlertStatus.ACTUAL, old, (part,))


def keep(desk: Desk, one: PublicAlert) -> None:
    desk.do(KeepAlert(one), act=desk.room.console)


def kept(desk: Desk) -> list[str]:
    return [one.identifier for one in kept_alerts(desk.look()).values()]


def test_an_alert_is_kept_once_and_ended_by_the_one_that_replaces_it(desk: Desk) -> None:
    keep(desk, made(desk, "A1"))
    keep(desk, made(desk, "B1"))
    written = len(desk.kinds())
    keep(desk, made(desk, "A1"))
    assert (kept(desk), len(desk.kinds())) == (["A1", "B1"], written)
    keep(desk, made(desk, "A2", "A1"))
    assert kept(desk) == ["A2", "B1"]
    keep(desk, made(desk, "A1"))
    assert kept(desk) == ["A2", "B1"], "what was replaced does not come back"
    keep(desk, replace(made(desk, "C1", "A2", "B1"), parts=()))
    assert kept(desk) == ["C1"]
    assert [one.parts for one in kept_alerts(desk.look()).values()] == [()]
    assert desk.kinds()[-1] == "public_alert.kept"


@pytest.mark.parametrize("order", ["A U1 U2 A", "U2 U1 A", "U2 A U1 A", "A U2 U1 A", "C A U1 U2"])
def test_what_is_ended_does_not_stand_in_whatever_order_it_comes(desk: Desk, order: str) -> None:
    told = {
        "A": made(desk, "A"),
        "U1": made(desk, "U1", "A"),
        "U2": made(desk, "U2", "U1"),
        "C": replace(made(desk, "C", "A", "U1", "U2"), parts=()),
    }
    for name in order.split():
        keep(desk, told[name])
    standing = [one.identifier for one in kept_alerts(desk.look()).values() if one.parts]
    assert standing == ([] if "C" in order else ["U2"])
    written = len(desk.kinds())
    for name in order.split():
        keep(desk, told[name])
    assert len(desk.kinds()) == written, "the same feed again is no news"


def test_of_many_that_only_end_others_the_newest_wait_and_leave_room(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_alerts, "SLOTS", SLOTS[:2])
    now = desk.room.clock.now()
    waiting = [
        replace(made(desk, f"C{n}", f"A{n}"), parts=(), sent_at=now - timedelta(hours=n))
        for n in (1, 2, 3)
    ]
    keep(desk, waiting[0])
    keep(desk, waiting[1])
    with pytest.raises(OperatorError, match="alert_ends_nothing"):
        keep(desk, waiting[2])
    keep(desk, made(desk, "B"))
    assert kept(desk) == ["C1", "B"]
    ahead = replace(made(desk, "C9", "A9"), parts=(), sent_at=now + timedelta(days=9))
    with pytest.raises(OperatorError, match="alert_ends_nothing"):
        keep(desk, ahead)


def test_what_means_nothing_here_is_refused_in_words(desk: Desk) -> None:
    over = made(desk, "A1", lasts_h=-1)
    nothing = replace(made(desk, "A2", "A1"), parts=(), sent_at=over.sent_at - timedelta(days=2))
    with pytest.raises(OperatorError, match="alert_over"):
        keep(desk, over)
    with pytest.raises(OperatorError, match="alert_ends_nothing"):
        keep(desk, nothing)
    with pytest.raises(NotAllowed):
        desk.do(KeepAlert(made(desk, "A3")), act=desk.person(Role.OBSERVER, "mata"))
    with pytest.raises(OperatorError, match="alert_not_meant"):
        keep(desk, replace(made(desk, "A4"), status=AlertStatus.TEST))
    assert kept(desk) == []


def test_what_is_over_makes_room_and_what_holds_does_not(
    desk: Desk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_alerts, "SLOTS", SLOTS[:2])
    keep(desk, made(desk, "A1", lasts_h=1))
    keep(desk, made(desk, "A2", lasts_h=9))
    with pytest.raises(OperatorError, match="alerts_full"):
        keep(desk, made(desk, "A3"))
    clock.turn(7200)
    keep(desk, made(desk, "A4"))
    assert kept(desk) == ["A4", "A2"]


def test_a_file_is_imported_and_what_is_wrong_with_it_is_said(
    desk: Desk, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    end = (desk.room.clock.now() + timedelta(days=40)).isoformat()
    file = tmp_path / "bmkg.xml"
    file.write_text(alert(info(area(SQUARE, BOW), expires=end)))
    assert main(["import", "alerts", str(file), "--database", database_url]) == DONE
    assert capsys.readouterr().out.splitlines() == [
        "bmkg.xml: alert 1 area 1 'Kota Malang' polygon 2: outline crosses itself ('-7.95,112.65')",
        "1 stored, 1 refused",
    ]
    assert kept(desk) == ["A1"]
    file.write_text(
        alert(info(area(SQUARE), expires=SENT.replace("2026", "2006")), identifier="A2")
    )
    assert main(["import", "alerts", str(file), "--database", database_url]) == NOTHING_STORED
    assert capsys.readouterr().out.splitlines()[0] == "bmkg.xml: A2 is over already."


def laying(desk: Desk, folder: Path) -> FileDrop:
    """Who looks into a folder that alerts are laid down in."""
    source = ConnectSource("bmkg", "BMKG", str(folder), kind=SourceKind.FILES, profile=ALERTS)
    desk.do(source, act=desk.room.console)
    room = desk.room
    drop = FileDrop(
        FileDesk(room.lane, room.system, room.sealer(), room.clock, "live"),
        room.database.telemetry,
        mapping_of,
        lambda source, now: lambda at: False,
    )
    drop.follow({"bmkg": desk.look().get("source", "bmkg")})  # type: ignore[dict-item]
    return drop


def test_alerts_laid_down_in_a_folder_are_kept(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    drop = laying(desk, folder)
    soon = desk.room.clock.now() + timedelta(hours=2)
    one = info(area(SQUARE), expires=soon.isoformat())
    old = info(area(SQUARE), expires=SENT.replace("2026", "2006"))
    both = alert(one) + alert(old, identifier="A0") + alert(kind="Cancel", identifier="A9")
    (folder / "umpan.xml").write_text(f"<feed>{both}</feed>")
    drop.look()
    drop.look()
    assert kept(desk) == ["A1"]
    assert not list(folder.glob("*.xml"))
    assert not (folder / "karantina").exists(), "what is over is no fault of the file"
    times = [(soon - timedelta(minutes=120 + n)).isoformat() for n in range(3)]
    feed = (
        alert(one, identifier="U2", kind="Update", references=refers("U1"), sent=times[0])
        + alert(one, identifier="U1", kind="Update", references=refers("A1"), sent=times[1])
        + alert(kind="Cancel", identifier="C", references=refers("B1"), sent=times[1])
        + alert(one, identifier="B1", sent=times[2])
    )
    (folder / "terbaru.xml").write_text(f"<feed>{feed}</feed>")
    drop.look()
    drop.look()
    standing = [one.identifier for one in kept_alerts(desk.look()).values() if one.parts]
    assert standing == ["U2"]
    before = kept(desk)
    (folder / "salah.xml").write_text(
        alert(info(area(BOW, SQUARE)), identifier="A2", status="Test")
    )
    (folder / "salah.csv").write_text("a;b\n")
    drop.look()
    drop.look()
    assert kept(desk) == before
    said = "".join(path.read_text() for path in (folder / "karantina").glob("*.alasan.csv"))
    reasons = ("outline_crosses_itself", "alert_not_meant", "file_kind_unknown")
    assert [said.count(reason) for reason in reasons] == [1, 1, 1]
