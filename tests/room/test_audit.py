"""`db verify-audit` and `db export-breach` as an administrator uses them (F16), on both engines."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from command_center.bootstrap.database.audit import export_breach, verify_audit
from command_center.bootstrap.database.heads import HeadKeeper, head_keeper
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.notes import AddNote
from command_center.commands.sealed import DestroySealed, OpenSealed, SealPersonal
from command_center.documents.breach import inert
from command_center.domain.errors import OperatorError
from command_center.runtime.paths import data_dir
from command_center.storage.damage import DamageKind
from command_center.storage.link import SQLITE, Link
from command_center.storage.sealed import SealedVault
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.storage.tampering import entry, move_head, owner, put, rewrite

Do = Callable[[Link], object]


def watched(desk: Desk, room: OpenedRoom, url: str, clock: HandClock) -> HeadKeeper:
    """A room whose head was seen three times, as a window would."""
    keeper = head_keeper(room, url, "live", lambda _error: None)
    for _ in range(3):
        desk.report()
        clock.turn(60)
        assert keeper.look() is None
    return keeper


@pytest.fixture
def url(desk: Desk, room: OpenedRoom, database_url: str, clock: HandClock) -> str:
    watched(desk, room, database_url, clock).close()
    return database_url


def test_a_whole_room_is_good_in_every_respect(url: str) -> None:
    steps: list[tuple[str, int, int]] = []
    report = verify_audit(url, progress=lambda *step: steps.append(step), thorough=True)
    assert (report.good, report.signed, report.seen) == (True, 3, 3)
    assert {name for name, _, _ in steps} == {"log", "signatures", "entries", "rows"}
    said = list(report.lines())
    assert any(report.chain.last.hex() in line for line in said)
    assert len(report.keys) == 1


def edit(link: Link) -> None:
    put(link, 3, entry(link, 3)[1], entry(link, 3)[2] + b" ")


def cut(link: Link) -> None:
    link.run("DELETE FROM event_log WHERE seq > 5")
    link.run("DELETE FROM signed_head WHERE seq > 5")
    move_head(link)


def forge(link: Link) -> None:
    rewrite(link, 3, entry(link, 3)[2].replace(b"crew", b"Crew"))
    link.run("DELETE FROM signed_head")


def sign_falsely(link: Link) -> None:
    link.run("UPDATE signed_head SET at = at + 1")


def column(link: Link) -> None:
    link.run("UPDATE event_log SET kind = 'note.added' WHERE seq = 3")


def subject(link: Link) -> None:
    link.run("DELETE FROM event_subject WHERE seq = 3")


def operation(link: Link) -> None:
    link.run("INSERT INTO op (op_id) VALUES ('never-logged')")


def row(link: Link) -> None:
    link.run("UPDATE unit SET crew = 99 WHERE call_sign = 'SAMAPTA 12'")


@pytest.mark.parametrize(
    ("do", "kind"),
    [
        (edit, DamageKind.EDITED),
        (cut, DamageKind.TAIL_CUT),
        (forge, DamageKind.REWRITTEN),
        (sign_falsely, DamageKind.FORGED_HEAD),
        (column, DamageKind.COLUMN_DIFFERS),
        (subject, DamageKind.SUBJECT_DIFFERS),
        (operation, DamageKind.OPERATION_DIFFERS),
        (row, DamageKind.ROW_DIFFERS),
    ],
)
def test_every_damage_is_found_and_said(
    url: str, room: OpenedRoom, do: Do, kind: DamageKind
) -> None:
    with owner(room.database.engine) as link:
        do(link)
    report = verify_audit(url, thorough=True)
    assert kind in {damage.kind for damage in report.damages}
    assert not report.good
    assert not [line for line in report.lines() if line.startswith("audit_") or "?" in line]


def test_a_guard_that_is_off_is_said(url: str, room: OpenedRoom) -> None:
    link = Link(room.database.engine)
    if link.dialect is SQLITE:
        link.run("DROP TRIGGER event_log_deleted")
    else:
        link.run("ALTER TABLE event_log DISABLE TRIGGER event_log_kept")
    link.close()
    kinds = [damage.kind for damage in verify_audit(url).damages]
    assert kinds == [DamageKind.GUARD_OFF]


def test_another_room_in_its_place_is_noticed(
    url: str, room: OpenedRoom, clock: HandClock, tmp_path: Path
) -> None:
    other = f"sqlite:///{tmp_path / 'other.db'}"
    open_room(other, clock, RoomPlan()).close()
    assert verify_audit(other).good
    witness = data_dir() / "witness"  # as it lies there, whatever the room
    (damage,) = verify_audit(other, witness=witness).damages
    assert damage.kind is DamageKind.REPLACED


def test_a_witness_that_is_not_there_or_saw_nothing_is_an_error(url: str, tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="witness_missing"):
        verify_audit(url, witness=tmp_path / "stick")
    (tmp_path / "stick").mkdir()
    with pytest.raises(OperatorError, match="witness_empty"):
        verify_audit(url, witness=tmp_path / "stick")


# --- what is reported after a breach -----------------------------------------------------------

FORMULA = '=HYPERLINK("http://evil.example","<b>x</b>")'


@pytest.fixture
def breached(desk: Desk, room: OpenedRoom, clock: HandClock, database_url: str) -> str:
    incident_id = desk.report()
    vault = SealedVault(room.database.engine, clock)
    until = clock.now() + timedelta(days=90)
    kept = vault.seal({"name": "Bu Sulastri Kenari"}, incident_id, until)
    desk.do(SealPersonal(kept.subject_id, kept.what, incident_id, until))
    clock.turn(30)
    vault.open(desk.do(OpenSealed(kept.subject_id, FORMULA)).op_id)
    clock.turn(1_800)
    desk.do(AddNote(incident_id, "catatan"))
    vault.destroy(desk.do(DestroySealed(kept.subject_id, "diminta")).op_id)
    vault.close()
    return database_url


def exported(url: str, clock: HandClock, target: Path, hours: float = 24) -> list[dict[str, str]]:
    export_breach(url, None, clock.now() - timedelta(hours=hours), clock.now(), target)
    with target.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_who_opened_changed_and_destroyed_is_told_in_order(
    breached: str, clock: HandClock, tmp_path: Path
) -> None:
    clock.turn(1)
    rows = exported(breached, clock, tmp_path / "breach.csv")
    whats = [row["what"] for row in rows]
    told = [what for what in whats if what not in ("access", "changed")]
    assert told == ["sealed", "opened", "availability", "destroyed"]
    opened = next(row for row in rows if row["what"] == "opened")
    assert opened["who"] == "Operator 1"
    assert opened["reason"] == f"'{FORMULA}"
    counts = json.loads((tmp_path / "breach.json").read_text())["counts"]
    assert sum(counts.values()) == len(rows)


def test_nothing_of_it_calculates_runs_or_reveals(
    breached: str, clock: HandClock, tmp_path: Path
) -> None:
    clock.turn(1)
    exported(breached, clock, tmp_path / "breach.csv")
    page = (tmp_path / "breach.html").read_text()
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    assert not re.search(
        r"<(?!/?(!DOCTYPE|html|head|meta|title|style|body|h1|h2|table|tr|t[hd])\b)", page, re.I
    )
    for name in ("breach.csv", "breach.html", "breach.json"):
        assert "Sulastri" not in (tmp_path / name).read_text()
    assert sorted(path.name for path in tmp_path.glob("breach*")) == [
        "breach.csv",
        "breach.html",
        "breach.json",
    ]


def test_only_the_time_that_was_asked_for(breached: str, clock: HandClock, tmp_path: Path) -> None:
    clock.turn(1)
    rows = exported(breached, clock, tmp_path / "late.csv", hours=0.25)
    assert [row["what"] for row in rows] == ["availability", "changed", "destroyed"]


@pytest.mark.parametrize(
    ("since", "until", "name", "code"),
    [
        (2, 1, "x.csv", "breach_times"),
        (1, 2, "x.html", "breach_name"),
        (1, 2, "missing/x.csv", "breach_unwritable"),
    ],
)
def test_what_cannot_be_exported_is_refused_and_leaves_nothing(
    breached: str, tmp_path: Path, since: int, until: int, name: str, code: str
) -> None:
    begin, end = (datetime(2026, 11, day, tzinfo=UTC) for day in (since, until))
    with pytest.raises(OperatorError, match=code):
        export_breach(breached, None, begin, end, tmp_path / name)
    assert not list(tmp_path.glob("x*"))


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "\x1b[2J=1"]
)
def test_no_cell_begins_a_formula_or_steers_a_terminal(text: str) -> None:
    cell = inert(text)
    assert cell.isprintable()
    assert cell[0] not in "=+-@＝"


def test_harmless_text_stays_as_it_is() -> None:
    assert inert("Jl. Merdeka 5, RT 02 <b>") == "Jl. Merdeka 5, RT 02 <b>"
