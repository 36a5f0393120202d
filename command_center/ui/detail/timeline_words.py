"""One plain sentence for each kind of entry in an incident's timeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from command_center.commands.follow import ReportStep, UnitStep
from command_center.domain.incident import Disposition
from command_center.domain.log import Fields
from command_center.domain.unit import UnitStatus
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.timeline_calls import CALL_SENTENCES
from command_center.ui.detail.timeline_duplicates import DUPLICATE_SENTENCES, filed_because
from command_center.ui.detail.timeline_early import EARLY_SENTENCES
from command_center.ui.detail.timeline_election import ELECTION_SENTENCES
from command_center.ui.detail.timeline_exercise import EXERCISE_SENTENCES
from command_center.ui.detail.timeline_faults import FAULT_SENTENCES
from command_center.ui.detail.timeline_handover import HANDOVER_SENTENCES
from command_center.ui.detail.timeline_hospitals import HOSPITAL_SENTENCES
from command_center.ui.detail.timeline_instructions import INSTRUCTION_SENTENCES
from command_center.ui.detail.timeline_levels import LEVEL_SENTENCES, undone_level
from command_center.ui.detail.timeline_notes import NOTE_SENTENCES
from command_center.ui.detail.timeline_offline import LATE_SENTENCES
from command_center.ui.detail.timeline_operations import OPERATION_SENTENCES
from command_center.ui.detail.timeline_orders import ORDER_SENTENCES, undone_orders
from command_center.ui.detail.timeline_people import PEOPLE_SENTENCES
from command_center.ui.detail.timeline_places import PLACE_SENTENCES
from command_center.ui.detail.timeline_radio import RADIO_SENTENCES
from command_center.ui.detail.timeline_referrals import REFERRAL_SENTENCES
from command_center.ui.detail.timeline_replies import REPLY_SENTENCES
from command_center.ui.detail.timeline_roads import ROAD_SENTENCES
from command_center.ui.detail.timeline_roster import ROSTER_SENTENCES
from command_center.ui.detail.timeline_together import TOGETHER
from command_center.ui.detail.words import disposition_text, fill, translate
from command_center.ui.evidence.words import megabytes, missing_text
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.sentences_triage import ROOM_SENTENCES as TRIAGE_SENTENCES

_QUOTED = 240
STEPS = frozenset(step.value for step in ReportStep)


def sentence(line: TimelineLine, names: Names) -> str:
    """One line of the timeline. Outside text in it is plain text."""
    say = SENTENCES.get(line.kind)
    return say(line, names) if say else line.kind


def _row(line: TimelineLine, entity: str) -> Fields:
    row = line.params.get(entity)
    return row if isinstance(row, dict) else {}


def _quote(text: object) -> str:
    flat = " ".join(str(text or "").split())
    return f"“{flat[:_QUOTED]}{'…' if len(flat) > _QUOTED else ''}”"


def _units(line: TimelineLine, names: Names) -> str:
    ids = line.params.get("assignments") or [str(line.result.get("unit_id", ""))]
    return _call_signs(ids, names)


def _call_signs(ids: Iterable[object], names: Names) -> str:
    return ", ".join(dict.fromkeys(names.unit(str(id)) for id in ids))


def _report_received(line: TimelineLine, names: Names) -> str:
    report = _row(line, "report")
    source = names.source(str(report.get("source_id", "?")))
    return f"{source}: {_quote(report.get('text'))}{filed_because(line)}"


def _call_entered(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "110: %1 · dicatat %2")
    return fill(text, _quote(_row(line, "report").get("text")), names.person(line.actor))


def _record_conflict(line: TimelineLine, names: Names) -> str:
    return translate("Timeline", "Laporan yang sama datang dengan isi lain; keduanya disimpan")


def _taken(line: TimelineLine, names: Names) -> str:
    return fill(translate("Timeline", "%1 mengambil kejadian"), names.person(line.actor))


def _verified(line: TimelineLine, names: Names) -> str:
    return fill(translate("Timeline", "%1 memverifikasi"), names.person(line.actor))


def _prioritised(line: TimelineLine, names: Names) -> str:
    priority = str(_row(line, "incident").get("priority", "?"))
    return fill(
        translate("Timeline", "%1 menetapkan prioritas %2"), names.person(line.actor), priority
    )


def _loser(line: TimelineLine, names: Names) -> str:
    loser = _row(line, "merge_link").get("loser_id") or line.result.get("loser_id", "")
    return names.incident(str(loser))


def _merged(line: TimelineLine, names: Names) -> str:
    """Both incidents show it: which is part of which has to be said."""
    winner = _row(line, "merge_link").get("winner_id") or line.result.get("incident_id", "")
    text = translate("Timeline", "%1 menggabung %2 ke %3")
    who = names.person(line.actor)
    return fill(text, who, _loser(line, names), names.incident(str(winner)))


def _unmerged(line: TimelineLine, names: Names) -> str:
    return fill(
        translate("Timeline", "%1 melepas gabungan %2"),
        names.person(line.actor),
        _loser(line, names),
    )


def _closed(line: TimelineLine, names: Names) -> str:
    value = _row(line, "incident").get("disposition")
    how = disposition_text(Disposition(value)) if value in list(Disposition) else "?"
    return fill(translate("Timeline", "%1 menyelesaikan: %2"), names.person(line.actor), how)


def _reopened(line: TimelineLine, names: Names) -> str:
    return fill(translate("Timeline", "%1 membuka kembali"), names.person(line.actor))


def _ordered(line: TimelineLine, names: Names) -> str:
    """Another agency's unit is asked, never ordered."""
    text = _quote(_row(line, "dispatch_order").get("text"))
    asked = line.params.get("requested") or []
    ours = [id for id in line.params.get("assignments") or [] if id not in asked]
    if not asked:
        return fill(translate("Timeline", "%1 diperintah: %2"), _units(line, names), text)
    others = _call_signs(asked, names)
    if not ours:
        return fill(translate("Timeline", "%1 diminta: %2"), others, text)
    both = translate("Timeline", "%1 diperintah, %2 diminta: %3")
    return fill(both, _call_signs(ours, names), others, text)


