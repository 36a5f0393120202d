"""The words of operations, levels, decisions and forces."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from command_center.domain.operation import (
    Authority,
    Branch,
    Decision,
    DecisionKind,
    ForceStage,
    Hearing,
    TaskKind,
)
from command_center.domain.room import SituationLevel
from command_center.ui.detail.words import fill
from command_center.ui.format import clock

translate = QCoreApplication.translate


def level_word(level: SituationLevel) -> str:
    """Within a sentence."""
    return {
        SituationLevel.GREEN: translate("Operations", "hijau"),
        SituationLevel.YELLOW: translate("Operations", "kuning"),
        SituationLevel.RED: translate("Operations", "merah"),
    }[level]


def level_meaning(level: SituationLevel) -> str:
    return {
        SituationLevel.GREEN: translate("Operations", "tertib; dalmas awal"),
        SituationLevel.YELLOW: translate("Operations", "tidak tertib; dalmas lanjut"),
        SituationLevel.RED: translate("Operations", "melanggar hukum; PHH Brimob"),
    }[level]


def authority_text(authority: Authority | None) -> str:
    """ "" for a choice that nobody has made."""
    if authority is None:
        return ""
    return {
        Authority.SECTOR: translate("Operations", "Kapolsek"),
        Authority.CITY: translate("Operations", "Kapolres"),
        Authority.PROVINCE: translate("Operations", "Kapolda"),
        Authority.OTHER: translate("Operations", "di lapangan"),
    }[authority]


def stage_text(stage: ForceStage | None) -> str:
    if stage is None:
        return ""
    return {
        ForceStage.PRESENCE: translate("Operations", "1 Pencegahan (kehadiran)"),
        ForceStage.ORDER: translate("Operations", "2 Perintah lisan"),
        ForceStage.SOFT: translate("Operations", "3 Tangan kosong lunak"),
        ForceStage.HARD: translate("Operations", "4 Tangan kosong keras"),
        ForceStage.BLUNT: translate("Operations", "5 Senjata tumpul atau kimia"),
        ForceStage.FIREARM: translate("Operations", "6 Senjata api"),
    }[stage]


def kind_text(kind: DecisionKind) -> str:
    return {
        DecisionKind.LEVEL: translate("Operations", "Situasi"),
        DecisionKind.LAYER: translate("Operations", "Lapis ganti"),
        DecisionKind.LINE: translate("Operations", "Lintas ganti"),
        DecisionKind.CONTROL: translate("Operations", "Alih kendali"),
        DecisionKind.FORCE: translate("Operations", "Tahap kekuatan"),
        DecisionKind.PLAN: translate("Operations", "Rencana dijalankan"),
        DecisionKind.REVOKED: translate("Operations", "Pencabutan"),
    }[kind]


def task_kind_text(kind: TaskKind) -> str:
    return {
        TaskKind.FORCE: translate("Operations", "Kekuatan"),
        TaskKind.EQUIPMENT: translate("Operations", "Peralatan"),
        TaskKind.TELL: translate("Operations", "Beri tahu"),
        TaskKind.HOSPITAL: translate("Operations", "Rumah sakit"),
        TaskKind.CLOSURE: translate("Operations", "Penutupan jalan"),
        TaskKind.CAMERAS: translate("Operations", "Kamera"),
        TaskKind.CHECK: translate("Operations", "Periksa"),
    }[kind]


def branch_text(branch: Branch) -> str:
    return {
        Branch.POLRI: translate("Operations", "Polri"),
        Branch.BRIMOB: translate("Operations", "Brimob"),
        Branch.TNI: translate("Operations", "TNI"),
        Branch.DISHUB: translate("Operations", "Dishub"),
        Branch.DAMKAR: translate("Operations", "Damkar"),
        Branch.SATPOL_PP: translate("Operations", "Satpol PP"),
        Branch.AMBULANCE: translate("Operations", "Ambulans"),
        Branch.LINMAS: translate("Operations", "Linmas"),
        Branch.OTHER: translate("Operations", "Lainnya"),
    }[branch]


def decision_title(row: Decision) -> str:
    """What was decided, on one line."""
    said = kind_text(row.kind)
    if row.level is not None and row.was is not None:
        moved = translate("Operations", "%1: %2 → %3")
        said = fill(moved, said, level_word(row.was), level_word(row.level))
    elif row.level is not None:
        said = f"{said}: {level_word(row.level)}"
    elif row.force_stage is not None:
        said = f"{said}: {stage_text(row.force_stage)}"
    return f"{row.place} · {said}"


def ordered_text(row: Decision) -> str:
    """Whose order it was."""
    if not row.ordered_by:
        return ""
    authority = authority_text(row.authority)
    who = f"{row.ordered_by} ({authority})" if authority else row.ordered_by
    return fill(translate("Operations", "perintah %1"), who)


def heard_text(rows: list[Hearing], zone: tzinfo) -> str:
    """ "" where nobody is known to have heard it."""
    if not rows:
        return translate("Operations", "belum ada yang tercatat mendengar")
    said = [
        f"{row.who} {clock(row.at, zone, seconds=False)}" + (f" ({row.how})" if row.how else "")
        for row in rows
    ]
    return fill(translate("Operations", "didengar: %1"), ", ".join(said))


def time_text(at: datetime, now: datetime, zone: tzinfo) -> str:
    """The time; with the day where that is another one."""
    local = at.astimezone(zone)
    same = local.date() == now.astimezone(zone).date()
    return clock(at, zone) if same else local.strftime("%d-%m %H:%M")
