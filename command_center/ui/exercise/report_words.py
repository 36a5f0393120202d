"""The after-action report in words: tables for a workbook and for paper, from the same sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from command_center.documents.figures import Cell, Sheet
from command_center.domain.clocks import goals
from command_center.duty.calls import call_rules
from command_center.exercise.injects.model import InjectKind, Reaction
from command_center.exercise.injects.player import State
from command_center.situation.after_action import AfterAction, Decision, InjectTold
from command_center.ui.detail.names import Names
from command_center.ui.detail.timeline_words import sentence
from command_center.ui.detail.words import fill
from command_center.ui.format import clock, number_sign, short_stopwatch
from command_center.ui.strip.words import clock_name, left_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Reporting:
    """What the words are made with; `made_at` stands on the report."""

    told: AfterAction
    zone: tzinfo
    made_at: datetime

    def time(self, at: datetime | None) -> str:
        return clock(at, self.zone) if at is not None else ""


def report_sheets(about: Reporting) -> list[Sheet]:
    """In the order they are read: what came out, clocks, injects, decisions, notes, course."""
    return [
        _summary(about),
        _clocks(about),
        _injects(about),
        _decisions(about),
        _notes(about),
        _course(about),
    ]


def exercise_notes(about: Reporting) -> list[str]:
    told, zone = about.told, about.zone
    since, until = told.since.astimezone(zone), told.until.astimezone(zone)
    made = f"{about.made_at.astimezone(zone):%d-%m-%Y %H:%M}"
    return [
        translate("Report", "LATIHAN: tidak ada yang sungguh terjadi"),
        f"{told.title} · {since:%d-%m-%Y %H:%M} – {until:%H:%M}",
        translate("Report", "Dibuat %1").replace("%1", made),
    ]


def _summary(about: Reporting) -> Sheet:
    told = about.told
    there = sum(one.state == State.THERE for one in told.injects)
    rows: list[tuple[Cell, ...]] = [
        (translate("Report", "Kejadian"), len(list(told.situation.all("incident")))),
        (translate("Report", "Masih aktif pada akhir"), told.situation.open_count),
        (translate("Report", "Keputusan"), len(told.decisions)),
        (translate("Report", "Inject disampaikan"), there),
        (translate("Report", "Inject hilang"), told.lost),
        (translate("Report", "Inject terlewat"), told.missed),
        (translate("Report", "Catatan penilai"), len(told.notes)),
        (translate("Report", "Catatan dalam log"), told.entries),
    ]
    head = (translate("Report", "Hal"), translate("Report", "Jumlah"))
    return Sheet(translate("Report", "Ringkasan"), exercise_notes(about), head, rows)


def _clocks(about: Reporting) -> Sheet:
    rows: list[tuple[Cell, ...]] = []
    wanted = goals(about.told.situation.clocks.targets, call_rules(about.told.situation))
    for which, spread in about.told.clocks.items():
        goal = wanted[which].seconds if which in wanted else None
        late = None if goal is None or spread.p90 is None else spread.p90 > goal
        said = "" if late is None else _met(not late)
        rows.append((clock_name(which), spread.used, spread.p50, spread.p90, goal, said,
                     left_text(spread.left)))  # fmt: skip
    head = (
        translate("Report", "Jam"),
        "n",
        "P50 (s)",
        "P90 (s)",
        translate("Report", "Target (s)"),
        translate("Report", "P90 dalam target"),
        translate("Report", "Tidak dihitung"),
    )
    return Sheet(translate("Report", "Jam terhadap target"), (), head, rows)


def _met(met: bool) -> str:
    return translate("Report", "ya") if met else translate("Report", "tidak")


def kind_text(kind: InjectKind) -> str:
    return {
        InjectKind.REPORT: translate("Report", "laporan"),
        InjectKind.RUMOUR: translate("Report", "rumor"),
        InjectKind.MEDIA: translate("Report", "media"),
        InjectKind.CAMERA: translate("Report", "kamera"),
        InjectKind.UNIT_FAILS: translate("Report", "unit gagal"),
        InjectKind.UNIT_BACK: translate("Report", "unit kembali"),
        InjectKind.LEVEL: translate("Report", "situasi"),
    }[kind]


def state_text(state: str) -> str:
    return {
        State.SENT.value: translate("Report", "dikirim"),
        State.THERE.value: translate("Report", "disampaikan"),
        State.SKIPPED.value: translate("Report", "dilewati"),
        State.LOST.value: translate("Report", "hilang"),
        State.UNSTAGED.value: translate("Report", "tanpa kamera"),
        State.WAITING.value: translate("Report", "menunggu"),
        State.REFUSED.value: translate("Report", "ditolak"),
    }.get(state, translate("Report", "syarat tidak terjadi"))


def reaction_text(reaction: Reaction) -> str:
    return {
        Reaction.TAKEN: translate("Report", "diambil"),
        Reaction.VERIFIED: translate("Report", "diverifikasi"),
        Reaction.ORDERED: translate("Report", "diperintah"),
        Reaction.ON_SCENE: translate("Report", "di TKP"),
        Reaction.CLOSED: translate("Report", "selesai"),
    }[reaction]


def _injects(about: Reporting) -> Sheet:
    rows = [_inject_row(one, about) for one in about.told.injects]
    head = (
        translate("Report", "Waktu"),
        translate("Report", "Jenis"),
        translate("Report", "Inject"),
        translate("Report", "Keadaan"),
        translate("Report", "Kejadian"),
        translate("Report", "Diharapkan dan terjadi"),
        translate("Report", "Terlewat"),
    )
    return Sheet(translate("Report", "Inject"), (), head, rows)


def _inject_row(one: InjectTold, about: Reporting) -> tuple[Cell, ...]:
    judged = "; ".join(
        f"{reaction_text(each.expected.reaction)} ≤ {short_stopwatch(each.expected.within_s)}: "
        + (short_stopwatch(each.took_s) if each.took_s is not None else "–")
        for each in one.judged
    )
    number = number_sign(one.number) if one.number else ""
    missed = translate("Report", "TERLEWAT") if one.missed else ""
    kind = kind_text(one.inject.kind)
    shown = state_text(one.state)
    return about.time(one.at), kind, one.inject.title, shown, number, judged, missed


def _decisions(about: Reporting) -> Sheet:
    names = Names(about.told.situation)
    rows = [_decision_row(one, about, names) for one in about.told.decisions]
    head = (
        translate("Report", "Waktu"),
        translate("Report", "Meja"),
        translate("Report", "Kejadian"),
        translate("Report", "Keputusan"),
        translate("Report", "Diketahui saat itu"),
    )
    return Sheet(translate("Report", "Keputusan"), (), head, rows)


def _decision_row(one: Decision, about: Reporting, names: Names) -> tuple[Cell, ...]:
    known = one.known
    text = _known_text(one)
    arrivals = [f"{names.unit(id)} {short_stopwatch(s)}" for id, s in known.promised.items()]
    if arrivals:
        text += f"; {translate('Report', 'dijanjikan')} {', '.join(arrivals)}"
    return (
        about.time(one.line.at),
        one.workstation,
        number_sign(one.number) if one.number else "",
        sentence(one.line, names),
        text,
    )


def _known_text(one: Decision) -> str:
    known = one.known
    room = str(known.open), str(known.free)
    if one.number is None:
        return fill(translate("Report", "aktif %1, unit siap %2"), *room)
    text = translate("Report", "%1, %2 laporan, umur %3; aktif %4, unit siap %5")
    text = fill(text, known.priority, str(known.reports), short_stopwatch(known.age_s), *room)
    if not known.verified:
        text += f"; {translate('Report', 'belum diverifikasi')}"
    return text


def _notes(about: Reporting) -> Sheet:
    names = Names(about.told.situation)
    rows: Iterable[tuple[Cell, ...]] = (
        (about.time(note.at), names.person(note.actor),
         number_sign(note.number) if note.number else "", note.text)
        for note in about.told.notes
    )  # fmt: skip
    head = (
        translate("Report", "Waktu"),
        translate("Report", "Penilai"),
        translate("Report", "Kejadian"),
        translate("Report", "Catatan"),
    )
    return Sheet(translate("Report", "Catatan penilai"), (), head, list(rows))


def _course(about: Reporting) -> Sheet:
    names = Names(about.told.situation)
    rows = [
        (about.time(line.at), names.person(line.actor), sentence(line, names))
        for line in about.told.course
    ]
    head = (
        translate("Report", "Waktu"),
        translate("Report", "Oleh"),
        translate("Report", "Yang terjadi"),
    )
    return Sheet(translate("Report", "Jalannya latihan"), (), head, rows)
