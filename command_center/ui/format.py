"""Times, ages, counts and distances as the room writes them, in the language of the screen."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale

translate = QCoreApplication.translate

MINUTE_S, HOUR_S, DAY_S = 60, 3600, 86400


def clock(at: datetime, zone: tzinfo, seconds: bool = True) -> str:
    """24-hour local time, "14:07:32" or "14:07"."""
    return at.astimezone(zone).strftime("%H:%M:%S" if seconds else "%H:%M")


def moment(iso: str, zone: tzinfo | None, *, year: bool = False) -> str:
    """An ISO time that travelled as text: "22-11 14:05", "22-11-2026 14:05"; "?" for what is no
    time. None: the zone of this machine."""
    try:
        at = datetime.fromisoformat(iso).astimezone(zone)
    except (ValueError, OverflowError):
        return "?"
    return at.strftime("%d-%m-%Y %H:%M" if year else "%d-%m %H:%M")


def stopwatch(seconds: float) -> str:
    """A running time: "02:41", from an hour on "1:02:41". Never negative."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, HOUR_S)
    minutes, left = divmod(rest, MINUTE_S)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"


def short_stopwatch(seconds: float) -> str:
    """A measured time: "7:12", from an hour on "1:07:12"."""
    text = stopwatch(seconds)
    return text[1:] if text.startswith("0") and len(text) == 5 else text


def age(seconds: float) -> str:
    """How old: "4 dtk", "11 m", "1 j 12 m", "2 hr". Cut down to the unit, never rounded up."""
    whole = max(0, int(seconds))
    if whole < MINUTE_S:
        return translate("Format", "%1 dtk").replace("%1", str(whole))
    if whole < HOUR_S:
        return translate("Format", "%1 m").replace("%1", str(whole // MINUTE_S))
    if whole < DAY_S:
        hours, minutes = divmod(whole // MINUTE_S, 60)
        text = translate("Format", "%1 j %2 m") if minutes else translate("Format", "%1 j")
        return text.replace("%1", str(hours)).replace("%2", str(minutes))
    return translate("Format", "%1 hr").replace("%1", str(whole // DAY_S))


def count(number: int) -> str:
    """Grouped by the separators of the language: "2.452"."""
    return QLocale().toString(number)


def decimal(number: float, places: int = 1) -> str:
    """ "0,2" in Indonesian, "0.2" in English."""
    return QLocale().toString(float(number), "f", places)


def metres(distance_m: float) -> str:
    """ "60 m" below a kilometre, "1,2 km" from there."""
    if distance_m < 1000:
        return f"{count(round(distance_m))} m"
    return f"{decimal(distance_m / 1000)} km"


def number_sign(number: int, alias: str | None = None) -> str:
    """An incident's number as it is spoken of: "#0147"; "B-03" as long as only a workstation out
    of reach has given it one, and "#0152 B-03" ever after."""
    if alias:
        return f"#{number:04} {alias}" if number else alias
    return f"#{number:04}" if number else "#?"


def typed_number(number: int, alias: str | None = None) -> str:
    """The one word that names an incident where it is typed."""
    return number_sign(number, None if number else alias).removeprefix("#")
