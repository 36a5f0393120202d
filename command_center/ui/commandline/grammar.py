"""What people type fast: a verb and what it is about, as in `tugas samapta12 0147`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from command_center.domain.incident import Disposition, Incident, Priority
from command_center.domain.permissions import Permission
from command_center.domain.unit import Unit, UnitStatus
from command_center.ui.actions import incident as incidents
from command_center.ui.actions import unit as units
from command_center.ui.actions.offline import report_order
from command_center.ui.commandline.matching import incident_numbered, take_units
from command_center.ui.commandline.on_air import beaten, said_on_air
from command_center.ui.commandline.radio import radioed
from command_center.ui.detail.words import disposition_text, fill, order_text
from command_center.ui.format import clock, number_sign
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A command understood in full: `text` says what Enter does; `run` does it."""

    text: str
    permission: Permission
    run: Callable[[Seat], None]


Rule = Callable[[Seat, Words], Sentence | None]

STATUS_WORDS: Mapping[str, UnitStatus] = {
    "siap": UnitStatus.AVAILABLE,
    "available": UnitStatus.AVAILABLE,
    "menuju": UnitStatus.EN_ROUTE,
    "enroute": UnitStatus.EN_ROUTE,
    "tkp": UnitStatus.ON_SCENE,
    "ditkp": UnitStatus.ON_SCENE,
    "scene": UnitStatus.ON_SCENE,
    "plotting": UnitStatus.STAGED,
    "staged": UnitStatus.STAGED,
    "kembali": UnitStatus.RETURNING,
    "returning": UnitStatus.RETURNING,
    "isoma": UnitStatus.BREAK,
    "break": UnitStatus.BREAK,
    "tidaksiap": UnitStatus.UNAVAILABLE,
    "unavailable": UnitStatus.UNAVAILABLE,
    "lepas": UnitStatus.OFF_DUTY,
    "lepasdinas": UnitStatus.OFF_DUTY,
    "off": UnitStatus.OFF_DUTY,
}
DISPOSITION_WORDS: Mapping[str, Disposition] = {
    "tertangani": Disposition.RESOLVED,
    "resolved": Disposition.RESOLVED,
    "diteruskan": Disposition.REFERRED,
    "referred": Disposition.REFERRED,
    "palsu": Disposition.FALSE_REPORT,
    "false": Disposition.FALSE_REPORT,
    "iseng": Disposition.PRANK,
    "prank": Disposition.PRANK,
    "nihil": Disposition.NOT_FOUND,
    "notfound": Disposition.NOT_FOUND,
    "ganda": Disposition.DUPLICATE,
    "duplicate": Disposition.DUPLICATE,
}


def understand(seat: Seat, text: str) -> Sentence | None:
    """The command in `text`, or None if it is none or not complete yet."""
    words = re.sub(r"[,;]", " ", text[:200]).split()
    if not words:
        return None
    rule = RULES.get(words[0].lower())
    return rule(seat, words[1:]) if rule else None


def _named(incident: Incident) -> str:
    return f"{number_sign(incident.number, incident.alias)} {incident.title}"


def _about_one(
    seat: Seat, words: Words, text: str, act: Callable[[Seat, str], None]
) -> Sentence | None:
    incident = incident_numbered(seat.situation, words[0]) if len(words) == 1 else None
    if incident is None:
        return None
    said = fill(text, _named(incident))
    return Sentence(said, Permission.TRIAGE, lambda seat: act(seat, incident.id))


def _assign(seat: Seat, words: Words) -> Sentence | None:
    incident = incident_numbered(seat.situation, words[-1]) if len(words) >= 2 else None
    found = take_units(seat.situation, words[:-1]) if incident else None
    if not incident or not found:
        return None
    ids = tuple(unit.id for unit in found)
    signs = [unit.call_sign for unit in found]
    order = order_text(incident, signs)
    text = fill(
        translate("CommandLine", "Perintahkan %1 ke %2"), ", ".join(signs), _named(incident)
    )
    return Sentence(
        text, Permission.DISPATCH, lambda seat: incidents.order(seat, incident.id, ids, order)
    )


def _radio(seat: Seat, words: Words) -> Sentence | None:
    found = radioed(seat, words)
    if found is None:
        return None
    sent, incident, at = found
    ids = tuple(unit.id for unit in sent)
    signs = ", ".join(unit.call_sign for unit in sent)
    text = fill(translate("CommandLine", "Catat perintah radio: %1 ke %2"), signs, _named(incident))
    if at is not None:
        text = f"{text} · {clock(at, seat.zone, seconds=False)}"
    return Sentence(
        text, Permission.DISPATCH, lambda seat: report_order(seat, incident.id, ids, "", at)
    )


def _on_air(seat: Seat, words: Words) -> Sentence | None:
    found = said_on_air(seat, words)
    if found is None:
        return None
    said, run = found
    text = ": ".join(part for part in (said.call_sign, said.text) if part)
    told = fill(translate("CommandLine", "Catat kabar radio: %1"), text)
    return Sentence(told, Permission.TAKE_REPORTS, run)


def _kentongan(seat: Seat, words: Words) -> Sentence | None:
    found = beaten(seat, words)
    if found is None:
        return None
    area, rw, run = found
    place = f"{area} RW {rw}" if rw else area
    told = fill(translate("CommandLine", "Bunyikan kentongan P1: %1"), place)
    return Sentence(told, Permission.TAKE_REPORTS, run)


