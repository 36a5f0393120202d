"""What the curtain asks for now, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from command_center.domain.errors import OperatorError
from command_center.ui.person import Person

translate = QCoreApplication.translate


class Stage(StrEnum):
    """OPEN: nothing, somebody works. TOLD: nobody can come in and something else is to be done."""

    OPEN = "open"
    WAIT = "wait"
    TOLD = "told"
    FIRST = "first"
    ENTRY = "entry"
    LOCKED = "locked"
    GIVEN = "given"
    CHANGE = "change"


FIELDS: dict[Stage, tuple[str, ...]] = {
    Stage.FIRST: ("name", "login", "password", "repeat"),
    Stage.ENTRY: ("login", "password"),
    Stage.LOCKED: ("password",),
    Stage.GIVEN: ("password", "repeat"),
    Stage.CHANGE: ("old", "password", "repeat"),
}
HIDDEN = frozenset({"old", "password", "repeat"})


@dataclass(frozen=True, slots=True)
class Probe:
    """What the database answered about its first administrator; None: not yet."""

    first: bool | None = None
    told: OperatorError | None = None


def stage_of(person: Person, probe: Probe, changing: bool) -> Stage:
    if person.signed_in:
        return Stage.CHANGE if changing else Stage.OPEN
    if person.known:
        given = person.entered is not None and person.entered.must_change
        return Stage.GIVEN if given else Stage.LOCKED
    if probe.told is not None:
        return Stage.TOLD
    if probe.first is None:
        return Stage.WAIT
    return Stage.FIRST if probe.first else Stage.ENTRY


def head(stage: Stage, name: str) -> str:
    return {
        Stage.OPEN: "",
        Stage.WAIT: translate("Curtain", "Menghubungi pusat data"),
        Stage.TOLD: translate("Curtain", "Belum ada administrator"),
        Stage.FIRST: translate("Curtain", "Ruang baru: buat administrator pertama"),
        Stage.ENTRY: translate("Curtain", "Masuk untuk bekerja"),
        Stage.LOCKED: translate("Curtain", "Terkunci: %1").replace("%1", name),
        Stage.GIVEN: translate("Curtain", "Ganti kata sandi sementara, %1").replace("%1", name),
        Stage.CHANGE: translate("Curtain", "Ganti kata sandi"),
    }[stage]


def explanation(stage: Stage) -> str:
    reads = translate("Curtain", "Antrean, alarm, dan peta tetap terbaca.")
    new = translate("Curtain", "Paling sedikit 10 huruf; jangan memuat nama masuk.")
    return {
        Stage.OPEN: "",
        Stage.WAIT: reads,
        Stage.TOLD: "",
        Stage.FIRST: translate("Curtain", "Administrator lalu menambah orang lain."),
        Stage.ENTRY: reads,
        Stage.LOCKED: reads,
        Stage.GIVEN: new,
        Stage.CHANGE: new,
    }[stage]


def field_name(stage: Stage, field: str) -> str:
    new = stage in (Stage.GIVEN, Stage.CHANGE, Stage.FIRST)
    return {
        "name": translate("Curtain", "Nama lengkap"),
        "login": translate("Curtain", "Nama masuk"),
        "old": translate("Curtain", "Kata sandi sekarang"),
        "password": translate("Curtain", "Kata sandi baru")
        if new
        else translate("Curtain", "Kata sandi"),
        "repeat": translate("Curtain", "Ulangi kata sandi baru"),
    }[field]


def button_text(stage: Stage) -> str:
    return {
        Stage.FIRST: translate("Curtain", "Buat administrator"),
        Stage.ENTRY: translate("Curtain", "Masuk"),
        Stage.LOCKED: translate("Curtain", "Buka"),
        Stage.GIVEN: translate("Curtain", "Simpan"),
        Stage.CHANGE: translate("Curtain", "Simpan"),
        Stage.TOLD: translate("Curtain", "Periksa lagi"),
    }.get(stage, "")


def other_text(stage: Stage) -> str:
    """What else can be done here: somebody else, or not at all."""
    if stage in (Stage.LOCKED, Stage.GIVEN):
        return translate("Curtain", "Ganti orang")
    return translate("Curtain", "Batal") if stage is Stage.CHANGE else ""


def working() -> str:
    return translate("Curtain", "Memeriksa…")


def locked_for(until: datetime, now: datetime) -> str:
    """How long the lock-out lasts, counted down."""
    left = max(0, round((until - now).total_seconds()))
    text = translate("Curtain", "Terlalu banyak kata sandi salah. Coba lagi dalam %1.")
    return text.replace("%1", f"{left // 60}:{left % 60:02}")
