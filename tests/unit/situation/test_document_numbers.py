"""Every number of a report of the situation, of an incident, of what is handed over and of the book
is reckoned again from the rows or the entries behind it, by code of its own."""

import random
import re
from collections import Counter
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from command_center.advice.report_templates import filled, shipped_templates
from command_center.documents.book import columns, foot, rows_of
from command_center.domain.book import BookKind
from command_center.domain.incident import (
    Disposition,
    IncidentReport,
    IncidentStatus,
    Priority,
    ReporterKind,
)
from command_center.domain.log import StoredEntry
from command_center.domain.referral import Casualties, Referral, ReferralState
from command_center.domain.unit import (
    AssignmentKind,
    CloseReason,
    OrderStatus,
    ReferralVia,
    UnitStatus,
)
from command_center.situation.book import BookDraft, told_of
from command_center.situation.handover import room_items
from command_center.situation.lapsit import Desk, of_incident, of_situation
from command_center.situation.still import StillSituation, rows_now
from tests.storage import rows
from tests.storage.rows import NOW, later
from tests.unit.situation.test_book import NAMES, SHIFT, change, entry
from tests.unit.situation.test_figures import Log
from tests.unit.situation.test_lapsit import city

INCIDENTS, UNITS = 40, 9
NEW, HANDLED, CLOSED = IncidentStatus.NEW, IncidentStatus.HANDLED, IncidentStatus.CLOSED
ENDED = (CLOSED, IncidentStatus.CANCELLED)
TAKEN_BACK = ("undone", "cancelled", "refused", "conflict")
STATES = tuple(UnitStatus)


class Room:
    """Incidents of two days, some over, with who was sent and who came to harm. A fixed seed: the
    same room each time."""

    def __init__(self) -> None:
        self.chance, self.log = random.Random(8), Log()
        self.put("source", rows.source())
        for at in range(2):
            self.put("agency", rows.agency(id=f"ag{at}", code=f"A{at}", short=f"Dinas {at}"))
        for at in range(UNITS):
            status = STATES[at % len(STATES)]
            sign = {"call_sign": f"UNIT {at:02}", "agency_id": f"ag{at % 2}"}
            self.put("unit", rows.unit(id=f"u{at}", crew=2 + at, status=status, **sign))
        for number in range(1, INCIDENTS + 1):
            self._incident(number)
        self.situation = self.log.situation
        self.desk = Desk(self.situation, city(), later(3_600), "rina")

    def put(self, entity: str, row: Any) -> None:
        self.log.put(entity, row)

    def all(self, entity: str) -> list[Any]:
        """As they were put in."""
        return [row for (kind, _), row in self.log.rows.items() if kind == entity]

    def of(self, entity: str, incident_id: str) -> list[Any]:
        return [row for row in self.all(entity) if row.incident_id == incident_id]

    def _incident(self, number: int) -> None:
        chance, id = self.chance, f"i{number}"
        status = chance.choice((NEW, HANDLED, HANDLED, *ENDED))
        over = {"closed_at": later(number + 900), "disposition": Disposition.RESOLVED}
        self.put("incident", rows.incident(
            id=id, number=number, status=status, priority=chance.choice(tuple(Priority)),
            verified_at=None if status is NEW else later(number),
            day="2026-11-21" if number % 3 else "2026-11-20",
            opened_at=later(number), title=f"kejadian {number}",
            **(over if status in ENDED else {}),
        ))  # fmt: skip
        for at in range(chance.randrange(1, 4)):
            kind = chance.choice(tuple(ReporterKind))
            self.put("report", rows.report(id=f"r{number}.{at}", external_id=id, reporter=kind))
            link = IncidentReport(f"l{number}.{at}", 1, id, f"r{number}.{at}", NOW, "rina", None)
            self.put("incident_report", link)
        for at in chance.sample(range(UNITS), chance.randrange(4)):
            self._sent(f"a{number}.{at}", id, at)
        if number % 4 == 0:
            dead, serious, light = (chance.randrange(3) for _ in range(3))
            for at in (0, 1):  # counted once more, a second later
                counts = dead + at, serious + at, light + at, later(number + at), "rina"
                self.put("casualties", Casualties(f"c{number}.{at}", 1, id, None, *counts))
        for at in range(chance.randrange(3)):
            self._referred(f"f{number}.{at}", id, over=bool(at))

    def _sent(self, id: str, incident_id: str, at: int) -> None:
        kind = self.chance.choice((AssignmentKind.ACTIVE, AssignmentKind.REQUESTED))
        why = self.chance.choice((None, None, *CloseReason))
        status = self.chance.choice((OrderStatus.ORDERED, OrderStatus.ON_SCENE))
        there = later(99) if status is OrderStatus.ON_SCENE else None
        self.put("assignment", rows.assignment(
            id=id, incident_id=incident_id, unit_id=f"u{at}", kind=kind, status=status,
            accepted_at=there, on_scene_at=there,
            closed_at=later(200) if why else None, close_reason=why,
        ))  # fmt: skip

    def _referred(self, id: str, incident_id: str, *, over: bool) -> None:
        state = ReferralState.DONE if over else ReferralState.SENT
        words = (ReferralVia.LETTER, state, "", "", "", "")
        times = (later(30), "rina", None, None, None, later(60) if over else None)
        self.put("referral", Referral(id, 1, incident_id, "ag1", "", *words, *times, 0))

    def open(self) -> list[Any]:
        return [row for row in self.all("incident") if row.status not in ENDED]


