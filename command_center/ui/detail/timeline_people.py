"""Sentences about who came, went and was let in, and about the room's own keeping."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP

_BY: Mapping[str, str] = {
    "person.signed_in": QT_TRANSLATE_NOOP("Timeline", "%1 masuk"),
    "person.signed_out": QT_TRANSLATE_NOOP("Timeline", "%1 keluar"),
    "password.changed": QT_TRANSLATE_NOOP("Timeline", "%1 mengganti kata sandinya"),
    "password.given": QT_TRANSLATE_NOOP("Timeline", "%1 memberi kata sandi sementara"),
    "staff.first_administrator": QT_TRANSLATE_NOOP("Timeline", "Administrator pertama dibuat"),
    "staff.added": QT_TRANSLATE_NOOP("Timeline", "%1 menambah orang"),
    "staff.changed": QT_TRANSLATE_NOOP("Timeline", "%1 mengubah data orang"),
    "staff.left": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat orang yang keluar dari ruang"),
    "workstation.registered": QT_TRANSLATE_NOOP("Timeline", "Komputer kerja didaftarkan"),
    "workstation.retired": QT_TRANSLATE_NOOP("Timeline", "Komputer kerja tidak dipakai lagi"),
    "room.restored": QT_TRANSLATE_NOOP("Timeline", "Ruang dipulihkan dari cadangan"),
    "room.confirmed": QT_TRANSLATE_NOOP("Timeline", "%1 memeriksa ruang yang dipulihkan"),
    "sealed.kept": QT_TRANSLATE_NOOP("Timeline", "%1 menyegel data pelapor"),
    "sealed.opened": QT_TRANSLATE_NOOP("Timeline", "%1 membuka data tersegel"),
    "sealed.destroyed": QT_TRANSLATE_NOOP("Timeline", "%1 memusnahkan data tersegel"),
    "sealed.expired": QT_TRANSLATE_NOOP("Timeline", "Data tersegel dimusnahkan pada waktunya"),
}


def _by(text: str) -> Callable[[TimelineLine, Names], str]:
    """A sentence with who did it, and why where a reason was given."""

    def say(line: TimelineLine, names: Names) -> str:
        said = fill(translate("Timeline", text), names.person(line.actor))
        because = " ".join(str(line.params.get("reason") or "").split())[:200]
        return f"{said}: {because}" if because else said

    return say


PEOPLE_SENTENCES = {kind: _by(text) for kind, text in _BY.items()}
