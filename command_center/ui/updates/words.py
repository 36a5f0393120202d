"""What is said of versions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from command_center.ports import Health
from command_center.ui.detail.words import fill
from command_center.ui.format import moment
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.updates.model import Found, Standing

translate = QCoreApplication.translate
KIND = "program"
_MB = 1 << 20
_FELL = QT_TRANSLATE_NOOP(
    "Updates", "Versi %1 siap dipasang, tetapi tiga kali gagal berdiri di sini."
)
_BY_SUDO = QT_TRANSLATE_NOOP("Updates", "Pengelola komputer mengetik di terminal:")
_AS_ADMINISTRATOR = QT_TRANSLATE_NOOP(
    "Updates", "Pengelola komputer mengetik di Command Prompt yang dibuka sebagai administrator:"
)
_STEPS = {
    "check": QT_TRANSLATE_NOOP("Updates", "Memeriksa tanda tangan …"),
    "unpack": QT_TRANSLATE_NOOP("Updates", "Membongkar arsip …"),
    "flush": QT_TRANSLATE_NOOP("Updates", "Mencoba versi baru …"),
    "unpacked": QT_TRANSLATE_NOOP("Updates", "Menulis sampai tuntas ke cakram …"),
}


def standing_text(standing: Standing) -> str:
    """What runs here, and what starts next."""
    parts = [fill(translate("Updates", "Versi %1 berjalan di komputer ini."), standing.running)]
    if standing.next and standing.next != standing.running:
        text = translate("Updates", "Versi %1 dipakai saat program dibuka lagi.")
        parts.append(fill(text, standing.next))
    if standing.staged and standing.fell:
        parts.append(fill(translate("Updates", _FELL), standing.staged))
    elif standing.staged:
        parts.append(fill(translate("Updates", "Versi %1 siap dipasang."), standing.staged))
    if standing.why is not None:
        parts.append(sentence(standing.why, {}))
    return " ".join(parts)


def button_words() -> dict[str, str]:
    return {
        "look": translate("Updates", "Periksa sumber"),
        "stage": translate("Updates", "Siapkan versi baru"),
        "use": translate("Updates", "Pakai yang siap"),
        "back": translate("Updates", "Kembali ke versi lama"),
        "stop": translate("Updates", "Hentikan"),
    }


def copying_words() -> dict[str, str]:
    """Of the same buttons where they only copy what somebody else types."""
    return {
        "stage": translate("Updates", "Salin: siapkan versi baru"),
        "use": translate("Updates", "Salin: pakai yang siap"),
        "back": translate("Updates", "Salin: kembali ke versi lama"),
    }


def lines_text(standing: Standing) -> str:
    """What somebody else types: only what there is to do."""
    lines = standing.lines
    if lines is None:
        return ""
    head = _BY_SUDO if lines.sudo else _AS_ADMINISTRATOR
    parts = [translate("Updates", head)]
    parts.append(lines.use if standing.staged else lines.stage)
    if standing.previous:
        parts.append(lines.back)
    return "\n".join(parts)


def found_text(found: Found) -> str:
    if found.newer and found.date is not None:
        text = translate("Updates", "Versi %1 dari %2 tersedia di sumber.")
        return fill(text, found.version, found.date.strftime("%d-%m-%Y"))
    if found.newer:
        return fill(translate("Updates", "Versi %1 tersedia di sumber."), found.version)
    return translate("Updates", "Tidak ada versi yang lebih baru di sumber.")


def step_text(what: str, done: int, total: int) -> str:
    """Of a version that is being brought."""
    if what in ("download", "downloaded"):
        text = translate("Updates", "Menyalin: %1 dari %2 MB")
        return fill(text, str(done // _MB), str(max(1, total // _MB)))
    return translate("Updates", _STEPS.get(what, _STEPS["check"]))


def workstation_rows(seat: Seat) -> list[TextRow]:
    """Every workstation that told its version, the oldest version first."""
    told = [health for (kind, _), health in seat.situation.health.items() if kind == KIND]
    told.sort(key=lambda health: (str(health.params.get("schema", "")), health.id))
    return [_row(seat, health) for health in told]


def _row(seat: Seat, health: Health) -> TextRow:
    version = fill(translate("Updates", "versi %1"), str(health.params.get("version", "?")))
    seen = moment(health.at.isoformat(), seat.zone)
    here = health.id == seat.act.workstation
    name = fill(translate("Updates", "%1 (komputer ini)"), health.id) if here else health.id
    told = sentence(health.code, health.params)
    return TextRow(health.id, name, version, f"{told} · {seen}")