@pytest.fixture(scope="module")
def room() -> Room:
    return _room()


@cache
def _room() -> Room:
    return Room()


def numbers(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"\d+", text)]


def harmed(room: Room, incidents: list[Any]) -> list[int]:
    """Of each incident its newest count."""
    found = [room.of("casualties", one.id) for one in incidents]
    newest = [max(rows, key=lambda row: row.counted_at) for rows in found if rows]
    return [sum(getattr(row, name) for row in newest) for name in ("dead", "serious", "light")]


# --- the situation -------------------------------------------------------------------------------


def test_the_numbers_of_the_situation_are_those_of_its_rows(room: Room) -> None:
    values, still = of_situation(room.desk), room.open()
    today = [row for row in room.all("incident") if row.day == "2026-11-21"]
    cancelled = sum(row.status is IncidentStatus.CANCELLED for row in today)
    assert numbers(values["kejadian_hari_ini"]) == [len(today), cancelled]
    assert int(values["kejadian_terbuka"]) == len(still)
    by_priority = Counter(row.priority.value for row in still)
    assert values["kejadian_prioritas"] == ", ".join(
        f"{name} {by_priority[name]}" for name in ("P1", "P2", "P3", "P4")
    )
    assert int(values["belum_verifikasi"]) == sum(row.verified_at is None for row in still)
    assert [int(values[name]) for name in ("md", "lb", "lr")] == harmed(room, still)
    assert numbers(values["korban"])[:3] == harmed(room, still)
    waiting = [row for row in room.all("referral") if row.ended_at is None]
    open_ids = {row.id for row in still}
    wanted = sum(row.incident_id in open_ids for row in waiting)
    assert values["diteruskan"].count("(diteruskan)") == wanted > 0


def test_the_strength_of_the_room_is_that_of_its_units(room: Room) -> None:
    wanted = []
    for at in range(2):
        units = [row for row in room.all("unit") if row.agency_id == f"ag{at}"]
        units = [row for row in units if row.status is not UnitStatus.OFF_DUTY]
        ready = sum(row.status is UnitStatus.AVAILABLE for row in units)
        wanted.append((len(units), sum(row.crew for row in units), ready))
    said = of_situation(room.desk)["kekuatan"].split("; ")
    assert [tuple(numbers(part)[1:]) for part in said] == wanted


