"""Every number of a report is reckoned again from the log alone, by code of its own; and what the
room's templates do to whoever edits them."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from command_center.advice.report_templates import shipped_templates
from command_center.commands.calls import CallEvent, ClaimCall
from command_center.commands.dispatch import AcknowledgeOrder, OrderUnits, SetUnitStatus
from command_center.commands.intake import ReceiveReport
from command_center.commands.notes import AddNote, StrikeNote
from command_center.commands.report_templates import SetReportTemplate
from command_center.commands.room import ConnectSource
from command_center.commands.triage import CloseIncident, MergeIncidents, VerifyIncident
from command_center.domain.calls import CallStep
from command_center.domain.clocks import Clock
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.incident import Disposition
from command_center.domain.room import Role
from command_center.domain.unit import UnitStatus
from command_center.situation.period_reading import read_report
from command_center.situation.period_report import (
    LATE_REASON,
    Cut,
    Period,
    PeriodCollector,
    PeriodReport,
    Told,
    total,
)
from tests.room.conftest import HandClock
from tests.room.desk import Desk

WIB = ZoneInfo("Asia/Jakarta")
GOALS = {Clock.VERIFY: 60.0, Clock.ORDER: 60.0, Clock.RESPONSE: 600.0, Clock.ACCEPT: 20.0}
POINTS = ((-7.9774, 112.637), (-7.95, 112.61), (-7.93, 112.65), (-8.02, 112.66), (-7.99, 112.60))
CATEGORIES = ("tawuran", "kecelakaan", "pencurian", "kebakaran", "unjuk_rasa", "banjir")
UNITS = ("SAMAPTA 12", "LANTAS 03", "DAMKAR 02")


def days(desk: Desk, clock: HandClock) -> Iterator[str]:
    """Two days of incidents with steps that are skipped, answers that never come, and ends of
    each kind. A fixed seed: the same days each time."""
    chance = random.Random(8)
    jmp = ConnectSource("jmp", "Jogo Malang Presisi", "http://127.0.0.1/jmp")
    desk.do(jmp, act=desk.room.console)
    for number in range(36):
        clock.turn(chance.randrange(1_200, 6_000))
        lat, lon = POINTS[number % 5]
        report = ReceiveReport(
            chance.choice(("110", "jmp")), f"r{number}", chance.choice(CATEGORIES),
            f"kejadian nomor {number} di tempat lain", lat=lat + number / 3_000, lon=lon,
            late=number % 11 == 5,
        )  # fmt: skip
        incident = str(desk.do(report).result["incident_id"])
        clock.turn(chance.randrange(5, 120))
        if number % 5:
            desk.do(VerifyIncident(incident))
        clock.turn(chance.randrange(5, 120))
        if number % 4:
            _send(desk, clock, chance, incident)
        if number % 9 != 2:
            ends = (Disposition.RESOLVED, Disposition.PRANK, Disposition.REFERRED)
            desk.do(CloseIncident(incident, ends[number % 3]))
        _ring(desk, clock, number)
        yield incident


def _ring(desk: Desk, clock: HandClock, number: int) -> None:
    """One call is answered, the next one given up; each third has none."""
    if number % 3 == 0:
        return
    desk.do(CallEvent("110", f"c{number}", CallStep.RINGING))
    clock.turn(3 + number % 14)
    if number % 3 == 1:
        calls = desk.look().all("phone_call")
        desk.do(ClaimCall(next(call.id for call in calls if call.call_id == f"c{number}")))
    clock.turn(20)
    done = CallStep.ENDED if number % 3 == 1 else CallStep.ABANDONED
    desk.do(CallEvent("110", f"c{number}", done))


def _send(desk: Desk, clock: HandClock, chance: random.Random, incident: str) -> None:
    sign = chance.choice(UNITS)
    unit = desk.unit(sign)
    desk.do(OrderUnits(incident, (unit.id,), "menuju TKP"))
    steps = [UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE]
    clock.turn(chance.randrange(3, 50))
    if chance.random() < 0.8:
        desk.do(AcknowledgeOrder(unit.id))
    for step in steps:
        clock.turn(chance.randrange(20, 500))
        if chance.random() < 0.8:
            desk.do(SetUnitStatus(unit.id, step, clock.now()))
    clock.turn(chance.randrange(60, 900))


Row = dict[str, Any]


def tables(desk: Desk) -> dict[str, dict[str, Row]]:
    """Every row as the log leaves it, by nothing but its changes."""
    found: dict[str, dict[str, Row]] = defaultdict(dict)
    for stored in desk.room.database.history.entries():
        for change in stored.entry.changes:
            found[change.entity].setdefault(change.id, {"id": change.id}).update(change.set)
    return found


def at(row: Row, name: str) -> datetime | None:
    return datetime.fromisoformat(row[name]) if row.get(name) else None


Verdict = float | str
One = tuple[datetime, Verdict, dict[Cut, str], str]
"""When it belongs to, its seconds or why it has none, under what it is counted, its incident."""


class Reckoned:
    """docs/figures.md once more, row by row."""

    def __init__(self, desk: Desk) -> None:
        self.rows, self.city = tables(desk), desk.room.city
        self.clocks: dict[Clock, list[One]] = defaultdict(list)
        for incident in self.rows["incident"].values():
            self.of_incident(incident)
        for order in self.rows["assignment"].values():
            self.of_order(order)
        for call in self.rows["phone_call"].values():
            self.of_call(call)

    def reports(self, incident: Row) -> list[Row]:
        links = [r for r in self.rows["incident_report"].values() if not r.get("detached_at")]
        links = sorted((r for r in links if r["incident_id"] == incident["id"]),
                       key=lambda r: str(r["id"]))  # fmt: skip
        return [self.rows["report"][link["report_id"]] for link in links]

    def cuts(self, incident: Row, when: datetime) -> dict[Cut, str]:
        reports, area = self.reports(incident), incident.get("area_code")
        return {
            Cut.SOURCE: reports[0]["source_id"] if reports else "",
            Cut.CATEGORY: incident["category"],
            Cut.KECAMATAN: (self.city.kecamatan_of(area) or "") if area else "",
            Cut.HOUR: f"{when.astimezone(WIB):%H}",
            Cut.COURSE: f"{when.astimezone(WIB):%Y-%m-%d %H}",
        }

    def apart(self, incident: Row) -> str | None:
        if incident["status"] in ("digabung", "dibatalkan"):
            return {"digabung": "merged", "dibatalkan": "cancelled"}[incident["status"]]
        if incident.get("disposition") == "imported":
            return "imported"
        reports = self.reports(incident)
        return "late" if reports and all(r.get("late") for r in reports) else None

    def put(self, clock: Clock, one: tuple[Row, datetime], verdict: Verdict, **more: str) -> None:
        incident, when = one
        cuts = self.cuts(incident, when) | {Cut(name): text for name, text in more.items()}
        self.clocks[clock].append((when, verdict, cuts, incident["id"]))

    def of_incident(self, incident: Row) -> None:
        opened, ended = at(incident, "opened_at"), incident.get("closed_at") is not None
        ended = ended or incident["status"] in ("digabung", "dibatalkan")
        assert opened is not None
        names = ("verified_at", "first_order_at", "first_on_scene_at", "closed_at")
        verified, sent, there, closed = (at(incident, name) for name in names)
        nobody = "missing" if sent or there else "not_sent"
        for clock, first, then, over, lacking in (
            (Clock.VERIFY, opened, verified, ended or sent, "missing"),
            (Clock.ORDER, verified, sent, ended or there, nobody),
            (Clock.RESPONSE, opened, there, ended, nobody),
            (Clock.SCENE, there, closed, ended, nobody),
        ):
            verdict = self.apart(incident) or seconds(first, then, bool(over), lacking)
            self.put(clock, (incident, opened), verdict)

    def of_order(self, order: Row) -> None:
        if order["kind"] == "posting":
            return
        incident, why = self.rows["incident"][order["incident_id"]], order.get("close_reason")
        names = ("ordered_at", "accepted_at", "en_route_at", "on_scene_at", "closed_at")
        ordered, heard, left, there, closed = (at(order, name) for name in names)
        assert ordered is not None
        apart = "cancelled" if why == "undone" else self.apart(incident)
        taken = why in ("cancelled", "refused", "conflict", "diambil_alih")
        lacking, over = "cancelled" if taken else "missing", bool(closed or there)
        agency = self.rows["unit"][order["unit_id"]]["agency_id"]
        for clock, first, then, done in (
            (Clock.ACCEPT, ordered, heard, over or bool(left)),
            (Clock.DEPART, heard or ordered, left, over),
            (Clock.TURNOUT, ordered, left, over),
            (Clock.TRAVEL, left, there, over),
        ):
            verdict = apart or seconds(first, then, done, lacking)
            self.put(clock, (incident, ordered), verdict, agency=agency)

    def of_call(self, call: Row) -> None:
        rang, given_up = at(call, "ringing_at"), call["state"] == "abandoned"
        assert rang is not None
        over = call["state"] != "ringing"
        verdict = seconds(
            rang, at(call, "claimed_at"), over, "abandoned" if given_up else "missing"
        )
        hour = {
            Cut.SOURCE: call["source_id"],
            Cut.HOUR: f"{rang.astimezone(WIB):%H}",
            Cut.COURSE: f"{rang.astimezone(WIB):%Y-%m-%d %H}",
        }
        self.clocks[Clock.ANSWER].append((rang, verdict, hour, ""))
        if given_up:
            back = seconds(at(call, "ended_at") or rang, at(call, "called_back_at"), False, "")
            self.clocks[Clock.CALLBACK].append((rang, back, hour, ""))


def seconds(first: datetime | None, then: datetime | None, over: bool, lacking: str) -> float | str:
    if first is None or then is None:
        return lacking if over else "running"
    took = (then - first).total_seconds()
    return took if took >= 0 else "reversed"


def spread_of(verdicts: list[float | str], goal: float | None) -> tuple[Any, ...]:
    times = sorted(one for one in verdicts if isinstance(one, float))
    left = Counter(one for one in verdicts if isinstance(one, str))
    running = left.pop("running", 0)

    def rank(share: float) -> float | None:
        return times[math.ceil(share * len(times)) - 1] if times else None

    within = None if goal is None else sum(one <= goal for one in times)
    return len(times), rank(0.5), rank(0.9), rank(0.95), dict(left), running, within


def said(spread: Any) -> tuple[Any, ...]:
    left = {reason.value: number for reason, number in spread.left.items()}
    shares = spread.p50, spread.p90, spread.p95
    return (spread.used, *shares, left, spread.running, spread.within)


def compare(told: Told, reckoned: Reckoned) -> int:
    """How many groups were compared."""
    compared = 0
    for clock in Clock:
        goal = GOALS.get(clock)
        rows = [one for one in reckoned.clocks[clock]
                if told.period.since <= one[0] < told.period.until]  # fmt: skip
        found = told.clocks[clock]
        assert said(found.whole) == spread_of([one[1] for one in rows], goal), clock
        late = [one for one in rows if goal and isinstance(one[1], float) and one[1] > goal]
        assert (found.late, found.number) == (len(late), len(rows))
        took = sorted((float(one[1]) for one in late), reverse=True)
        assert [sample.seconds for sample in found.slowest] == took
        for cut, groups in found.cuts.items():
            wanted = defaultdict(list)
            for _, verdict, cuts, _ in rows:
                wanted[cuts.get(cut, "")].append(verdict)
            for name, spread in groups:
                if total(spread):
                    assert said(spread) == spread_of(wanted.pop(name), goal), (clock, cut, name)
                    compared += 1
            assert not wanted or set(wanted) == {""}, (clock, cut)
    return compared


def report_of(desk: Desk, period: Period) -> PeriodReport:
    units = desk.look().all("unit")
    agencies, city = {unit.id: unit.agency_id for unit in units}, desk.room.city

    def collect(of: Period) -> PeriodCollector:
        def kecamatan_of(area: str) -> str:
            return (city.kecamatan_of(area) or "") if area else ""

        return PeriodCollector(of, WIB, GOALS, kecamatan_of, agencies.__getitem__)

    found = read_report(desk.room.database.history, period, collect, lambda rows: True)
    assert found is not None
    return found


def test_every_number_of_a_report_is_that_of_the_log(desk: Desk, clock: HandClock) -> None:
    began = clock.now()
    incidents = list(days(desk, clock))
    desk.do(MergeIncidents(incidents[2], incidents[11]))
    middle = began + (clock.now() - began) / 2
    report = report_of(desk, Period(middle, clock.now() + timedelta(hours=1), began))
    reckoned = Reckoned(desk)
    assert compare(report.told, reckoned) > 100
    assert compare(report.before, reckoned) > 100
    assert report.told.incidents.number + report.before.incidents.number == 36


def test_what_was_late_has_the_reason_somebody_wrote_down(desk: Desk, clock: HandClock) -> None:
    began = clock.now()
    list(days(desk, clock))
    period = Period(began, clock.now() + timedelta(hours=1), began - timedelta(hours=1))
    slowest = report_of(desk, period).told.clocks[Clock.VERIFY].slowest
    first, second, *_ = (sample.incident_id for sample in slowest)
    desk.do(AddNote(first, f"{LATE_REASON}: hujan lebat, jembatan tutup"))
    struck = desk.do(AddNote(second, f"{LATE_REASON}: salah ketik"))
    desk.do(StrikeNote(str(struck.result["note_id"]), "keliru"))
    desk.do(AddNote(second, "sudah dijelaskan"))
    assert dict(report_of(desk, period).reasons) == {first: "hujan lebat, jembatan tutup"}


def test_a_report_that_nobody_wants_any_more_ends(desk: Desk, clock: HandClock) -> None:
    desk.report()
    period = Period(clock.now(), clock.now() + timedelta(hours=1), clock.now() - timedelta(hours=1))
    asked: list[int] = []

    def collect(of: Period) -> PeriodCollector:
        return PeriodCollector(of, UTC, {}, str, str)

    def not_again(rows: int) -> bool:
        asked.append(rows)
        return False

    assert read_report(desk.room.database.history, period, collect, not_again) is None
    assert set(asked) == {0}


def test_a_typo_in_a_template_is_refused_and_the_last_good_one_stays(desk: Desk) -> None:
    lead = desk.person(Role.SHIFT_LEAD)
    good = "Kejadian {nomor} di {tempat}"
    assert desk.do(SetReportTemplate("singkat", good), act=lead).result["version"] == 1
    with pytest.raises(OperatorError) as refused:
        desk.do(SetReportTemplate("singkat", "satu\ndi {tempatt}", 1), act=lead)
    wanted = {"line": 2, "field": "tempatt", "like": "tempat"}
    assert (refused.value.code, refused.value.params) == ("template_field_like", wanted)
    setting = desk.look().get("room_setting", shipped_templates()["singkat"].setting)
    assert setting is not None
    kept = setting.value["text"], setting.value["author"]
    assert (setting.version, *kept) == (1, good, lead.actor)


def test_two_who_edit_a_template_do_not_lose_each_others_words(desk: Desk) -> None:
    lead = desk.person(Role.SHIFT_LEAD)
    desk.do(SetReportTemplate("singkat", "{nomor}"), act=lead)
    with pytest.raises(Conflict):
        desk.do(SetReportTemplate("singkat", "{judul}"), act=lead)
    with pytest.raises(OperatorError, match="not_allowed"):
        operator = desk.person(Role.OPERATOR)
        desk.do(SetReportTemplate("singkat", "{judul}", 1), act=operator)
