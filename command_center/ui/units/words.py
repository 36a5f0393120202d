"""What the board says, in the language of the screen."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from command_center.domain.unit import TaskKind, UnitStatus, WelfareStep
from command_center.situation.meaning import Ask, Meaning, Silence, room_words
from command_center.situation.seeming import Seeming
from command_center.situation.situation import Situation
from command_center.situation.strength import Strength
from command_center.ui import format as written
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.units.doubts import ask_text, seems_text
from command_center.ui.units.lines import Group, GroupLine, Line, UnitLine

translate = QCoreApplication.translate
HOUR_S = 3600
SQUAD = 10
"""From this crew on the number of people matters more than that it is one vehicle."""

_STATUS: Mapping[UnitStatus, str] = {
    UnitStatus.AVAILABLE: QT_TRANSLATE_NOOP("Status", "Siap"),
    UnitStatus.ORDERED: QT_TRANSLATE_NOOP("Status", "Diperintah"),
    UnitStatus.EN_ROUTE: QT_TRANSLATE_NOOP("Status", "Menuju TKP"),
    UnitStatus.ON_SCENE: QT_TRANSLATE_NOOP("Status", "Di TKP"),
    UnitStatus.STAGED: QT_TRANSLATE_NOOP("Status", "Plotting"),
    UnitStatus.RETURNING: QT_TRANSLATE_NOOP("Status", "Kembali"),
    UnitStatus.BREAK: QT_TRANSLATE_NOOP("Status", "Isoma"),
    UnitStatus.UNAVAILABLE: QT_TRANSLATE_NOOP("Status", "Tidak siap"),
    UnitStatus.OFF_DUTY: QT_TRANSLATE_NOOP("Status", "Lepas dinas"),
    UnitStatus.UNKNOWN: QT_TRANSLATE_NOOP("Status", "Tidak diketahui"),
}
_UNHEARD: Mapping[TaskKind, tuple[str, str]] = {
    TaskKind.CANCEL: (
        QT_TRANSLATE_NOOP("Units", "BATAL belum didengar"),
        QT_TRANSLATE_NOOP("Units", "BATAL"),
    ),
    TaskKind.ADDRESS: (
        QT_TRANSLATE_NOOP("Units", "alamat baru belum didengar"),
        QT_TRANSLATE_NOOP("Units", "alamat?"),
    ),
    TaskKind.REPEAT: (
        QT_TRANSLATE_NOOP("Units", "ulangan belum didengar"),
        QT_TRANSLATE_NOOP("Units", "ulangan?"),
    ),
}
_WELFARE: Mapping[WelfareStep, tuple[str, str]] = {
    WelfareStep.RADIO: (
        QT_TRANSLATE_NOOP("Units", "cek personel: HT"),
        QT_TRANSLATE_NOOP("Units", "cek: HT"),
    ),
    WelfareStep.PHONE: (
        QT_TRANSLATE_NOOP("Units", "cek personel: telepon"),
        QT_TRANSLATE_NOOP("Units", "cek: telepon"),
    ),
    WelfareStep.PARTNER: (
        QT_TRANSLATE_NOOP("Units", "cek personel: unit rekan"),
        QT_TRANSLATE_NOOP("Units", "cek: rekan"),
    ),
    WelfareStep.LEAD: (
        QT_TRANSLATE_NOOP("Units", "cek personel: pimpinan"),
        QT_TRANSLATE_NOOP("Units", "cek: pimpinan"),
    ),
    WelfareStep.DANGER: (
        QT_TRANSLATE_NOOP("Units", "PERSONEL DALAM BAHAYA"),
        QT_TRANSLATE_NOOP("Units", "BAHAYA"),
    ),
}
_AWAY = frozenset({UnitStatus.UNAVAILABLE, UnitStatus.BREAK, UnitStatus.OFF_DUTY})


def status_text(status: UnitStatus) -> str:
    """The program's own word for it."""
    return translate("Status", _STATUS[status])


def status_word(status: UnitStatus, situation: Situation) -> str:
    """As the room calls it by now, wherever a status is named outside the board."""
    return room_words(situation)[status].label or status_text(status)


def status_label(status: UnitStatus, meaning: Meaning) -> str:
    """The room's word for it, else the program's."""
    return meaning.word(status).label or status_text(status)


def group_title(group: Group, meaning: Meaning | None = None) -> str:
    if group.unit_id:
        return group.title
    if group.title:
        if group.asked:
            return translate("Units", "%1 (diminta)").replace("%1", group.title.upper())
        return group.title.upper()
    if group.id in list(UnitStatus):
        status = UnitStatus(group.id)
        return (status_label(status, meaning) if meaning else status_text(status)).upper()
    return translate("Units", "Di luar wilayah").upper()