def test_the_most_urgent_are_listed_once_each(room: Room) -> None:
    urgent = [row.number for row in room.open() if row.priority is Priority.P1]
    lines = of_situation(room.desk)["daftar_p1"].splitlines()
    found = [int(number) for line in lines for number in re.findall(r"#(\d{4})", line)]
    assert (sorted(found), len(found) > 2) == (sorted(urgent), True)


def test_the_text_has_the_numbers_of_its_fields(room: Room) -> None:
    values = of_situation(room.desk)
    text = filled(shipped_templates()["situasi"], values)
    for name in ("kejadian_terbuka", "kejadian_prioritas", "belum_verifikasi", "korban"):
        assert values[name] in text, name


# --- an incident ---------------------------------------------------------------------------------


def test_the_numbers_of_each_incident_are_those_of_its_rows(room: Room) -> None:
    seen: Counter[str] = Counter()
    for incident in room.all("incident"):
        values = of_incident(room.desk, incident)
        assert values["nomor"] == f"#{incident.number:04}"
        links = room.of("incident_report", incident.id)
        assert (numbers(values["pelapor"]) or [1])[0] == len(links)
        if room.of("casualties", incident.id):
            counts = harmed(room, [incident])
            assert [int(values[name]) for name in ("md", "lb", "lr")] == counts
            seen["harmed"] += 1
        else:
            assert values["korban"] == "belum ada data"
        referred = room.of("referral", incident.id)
        assert len([one for one in values["diteruskan"].split(", ") if one]) == len(referred)
        seen["sent"] += sent(room, incident, values["kekuatan"])
    assert seen["harmed"] > 5
    assert seen["sent"] > 10


def sent(room: Room, incident: Any, said: str) -> bool:
    """Whether anybody was; who is asked and has not answered is named, and not counted."""
    units = {row.id: row for row in room.all("unit")}
    orders = [
        row for row in room.of("assignment", incident.id)
        if (row.close_reason.value if row.close_reason else "") not in TAKEN_BACK
        and not (row.close_reason is CloseReason.SUPERSEDED and row.on_scene_at is None)
    ]  # fmt: skip
    if not orders:
        assert said == "belum ada unit yang diperintah"
        return False
    asked = [r for r in orders if r.kind is AssignmentKind.REQUESTED and r.accepted_at is None]
    counted = [row for row in orders if row not in asked]
    crew = sum(units[row.unit_id].crew for row in counted)
    there = sum(row.status is OrderStatus.ON_SCENE for row in counted)
    assert numbers(said)[:3] == [len(counted), crew, there]
    assert said.count("belum dijawab") == len(asked)
    return True


def test_a_copy_for_another_thread_says_the_same(room: Room) -> None:
    still = StillSituation(rows_now(room.situation))
    desk = Desk(still, city(), room.desk.now, room.desk.author)
    for incident in room.all("incident"):
        assert of_incident(desk, incident, "") == of_incident(room.desk, incident, "")
    before = of_situation(desk)["kejadian_terbuka"]
    room_of_its_own = Room()
    copied = StillSituation(rows_now(room_of_its_own.situation))
    room_of_its_own.put("incident", rows.incident(id="later", number=99))
    assert str(len(list(copied.open_incidents()))) == before


# --- what is handed over -------------------------------------------------------------------------


def test_what_is_handed_over_is_every_row_that_must_not_be_forgotten(room: Room) -> None:
    items = room_items(room.situation, later(3_600))
    normal = (UnitStatus.AVAILABLE, UnitStatus.OFF_DUTY)
    held = [row for row in room.all("assignment") if row.closed_at is None]
    units = [row for row in room.all("unit") if row.status not in normal]
    unheard = [row for row in held if row.status is OrderStatus.ORDERED]
    wanted = {
        "incident": {row.id for row in room.open()},
        "unit": {row.id for row in units},
        "order": {row.id for row in unheard},
        "referral": {row.id for row in room.all("referral") if row.ended_at is None},
    }
    found: dict[str, set[str]] = {}
    for item in items:
        found.setdefault(item.kind.value, set()).add(item.subject_id)
    assert found == wanted
    assert len(items) == sum(map(len, wanted.values()))
    urgent = {row.id for row in room.open() if row.priority is Priority.P1}
    assert {item.subject_id for item in items if item.red} == urgent | wanted["order"]


