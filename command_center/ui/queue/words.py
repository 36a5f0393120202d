"""The queue's own words."""

from __future__ import annotations

import html

from PySide6.QtCore import QCoreApplication

from command_center.domain.incident import IncidentStatus
from command_center.geo.city import CityPack
from command_center.situation.queue import QueueRow
from command_center.ui.format import number_sign
from command_center.ui.queue.ledger import Tab

translate = QCoreApplication.translate


def tab_label(tab: Tab) -> str:
    return {
        Tab.ACTIVE: translate("Queue", "Aktif"),
        Tab.NEW: translate("Queue", "Baru"),
        Tab.LATE: translate("Queue", "Lewat target"),
        Tab.ALL: translate("Queue", "Semua"),
    }[tab]


def area_line(city: CityPack, code: str | None) -> str:
    """ "Purwantoro · Blimbing"; one name where the area is a kecamatan, nothing where unknown."""
    if code is None:
        return ""
    codes = dict.fromkeys((code, city.kecamatan_of(code)))
    places = [city.gazetteer.by_code(each) for each in codes if each]
    return " · ".join(place.name for place in places if place is not None)


def ended_text(status: IncidentStatus) -> str:
    """How an incident ended, "" while it has not."""
    return {
        IncidentStatus.CLOSED: translate("Queue", "selesai"),
        IncidentStatus.CANCELLED: translate("Queue", "dibatalkan"),
        IncidentStatus.MERGED: translate("Queue", "digabung"),
    }.get(status, "")


def flags(row: QueueRow) -> list[str]:
    """What is still missing, or how the incident ended."""
    if ended := ended_text(row.status):
        return [ended]
    words = [*calm_words(row), *kept_words(row)]
    words += event_words(row)
    words += [] if row.verified else [translate("Queue", "belum diverifikasi")]
    if row.owner_id is None and row.verified:
        words.append(translate("Queue", "tanpa pemilik"))
    return words


def calm_words(row: QueueRow) -> list[str]:
    """Why it does not ring as new, or does though it is one of many."""
    words = []
    if row.flood_reports:
        text = translate("Queue", "%1 laporan · %2 pelapor").replace("%1", str(row.flood_reports))
        words.append(text.replace("%2", row.flood_reporters))
    if row.danger:
        words.append(translate("Queue", "ada yang terancam"))
    if row.folded:
        words.append(translate("Queue", "satu dari banyak laporan"))
    if row.belated:
        words.append(translate("Queue", "terlambat"))
    return words


def event_words(row: QueueRow) -> list[str]:
    """Of which event it is one place, or how many places of it are open."""
    if row.parent:
        return [translate("Queue", "anak #%1").replace("%1", f"{row.parent:04d}")]
    if row.children:
        return [translate("Queue", "induk, %1 anak").replace("%1", str(row.children))]
    return []


def alarm_tag(row: QueueRow) -> str:
    """Its alarm level, "" for the first."""
    if row.alarm_level < 2:
        return ""
    return translate("Queue", "ALARM %1").replace("%1", str(row.alarm_level))


def kept_words(row: QueueRow) -> list[str]:
    """What only this workstation knows of it."""
    if row.number == 0:
        return [translate("Queue", "tersimpan lokal")]
    if row.kept:
        return [translate("Queue", "%1 tersimpan lokal").replace("%1", str(row.kept))]
    return []


def spoken(row: QueueRow, late: bool) -> str:
    """The row in one line, for a screen reader."""
    parts = [
        row.priority.value,
        row.title,
        number_sign(row.number, row.alias),
        row.address,
        alarm_tag(row),
        *flags(row),
    ]
    if late:
        parts.append(translate("Queue", "lewat target"))
    return ", ".join(part for part in parts if part)


def held_pill(new: int, held: int) -> str:
    """What waits while the list holds still."""
    if new:
        return translate("Queue", "%1 baru").replace("%1", str(new))
    return translate("Queue", "%1 berubah").replace("%1", str(held))


def plain_tip(text: str) -> str:
    """A tooltip guesses whether it is given markup: this makes it show the text as it is."""
    return "<p>{}</p>".format(html.escape(text).replace("\n", "<br>"))
