"""What is looked at of the machine itself. Each check is pure: facts in, one finding out."""

from __future__ import annotations

from datetime import timedelta

from command_center.bootstrap.doctor.facts import Facts
from command_center.bootstrap.doctor.findings import Finding, attention, broken, ok

MB, GB = 1 << 20, 1 << 30
LEAST_BYTES, SPARE_BYTES = 500 * MB, 5 * GB


def settings(facts: Facts) -> Finding:
    if facts.settings_fault is not None:
        return broken(
            "settings", "settings_fault", "correct_settings",
            cause=facts.settings_fault, file=str(facts.settings_file),
        )  # fmt: skip
    if facts.setup_left:
        return attention("settings", "settings_left", "go_on")
    if facts.settings_unused:
        return attention(
            "settings", "settings_unused", "correct_there", cause=facts.settings_unused
        )
    files = [str(f) for f in (facts.system_file, facts.settings_file) if f.is_file()]
    if not files:
        return attention("settings", "settings_none", "guided_page")
    return ok("settings", "settings_ok", files=" + ".join(files))


def keyring(facts: Facts) -> Finding:
    if facts.keyring:
        return ok("keyring", "keyring_ok")
    return attention("keyring", "keyring_none", _here(facts, "get_keyring"))


def folders(facts: Facts) -> Finding:
    closed = [str(folder.path) for folder in facts.folders.values() if not folder.writable]
    if closed:
        return broken(
            "folders", "folders_closed", _here(facts, "own_folders"), names=", ".join(closed)
        )
    return ok("folders", "folders_ok")


def space(facts: Facts) -> Finding:
    """Evidence, pictures and backups go into the data folder."""
    free = facts.folders["data"].free_bytes or 0
    said = f"{free // GB} GB" if free >= SPARE_BYTES else f"{free // MB} MB"
    if free < LEAST_BYTES:
        return broken("space", "space", "free_space", free=said)
    if free < SPARE_BYTES:
        return attention("space", "space", "free_space", free=said)
    return ok("space", "space", free=said)


def window(facts: Facts) -> Finding:
    """A graphics card is not needed: everything is painted by the processor."""
    screen = facts.screen
    if screen.missing:
        return broken(
            "window", "window_libraries", "get_libraries", names=", ".join(screen.missing)
        )
    if not screen.fonts:
        return broken("window", "window_fonts", "get_font")
    if not screen.display:
        return attention("window", "window_display", "from_desktop")
    return ok("window", "window_ok")


def time_of_day(facts: Facts) -> Finding:
    city = facts.city
    if city.offset is not None and facts.offset != city.offset:
        return attention(
            "time", "time_zone", _here(facts, "set_zone"),
            city=city.name, zone=city.zone, offset=_offset(city.offset),
        )  # fmt: skip
    if facts.synchronised is False:
        return attention("time", "time_unkept", "set_ntp")
    return ok("time", "time_kept" if facts.synchronised else "time_untold")


def witness(facts: Facts) -> Finding:
    folder = facts.witness
    if folder is None:
        return attention("witness", "witness_none", "set_witness")
    if folder.free_bytes is None or not folder.writable:
        return broken("witness", "witness_away", "connect_witness", folder=str(folder.path))
    return ok("witness", "witness_ok", folder=str(folder.path))


def _here(facts: Facts, do: str) -> str:
    """What is done in another way on Windows has a sentence of its own there."""
    return f"{do}_windows" if facts.windows else do


def _offset(offset: timedelta) -> str:
    minutes = int(offset.total_seconds() // 60)
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