def _status(seat: Seat, words: Words) -> Sentence | None:
    for cut in (len(words) - 2, len(words) - 1):
        status = STATUS_WORDS.get("".join(words[cut:]).lower()) if cut >= 1 else None
        found = take_units(seat.situation, words[:cut]) if status else None
        if status and found:
            return _set_status(found, status, " ".join(words[cut:]))
    return None


def _set_status(found: list[Unit], status: UnitStatus, word: str) -> Sentence:
    def run(seat: Seat) -> None:
        for unit in found:
            units.set_status(seat, unit.id, status)

    signs = ", ".join(unit.call_sign for unit in found)
    text = fill(translate("CommandLine", "Status %1: %2"), signs, word)
    return Sentence(text, Permission.SET_UNIT_STATUS, run)


def _on_unit(
    text: str, permission: Permission, act: Callable[[Seat, str], None]
) -> Callable[[Seat, Words], Sentence | None]:
    def rule(seat: Seat, words: Words) -> Sentence | None:
        found = take_units(seat.situation, words)
        if not found or len(found) != 1:
            return None
        said = fill(translate("CommandLine", text), found[0].call_sign)
        return Sentence(said, permission, lambda seat: act(seat, found[0].id))

    return rule


def _take(seat: Seat, words: Words) -> Sentence | None:
    return _about_one(seat, words, translate("CommandLine", "Ambil %1"), incidents.take)


def _verify(seat: Seat, words: Words) -> Sentence | None:
    return _about_one(seat, words, translate("CommandLine", "Verifikasi %1"), incidents.verify)


def _reopen(seat: Seat, words: Words) -> Sentence | None:
    return _about_one(seat, words, translate("CommandLine", "Buka lagi %1"), incidents.reopen)


def _priority(priority: Priority) -> Rule:
    def rule(seat: Seat, words: Words) -> Sentence | None:
        text = translate("CommandLine", "Prioritas %2: %1").replace("%2", priority.value)
        return _about_one(
            seat, words, text, lambda seat, id: incidents.prioritise(seat, id, priority)
        )

    return rule


def _close(seat: Seat, words: Words) -> Sentence | None:
    given = DISPOSITION_WORDS.get("".join(words[1:]).lower()) if len(words) > 1 else None
    disposition = given or (Disposition.RESOLVED if len(words) == 1 else None)
    if disposition is None:
        return None
    text = translate("CommandLine", "Selesaikan %1: %2")
    text = text.replace("%2", disposition_text(disposition))
    return _about_one(
        seat, words[:1], text, lambda seat, id: incidents.close(seat, id, disposition)
    )


def _note(seat: Seat, words: Words) -> Sentence | None:
    said = " ".join(words[1:])
    if not said:
        return None
    text = translate("CommandLine", "Catat di %1: %2").replace("%2", said)
    return _about_one(seat, words[:1], text, lambda seat, id: incidents.add_note(seat, id, said))


def _merge(seat: Seat, words: Words) -> Sentence | None:
    if len(words) != 2:
        return None
    loser = incident_numbered(seat.situation, words[0])
    winner = incident_numbered(seat.situation, words[1])
    if loser is None or winner is None or loser.id == winner.id:
        return None
    text = fill(translate("CommandLine", "Gabung %1 ke %2"), _named(loser), _named(winner))
    return Sentence(
        text, Permission.TRIAGE, lambda seat: incidents.merge(seat, winner.id, loser.id)
    )


def _call(seat: Seat, words: Words) -> Sentence | None:
    text = translate("CommandLine", "Isi laporan telepon 110")
    said = " ".join(words) or None
    return Sentence(
        text, Permission.TAKE_REPORTS, lambda seat: seat.asking.ask("incident.call", said)
    )


def _view(seat: Seat, words: Words) -> Sentence | None:
    name = " ".join(words)
    if not name:
        return None
    text = fill(translate("CommandLine", "Tampilkan dinding %1"), name)
    return Sentence(text, Permission.WATCH, lambda seat: seat.asking.ask("wall.view", name))


def _rules() -> dict[str, Rule]:
    heard = _on_unit(
        QT_TRANSLATE_NOOP("CommandLine", "%1 menerima perintah"),
        Permission.SET_UNIT_STATUS,
        units.acknowledge,
    )
    freed = _on_unit(
        QT_TRANSLATE_NOOP("CommandLine", "Lepas %1 dari kejadian"),
        Permission.DISPATCH,
        units.release,
    )
    table: dict[tuple[str, ...], Rule] = {
        ("tugas", "perintah", "kirim", "assign", "send"): _assign,
        ("radio",): _radio,
        ("ht", "udara"): _on_air,
        ("kentongan",): _kentongan,
        ("status", "st"): _status,
        ("ambil", "take"): _take,
        ("verifikasi", "verif", "verify"): _verify,
        ("buka", "reopen"): _reopen,
        ("selesai", "selesaikan", "close"): _close,
        ("catat", "catatan", "note"): _note,
        ("gabung", "merge"): _merge,
        ("dinding", "wall"): _view,
        ("terima", "ack"): heard,
        ("lepas", "release"): freed,
        ("110", "telepon", "call"): _call,
        **{(p.value.lower(),): _priority(p) for p in Priority},
    }
    return {word: rule for words, rule in table.items() for word in words}


RULES: Mapping[str, Rule] = _rules()