def _acknowledged(line: TimelineLine, names: Names) -> str:
    return fill(translate("Timeline", "%1 menerima perintah"), _units(line, names))


def _unit_status(line: TimelineLine, names: Names) -> str:
    value = _row(line, "unit").get("status")
    if value not in list(UnitStatus):
        return fill(translate("Timeline", "%1 melapor lagi"), _units(line, names))
    return f"{_units(line, names)}: {names.status(UnitStatus(value))}"


def _unit_followed(line: TimelineLine, names: Names) -> str:
    """What a unit's own system said of it."""
    steps = {
        UnitStep.ORDERED: names.status(UnitStatus.ORDERED),
        UnitStep.ACCEPTED: translate("Timeline", "Menerima perintah"),
        UnitStep.TRANSPORTING: translate("Timeline", "Mengantar korban"),
        UnitStep.AT_HOSPITAL: translate("Timeline", "Di rumah sakit"),
    }
    value = str(line.result.get("step", ""))
    if value in steps:
        said = steps[UnitStep(value)]
    elif value in list(UnitStatus):
        said = names.status(UnitStatus(value))
    else:
        said = translate("Timeline", "Melapor")
    return f"{_units(line, names)}: {said}"


def _report_followed(line: TimelineLine, names: Names) -> str:
    """What another desk did with its report."""
    note = _row(line, "note").get("text")
    parts = {
        ReportStep.VERIFIED: translate("Timeline", "Diverifikasi di sumber"),
        ReportStep.CLOSED: translate("Timeline", "Diselesaikan di sumber"),
        ReportStep.WITHDRAWN: translate("Timeline", "Pelapor menarik laporannya"),
    }
    value = line.result.get("step", "")
    done = parts.get(ReportStep(value)) if value in STEPS else None
    words = [done or translate("Timeline", "Kabar dari sumber")]
    if note:
        words.append(_quote(note))
    return ": ".join(words)


def _released(line: TimelineLine, names: Names) -> str:
    return fill(translate("Timeline", "%1 ditarik"), _units(line, names))


def _note(line: TimelineLine, names: Names) -> str:
    return f"{names.person(line.actor)}: {_quote(_row(line, 'note').get('text'))}"


def _snapshot(line: TimelineLine, names: Names) -> str:
    camera = names.camera(str(_row(line, "snapshot").get("camera_id", "")))
    return fill(translate("Timeline", "Gambar %1 disimpan"), camera)


def _evidence_camera(line: TimelineLine, names: Names) -> str:
    return names.camera(str(line.result.get("camera_id", "")))


