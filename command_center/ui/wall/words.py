"""What a tile and the wall's header say, in the language of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

from command_center.ui.format import age, clock, metres, number_sign, short_stopwatch
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.wall.arrange import Cell
from command_center.video.model import CameraState, CameraStatus, Reason

translate = QCoreApplication.translate

DEAD = frozenset({CameraState.RECONNECTING, CameraState.COLD, CameraState.AUTH, CameraState.OFF})
_REASONS = {
    Reason.REFUSED: QT_TRANSLATE_NOOP("Wall", "sambungan ditolak"),
    Reason.UNREACHABLE: QT_TRANSLATE_NOOP("Wall", "tidak terjangkau"),
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
    Reason.UNSUPPORTED: QT_TRANSLATE_NOOP("Wall", "format tidak didukung"),
    Reason.BLOCKED_HOST: QT_TRANSLATE_NOOP("Wall", "alamat tidak diizinkan"),
    Reason.INTERNAL: QT_TRANSLATE_NOOP("Wall", "kesalahan program, tercatat"),
}


def reason_text(reason: Reason | None) -> str:
    return "" if reason is None else translate("Wall", _REASONS[reason])


def headline(status: CameraStatus) -> str:
    """The large word on a tile that is not live; "" when it is."""
    match status.state:
        case CameraState.LIVE:
            return ""
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
    age_s = status.last_picture_age_s
    return short_stopwatch(status.since_s if age_s is None else age_s)


def detail(status: CameraStatus, now: datetime, zone: tzinfo) -> str:
    """The small line under it: why, when the last picture was, when the next try is."""
    if status.state is CameraState.LIVE:
        return ""
    parts = [reason_text(status.reason)]
    if status.last_picture_age_s is not None:
        last = now - timedelta(seconds=status.last_picture_age_s)
        words = translate("Wall", "gambar terakhir %1")
        parts.append(words.replace("%1", clock(last, zone)))
    if status.retry_in_s is not None:
        words = translate("Wall", "coba lagi %1 dtk")
        parts.append(words.replace("%1", str(max(0, round(status.retry_in_s)))))
    return " · ".join(part for part in parts if part)


def late_by(status: CameraStatus) -> str:
    """How old a live picture is, once it is older than is normal for its kind; "" otherwise."""
    age_s = status.last_picture_age_s
    if status.state is not CameraState.LIVE or age_s is None:
        return ""
    if age_s <= status.expected_age_s + 1.0:
        return ""
    return translate("Wall", "usia %1").replace("%1", age(age_s))


def summary(statuses: Sequence[CameraStatus], zone_count: int, number: int | None) -> str:
    """ "3 ubin kejadian #0147 · 8 dari 9 langsung, tertua 2:05" over the tiles that are shown."""
    parts = []
    if zone_count and number is not None:
        words = translate("Wall", "%1 ubin kejadian %2")
        text = words.replace("%1", str(zone_count)).replace("%2", number_sign(number))
        parts.append(text)
    if statuses:
        live = sum(1 for s in statuses if s.state is CameraState.LIVE)
        words = translate("Wall", "%1 dari %2 langsung")
        text = words.replace("%1", str(live)).replace("%2", str(len(statuses)))
        ages = [s.last_picture_age_s for s in statuses if s.state is not CameraState.LIVE]
        known = [age for age in ages if age is not None]
        if known:
            oldest = translate("Wall", "tertua %1")
            text += ", " + oldest.replace("%1", short_stopwatch(max(known)))
        parts.append(text)
    return " · ".join(parts)


def page(number: int, of: int) -> str:
    return translate("Wall", "hal %1/%2").replace("%1", str(number)).replace("%2", str(of))


def tip(cell: Cell, status: CameraStatus, number: int | None, now: datetime, zone: tzinfo) -> str:
    """All of a tile in lines: its whole name, why it is not live, which incident it is near."""
    lines = [f"{cell.camera.label} {cell.camera.name}"]
    state = " · ".join(part for part in (headline(status), detail(status, now, zone)) if part)
    lines += [state] if state else []
    if number is not None and cell.incident_m is not None:
        lines.append(f"{number_sign(number)} · {metres(cell.incident_m)}")
    return "\n".join(lines)


def empty_text() -> str:
    return translate(
        "Wall",
        "Belum ada kamera. Administrator memasukkan direktori dengan: "
        "command-center import cameras BERKAS",
    )
