"""The rows of the target picture: a quarter past two on a rally afternoon in Malang."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from command_center.domain.incident import (
    Incident,
    IncidentReport,
    IncidentStatus,
    Priority,
    Report,
    ReporterKind,
)
from command_center.domain.place import LocatedBy
from command_center.domain.room import (
    Alarm,
    AlarmType,
    Camera,
    Operation,
    Role,
    Room,
    RoomKind,
    Shift,
    Source,
    SourceKind,
    Staff,
)
from command_center.domain.unit import (
    Assignment,
    AssignmentKind,
    Order,
    OrderStatus,
    Unit,
    UnitStatus,
)
from tests.ui.seats import malang

NOW = datetime(2026, 11, 21, 7, 7, 32, tzinfo=UTC)
DAY = "2026-11-21"


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def staff(id: str, name: str, initials: str, role: Role = Role.OPERATOR) -> Staff:
    return Staff(id, 1, name, initials, role, "Operator 2")


def unit(
    id: str,
    call_sign: str,
    agency: str,
    status: UnitStatus,
    since_s: float,
    home: str = "35.73.02",
    crew: int = 2,
) -> Unit:
    return Unit(
        id=id,
        version=1,
        call_sign=call_sign,
        agency_id=agency,
        kind="patroli",
        capabilities=(),
        crew=crew,
        home=home,
        parent_id=None,
        status=status,
        status_since=ago(since_s),
        status_reason="",
    )


def incident(
    number: int,
    title: str,
    priority: Priority,
    age_s: float,
    address: str = "",
    area: str = "35.73.02.1007",
    status: IncidentStatus = IncidentStatus.VERIFIED,
    owner: str | None = "staff-rs",
    **fields: Any,
) -> Incident:
    """#0147 has the id "incident-147"."""
    opened = ago(age_s)
    sure = status is not IncidentStatus.NEW
    place = malang().gazetteer.by_code(area)
    values: dict[str, Any] = {
        "id": f"incident-{number}",
        "version": 1,
        "number": number,
        "day": DAY,
        "status": status,
        "priority": priority,
        "priority_reason": (),
        "category": "gangguan",
        "title": title,
        "owner_id": owner,
        "claimed_at": opened if owner else None,
        "opened_at": opened,
        "occurred_at": None,
        "verified_at": opened + timedelta(seconds=29) if sure else None,
        "verified_by": owner if sure else None,
        "first_order_at": None,
        "first_on_scene_at": None,
        "closed_at": None,
        "disposition": None,
        "merged_into": None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "accuracy_m": 1500.0,
        "located_by": LocatedBy.KELURAHAN,
        "area_code": area,
        "address": address,
        "operation_id": None,
        "alias": None,
        "time_reversed": False,
    }
    return Incident(**{**values, **fields})


def report(id: str, incident_id: str, source: str, age_s: float, text: str) -> list[Any]:
    """The report and its link to the incident."""
    at = ago(age_s)
    said = Report(
        id=id,
        version=1,
        source_id=source,
        external_id=id,
        category="gangguan",
        text=text,
        reporter=ReporterKind.CONFIDENTIAL,
        occurred_at=None,
        received_at=at,
        lat=None,
        lon=None,
        accuracy_m=None,
        located_by=LocatedBy.UNKNOWN,
        area_code=None,
        address="",
        clock_skewed=False,
    )
    return [said, IncidentReport(f"link-{id}", 1, incident_id, id, at, "source", None)]


def assignment(
    unit_id: str,
    incident_id: str,
    status: OrderStatus,
    age_s: float,
    kind: AssignmentKind = AssignmentKind.ACTIVE,
) -> Assignment:
    at = ago(age_s)
    steps = list(OrderStatus)
    reached = steps.index(status)
    return Assignment(
        id=f"assignment-{unit_id}",
        version=1,
        incident_id=incident_id,
        unit_id=unit_id,
        order_id=f"order-{incident_id}",
        kind=kind,
        status=status,
        ordered_at=at,
        accepted_at=at + timedelta(seconds=8) if reached >= 1 else None,
        en_route_at=at + timedelta(seconds=20) if reached >= 2 else None,
        on_scene_at=at + timedelta(seconds=90) if reached >= 3 else None,
        transport_at=None,
        hospital_at=None,
        closed_at=None,
        close_reason=None,
        time_reversed=False,
    )


