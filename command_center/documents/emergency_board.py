"""The emergency board: open incidents, units and people on paper, for when nothing else works.

One HTML file without anything to load, readable by any browser and printable in black on white.
Every text from outside is escaped; the page is Indonesian whatever the screen's language.
"""

from __future__ import annotations

import html
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path

from command_center.domain.incident import IncidentStatus, Priority
from command_center.domain.room import Role
from command_center.domain.unit import UnitStatus
from command_center.runtime.files import write_private

LONGEST = 300
"""Letters of one text from outside."""
STATUS = {
    UnitStatus.AVAILABLE: "Siap",
    UnitStatus.ORDERED: "Diperintah",
    UnitStatus.EN_ROUTE: "Menuju TKP",
    UnitStatus.ON_SCENE: "Di TKP",
    UnitStatus.STAGED: "Plotting",
    UnitStatus.RETURNING: "Kembali",
    UnitStatus.BREAK: "Isoma",
    UnitStatus.UNAVAILABLE: "Tidak siap",
    UnitStatus.OFF_DUTY: "Lepas dinas",
    UnitStatus.UNKNOWN: "Tidak diketahui",
}
ROLE = {
    Role.OPERATOR: "Operator",
    Role.SHIFT_LEAD: "Kepala regu",
    Role.LIAISON: "Penghubung",
    Role.ADMINISTRATOR: "Administrator",
    Role.OBSERVER: "Pengamat",
}
_STYLE = (
    "body{font-family:sans-serif;color:black;background:white;margin:1cm}"
    "table{border-collapse:collapse;width:100%;margin-bottom:0.6cm}"
    "th,td{border:1px solid black;padding:2px 5px;text-align:left;vertical-align:top}"
    "th{background:lightgray}h1{font-size:1.4em}h2{font-size:1.1em}"
    "tr{page-break-inside:avoid}"
)


@dataclass(frozen=True, slots=True)
class PaperUnit:
    """`status_since` as it says itself, `heard_at` its newest sign of life; `place` its incident's
    sign and address, or "". `kept`: only known to this workstation."""

    call_sign: str
    agency: str
    crew: int
    status: UnitStatus
    status_since: datetime
    heard_at: datetime
    place: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class PaperIncident:
    sign: str
    priority: Priority
    status: IncidentStatus
    title: str
    address: str
    opened_at: datetime
    owner: str
    units: tuple[str, ...]
    kept: bool = False


@dataclass(frozen=True, slots=True)
class PaperPerson:
    name: str
    initials: str
    role: Role
    seat: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A moment of the room. `heard_at`: when the database was last in reach; `waiting`: how much
    only this workstation knows."""

    room: str
    workstation: str
    zone: tzinfo
    zone_name: str
    written_at: datetime
    heard_at: datetime
    waiting: int
    incidents: tuple[PaperIncident, ...]
    units: tuple[PaperUnit, ...]
    people: tuple[PaperPerson, ...]


def write_board(paper: Paper, path: Path) -> None:
    """Whole or not at all. OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_private(path, as_html(paper))


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are shares of the paper's width, one for each column."""

    title: str
    names: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


def headline(paper: Paper) -> str:
    return f"Papan darurat · {paper.room}"


def preface(paper: Paper) -> tuple[str, ...]:
    """How old it is, and what is missing in the room."""
    written = paper.written_at.astimezone(paper.zone).strftime("%d-%m-%Y %H:%M:%S")
    heard = paper.heard_at.astimezone(paper.zone).strftime("%H:%M:%S")
    lines = [
        f"Ditulis {written} {paper.zone_name} oleh {paper.workstation}."
        f" Data ruang terakhir {heard}."
    ]
    if paper.waiting:
        lines.append(
            f"{paper.waiting} catatan hanya ada di komputer ini dan bertanda *;"
            " ruang belum mengetahuinya."
        )
    return tuple(lines)


def tables(paper: Paper) -> tuple[Table, ...]:
    """Incidents, units, people; every cell plain text of at most LONGEST letters."""
    return _incidents(paper), _units(paper), _people(paper.people)


def as_html(paper: Paper) -> str:
    title = html.escape(plain(headline(paper)))
    return "".join(
        (
            '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8">',
            f"<title>{title}</title><style>{_STYLE}</style></head><body>",
            f"<h1>{title}</h1>",
            *(f"<p>{html.escape(plain(line))}</p>" for line in preface(paper)),
            *map(_table_html, tables(paper)),
            "</body></html>",
        )
    )


def _incidents(paper: Paper) -> Table:
    rows = tuple(
        _row(
            incident.sign + ("*" if incident.kept else ""),
            incident.priority.value,
            incident.status.value,
            _clock(incident.opened_at, paper.zone),
            _age(paper.written_at, incident.opened_at),
            incident.title,
            incident.address,
            incident.owner or "belum diambil",
            ", ".join(incident.units) or "–",
        )
        for incident in paper.incidents
    )
    names = "Nomor", "Prio", "Status", "Jam", "Umur", "Kejadian", "Alamat", "Pemegang", "Unit"
    return Table(f"Kejadian terbuka ({len(rows)})", names, (8, 4, 9, 9, 7, 22, 20, 11, 14), rows)


def _units(paper: Paper) -> Table:
    rows = tuple(
        _row(
            unit.call_sign + ("*" if unit.kept else ""),
            unit.agency,
            str(unit.crew),
            STATUS[unit.status],
            _clock(unit.status_since, paper.zone),
            _age(paper.written_at, unit.heard_at),
            unit.place or "–",
        )
        for unit in paper.units
    )
    names = "Unit", "Instansi", "Org", "Status", "Sejak", "Kabar", "Di"
    return Table(f"Unit ({len(rows)})", names, (15, 11, 5, 13, 10, 8, 38), rows)


def _people(people: Iterable[PaperPerson]) -> Table:
    rows = tuple(_row(p.name, p.initials, ROLE.get(p.role, "–"), p.seat or "–") for p in people)
    names = "Nama", "Inisial", "Peran", "Meja"
    return Table(f"Petugas ({len(rows)})", names, (40, 10, 25, 25), rows)


def _row(*cells: str) -> tuple[str, ...]:
    return tuple(plain(cell) for cell in cells)


def _table_html(table: Table) -> str:
    head = "".join(f"<th>{html.escape(name)}</th>" for name in table.names)
    body = "".join(
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>" for row in table.rows
    )
    return (
        f"<h2>{html.escape(table.title)}</h2><table><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def plain(text: str) -> str:
    """Without control characters, cut to LONGEST."""
    flat = "".join(letter if letter.isprintable() else " " for letter in text[: LONGEST + 1])
    return f"{flat[:LONGEST]}…" if len(text) > LONGEST else flat


def _clock(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%d-%m %H:%M")


def _age(now: datetime, at: datetime) -> str:
    minutes = max(0, int((now - at).total_seconds()) // 60)
    hours, rest = divmod(minutes, 60)
    return f"{hours} j {rest} m" if hours else f"{minutes} m"
