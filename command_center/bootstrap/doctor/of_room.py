"""What is looked at of the room this machine belongs to. Each check is pure."""

from __future__ import annotations

from datetime import timedelta

from command_center.bootstrap.doctor.facts import Facts
from command_center.bootstrap.doctor.findings import Finding, attention, broken, named, ok
from command_center.domain.room import RoomKind
from command_center.duty.backups import TOO_OLD

FUTURE = timedelta(minutes=5)
SKEWED_S, WRONG_S = 2.0, 60.0


def database(facts: Facts) -> Finding:
    found, fault = facts.place, facts.place_fault
    if fault is not None:
        return broken("database", "database_fault", "check_address", cause=fault)
    if found is None or not found.there:
        return attention("database", "database_none", "found_room")
    if not found.kind:
        return broken("database", "database_empty", "init")
    if found.kind != RoomKind.LIVE.value:
        return broken("database", "database_other", "name_other", kind=found.kind)
    if found.older:
        return attention("database", "database_older", "upgrade", revision=found.revision)
    return ok("database", "database_ok", name=found.name, revision=found.revision)


def clock(facts: Facts) -> Finding:
    if facts.place is None or not facts.place.there:
        return _unseen("clock", facts)
    ahead_s = facts.place.ahead_s
    if not facts.place.server:
        return ok("clock", "clock_none")
    if ahead_s is None:
        return attention("clock", "clock_slow", "look_at_network")
    if abs(ahead_s) >= SKEWED_S:
        say = broken if abs(ahead_s) >= WRONG_S else attention
        code = "clock_ahead" if ahead_s > 0 else "clock_behind"
        return say("clock", code, "same_time", seconds=round(abs(ahead_s)))
    return ok("clock", "clock_ok")


def backup(facts: Facts) -> Finding:
    if facts.place is None or not facts.place.kind:
        return _unseen("backup", facts)
    at = facts.place.backup_at
    if at is None:
        return attention("backup", "backup_none", "back_up")
    hours = max(0, round((facts.now - at) / timedelta(hours=1)))
    if facts.now - at > TOO_OLD:
        return attention("backup", "backup_at", "back_up_again", hours=hours)
    if at - facts.now > FUTURE:
        return attention("backup", "backup_future", "check_clocks")
    return ok("backup", "backup_at", hours=hours)


def administrators(facts: Facts) -> Finding:
    if facts.place is None or not facts.place.kind:
        return _unseen("administrator", facts)
    if facts.place.administrator:
        return ok("administrator", "administrator_ok")
    if facts.place.server:
        return broken("administrator", "administrator_none", "owner_init")
    return attention("administrator", "administrator_none", "room_asks")


def sources(facts: Facts) -> Finding:
    if facts.room is None:
        return _unseen("sources", facts)
    used = [source for source in facts.room.sources if source.enabled]
    if not used:
        return attention("sources", "sources_none", "add_source")
    down = [source.id for source in used if source.state == "down"]
    unheard = [source.id for source in used if source.last_ok_at is None and source.id not in down]
    if down:
        return broken("sources", "sources_down", "list_sources", names=named(down))
    if unheard:
        return attention("sources", "sources_unheard", "let_send", names=named(unheard))
    return ok("sources", "sources_ok", count=len(used))


def cameras(facts: Facts) -> Finding:
    if facts.room is None:
        return _unseen("cameras", facts)
    if not facts.room.cameras:
        return attention("cameras", "cameras_none", "import_cameras")
    lost = [host for host, found in facts.room.hosts.items() if not found]
    if lost and len(lost) == len(facts.room.hosts):
        return broken("cameras", "cameras_lost", "look_at_names", names=named(lost))
    if lost:
        return attention("cameras", "cameras_some_lost", "ask_owner", names=named(lost))
    return ok("cameras", "cameras_ok", count=facts.room.cameras)


def city(facts: Facts) -> Finding:
    found = facts.city
    if found.fault:
        return broken("city", "city_fault", "set_pack", reason=found.fault)
    if not found.bounded:
        return attention("city", "city_unbounded", "import_boundaries", name=found.name)
    return ok("city", "city_ok", name=found.name)


def _unseen(check: str, facts: Facts) -> Finding:
    if facts.place_fault is None:
        return attention(check, "unseen_no_room", "set_up_first")
    return attention(check, "unseen_silent", "repair_first")
