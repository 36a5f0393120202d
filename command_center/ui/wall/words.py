"""What a tile and the wall's header say, in the language of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

from command_center.ui.format import (
    MINUTE_S,
    age,
    clock,
    decimal,
    metres,
    number_sign,
    short_stopwatch,
)
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.wall.arrange import Cell
from command_center.ui.wall.near import Near
from command_center.video.model import CameraState, CameraStatus, Level, LevelReason, Reason

translate = QCoreApplication.translate

DEAD = frozenset({CameraState.RECONNECTING, CameraState.COLD, CameraState.AUTH})
"""Cameras in these states have nothing to show until something changes."""
_LEAST = "≥\N{NO-BREAK SPACE}"
_LEVELS = {
    Level.HALF: QT_TRANSLATE_NOOP("Wall", "separuh gambar"),
    Level.KEY: QT_TRANSLATE_NOOP("Wall", "gambar kunci"),
    Level.STILL: QT_TRANSLATE_NOOP("Wall", "satu gambar per 10 dtk"),
}
_LEVEL_REASONS = {
    LevelReason.HIDDEN: QT_TRANSLATE_NOOP("Wall", "tidak terlihat"),
    LevelReason.BUDGET: QT_TRANSLATE_NOOP("Wall", "anggaran CPU"),
    LevelReason.WINDOW: QT_TRANSLATE_NOOP("Wall", "jendela terlambat"),
    LevelReason.DRIFT: QT_TRANSLATE_NOOP("Wall", "mengejar ketinggalan"),
    LevelReason.SOURCE: QT_TRANSLATE_NOOP("Wall", "hanya itu yang dikirim"),
}
_REASONS = {
    Reason.REFUSED: QT_TRANSLATE_NOOP("Wall", "sambungan ditolak"),
    Reason.UNREACHABLE: QT_TRANSLATE_NOOP("Wall", "tidak terjangkau"),
    Reason.NOT_STARTED: QT_TRANSLATE_NOOP("Wall", "belum dimulai pemiliknya"),
    Reason.UNRESOLVABLE: QT_TRANSLATE_NOOP("Wall", "nama host tidak dikenal"),
    Reason.UNAUTHORISED: QT_TRANSLATE_NOOP("Wall", "perlu sandi"),
    Reason.FORBIDDEN: QT_TRANSLATE_NOOP("Wall", "akses ditolak"),
    Reason.NOT_FOUND: QT_TRANSLATE_NOOP("Wall", "aliran tidak ada"),
    Reason.SERVER_ERROR: QT_TRANSLATE_NOOP("Wall", "server kamera gagal"),
    Reason.TIMEOUT: QT_TRANSLATE_NOOP("Wall", "tidak menjawab"),
    Reason.STALLED: QT_TRANSLATE_NOOP("Wall", "aliran berhenti"),
    Reason.GARBAGE: QT_TRANSLATE_NOOP("Wall", "data rusak"),
    Reason.FROZEN: QT_TRANSLATE_NOOP("Wall", "gambar beku"),
    Reason.ENDED: QT_TRANSLATE_NOOP("Wall", "aliran ditutup"),
    Reason.TLS: QT_TRANSLATE_NOOP("Wall", "sertifikat tidak sah"),
    Reason.TLS_CHAIN: QT_TRANSLATE_NOOP("Wall", "sertifikat server tidak lengkap"),
    Reason.UNSUPPORTED: QT_TRANSLATE_NOOP("Wall", "format tidak didukung"),
    Reason.BLOCKED_HOST: QT_TRANSLATE_NOOP("Wall", "alamat tidak diizinkan"),
    Reason.DISK_FULL: QT_TRANSLATE_NOOP("Wall", "cakram penuh"),
    Reason.NOT_WRITABLE: QT_TRANSLATE_NOOP("Wall", "folder bukti tidak dapat ditulis"),
    Reason.INTERNAL: QT_TRANSLATE_NOOP("Wall", "kesalahan program, tercatat"),
}


def reason_text(reason: Reason | None) -> str:
    return "" if reason is None else translate("Wall", _REASONS[reason])


def headline(status: CameraStatus) -> str:
    """The large word on a tile that is not live; "" when it is."""
    match status.state:
        case CameraState.LIVE:
            return ""
        case CameraState.OFF:
            return translate("Wall", "TIDAK DIBUKA")
        case CameraState.CONNECTING:
            return translate("Wall", "MENYAMBUNG")
        case CameraState.STALE:
            return translate("Wall", "TERHENTI %1").replace("%1", _stood(status))
        case CameraState.AUTH:
            return translate("Wall", "PERLU SANDI")
        case _:
            return translate("Wall", "TERPUTUS %1").replace("%1", _stood(status))


def _stood(status: CameraStatus) -> str:
    """How long there has been nothing to believe: by the picture, else by the state."""
    age_s = picture_age_s(status)
    text = short_stopwatch(status.since_s if age_s is None else age_s)
    return _LEAST + text if _at_least(status) and age_s is not None else text


def picture_age_s(status: CameraStatus) -> float | None:
    """How old what it shows is: a frozen camera sends the same picture anew, and what that shows
    is as old as the freeze. None when there was never a picture."""
    if status.reason is Reason.FROZEN:
        return max(status.since_s, status.last_picture_age_s or 0.0)
    return status.last_picture_age_s


def _at_least(status: CameraStatus) -> bool:
    return status.age_at_least or status.reason is Reason.FROZEN


def detail(status: CameraStatus, now: datetime, zone: tzinfo) -> str:
    """The small line under it: why, when the last picture was, when the next try is."""
    if status.state in (CameraState.LIVE, CameraState.OFF):
        return ""
    parts = [_why(status), "", _next_try(status)]
    age_s = picture_age_s(status)
    if age_s is not None:
        last = now - timedelta(seconds=age_s)
        words = translate("Wall", "gambar terakhir %1")
        parts[1] = words.replace("%1", clock(last, zone))
    return " · ".join(part for part in parts if part)


def short_detail(status: CameraStatus) -> str:
    """Why and when the next try is, for a tile with no room for `detail`."""
    parts = (_why(status), _next_try(status))
    return " · ".join(part for part in parts if part)


def _why(status: CameraStatus) -> str:
    """What the headline leaves open."""
    if status.state is CameraState.AUTH:
        return translate("Wall", "tidak dicoba lagi sendiri")
    return reason_text(status.reason)


def _next_try(status: CameraStatus) -> str:
    """Without a moment to count down to, a try is on or waits for its turn with the host."""
    if status.state not in (CameraState.RECONNECTING, CameraState.COLD):
        return ""
    left_s = round(status.retry_in_s or 0.0)
    if left_s <= 0:
        return translate("Wall", "mencoba lagi")
    return translate("Wall", "coba lagi %1 dtk").replace("%1", str(left_s))


def is_old(status: CameraStatus) -> bool:
    """Whether its picture is older than is normal for its kind."""
    age_s = status.last_picture_age_s
    return age_s is not None and age_s > status.expected_age_s + 1.0


def late_by(status: CameraStatus) -> str:
    """How old a live picture is, once it is older than is normal for its kind; "" otherwise."""
    age_s = status.last_picture_age_s
    if status.state is not CameraState.LIVE or age_s is None or not is_old(status):
        return ""
    known = _LEAST + age(age_s) if status.age_at_least else age(age_s)
    return translate("Wall", "usia %1").replace("%1", known)


def level_text(status: CameraStatus) -> str:
    """What is decoded and why: "gambar kunci · anggaran CPU"; "" when it is shown in full."""
    if status.level is None or status.level is Level.FULL:
        return ""
    why = _LEVEL_REASONS.get(status.level_reason)
    parts = [translate("Wall", _LEVELS[status.level]), translate("Wall", why) if why else ""]
    return " · ".join(part for part in parts if part)


def level_is_held(status: CameraStatus) -> bool:
    """Whether something keeps the camera below what its place on the wall asks for."""
    return status.level_reason not in (LevelReason.WANTED, LevelReason.HIDDEN)


def zoom(factor: float) -> str:
    """ "2,5×", the digital zoom of a tile."""
    return f"{decimal(factor)}×"


def offer(near: Near) -> str:
    """The living camera that may stand in for a dead one: "ganti CAM-041 (140 m)"."""
    text = translate("Wall", "ganti %1 (%2)").replace("%1", near.camera.label)
    return text.replace("%2", metres(near.metres))


def summary(statuses: Sequence[CameraStatus], zone_count: int, number: int | None) -> str:
    """ "3 ubin kejadian #0147 · 33 dari 36 langsung, tertua 4 dtk" over the tiles shown."""
    parts = []
    if zone_count and number is not None:
        words = translate("Wall", "%1 ubin kejadian %2")
        text = words.replace("%1", str(zone_count)).replace("%2", number_sign(number))
        parts.append(text)
    if statuses:
        live = sum(1 for s in statuses if s.state is CameraState.LIVE)
        words = translate("Wall", "%1 dari %2 langsung")
        text = words.replace("%1", str(live)).replace("%2", str(len(statuses)))
        old = [s for s in statuses if is_old(s) or s.state is not CameraState.LIVE]
        known = [s for s in old if picture_age_s(s) is not None]
        if known:
            oldest = max(known, key=lambda s: picture_age_s(s) or 0.0)
            text += ", " + translate("Wall", "tertua %1").replace("%1", _oldest(oldest))
        parts.append(text)
    return " · ".join(parts)


def longest_summary() -> str:
    """As long as `summary` becomes in a day's work."""
    old = CameraStatus(CameraState.COLD, None, 0.0, 600.0, None, 0, 0.0, age_at_least=True)
    return summary([old] * 36, 9, 8888)