def order(incident_id: str, age_s: float, text: str) -> Order:
    id = f"order-{incident_id}"
    return Order(id, 1, incident_id, text, "radio", "staff-rs", ago(age_s))


def camera(number: int, name: str, lat: float | None = None, lon: float | None = None) -> Camera:
    label = f"CAM-{number:03}"
    return Camera(
        f"camera-{number}", 1, label, name, "", "Diskominfo", "hls", lat, lon, enabled=True
    )


def alarm(id: str, sort: AlarmType, rank: int, age_s: float, **params: str) -> Alarm:
    kind = params.pop("subject_kind", "unit")
    subject = params.pop("subject_id", "unit-lantas-03")
    return Alarm(id, 1, sort, rank, kind, subject, params, ago(age_s), None, None, None)


def room_rows(room_kind: RoomKind = RoomKind.LIVE) -> list[Any]:
    return [
        Room("room", 1, "Polresta Malang Kota", room_kind, "test", "malang"),
        staff("staff-rs", "Aiptu Rahmad S.", "RS"),
        staff("staff-dw", "Bripka Dewi W.", "DW"),
        staff("staff-lead", "Iptu Hartono", "HT", Role.SHIFT_LEAD),
        Shift("shift-b", 1, "Regu B", "staff-lead", ago(4 * 3600), None),
        Operation(
            "operation",
            1,
            "Mantap Praja",
            ago(30 * 86400),
            None,
            "2026-11-27",
            {"KPU": "kuning", "Bawaslu": "hijau"},
        ),
        *(
            Source(id, 1, name, kind, "", True, "")
            for id, name, kind in (
                ("jmp", "JMP", SourceKind.PULL),
                ("110", "110", SourceKind.MANUAL),
                ("senkom", "Senkom", SourceKind.PULL),
                ("simlinmas", "Simlinmas", SourceKind.PULL),
                ("sijalinmaja", "Sijalinmaja", SourceKind.PULL),
            )
        ),
        *malang().agencies,
    ]


def unit_rows() -> list[Unit]:
    ready, route, scene = UnitStatus.AVAILABLE, UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE
    blimbing, klojen, kedung = "35.73.01", "35.73.02", "35.73.03"
    sukun, lowok = "35.73.04", "35.73.05"
    return [
        unit("unit-samapta-09", "SAMAPTA 09", "samapta", scene, 660, klojen, 4),
        unit("unit-samapta-12", "SAMAPTA 12", "samapta", route, 120, blimbing, 4),
        unit("unit-samapta-14", "SAMAPTA 14", "samapta", ready, 1920, lowok, 4),
        unit("unit-dalmas-1", "DALMAS 1", "dalmas", route, 120, klojen, 30),
        unit("unit-lantas-07", "LANTAS 07", "lantas", scene, 180, blimbing),
        unit("unit-lantas-03", "LANTAS 03", "lantas", UnitStatus.ORDERED, 41, kedung),
        unit("unit-reskrim-02", "RESKRIM 02", "reskrim", ready, 4320, sukun, 3),
        unit("unit-brimob-a", "BRIMOB A", "brimob", ready, 3480, klojen, 30),
        unit("unit-kodim-1", "KODIM 1", "kodim", ready, 3720, sukun, 20),
        unit("unit-damkar-02", "DAMKAR 02", "damkar", route, 180, kedung, 6),
        unit("unit-dishub-04", "DISHUB 04", "dishub", scene, 600, klojen, 3),
        unit("unit-satpol-05", "SATPOL 05", "satpolpp", ready, 480, sukun, 4),
        unit("unit-linmas", "LINMAS KJ", "linmas", UnitStatus.RETURNING, 120, klojen, 10),
        unit("unit-amb-03", "AMB 03", "psc119", scene, 60, klojen),
        unit("unit-amb-01", "AMB 01", "psc119", ready, 2640, klojen),
        unit("unit-amb-06", "AMB 06", "psc119", UnitStatus.UNAVAILABLE, 10800, lowok),
    ]


