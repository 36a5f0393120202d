"""The text that tells a camera owner what is gone and since when.

Written in Indonesian whatever the screen speaks: it goes to the owner. There is no published
interface to send it by, so it goes to the clipboard and, with its time, into the log.
"""

from __future__ import annotations

from datetime import datetime, tzinfo

from command_center.domain.room import Alarm, Camera
from command_center.duty.cameras import Outage, by_host
from command_center.ports import Health
from command_center.ui.seat import Seat

LINES_MOST = 20
_NAME_LONGEST = 60


def addressee(alarm: Alarm) -> str:
    """Whose operations centre is told."""
    owner = _plain(alarm.params.get("owner", ""))
    return f"NOC {owner}" if owner else "pemilik kamera"


def outage_text(alarm: Alarm, seat: Seat, now: datetime) -> str:
    """Plain text: the host, how many of how many, since when, and each camera's last picture."""
    outages = (one for one in by_host(seat.situation, now) if one.host == alarm.subject_id)
    outage = next(outages, Outage(alarm.subject_id, 0, ()))
    room = seat.situation.room
    down = sorted(outage.down, key=lambda pair: pair[0].label)
    lines = [
        "LAPORAN GANGGUAN CCTV",
        f"Dari    : {_plain(room.name) if room else 'ruang kendali'}",
        f"Kepada  : {addressee(alarm)}",
        f"Dibuat  : {_when(now, seat.zone)}",
        f"Peladen : {_plain(alarm.subject_id)}",
        f"Sejak   : {_when(_since(outage, alarm), seat.zone)}",
        f"Keadaan : {len(down)} dari {outage.shown} kamera yang kami pantau terputus",
        "",
        *(_camera_line(camera, health, seat.zone) for camera, health in down[:LINES_MOST]),
    ]
    if len(down) > LINES_MOST:
        lines.append(f"... dan {len(down) - LINES_MOST} kamera lagi")
    return "\n".join(lines)


def _since(outage: Outage, alarm: Alarm) -> datetime:
    """The first that went, else when the room noticed."""
    return min((health.last_ok_at or health.at for _, health in outage.down),
               default=alarm.raised_at)  # fmt: skip


def _camera_line(camera: Camera, health: Health, zone: tzinfo) -> str:
    last = _when(health.last_ok_at, zone) if health.last_ok_at else "belum pernah ada"
    return f"- {_plain(camera.label)} {_plain(camera.title)}: gambar terakhir {last}"


def _when(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%d-%m-%Y %H:%M:%S %Z")


def _plain(text: str) -> str:
    """One line of printable text, cut short."""
    return "".join(c for c in text if c.isprintable())[:_NAME_LONGEST]
