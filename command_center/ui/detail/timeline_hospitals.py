"""Sentences about hospitals asked to stand by, and about casualties."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.domain.referral import StandbyState
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate


def _hospital(line: TimelineLine, names: Names) -> str:
    return names.hospital(str(line.result.get("hospital_id", "")))


def _asked(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 meminta %2 bersiaga")
    said = fill(text, names.person(line.actor), _hospital(line, names))
    if not line.result.get("told"):
        return fill(translate("Timeline", "%1, lewat telepon"), said)
    return said


def _answered(line: TimelineLine, names: Names) -> str:
    texts = {
        StandbyState.READY.value: translate("Timeline", "%1 siap menerima"),
        StandbyState.LIMITED.value: translate("Timeline", "%1 siap terbatas"),
        StandbyState.UNABLE.value: translate("Timeline", "%1 tidak bisa menerima"),
    }
    state = str(line.result.get("state", ""))
    said = fill(texts.get(state, translate("Timeline", "%1 menjawab")), _hospital(line, names))
    if line.result.get("heard"):
        said = fill(translate("Timeline", "%1, dicatat %2"), said, names.person(line.actor))
    row = line.params.get("standby")
    answer = " ".join(str(row.get("answer") or "").split()) if isinstance(row, dict) else ""
    return f"{said}: “{answer[:240]}”" if answer else said


def _cancelled(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 membatalkan siaga %2")
    return fill(text, names.person(line.actor), _hospital(line, names))


def _counted(line: TimelineLine, names: Names) -> str:
    counts = [str(line.result.get(name, "?")) for name in ("dead", "serious", "light")]
    if line.result.get("hospital_id"):
        text = translate("Timeline", "%1 mencatat korban di %2: MD %3, LB %4, LR %5")
        return fill(text, names.person(line.actor), _hospital(line, names), *counts)
    text = translate("Timeline", "%1 mencatat korban: MD %2, LB %3, LR %4")
    return fill(text, names.person(line.actor), *counts)


def _reported(line: TimelineLine, names: Names) -> str:
    return fill(translate("Timeline", "Keadaan %1 diperbarui"), _hospital(line, names))


HOSPITAL_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "standby.asked": _asked,
    "standby.answered": _answered,
    "standby.cancelled": _cancelled,
    "casualties.counted": _counted,
    "hospital.reported": _reported,
    "hospitals.registered": lambda line, names: translate(
        "Timeline", "Daftar rumah sakit diperbarui"
    ),
}