def incident_rows() -> list[Any]:
    handled, new = IncidentStatus.HANDLED, IncidentStatus.NEW
    one, two, three = Priority.P1, Priority.P2, Priority.P3
    purwantoro, gading, kauman = "35.73.01.1007", "35.73.02.1010", "35.73.02.1007"
    sent: dict[str, Any] = {"first_order_at": ago(110)}
    there: dict[str, Any] = {"first_order_at": ago(700), "first_on_scene_at": ago(300)}
    kpu = "Kantor KPU, Jl. Bantaran"
    return [
        incident(147, "Massa mendorong pagar", one, 161, kpu, purwantoro, handled, **sent),
        incident(
            146, "Laka lantas, 2 luka berat", one, 245, "Simpang Dieng", gading, handled,
            "staff-dw", **there,
        ),
        incident(
            143, "Tawuran pelajar", two, 680, "Stadion Gajayana", kauman, handled, "staff-dw",
            first_order_at=ago(600),
        ),
        incident(
            149, "Perusakan alat peraga kampanye", two, 38, "Jl. Soekarno-Hatta",
            "35.73.05.1009", new, None,
        ),
        incident(
            148, "Curanmor di parkir kampus", two, 72, "Jl. Veteran", "35.73.05.1005", new, None
        ),
        incident(
            145, "Asap tebal dari gudang", three, 412, "Jl. Kol. Sugiono", "35.73.03.1002",
            handled, **sent,
        ),
        incident(
            142, "Genangan 40 cm", three, 843, "Jl. Bandung", "35.73.02.1011", handled,
            "staff-dw", **there,
        ),
        incident(
            140, "Dugaan politik uang → Gakkumdu", three, 1307, "RW 05", "35.73.04.1008"
        ),
        incident(
            139, "Orang tersesat", Priority.P4, 5400, "Alun-alun", kauman,
            IncidentStatus.CLOSED, verified_at=ago(5340), **there, closed_at=ago(3600),
        ),
    ]  # fmt: skip


def work_rows() -> list[Any]:
    """Assignments, orders, reports and alarms of the picture."""
    route, scene = OrderStatus.EN_ROUTE, OrderStatus.ON_SCENE
    asked = AssignmentKind.REQUESTED
    rows: list[Any] = [
        assignment("unit-dalmas-1", "incident-147", route, 110),
        assignment("unit-samapta-12", "incident-147", route, 110),
        assignment("unit-lantas-03", "incident-147", OrderStatus.ORDERED, 41),
        assignment("unit-lantas-07", "incident-146", scene, 230),
        assignment("unit-amb-03", "incident-146", scene, 220, asked),
        assignment("unit-samapta-09", "incident-143", scene, 660),
        assignment("unit-damkar-02", "incident-145", route, 200, asked),
        assignment("unit-dishub-04", "incident-142", scene, 700, asked),
        order("incident-147", 110, "DALMAS 1, SAMAPTA 12, merapat KPU Jl. Bantaran."),
    ]
    said = {147: "jmp", 146: "110", 143: "senkom", 149: "simlinmas", 148: "jmp", 145: "110"}
    for number, source in {**said, 142: "jmp", 140: "sijalinmaja", 139: "110"}.items():
        rows += report(f"report-{number}", f"incident-{number}", source, 60 + number, "Laporan")
    rows += report("report-147-b", "incident-147", "jmp", 150, "massa mulai dorong pagar")
    rows += report("report-147-c", "incident-147", "jmp", 140, "ramai di depan KPU")
    rows += [
        alarm(
            "alarm-1", AlarmType.ORDER_UNANSWERED, 1, 41, unit="LANTAS 03", number="147"
        ),
        alarm(
            "alarm-2", AlarmType.COVERAGE_EMPTY, 2, 60, area="Blimbing",
            subject_kind="place", subject_id="35.73.01",
        ),
    ]  # fmt: skip
    return rows


def camera_rows() -> list[Camera]:
    return [
        camera(14, "KPU · Jl. Bantaran", -7.9545, 112.6464),
        camera(15, "Bantaran – LA Sucipto", -7.9531, 112.6470),
        camera(22, "Bundaran Ciliwung", -7.9552, 112.6450),
        camera(3, "Simpang Dieng", -7.9706, 112.6170),
        camera(7, "Alun-alun Tugu", -7.9772, 112.6341),
        camera(31, "Soekarno-Hatta Utara", -7.9380, 112.6260),
        camera(9, "Stadion Gajayana", -7.9758, 112.6246),
        camera(40, "Kol. Sugiono", -7.9998, 112.6352),
        camera(11, "Balai Kota", -7.9780, 112.6345),
    ]


def picture_rows(room_kind: RoomKind = RoomKind.LIVE) -> list[Any]:
    """Everything in the target picture."""
    rows = [*room_rows(room_kind), *unit_rows(), *camera_rows(), *incident_rows(), *work_rows()]
    return [replace(row, version=1) for row in rows]