def _evidence_requested(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 merekam %2")
    return fill(text, names.person(line.actor), _evidence_camera(line, names))


def _evidence_stored(line: TimelineLine, names: Names) -> str:
    row = _row(line, "evidence")
    if row.get("reason"):
        text = translate("Timeline", "Rekaman %1 disimpan sebagian (%2) · %3 · %4")
        why = missing_text(str(row["reason"]))
        return fill(text, _evidence_camera(line, names), why, *_file_words(row))
    text = translate("Timeline", "Rekaman %1 disimpan · %2 · %3")
    return fill(text, _evidence_camera(line, names), *_file_words(row))


def _file_words(row: Fields) -> tuple[str, str]:
    """The size, and as much of the hash as a person compares."""
    size = row.get("size")
    return megabytes(size if isinstance(size, int) else 0), str(row.get("sha256", ""))[:8]


def _evidence_failed(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "Rekaman %1 gagal: %2")
    why = missing_text(str(_row(line, "evidence").get("reason", "")))
    return fill(text, _evidence_camera(line, names), why)


def _evidence_held(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 menahan rekaman %2: %3")
    why = _quote(_row(line, "evidence").get("hold_reason"))
    return fill(text, names.person(line.actor), _evidence_camera(line, names), why)


def _evidence_released(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 melepas penahanan rekaman %2: %3")
    why = _quote(_row(line, "evidence").get("hold_reason"))
    return fill(text, names.person(line.actor), _evidence_camera(line, names), why)


def _undone(line: TimelineLine, names: Names) -> str:
    kind = str(line.result.get("undone", "") or "")
    return fill(translate("Timeline", "%1 membatalkan: %2"), names.person(line.actor), _what(kind))


def _what(kind: str) -> str:
    """The name of an act that can be undone."""
    return {
        "units.ordered": translate("Timeline", "perintah"),
        "incident.taken": translate("Timeline", "ambil"),
        "incident.verified": translate("Timeline", "verifikasi"),
        "incident.prioritised": translate("Timeline", "prioritas"),
        "incident.merged": translate("Timeline", "penggabungan"),
        "incident.unmerged": translate("Timeline", "pelepasan gabungan"),
        "incident.closed": translate("Timeline", "penyelesaian"),
        "incident.reopened": translate("Timeline", "pembukaan kembali"),
        "unit.status": translate("Timeline", "status unit"),
        "unit.released": translate("Timeline", "penarikan unit"),
        "order.acknowledged": translate("Timeline", "jawaban unit"),
        "note.added": translate("Timeline", "catatan"),
        "take_over.asked": translate("Timeline", "permintaan ambil alih"),
        "take_over.answered": translate("Timeline", "jawaban ambil alih"),
        **undone_orders(),
        **undone_level(),
    }.get(kind, "?")


def _always(text: str) -> Callable[[TimelineLine, Names], str]:
    """A sentence without values. `text` is marked where it is written."""
    return lambda line, names: translate("Timeline", text)


Sentence = Callable[[TimelineLine, Names], str]
ROOM_SENTENCES: Mapping[str, str] = {
    "room.opened": QT_TRANSLATE_NOOP("Timeline", "Ruang dibuka"),
    "source.connected": QT_TRANSLATE_NOOP("Timeline", "Sumber disambungkan"),
    "source.read": QT_TRANSLATE_NOOP("Timeline", "Sumber dibaca"),
    "unit.registered": QT_TRANSLATE_NOOP("Timeline", "Unit dicatat"),
    "agency.registered": QT_TRANSLATE_NOOP("Timeline", "Instansi dicatat"),
    "boundaries.imported": QT_TRANSLATE_NOOP("Timeline", "Batas wilayah diperbarui"),
    "file.taken": QT_TRANSLATE_NOOP("Timeline", "Berkas sumber diambil"),
    "strength.registered": QT_TRANSLATE_NOOP("Timeline", "Kekuatan dicatat"),
    "record.odd": QT_TRANSLATE_NOOP("Timeline", "Catatan sumber disimpan tanpa bagian yang rusak"),
    "source.shape": QT_TRANSLATE_NOOP("Timeline", "Bentuk data sumber dipelajari"),
    "record.refused": QT_TRANSLATE_NOOP("Timeline", "Catatan sumber ditolak dan disimpan"),
    "cameras.imported": QT_TRANSLATE_NOOP("Timeline", "Daftar kamera diperbarui"),
    "cameras.synchronised": QT_TRANSLATE_NOOP(
        "Timeline", "Daftar kamera disesuaikan dengan direktori"
    ),
    "camera.renamed": QT_TRANSLATE_NOOP("Timeline", "Kamera diberi nama"),
    "camera.noted": QT_TRANSLATE_NOOP("Timeline", "Catatan kamera diubah"),
    "camera.masked": QT_TRANSLATE_NOOP("Timeline", "Bagian kamera ditutup"),
    "camera.static": QT_TRANSLATE_NOOP("Timeline", "Kamera ditandai boleh diam"),
    "camera.enabled": QT_TRANSLATE_NOOP("Timeline", "Kamera diaktifkan atau dimatikan"),
    "camera.attached": QT_TRANSLATE_NOOP("Timeline", "Kamera dipasang pada unit"),
    "camera.control_set": QT_TRANSLATE_NOOP("Timeline", "Kendali kamera diatur"),
    "camera.taken": QT_TRANSLATE_NOOP("Timeline", "Kamera diambil untuk digerakkan"),
    "camera.released": QT_TRANSLATE_NOOP("Timeline", "Kamera dilepas"),
    "camera.moved": QT_TRANSLATE_NOOP("Timeline", "Kamera digerakkan"),
    "camera.preset": QT_TRANSLATE_NOOP("Timeline", "Posisi kamera dipakai"),
    "public_alert.kept": QT_TRANSLATE_NOOP("Timeline", "Peringatan publik dicatat"),
    "places.imported": QT_TRANSLATE_NOOP("Timeline", "Daftar tempat diperbarui"),
    "alarm.raised": QT_TRANSLATE_NOOP("Timeline", "Alarm berbunyi"),
    "alarm.acknowledged": QT_TRANSLATE_NOOP("Timeline", "Alarm ditanggapi"),
    "alarm.shelved": QT_TRANSLATE_NOOP("Timeline", "Alarm ditunda"),
    "alarm.cleared": QT_TRANSLATE_NOOP("Timeline", "Alarm berakhir"),
    "outage.reported": QT_TRANSLATE_NOOP("Timeline", "Gangguan dilaporkan kepada pemiliknya"),
    "unit.words": QT_TRANSLATE_NOOP("Timeline", "Sebutan status unit diubah"),
    "unit.limits": QT_TRANSLATE_NOOP("Timeline", "Batas waktu unit diubah"),
    "room.targets": QT_TRANSLATE_NOOP("Timeline", "Target dan batas waktu ruang diubah"),
}
SENTENCES: Mapping[str, Sentence] = {
    "report.received": _report_received,
    "call.entered": _call_entered,
    "record.conflict": _record_conflict,
    "incident.taken": _taken,
    "incident.verified": _verified,
    "incident.prioritised": _prioritised,
    "incident.merged": _merged,
    "incident.unmerged": _unmerged,
    "incident.closed": _closed,
    "incident.reopened": _reopened,
    "units.ordered": _ordered,
    "order.acknowledged": _acknowledged,
    "unit.status": _unit_status,
    "unit.released": _released,
    "unit.followed": _unit_followed,
    "report.followed": _report_followed,
    "note.added": _note,
    "snapshot.kept": _snapshot,
    "evidence.requested": _evidence_requested,
    "evidence.stored": _evidence_stored,
    "evidence.failed": _evidence_failed,
    "evidence.held": _evidence_held,
    "evidence.released": _evidence_released,
    "entry.undone": _undone,
    **FAULT_SENTENCES,
    **LATE_SENTENCES,
    **CALL_SENTENCES,
    **PEOPLE_SENTENCES,
    **REFERRAL_SENTENCES,
    **HANDOVER_SENTENCES,
    **HOSPITAL_SENTENCES,
    **INSTRUCTION_SENTENCES,
    **RADIO_SENTENCES,
    **REPLY_SENTENCES,
    **ROAD_SENTENCES,
    **ROSTER_SENTENCES,
    **PLACE_SENTENCES,
    **EARLY_SENTENCES,
    **OPERATION_SENTENCES,
    **ELECTION_SENTENCES,
    **ORDER_SENTENCES,
    **LEVEL_SENTENCES,
    **NOTE_SENTENCES,
    **EXERCISE_SENTENCES,
    **TOGETHER,
    **DUPLICATE_SENTENCES,
    **{kind: _always(text) for kind, text in ROOM_SENTENCES.items()},
    **{kind: _always(text) for kind, text in TRIAGE_SENTENCES.items()},
}