# --- the book ------------------------------------------------------------------------------------


def played() -> list[StoredEntry]:
    """A shift of incidents with orders, casualties and lines by hand, between entries of others."""
    chance, made, seq = random.Random(3), [], 0

    def add(*changes: Any, shift: str = "s1") -> None:
        nonlocal seq
        seq += 1
        made.append(entry(seq, seq, *changes, shift=shift))

    for at in range(25):
        id, shift = f"i{at}", "s1" if at % 5 else "s0"
        told = {
            "number": at + 1,
            "title": f"kejadian {at}",
            "priority": "P2",
            "address": "Jl. Ijen",
        }
        add(change("incident", id, 1, **told), shift=shift)
        for order in range(chance.randrange(3)):
            sent = {"incident_id": id, "unit_id": "u1", "kind": "active"}
            add(change("assignment", f"{id}.{order}", 1, **sent))
        if at % 4 == 0:
            add(change("casualties", f"c{at}", 1, incident_id=id, dead=0, serious=at, light=1))
        if at % 6 == 0:
            hand = {"kind": "strength", "text": f"{at} personel", "action": ""}
            add(change("book_entry", f"b{at}", 1, at=made[-1].entry.recorded_at, **hand))
    add(change("handover", "h1", 1, next_name="Regu B", items=31))
    add(change("incident", "i0", 2, closed_at="x"), shift="s2")
    return made


def test_the_numbers_of_the_book_are_those_of_the_log() -> None:
    log = played()

    def lookup(entity: str, id: str, up_to: int) -> dict[str, Any]:
        return told_of([one for one in log if one.seq <= up_to], entity, id)

    book = BookDraft(SHIFT, NAMES, 0, None, None).read(log, lookup)
    own = [one for one in log if one.entry.shift == "s1"]
    changes = [one for stored in own for one in stored.entry.changes]
    entities = Counter(one.entity for one in changes)
    about = {
        one.id if one.entity == "incident" else one.set["incident_id"]
        for one in changes
        if one.entity in ("incident", "assignment", "casualties")
    }
    events = [row for row in book.lines if row.kind is BookKind.EVENT]
    assert len(events) == len(about) + 1, "and that the board was frozen"
    assert len(book.lines) == len(events) + entities["book_entry"]
    actions = "; ".join(row.action for row in book.lines)
    assert actions.count("diperintah") == entities["assignment"]
    serious = [one.set["serious"] for one in changes if one.entity == "casualties"]
    assert [int(n) for n in re.findall(r"LB (\d+)", actions)] == [n for n in serious if n]
    fresh = {one.id for one in changes if one.entity == "incident" and one.version == 1}
    assert sum("(lanjutan)" in row.text for row in events) == len(about - fresh) > 0
    assert any(row.text == "Papan dibekukan untuk Regu B: 31 butir" for row in events)
    assert f"Log ruang sampai nomor {own[-1].seq}: {own[-1].hash.hex()}" in foot(book)


def test_the_lines_on_paper_are_numbered_through_and_in_the_order_of_their_times() -> None:
    log = played()
    book = BookDraft(SHIFT, NAMES, 0, None, None).read(log, lambda *_: {"number": 1})
    shown = [row for row, _ in rows_of(book, columns())]
    names = [column.id for column in columns()]
    numbered = [int(row[names.index("no")]) for row in shown]
    assert list(dict.fromkeys(numbered)) == list(range(1, len(book.lines) + 1))
    assert numbered == sorted(numbered)
    times = [row[names.index("at")] for row in shown]
    assert times == sorted(times)
    first = min(row.at for row in book.lines) + timedelta(hours=7)
    assert times[0] == f"{first:%H.%M}"
