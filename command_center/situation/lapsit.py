"""What the log says of an incident, or of the whole room, as the fields of a report.

Nothing is made up: a field the log says nothing of is "". What nobody has confirmed says so. No
reporter is named: who may open what is sealed hands it in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from command_center.advice.categories import categories
from command_center.advice.report_templates import IDENTITY, TYPED, UNKNOWN
from command_center.domain.incident import (
    Disposition,
    Incident,
    IncidentStatus,
    Note,
    Priority,
    Report,
    ReporterKind,
)
from command_center.geo.city import CityPack
from command_center.situation.family_rows import FamilyRows
from command_center.situation.lapsit_people import (
    casualties,
    diverted,
    hospitals,
    on_it,
    referrals,
    strength,
    whole_strength,
)
from command_center.situation.period_report import LATE_REASON
from command_center.situation.report_words import STATUS, Writer, estimated, said
from command_center.situation.situation import Situation

UNVERIFIED = "belum diverifikasi"
LABELS = {
    "dasar_lp": "Dasar LP",
    "saksi": "Saksi",
    "terlapor": "Terlapor",
    "barang_bukti": "Barang bukti",
    "penyebab": "Penyebab",
    "kerugian": "Kerugian",
}
"""A field that people type is kept as a note that begins with its label."""
_MARK = ": "
_MOST_LINES, _MOST_P1 = 40, 20
_ENDS: Mapping[Disposition, str] = {
    Disposition.RESOLVED: "tertangani",
    Disposition.REFERRED: "diteruskan ke instansi lain",
    Disposition.FALSE_REPORT: "laporan tidak benar",
    Disposition.PRANK: "laporan iseng",
    Disposition.NOT_FOUND: "tidak ditemukan di lokasi",
    Disposition.DUPLICATE: "laporan ganda",
    Disposition.IMPORTED: "data lama",
}
_HIDDEN = {
    ReporterKind.CONFIDENTIAL: "identitas dirahasiakan",
    ReporterKind.ANONYMOUS: "tanpa nama",
}
SEALED = "(disegel)"


@dataclass(frozen=True, slots=True)
class Desk:
    """Who writes it, when, and in which room."""

    situation: Situation
    city: CityPack
    now: datetime
    author: str
    held: FamilyRows = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "held", FamilyRows(self.situation))

    @property
    def writer(self) -> Writer:
        return Writer(ZoneInfo(self.city.time_zone), self.city.time_zone_label, self.now)


def made(desk: Desk) -> dict[str, str]:
    """Of the report itself."""
    situation, writer = desk.situation, desk.writer
    staff, shift, room = situation.staff(desk.author), situation.shift, situation.room
    return {
        "satuan": desk.city.organisation or (room.name if room else ""),
        "regu": shift.name if shift else "",
        "pembuat": staff.name if staff else "",
        "tanggal_buat": writer.day(desk.now),
        "jam_buat": writer.hour(desk.now),
    }


def typed_notes(held: FamilyRows, incident_id: str) -> dict[str, Note]:
    """By field: the newest that stands."""
    found: dict[str, Note] = {}
    for note in _notes(held, incident_id):
        for name, label in LABELS.items():
            if note.text.startswith(label + _MARK):
                found[name] = note
    return found


def typed(note: Note) -> str:
    """What was typed, behind its label."""
    return note.text.partition(_MARK)[2].strip()


def noted(field: str, text: str) -> str:
    """As the note that keeps it."""
    return f"{LABELS[field]}{_MARK}{' '.join(text.split())}"


def of_incident(desk: Desk, incident: Incident, identity: str = SEALED) -> dict[str, str]:
    situation, writer = desk.situation, desk.writer
    reports = situation.reports(incident.id)
    kept = typed_notes(desk.held, incident.id)
    values = made(desk)
    values |= {
        "nomor": _sign(incident),
        "judul": _title(incident),
        "jenis": _in_sentence(_kind(incident)),
        "prioritas": incident.priority.value,
        "status": STATUS[incident.status],
        "verifikasi": _verified(incident, desk),
        "waktu_lapor": f"{writer.day(incident.opened_at)} pukul {writer.hour(incident.opened_at)}",
        "sumber": ", ".join(_sources(situation, reports)),
        "pelapor": _reporters(reports),
        IDENTITY: identity,
        "uraian": _told(incident, reports),
        "tindakan": "\n".join(_course(desk, incident)),
        "kekuatan": strength(situation, on_it(situation, incident.id)),
        "rumah_sakit": hospitals(desk.held, incident.id),
        "diteruskan": ", ".join(referrals(desk.held, incident.id)),
        "hasil": _ended(incident, desk),
    }
    values |= _when(incident, reports, writer)
    values |= _where(desk.city, incident)
    values |= casualties(desk.held, [incident], desk.writer)
    values |= {field: typed(kept[field]) if field in kept else "" for field in TYPED}
    return values


def of_situation(desk: Desk) -> dict[str, str]:
    situation, writer = desk.situation, desk.writer
    still = sorted(situation.open_incidents(), key=lambda one: (one.priority, one.opened_at))
    today = f"{desk.now.astimezone(writer.zone):%Y-%m-%d}"
    counted = Counter(one.priority for one in still)
    levels = [
        f"{place} {level.upper()} ({operation.name})"
        for operation in situation.operations
        for place, level in sorted(operation.levels.items())
    ]
    values = made(desk)
    values |= {
        "kejadian_hari_ini": _of_day(situation, today),
        "kejadian_terbuka": str(len(still)),
        "kejadian_prioritas": ", ".join(f"{one.value} {counted[one]}" for one in Priority),
        "belum_verifikasi": str(sum(one.verified_at is None for one in still)),
        "daftar_p1": "\n".join(_urgent(desk, still)) or "   nihil",
        "kekuatan": whole_strength(situation),
        "tingkat_situasi": ", ".join(levels),
        "diteruskan": ", ".join(
            name for one in still for name in referrals(desk.held, one.id, ended=False)
        ),
    }
    return values | casualties(desk.held, still, writer)


def _of_day(situation: Situation, day: str) -> str:
    """Without what was the same incident; how many of them are cancelled is said."""
    held = [one.status for one in situation.all("incident") if one.day == day]
    number = situation.day(day).incidents - held.count(IncidentStatus.MERGED)
    cancelled = held.count(IncidentStatus.CANCELLED)
    return f"{number} (dibatalkan {cancelled})" if cancelled else str(number)


# --- when and where ------------------------------------------------------------------------------


def _sign(incident: Incident) -> str:
    number = f"#{incident.number:04}" if incident.number else ""
    return " ".join(part for part in (number, incident.alias) if part)


def _kind(incident: Incident) -> str:
    category = categories().get(incident.category)
    return category.label_id if category else said(incident.category)


def _in_sentence(words: str) -> str:
    """Without the capital a label begins with; an abbreviation keeps its own."""
    return words if words[:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def _title(incident: Incident) -> str:
    return _kind(incident) if incident.title == incident.category else said(incident.title)


def _verified(incident: Incident, desk: Desk) -> str:
    if incident.verified_at is None:
        return UNVERIFIED
    by = desk.situation.staff(incident.verified_by or "")
    text = f"terverifikasi pukul {desk.writer.moment(incident.verified_at)}"
    return f"{text} oleh {by.name}" if by else text


def _when(incident: Incident, reports: Iterable[Report], writer: Writer) -> dict[str, str]:
    at = incident.occurred_at
    if at is None:
        return {
            "hari_tanggal_kejadian": writer.named_day(incident.opened_at),
            "tanggal_kejadian": writer.date(incident.opened_at),
            "jam_kejadian": f"{UNKNOWN} (laporan diterima {writer.hour(incident.opened_at)})",
        }
    marks = [UNVERIFIED] if incident.verified_at is None else []
    if any(row.clock_skewed for row in reports):
        marks.append("jam sumber melenceng")
    mark = f" ({', '.join(marks)})" if marks else ""
    return {
        "hari_tanggal_kejadian": writer.named_day(at),
        "tanggal_kejadian": writer.date(at),
        "jam_kejadian": f"{writer.hour(at)}{mark}",
    }


def _where(city: CityPack, incident: Incident) -> dict[str, str]:
    code = incident.area_code or ""
    place = city.gazetteer.by_code(code) if code else None
    above = city.gazetteer.by_code(city.kecamatan_of(code) or "") if code else None
    kelurahan = place.name if place is not None and place != above else ""
    kecamatan = above.name if above else ""
    parts = [said(incident.address)]
    parts += [f"Kel. {kelurahan}"] if kelurahan else []
    parts += [f"Kec. {kecamatan}"] if kecamatan else []
    where = ", ".join(part for part in parts if part)
    mark = estimated(incident)
    point = f"{incident.lat:.5f}, {incident.lon:.5f}" if incident.lat is not None else ""
    return {
        "tempat": f"{where}{mark}" if where else "",
        "kelurahan": kelurahan,
        "kecamatan": kecamatan,
        "koordinat": f"{point}{mark}" if point else "",
    }


# --- what happened -------------------------------------------------------------------------------


def _sources(situation: Situation, reports: Iterable[Report]) -> list[str]:
    found = (situation.source(row.source_id) for row in reports)
    return list(dict.fromkeys(source.name for source in found if source))


def _reporters(reports: Iterable[Report]) -> str:
    """How many, and how many of them do not want to be known; who reported twice is one."""
    kinds = {row.reporter_ref or row.id: row.reporter for row in reports}
    counted, number = Counter(kinds.values()), len(kinds)
    if number == 0:
        return ""
    hidden = [
        words if number == 1 else f"{counted[kind]} {words}"
        for kind, words in _HIDDEN.items()
        if counted[kind]
    ]
    mark = f" ({', '.join(hidden)})" if hidden else ""
    return f"{'' if number == 1 else f'{number} '}pelapor masyarakat{mark}"


def _told(incident: Incident, reports: Iterable[Report]) -> str:
    for row in reports:
        if row.reporter is ReporterKind.OPEN and row.text.strip():
            mark = f" ({UNVERIFIED})" if incident.verified_at is None else ""
            return f"Menurut laporan: {said(row.text)}{mark}"
    return ""


def _notes(held: FamilyRows, incident_id: str) -> list[Note]:
    rows = held.of("note", incident_id)
    return sorted((row for row in rows if row.struck_at is None), key=lambda row: (row.at, row.id))


def _course(desk: Desk, incident: Incident) -> Iterator[str]:
    lines = sorted(_steps(desk, incident), key=lambda line: line[0])
    left_out = len(lines) - _MOST_LINES
    if left_out > 0:
        yield f"- ({left_out} baris lebih awal ada di riwayat kejadian)"
    for at, text in lines[-_MOST_LINES:]:
        yield f"- {desk.writer.moment(at)}: {text}"


def _steps(desk: Desk, incident: Incident) -> Iterator[tuple[datetime, str]]:
    situation = desk.situation
    yield incident.opened_at, "laporan diterima"
    if incident.verified_at is not None:
        yield incident.verified_at, "laporan diverifikasi"
    for row in on_it(situation, incident.id):
        unit = situation.unit(row.unit_id)
        name = unit.call_sign if unit else "?"
        heard = row.accepted_at or row.en_route_at or row.on_scene_at
        yield row.ordered_at, f"{name} diperintah{'' if heard else ' (belum menjawab)'}"
        for at, text in (
            (row.en_route_at, "menuju TKP"),
            (row.on_scene_at, "tiba di TKP"),
            (row.closed_at, "dialihkan" if diverted(row) else "selesai bertugas"),
        ):
            if at is not None:
                yield at, f"{name} {text}"
    apart = (*LABELS.values(), LATE_REASON)
    for note in _notes(desk.held, incident.id):
        if not note.text.startswith(tuple(label + _MARK for label in apart)):
            yield note.at, said(note.text)
    if incident.closed_at is not None:
        yield incident.closed_at, f"kejadian ditutup: {_ended(incident, desk)}"


def _ended(incident: Incident, desk: Desk) -> str:
    return _ENDS[incident.disposition] if incident.disposition is not None else ""


# --- the most urgent -----------------------------------------------------------------------------


def _urgent(desk: Desk, still: Iterable[Incident]) -> Iterator[str]:
    urgent = [one for one in still if one.priority is Priority.P1]
    for at, incident in enumerate(urgent[:_MOST_P1]):
        mark = "" if incident.status is not IncidentStatus.NEW else f", {UNVERIFIED}"
        where = _where(desk.city, incident)["tempat"] or "tempat belum diketahui"
        when = f"dilaporkan {desk.writer.moment(incident.opened_at)}"
        harmed = casualties(desk.held, [incident], desk.writer)["korban"]
        sent = strength(desk.situation, on_it(desk.situation, incident.id))
        title = _title(incident)
        yield (
            f"   {chr(97 + at)}. {_sign(incident)} {title}, {where}, {when}{mark};"
            f" korban: {harmed}; kekuatan: {sent}"
        )
    if len(urgent) > _MOST_P1:
        yield f"   dan {len(urgent) - _MOST_P1} kejadian P1 lain"