def _oldest(status: CameraStatus) -> str:
    age_s = picture_age_s(status) or 0.0
    text = age(age_s) if age_s < MINUTE_S else short_stopwatch(age_s)
    return _LEAST + text if _at_least(status) else text


def page(number: int, of: int) -> str:
    return translate("Wall", "hal %1/%2").replace("%1", str(number)).replace("%2", str(of))


def tip(cell: Cell, status: CameraStatus, number: int | None, now: datetime, zone: tzinfo) -> str:
    """All of a tile in lines: its whole name and note, why it is as it is, which incident it is
    near, and who owns it."""
    camera = cell.camera
    lines = [f"{camera.label} {camera.title}"]
    lines += [camera.name] if camera.alias and camera.alias != camera.name else []
    lines += [camera.note] if camera.note else []
    state = " · ".join(part for part in (headline(status), detail(status, now, zone)) if part)
    lines += [part for part in (state, late_by(status), level_text(status)) if part]
    if number is not None and cell.incident_m is not None:
        lines.append(f"{number_sign(number)} · {metres(cell.incident_m)}")
    lines += [translate("Wall", "ubin tetap")] if cell.pinned else []
    return "\n".join(lines)


def empty_text() -> str:
    return translate(
        "Wall",
        "Belum ada kamera. Administrator memasukkan direktori dengan: "
        "command-center import cameras BERKAS",
    )
