"""Sentences about orders that were changed, heard, stacked and called off, about looking for silent
units, and about what was decided of an incident."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.domain.unit import WelfareOutcome, WelfareStep
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.link_words import linked_text, unlinked_text
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate

_QUOTED = 120


def _said(line: TimelineLine, field: str) -> str:
    """On one line, for a sentence."""
    words = " ".join(str(line.result.get(field) or "").split())
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"


def _who(line: TimelineLine, names: Names) -> str:
    return names.person(line.actor)


def _unit(line: TimelineLine, names: Names) -> str:
    ids = line.params.get("assignments") or ()
    known = str(line.result.get("unit_id", "")) or next(map(str, ids), "")
    return names.unit(known)


def _about_unit(text: Callable[[], str], *fields: str) -> Callable[[TimelineLine, Names], str]:
    """A sentence of who, which unit, and values of the result."""

    def say(line: TimelineLine, names: Names) -> str:
        values = (_said(line, field) for field in fields)
        return fill(text(), _who(line, names), _unit(line, names), *values)

    return say


def _corrected(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 membetulkan alamat: %2 → %3")
    return fill(text, _who(line, names), _said(line, "was") or "–", _said(line, "address"))


def _reassigned(line: TimelineLine, names: Names) -> str:
    choices = {
        "stack": translate("Timeline", "%1 menaruh pekerjaan di antrean %2: %3"),
        "pull": translate("Timeline", "%1 menarik %2: %3"),
    }
    called_off = translate("Timeline", "%1 menarik kembali perintah %2: %3")
    text = choices.get(_said(line, "choice"), called_off)
    return fill(text, _who(line, names), _unit(line, names), _said(line, "reason"))


def _moved(line: TimelineLine, names: Names) -> str:
    moved = line.result.get("moved")
    count = len(moved) if isinstance(moved, list) else 0
    text = translate("Timeline", "%1 menggeser %2 unit: %3")
    return fill(text, _who(line, names), str(count), _said(line, "reason"))


def _step(line: TimelineLine, names: Names) -> str:
    ways = {
        WelfareStep.RADIO.value: translate("Timeline", "lewat radio"),
        WelfareStep.PHONE.value: translate("Timeline", "lewat telepon"),
        WelfareStep.PARTNER.value: translate("Timeline", "lewat unit terdekat"),
        WelfareStep.LEAD.value: translate("Timeline", "diserahkan ke Pamapta"),
        WelfareStep.DANGER.value: translate("Timeline", "personel dalam bahaya"),
    }
    way = ways.get(_said(line, "step"), translate("Timeline", "terus dicari"))
    return fill(translate("Timeline", "Mencari kabar %1: %2"), _unit(line, names), way)


def _ended(line: TimelineLine, names: Names) -> str:
    told = {
        WelfareOutcome.WELL.value: translate("Timeline", "%1 mencatat %2 ditemukan aman"),
        WelfareOutcome.HELPED.value: translate("Timeline", "%1 mencatat %2 sudah ditolong"),
        WelfareOutcome.HURT.value: translate(
            "Timeline", "%1 mencatat %2 ditemukan terluka: personel dalam bahaya"
        ),
        WelfareOutcome.GIVEN_UP.value: translate(
            "Timeline", "%1 memutuskan pencarian %2 dihentikan: %3"
        ),
    }
    text = told.get(_said(line, "outcome"), translate("Timeline", "%1 mencatat kabar %2"))
    if line.result.get("left"):
        text = translate(
            "Timeline", "%2 tidak lagi di kejadiannya; kabarnya tidak dicari lagi (%1)"
        )
    return fill(text, _who(line, names), _unit(line, names), _said(line, "reason"))


def _planned(line: TimelineLine, names: Names) -> str:
    if line.result.get("due_at"):
        return fill(translate("Timeline", "%1 menjadwalkan kejadian"), _who(line, names))
    return fill(translate("Timeline", "%1 menghapus jadwal kejadian"), _who(line, names))


def _may_leave(line: TimelineLine, names: Names) -> str:
    if line.result.get("may_leave"):
        text = translate("Timeline", "%1 mengizinkan unit ditarik dari sini")
    else:
        text = translate("Timeline", "%1 melarang unit ditarik dari sini")
    return fill(text, _who(line, names))


def undone_orders() -> dict[str, str]:
    """The names of these acts where one is taken back."""
    return {
        "order.cancelled": translate("Timeline", "penarikan perintah"),
        "order.heard": translate("Timeline", "jawaban unit"),
        "order.silent": translate("Timeline", "penggantian unit yang diam"),
        "order.repeated": translate("Timeline", "ulangan perintah"),
        "unit.stacked": translate("Timeline", "pekerjaan dalam antrean"),
        "stacked.started": translate("Timeline", "perintah dari antrean"),
        "unit.reassigned": translate("Timeline", "perubahan tugas"),
        "units.moved": translate("Timeline", "pergeseran unit"),
        "incident.linked": translate("Timeline", "tautan"),
        "incident.unlinked": translate("Timeline", "pelepasan tautan"),
        "incident.planned": translate("Timeline", "jadwal"),
        "incident.may_leave": translate("Timeline", "izin tarik unit"),
        "incident.address_corrected": translate("Timeline", "pembetulan alamat"),
    }


ORDER_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "incident.address_corrected": _corrected,
    "order.cancelled": _about_unit(
        lambda: translate("Timeline", "%1 menarik kembali perintah %2: %3"), "reason"
    ),
    "order.silent": _about_unit(
        lambda: translate("Timeline", "%1 menarik kembali perintah %2: %3"), "reason"
    ),
    "order.kept": _about_unit(
        lambda: translate("Timeline", "%1: %2 tidak menjawab, tetap diperintah; unit lain menyusul")
    ),
    "order.repeated": _about_unit(lambda: translate("Timeline", "%1 mengulang perintah %2")),
    "unit.asked": _about_unit(lambda: translate("Timeline", "%1 menanyakan kabar %2")),
    "order.heard": _about_unit(lambda: translate("Timeline", "%2 sudah mendengar (%1)")),
    "unit.stacked": _about_unit(lambda: translate("Timeline", "%1 mengantrekan %2")),
    "stacked.started": _about_unit(
        lambda: translate("Timeline", "%1 memulai antrean %2: “%3”"), "text"
    ),
    "unit.reassigned": _reassigned,
    "units.moved": _moved,
    "welfare.opened": _about_unit(lambda: translate("Timeline", "%2 mulai dicari kabarnya (%1)")),
    "welfare.step": _step,
    "welfare.ended": _ended,
    "incident.planned": _planned,
    "incident.may_leave": _may_leave,
    "incident.linked": linked_text,
    "incident.unlinked": unlinked_text,
    "room.procedure": lambda line, names: fill(
        translate("Timeline", "%1 mengubah prosedur"), _who(line, names)
    ),
}
