"""The verbs of the command line: the short ones people type, and every action of the table by its
own name. What stands in a menu can therefore be typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from PySide6.QtCore import QCoreApplication, QLocale

from command_center.domain.incident import Priority
from command_center.ui.actions.action import Action, Group
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline import (
    acts_incident,
    acts_levels,
    acts_planned,
    acts_roads,
    acts_said,
    acts_unit,
)
from command_center.ui.commandline.matching import folded
from command_center.ui.commandline.reading import Got, Slot
from command_center.ui.commandline.sentence import Sentence, aimed, placed
from command_center.ui.commandline.vocabulary import Field, english
from command_center.ui.detail.words import fill
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
MANY = 40
LONGEST_PHRASE = 8
"""Words."""
Build = Callable[[Seat, Got], Sentence]


@dataclass(frozen=True, slots=True)
class Verb:
    """`words` and `english` are how it is typed, what is completed first. `action_id`: the action
    of the table that it does, "" where it has none of its own. `usage` is shown beside it and
    printed on the key sheet. `closed`: it is about incidents that have ended, too; `additive`: it
    may be entered while the room is out of reach; `alone`: what the bare word does; `begun`: what
    it does while something is lacking that it must have, with the words nobody could read."""

    words: tuple[str, ...]
    english: tuple[str, ...]
    slots: tuple[Slot, ...]
    build: Build
    usage: str
    action_id: str = ""
    closed: bool = False
    additive: bool = False
    alone: Build | None = None
    begun: Build | None = None

    @property
    def offered(self) -> str:
        """In the language of the screen."""
        return self.english[0] if english() and self.english else self.words[0]


_ONE = Slot(Field.INCIDENT)
_UNITS, _UNIT = Slot(Field.UNIT, 1, MANY), Slot(Field.UNIT)
_TEXT = Slot(Field.TEXT)


def _may(field: Field) -> Slot:
    return Slot(field, 0)


TYPED: tuple[Verb, ...] = (
    Verb(
        ("tugas", "perintah", "kirim"),
        ("assign", "send"),
        (_UNITS, _ONE),
        acts_unit.assign,
        QT_TRANSLATE_NOOP("CommandLine", "tugas [unit] [kejadian]"),
        "incident.order",
    ),
    Verb(
        ("status", "st"),
        ("status",),
        (_UNITS, Slot(Field.STATUS)),
        acts_unit.status,
        QT_TRANSLATE_NOOP("CommandLine", "status [unit] [status]"),
        additive=True,
    ),
    Verb(
        ("terima",),
        ("ack",),
        (_UNIT,),
        acts_unit.acknowledge,
        QT_TRANSLATE_NOOP("CommandLine", "terima [unit]"),
        "unit.acknowledge",
        additive=True,
    ),
    Verb(
        ("lepas",),
        ("release",),
        (_UNIT,),
        acts_unit.release,
        QT_TRANSLATE_NOOP("CommandLine", "lepas [unit]"),
        "unit.release",
    ),
    Verb(
        ("tarik",),
        ("recall",),
        (_UNIT, _TEXT),
        acts_unit.call_off,
        QT_TRANSLATE_NOOP("CommandLine", "tarik [unit] [alasan]"),
        "unit.call_off",
    ),
    Verb(
        ("ambil",),
        ("take",),
        (_ONE,),
        acts_incident.take,
        QT_TRANSLATE_NOOP("CommandLine", "ambil [kejadian]"),
        "incident.take",
    ),
    Verb(
        ("verifikasi", "verif"),
        ("verify",),
        (_ONE,),
        acts_incident.verify,
        QT_TRANSLATE_NOOP("CommandLine", "verifikasi [kejadian]"),
        "incident.verify",
    ),
    Verb(
        ("prio", "prioritas"),
        ("prio", "priority"),
        (_ONE, Slot(Field.PRIORITY)),
        acts_incident.prioritise,
        QT_TRANSLATE_NOOP("CommandLine", "prio [kejadian] [p1–p4]"),
    ),
    Verb(
        ("catat", "catatan"),
        ("note",),
        (_ONE, _TEXT),
        acts_incident.note,
        QT_TRANSLATE_NOOP("CommandLine", "catat [kejadian] [kata-kata]"),
        "incident.note",
        additive=True,
    ),
    Verb(
        ("gabung",),
        ("merge",),
        (Slot(Field.INCIDENT, 2, 2),),
        acts_incident.merge,
        QT_TRANSLATE_NOOP("CommandLine", "gabung [kejadian] [ke kejadian]"),
        "incident.merge",
    ),
    Verb(
        ("pisah",),
        ("unmerge", "split"),
        (_ONE,),
        acts_incident.unmerge,
        QT_TRANSLATE_NOOP("CommandLine", "pisah [kejadian]"),
        "incident.unmerge",
        closed=True,
    ),
    Verb(
        ("tutup", "selesai", "selesaikan"),
        ("close",),
        (_ONE, _may(Field.RESULT)),
        acts_incident.close,
        QT_TRANSLATE_NOOP("CommandLine", "tutup [kejadian] [hasil]"),
        "incident.close",
    ),
    Verb(
        ("buka",),
        ("reopen",),
        (_ONE,),
        acts_incident.reopen,
        QT_TRANSLATE_NOOP("CommandLine", "buka [kejadian]"),
        "incident.reopen",
        closed=True,
    ),
    Verb(
        ("jadwal",),
        ("due",),
        (_ONE, _TEXT),
        acts_planned.planned,
        QT_TRANSLATE_NOOP("CommandLine", "jadwal [kejadian] [besok 08:00]"),
        "incident.plan",
        alone=acts_planned.list_planned,
    ),
    Verb(
        ("tingkat", "eskalasi"),
        ("level", "escalate"),
        (_ONE, _TEXT),
        acts_levels.level,
        QT_TRANSLATE_NOOP("CommandLine", "tingkat [kejadian] [1–3] [alasan]"),
        "incident.alarm_level",
    ),
    Verb(
        ("rencana",),
        ("plan",),
        (Slot(Field.CATEGORY), _may(Field.PLACE), _TEXT),
        acts_planned.scheduled,
        QT_TRANSLATE_NOOP("CommandLine", "rencana [jenis] @[tempat] [besok 08:00] [kata-kata]"),
    ),
    Verb(
        ("taut", "tautkan"),
        ("link",),
        (Slot(Field.INCIDENT, 2, 2), Slot(Field.TEXT, 0)),
        acts_planned.linked,
        QT_TRANSLATE_NOOP("CommandLine", "taut [kejadian] [kejadian] [akibat, sebab, pelaku…]"),
        "incident.link",
        closed=True,
    ),
    Verb(
        ("lepastaut",),
        ("unlink",),
        (Slot(Field.INCIDENT, 2, 2),),
        acts_planned.unlinked,
        QT_TRANSLATE_NOOP("CommandLine", "lepastaut [kejadian] [kejadian]"),
        "incident.unlink",
        closed=True,
    ),
    Verb(
        ("110", "telepon"),
        ("110", "call"),
        (Slot(Field.CATEGORY), _may(Field.PLACE), _may(Field.PRIORITY), Slot(Field.TEXT, 0)),
        acts_said.call,
        QT_TRANSLATE_NOOP("CommandLine", "110 [jenis] @[tempat] [kata-kata]"),
        "incident.call",
        additive=True,
        alone=acts_said.call_form,
        begun=acts_said.call_form,
    ),
    Verb(
        ("lihat",),
        ("show", "view"),
        (_may(Field.INCIDENT), _may(Field.UNIT), _may(Field.PLACE), _may(Field.CAMERA)),
        acts_said.show,
        QT_TRANSLATE_NOOP("CommandLine", "lihat [kejadian, unit, cctv atau tempat]"),
        closed=True,
        additive=True,
    ),
    Verb(
        ("radio",),
        ("radio",),
        (_UNITS, _ONE, _may(Field.TIME)),
        acts_unit.radioed,
        QT_TRANSLATE_NOOP("CommandLine", "radio [unit] [kejadian] [jam]"),
        "incident.report",
        closed=True,
        additive=True,
    ),
    Verb(
        ("ht", "udara"),
        ("ht",),
        (_TEXT,),
        acts_said.on_air,
        QT_TRANSLATE_NOOP("CommandLine", "ht [panggilan] [kata-kata]"),
    ),
    Verb(
        ("kentongan",),
        ("kentongan",),
        (_TEXT,),
        acts_said.kentongan,
        QT_TRANSLATE_NOOP("CommandLine", "kentongan [kelurahan] rw [nomor] [kata-kata]"),
        "incident.kentongan",
    ),
    Verb(
        ("tutupjalan", "blokir"),
        ("closeroad",),
        (Slot(Field.PLACE, 0, 8), Slot(Field.TEXT, 0)),
        acts_roads.close,
        QT_TRANSLATE_NOOP("CommandLine", "tutupjalan @[tempat] @[tempat] [alasan] sampai [jam]"),
        "view.close_road",
    ),
    Verb(
        ("bukajalan",),
        ("openroad",),
        (_TEXT,),
        acts_roads.reopen,
        QT_TRANSLATE_NOOP("CommandLine", "bukajalan [nama]"),
    ),
    Verb(
        ("dinding",),
        ("wall",),
        (_TEXT,),
        acts_said.wall,
        QT_TRANSLATE_NOOP("CommandLine", "dinding [nama tampilan]"),
        "wall.view",
        additive=True,
    ),
)


def _ranked(seat: Seat, got: Got, priority: Priority) -> Sentence:
    got.values[Field.PRIORITY] = [priority]
    return acts_incident.prioritise(seat, got)


def _short_priorities() -> dict[str, Verb]:
    """`p1 0147`."""
    usage = QT_TRANSLATE_NOOP("CommandLine", "p1 [kejadian]")
    verbs = {}
    for priority in Priority:
        word = priority.value.lower()
        build = partial(_ranked, priority=priority)
        verbs[word] = Verb((word,), (word,), (_ONE,), build, usage, f"incident.{word}")
    return verbs


def _by_word() -> dict[str, Verb]:
    table = _short_priorities()
    for verb in TYPED:
        table |= {folded(word): verb for word in (*verb.words, *verb.english)}
    return table


_TYPED_BY_WORD: Mapping[str, Verb] = _by_word()

_ABOUT: Mapping[Group, Field] = {
    Group.INCIDENT: Field.INCIDENT,
    Group.UNIT: Field.UNIT,
    Group.WALL: Field.CAMERA,
}


def _pressed(seat: Seat, got: Got, action: Action) -> Sentence:
    """The action as if its key were pressed with that selected, which it then is."""
    incident, camera = got.incident, got.camera
    unit = got.units[0] if got.units else None
    ids = {
        "incident_id": incident.id if incident else seat.selection.incident_id,
        "unit_id": unit.id if unit else seat.selection.unit_id,
        "camera_id": camera.id if camera else seat.selection.camera_id,
    }
    name = placed(incident) if incident else unit.call_sign if unit else ""
    name = camera.label if camera else name

    def run(seat: Seat) -> None:
        seat.selection.select_incident(ids["incident_id"])
        seat.selection.select_unit(ids["unit_id"])
        seat.selection.select_camera(ids["camera_id"])
        action.perform(seat)

    text = fill(translate("CommandLine", "%1: %2"), action.label, name) if name else action.label
    return Sentence(text, action.permission, run, reason=action.enabled(aimed(seat, **ids)))


def _of_action(action: Action) -> Verb:
    field = _ABOUT.get(action.group)
    slots = (Slot(field),) if field is not None else ()
    words = (action.label.lower(),)
    build = partial(_pressed, action=action)
    return Verb(words, words, slots, build, "", action.id, closed=True, additive=True)


@lru_cache(maxsize=2)
def _pressable(_: str) -> Mapping[str, Verb]:
    """By the name on the menu, in Indonesian and in the language of the screen."""
    table: dict[str, Verb] = {}
    for action in ACTIONS.values():
        if action.group in _ABOUT:
            verb = _of_action(action)
            for name in (action.text, action.label):
                table.setdefault(folded(name), verb)
    return table


def verb_of(words: Sequence[str]) -> tuple[Verb, int] | None:
    """The verb the line begins with, the longest first, and how many words it took. The name of an
    action alone is no verb: then the action itself is found."""
    pressable = _pressable(QLocale().name())
    for length in range(min(LONGEST_PHRASE, len(words)), 0, -1):
        phrase = folded(" ".join(words[:length]))
        typed = _TYPED_BY_WORD.get(phrase) if length == 1 else None
        if typed is not None:
            return typed, length
        if len(words) > length and phrase in pressable:
            return pressable[phrase], length
    return None
