"""How an officer writes times, people and places in a report: Indonesian, whatever the screen
speaks, and what is not certain says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo

from command_center.domain.incident import Incident, IncidentStatus
from command_center.domain.place import LocatedBy

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
HIDDEN = "[nomor disembunyikan]"
STATUS = {
    IncidentStatus.NEW: "baru diterima",
    IncidentStatus.VERIFIED: "terverifikasi",
    IncidentStatus.HANDLED: "sedang ditangani",
    IncidentStatus.CLOSED: "selesai",
    IncidentStatus.MERGED: "digabung dengan kejadian lain",
    IncidentStatus.CANCELLED: "dibatalkan",
}
_ESTIMATED = {
    LocatedBy.GEOCODED: "perkiraan dari alamat",
    LocatedBy.KELURAHAN: "perkiraan, titik tengah wilayah",
    LocatedBy.UNKNOWN: "titik belum dipastikan",
}
_FAR_M = 100.0
# a telephone, identity or account number, however it is broken up and whatever stands before it
_BETWEEN = r"[\s().\-/\u2010-\u2015\u200b-\u200d\u2060\ufeff]{0,3}"
_NUMBER = re.compile(rf"(?<!\d)\+?\d(?:{_BETWEEN}\d){{8,}}")
# dates, times and money, which have as many digits and lead to nobody
_TIME = r"\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?![.:]?\d)"
_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_HARMLESS = re.compile(
    rf"(?<![\d./–-])(?:{_DAY}[./–-]{_MONTH}[./–-]{_YEAR}|{_YEAR}[./–-]{_MONTH}[./–-]{_DAY})"
    rf"(?![./–-]?\d)(?:,? {_TIME})?"
    rf"|\b(?:pukul|pkl|jam)[ .:]{{0,2}}{_TIME}"
    r"|(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?!:?\d)"
    r"|\bRp[. ]{0,2}[1-9](?:\d{0,2}(?:\.\d{3})+|\d{0,11})(?:,\d\d)?(?![./–-]?\d)",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_LONGEST = 700
_MOST_READ = 4 * _LONGEST
"""So that whatever a source sends is looked through in a few milliseconds."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Where the room is: its zone and what people call it, "WIB"; `now` is when it is written."""

    zone: tzinfo
    zone_name: str
    now: datetime

    def day(self, at: datetime) -> str:
        """ "Senin, 23 November 2026"."""
        local = at.astimezone(self.zone)
        return f"{DAYS[local.weekday()]}, {self.date(at)}"

    def named_day(self, at: datetime) -> str:
        """ "hari Senin tanggal 23 November 2026"."""
        return f"hari {DAYS[at.astimezone(self.zone).weekday()]} tanggal {self.date(at)}"

    def date(self, at: datetime) -> str:
        local = at.astimezone(self.zone)
        return f"{local.day} {MONTHS[local.month - 1]} {local.year}"

    def hour(self, at: datetime) -> str:
        """ "14.05 WIB"."""
        return f"{at.astimezone(self.zone):%H.%M} {self.zone_name}"

    def moment(self, at: datetime) -> str:
        """The hour, and the day if it is not that of the report: "22 November 14.05 WIB"."""
        local, now = at.astimezone(self.zone), self.now.astimezone(self.zone)
        if local.date() == now.date():
            return self.hour(at)
        year = f" {local.year}" if local.year != now.year else ""
        return f"{local.day} {MONTHS[local.month - 1]}{year} {self.hour(at)}"


def said(text: str) -> str:
    """Words from outside as one paragraph without the numbers that lead to a person."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text[:_MOST_READ]).split())
    flat = _MAIL.sub(HIDDEN, _without_numbers(flat))
    cut = len(flat) > _LONGEST or len(text) > _MOST_READ
    return f"{flat[:_LONGEST]}…" if cut else flat


def _without_numbers(text: str) -> str:
    told, done = "", 0
    for harmless in _HARMLESS.finditer(text):
        told += _NUMBER.sub(HIDDEN, text[done : harmless.start()]) + harmless[0]
        done = harmless.end()
    return told + _NUMBER.sub(HIDDEN, text[done:])


def estimated(incident: Incident) -> str:
    """How uncertain the point is, in brackets; "" where somebody was there."""
    how = _ESTIMATED.get(incident.located_by, "")
    accuracy = incident.accuracy_m
    if not how and accuracy is not None and accuracy > _FAR_M:
        how = "perkiraan"
    if how and accuracy is not None and accuracy > 0 and incident.lat is not None:
        how = f"{how}, ±{round(accuracy)} m"
    return f" ({how})" if how else ""


def people(dead: int, serious: int, light: int) -> str:
    return f"MD {dead}, LB {serious}, LR {light}"
