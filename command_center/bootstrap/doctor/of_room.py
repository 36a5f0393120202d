"""What is looked at of the room this machine belongs to. Each check is pure."""

from __future__ import annotations

from datetime import timedelta

from command_center.bootstrap.doctor.facts import Facts
from command_center.bootstrap.doctor.findings import Finding, attention, broken, ok
from command_center.cli_words import explained
from command_center.domain.room import RoomKind
from command_center.duty.backups import TOO_OLD

FUTURE = timedelta(minutes=5)
SKEWED_S, WRONG_S = 2.0, 60.0
MOST_NAMED = 5


def database(facts: Facts) -> Finding:
    found, fault = facts.place, facts.place_fault
    if fault is not None:
        return broken(
            "database", explained(fault),
            "Check the address and the server, then command-center doctor again.",
        )  # fmt: skip
    if found is None or not found.there:
        return attention(
            "database", "There is no room yet.",
            "Start command-center and follow the guided page, or command-center db init.",
        )  # fmt: skip
    if not found.kind:
        return broken("database", "The database holds no room.", "Run command-center db init.")
    if found.kind != RoomKind.LIVE.value:
        return broken(
            "database", f"The database holds the other kind of room ({found.kind}).",
            "Name another database in the settings.",
        )  # fmt: skip
    if found.older:
        return attention(
            "database", f"Its schema {found.revision} is older than this program.",
            "Its owner runs command-center db upgrade; a file is upgraded when it is opened.",
        )  # fmt: skip
    return ok("database", f"{found.name} answers, schema {found.revision}.")


def clock(facts: Facts) -> Finding:
    if facts.place is None or not facts.place.there:
        return _unseen("clock", facts)
    ahead_s = facts.place.ahead_s
    if not facts.place.server:
        return ok("clock", "The room is on this machine: there is no other clock.")
    if ahead_s is None:
        return attention(
            "clock", "The server answers too slowly to compare clocks.", "Look at the network."
        )
    if abs(ahead_s) >= SKEWED_S:
        say = broken if abs(ahead_s) >= WRONG_S else attention
        way = "ahead of" if ahead_s > 0 else "behind"
        return say(
            "clock", f"This machine's clock is {abs(ahead_s):.0f} s {way} the server's.",
            "Let both be kept by the same time server.",
        )  # fmt: skip
    return ok("clock", "This machine's clock and the server's agree.")


def backup(facts: Facts) -> Finding:
    if facts.place is None or not facts.place.kind:
        return _unseen("backup", facts)
    at = facts.place.backup_at
    if at is None:
        return attention(
            "backup", "No good backup of the room is known.",
            "Run command-center db backup; a server's owner puts it into a schedule.",
        )  # fmt: skip
    hours = (facts.now - at) / timedelta(hours=1)
    if facts.now - at > TOO_OLD:
        return attention(
            "backup", f"The last good backup is {hours:.0f} hours old.",
            "Run command-center db backup and see why it is not made by itself.",
        )  # fmt: skip
    if at - facts.now > FUTURE:
        return attention(
            "backup", "The last backup bears a time that is still to come.", "Check the clocks."
        )
    return ok("backup", f"The last good backup is {max(0.0, hours):.0f} hours old.")


def administrators(facts: Facts) -> Finding:
    if facts.place is None or not facts.place.kind:
        return _unseen("administrator", facts)
    if facts.place.administrator:
        return ok("administrator", "The room has an administrator.")
    if facts.place.server:
        return broken(
            "administrator", "Nobody may add people to the room.",
            "The server's owner runs command-center db init.",
        )  # fmt: skip
    return attention(
        "administrator", "The room has no administrator yet.",
        "Start command-center: it asks for one.",
    )  # fmt: skip


def sources(facts: Facts) -> Finding:
    if facts.room is None:
        return _unseen("sources", facts)
    used = [source for source in facts.room.sources if source.enabled]
    if not used:
        return attention(
            "sources", "No source of reports is connected; calls can be typed.",
            "command-center source add ID URL",
        )  # fmt: skip
    down = [source.id for source in used if source.state == "down"]
    unheard = [source.id for source in used if source.last_ok_at is None and source.id not in down]
    if down:
        return broken(
            "sources", f"Not reached: {_named(down)}.",
            "command-center source list, then look at their address and network.",
        )  # fmt: skip
    if unheard:
        return attention(
            "sources", f"Never heard of: {_named(unheard)}.",
            "Open the room or command-center intake, and let them send.",
        )  # fmt: skip
    return ok("sources", f"{len(used)} connected, all heard.")


def cameras(facts: Facts) -> Finding:
    if facts.room is None:
        return _unseen("cameras", facts)
    if not facts.room.cameras:
        return attention("cameras", "The room has no camera.", "command-center import cameras FILE")
    lost = [host for host, found in facts.room.hosts.items() if not found]
    if lost and len(lost) == len(facts.room.hosts):
        return broken(
            "cameras", f"No address of the cameras is found: {_named(lost)}.",
            "Look at this machine's network and name server.",
        )  # fmt: skip
    if lost:
        return attention(
            "cameras", f"Some addresses are not found: {_named(lost)}.",
            "Ask the owner of those cameras.",
        )  # fmt: skip
    return ok("cameras", f"{facts.room.cameras} cameras; a sample of their addresses is found.")


def city(facts: Facts) -> Finding:
    found = facts.city
    if found.fault:
        return broken(
            "city", f"The city cannot be read: {found.fault}.",
            "Set pack to a city that is there, or install the program anew.",
        )  # fmt: skip
    if not found.bounded:
        return attention(
            "city", f"{found.name} has no boundaries, so areas are only guessed.",
            "command-center import boundaries FILE",
        )  # fmt: skip
    return ok("city", f"{found.name}, with boundaries.")


def _unseen(check: str, facts: Facts) -> Finding:
    if facts.place_fault is None:
        return attention(check, "Not looked at: there is no room yet.", "Set the room up first.")
    return attention(
        check, "Not looked at: the room does not answer.", "Repair the database first."
    )


def _named(names: list[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return ", ".join(sorted(names)[:MOST_NAMED]) + more
