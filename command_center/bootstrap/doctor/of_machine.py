"""What is looked at of the machine itself. Each check is pure: facts in, one finding out."""

from __future__ import annotations

from datetime import timedelta

from command_center.bootstrap.doctor.facts import Facts, Folder
from command_center.bootstrap.doctor.findings import Finding, attention, broken, ok
from command_center.cli_words import explained

MB, GB = 1 << 20, 1 << 30
LEAST_BYTES, SPARE_BYTES = 500 * MB, 5 * GB
RENEW = timedelta(days=21)


def settings(facts: Facts) -> Finding:
    if facts.settings_fault:
        return broken(
            "settings", f"The settings cannot be used: {facts.settings_fault.rstrip('.')}.",
            f"Correct {facts.settings_file}, or move it away and set the machine up anew.",
        )  # fmt: skip
    if facts.setup_left:
        return attention(
            "settings", "The machine is only set up in part.",
            "Start command-center: the guided page goes on where it was left.",
        )  # fmt: skip
    if facts.settings_unused:
        return attention(
            "settings", f"Said and not used: {' '.join(facts.settings_unused)}",
            "Correct it there; command-center settings lists what counts instead.",
        )  # fmt: skip
    files = [file for file in (facts.system_file, facts.settings_file) if file.is_file()]
    if not files:
        return attention(
            "settings", "Nothing is set on this machine; defaults are used.",
            "Start command-center and follow the guided page.",
        )  # fmt: skip
    named = " and ".join(map(str, files))
    return ok("settings", f"What {named} {'say' if len(files) > 1 else 'says'} counts.")


def keyring(facts: Facts) -> Finding:
    if facts.keyring:
        return ok("keyring", "The system's keyring keeps secrets.")
    return attention(
        "keyring", "This machine has no keyring that keeps secrets.",
        "Install one, such as gnome-keyring, or keep passwords in ~/.pgpass for you alone.",
    )  # fmt: skip


def folders(facts: Facts) -> Finding:
    closed = [f"{name} ({f.path})" for name, f in facts.folders.items() if not f.writable]
    if closed:
        return broken(
            "folders", f"Cannot be written: {', '.join(closed)}.",
            "Give this account the folder: chown -R and chmod u+rwx.",
        )  # fmt: skip
    return ok("folders", f"{', '.join(facts.folders)} can be written.")


def space(facts: Facts) -> Finding:
    """Evidence, pictures and backups go into the data folder."""
    free = facts.folders["data"].free_bytes or 0
    what = f"{free / GB:.1f} GB are free for the room, evidence and backups."
    do = "Free some space, or move the data folder to a larger disk."
    if free < LEAST_BYTES:
        return broken("space", what, do)
    return attention("space", what, do) if free < SPARE_BYTES else ok("space", what)


def window(facts: Facts) -> Finding:
    """A graphics card is not needed: everything is painted by the processor."""
    screen = facts.screen
    if screen.missing:
        return broken(
            "window", f"Libraries of the window are missing: {', '.join(screen.missing)}.",
            "Install them with the system's packages, or install Pusat Komando by its package.",
        )  # fmt: skip
    if not screen.fonts:
        return broken(
            "window", "No font is installed, so no text can be shown.",
            "Install one, such as fonts-inter or fonts-dejavu-core.",
        )  # fmt: skip
    if not screen.display:
        return attention(
            "window", "No display is reached from here, so no window can open.",
            "On a server that is as it should be; on a seat, start it from the desktop.",
        )  # fmt: skip
    return ok("window", "Display, fonts and libraries are there; no graphics card is needed.")


def time_of_day(facts: Facts) -> Finding:
    city = facts.city
    if city.offset is not None and facts.offset != city.offset:
        return attention(
            "time", f"This machine's time zone is not that of {city.name} ({city.zone}).",
            f"timedatectl set-timezone {city.zone}",
        )  # fmt: skip
    if facts.synchronised is False:
        return attention(
            "time", "This machine's clock is not kept by a time server.",
            "timedatectl set-ntp true, with a time server that is reached from here.",
        )  # fmt: skip
    known = "the clock is kept by a time server" if facts.synchronised else "its clock is not told"
    return ok("time", f"The time zone is the city's; {known}.")


def gateway(facts: Facts) -> Finding:
    served = facts.gateway
    if served is None:
        return ok("gateway", "Sources do not send to this machine.")
    if served.fault is not None:
        return broken(
            "gateway", explained(served.fault),
            "Correct gateway, gateway_certificate and gateway_key in the settings.",
        )  # fmt: skip
    if served.until is None:
        return ok("gateway", f"{served.listen}, for this machine alone.")
    day = served.until.date().isoformat()
    do = "Have it renewed and put the new file in its place."
    if served.until <= facts.now:
        return broken("gateway", f"The certificate of the gateway ended on {day}.", do)
    if served.until - facts.now < RENEW:
        return attention("gateway", f"The certificate of the gateway ends on {day}.", do)
    return ok("gateway", f"{served.listen}, its certificate is good until {day}.")


def witness(facts: Facts) -> Finding:
    folder: Folder | None = facts.witness
    if folder is None:
        return attention(
            "witness", "What is seen of the log is kept on this machine only.",
            "Set witness to a folder on a share or a stick; see docs/audit.md.",
        )  # fmt: skip
    if folder.free_bytes is None or not folder.writable:
        return broken(
            "witness", f"{folder.path} is not there or cannot be written.",
            "Connect it, or set witness to another folder.",
        )  # fmt: skip
    return ok("witness", f"{folder.path} can be written.")