def ready_text(strength: Strength) -> str:
    """ "6 siap / 16", and "8 siap, 2 basi / 16" once anybody is silent who would be ready."""
    text = translate("Units", "%1 siap / %3")
    if strength.stale:
        text = translate("Units", "%1 siap, %2 basi / %3")
    text = text.replace("%1", written.count(strength.ready))
    text = text.replace("%2", written.count(strength.stale))
    return text.replace("%3", written.count(strength.total))


def group_count(line: GroupLine) -> str:
    return ready_text(line.strength)


def people_text(strength: Strength) -> str:
    """ "26/30 org": the people of the ready units, of all."""
    text = translate("Units", "%1/%2 org").replace("%1", written.count(strength.ready_people))
    return text.replace("%2", written.count(strength.people))


def call_sign(line: UnitLine) -> str:
    """With its crew where that is more than a patrol: "DALMAS 1 (30)"."""
    crew = line.row.crew
    return f"{line.row.call_sign} ({crew})" if crew >= SQUAD else line.row.call_sign


def why_away(line: UnitLine) -> str:
    """Why it cannot be sent, in the words of whoever said so; "" where nobody did."""
    return line.row.status_reason if line.shown in _AWAY else ""


def where(line: UnitLine) -> str:
    """The incident it is on and the first part of its address, why it is away, or its area."""
    row = line.row
    if row.incident_number is None:
        away = why_away(line) or line.area.name
        return translate("Units", "%1 (lokal)").replace("%1", away) if row.kept else away
    number = written.number_sign(row.incident_number, row.incident_alias)
    if row.disputed is not None:
        other = written.number_sign(*row.disputed)
        return translate("Units", "konflik %1 dan %2").replace("%1", number).replace("%2", other)
    if row.kept:
        return translate("Units", "%1 lokal").replace("%1", number)
    if row.unanswered:
        asked = translate("Units", "%1 diminta, belum dijawab")
        text = asked if row.requested else translate("Units", "%1 belum dijawab")
        return text.replace("%1", number)
    address = row.incident_address.partition(",")[0]
    if row.requested:
        text = translate("Units", "%1 diminta · %2").replace("%1", number)
        return text.replace("%2", address)
    return f"{number} {address}".rstrip()


def where_short(line: UnitLine) -> str:
    """What a narrow cell can say of it without cutting words of ours."""
    number = line.row.incident_number
    if line.row.disputed is not None:
        return translate("Units", "konflik")
    if number is not None:
        sign = written.number_sign(number, line.row.incident_alias)
        asked = translate("Units", "%1 diminta").replace("%1", sign)
        return asked if line.row.requested else sign
    return why_away(line) or line.area.name


@dataclass(frozen=True, slots=True)
class Alert:
    """What stands before a unit's place and ages: `text`, or as much of it as there is room for,
    `middle` before `short`, in the colour of the token."""

    text: str
    short: str
    token: str
    middle: str = ""


def alert(line: UnitLine, now: datetime) -> Alert | None:
    """What a person has to do about the unit, the most urgent of it."""
    row = line.row
    check = row.welfare
    if check is not None and check.ended_at is not None:
        long = _aged(translate("Units", "ditemukan terluka: kirim bantuan"), now, check.ended_at)
        return Alert(long, translate("Units", "TERLUKA"), "alarm")
    if check is not None and check.step is WelfareStep.DANGER:
        return _sought(line, "alarm", now)
    if row.unheard:
        task = min(row.unheard, key=lambda task: task.kind is not TaskKind.CANCEL)
        long, short = (translate("Units", text) for text in _UNHEARD[task.kind])
        return Alert(_aged(long, now, task.raised_at), short, "alarm")
    return _sought(line, "warn", now) if check is not None else _of_order(line, now)


def _of_order(line: UnitLine, now: datetime) -> Alert | None:
    row = line.row
    if row.seems is not None:
        return _seems(row.seems)
    if line.silence is not Silence.NONE:
        return _silent(line, now)
    if row.unanswered and row.disputed is None and not row.kept:
        # another agency's unit keeps its status until it accepts: its age says nothing of ours
        long = _aged(where(line), now, row.asked_at or row.since)
        return Alert(long, where_short(line), "diperintah", _unanswered(line))
    return _to_ask(line, line.ask, now) if line.ask is not None else None


def _unanswered(line: UnitLine) -> str:
    """Whether it was ordered or asked shows in its status, too."""
    number = written.number_sign(line.row.incident_number or 0, line.row.incident_alias)
    return translate("Units", "%1 belum dijawab").replace("%1", number)


def _seems(seems: Seeming) -> Alert:
    long, short = seems_text(seems)
    return Alert(long, short, "warn" if seems.status is None else "accent")


def _to_ask(line: UnitLine, ask: Ask, now: datetime) -> Alert:
    """After its place, which whoever calls it must know."""
    since = line.row.heard_at if ask is Ask.LOST else line.row.in_status_since
    long, short = ask_text(ask, (now - since).total_seconds())
    return Alert(" · ".join(filter(None, (where(line), long))), short, "warn")


def _aged(text: str, now: datetime, since: datetime) -> str:
    return f"{text} · {written.age((now - since).total_seconds())}"


def _sought(line: UnitLine, token: str, now: datetime) -> Alert | None:
    check = line.row.welfare
    if check is None:
        return None
    long, short = (translate("Units", text) for text in _WELFARE[check.step])
    moves = translate("Units", "%1, bergerak") if check.moving else "%1"
    return Alert(_aged(moves.replace("%1", long), now, check.step_at), short, token)


def _silent(line: UnitLine, now: datetime) -> Alert:
    """Silent and still is told from silent but moving."""
    row = line.row
    if line.silence is Silence.MOVING:
        text = translate("Units", "tanpa kabar %1, bergerak")
    elif row.position_at is None:
        text = translate("Units", "tanpa kabar %1")
    else:
        text = translate("Units", "tanpa kabar %1, diam")
    since = row.word_at or row.since
    long = text.replace("%1", written.age((now - since).total_seconds()))
    moves = line.silence is Silence.MOVING
    short = translate("Units", "bergerak?") if moves else translate("Units", "diam?")
    number = row.incident_number
    if number is not None:
        long = f"{written.number_sign(number, row.incident_alias)} {long}"
    return Alert(long, short, "warn")


def in_status(line: UnitLine, now: datetime) -> str:
    return written.age((now - line.row.in_status_since).total_seconds())


def heard(line: UnitLine, now: datetime) -> str:
    """The age of its position, in whole hours from an hour on; a dash if it sends none."""
    at = line.row.position_at
    if at is None:
        return "–"
    seconds = (now - at).total_seconds()
    return written.age(seconds if seconds < HOUR_S else seconds // HOUR_S * HOUR_S)


def waiting_text(line: UnitLine, now: datetime) -> list[str]:
    """Each job that waits for the unit, and for how long: "#0148 Curanmor · 4 m"."""
    return [
        f"{written.number_sign(job.number, job.alias)} {job.title} · "
        f"{written.age((now - job.since).total_seconds())}"
        for job in line.row.waiting
    ]


def spoken(line: Line, meaning: Meaning, now: datetime) -> str:
    """The line for a screen reader."""
    if isinstance(line, GroupLine):
        people = people_text(line.strength)
        return f"{group_title(line.group, meaning)}, {group_count(line)}, {people}"
    said = alert(line, now)
    parts = (
        call_sign(line),
        status_label(line.shown, meaning),
        said.text if said else where(line),
        *waiting_text(line, now),
    )
    return ", ".join(part for part in parts if part)


def tip(line: UnitLine, now: datetime, home: str, meaning: Meaning) -> str:
    """Everything of a unit, line by line, as rich text in which nothing of outside is markup."""
    row = line.row
    said = alert(line, now)
    parts = [
        f"{row.call_sign} · {row.agency_short}",
        translate("Units", "%1 orang").replace("%1", str(row.crew)),
        f"{status_label(line.shown, meaning)} · {in_status(line, now)}",
        said.text if said else "",
        where(line),
        *(f"+ {job}" for job in waiting_text(line, now)),
        line.area.name if why_away(line) else "",
        translate("Units", "Tersimpan lokal, belum di ruang") if row.kept else "",
        translate("Units", "Pangkalan: %1").replace("%1", home or "–"),
        translate("Units", "Umur posisi: %1").replace("%1", heard(line, now)),
    ]
    return "<p>" + "<br>".join(html.escape(part) for part in parts if part) + "</p>"


def group_tip(line: GroupLine, meaning: Meaning) -> str:
    parts = (group_title(line.group, meaning), group_count(line), people_text(line.strength))
    return "<p>" + "<br>".join(html.escape(part) for part in parts) + "</p>"
