"""What is looked at of what this machine serves, and of where it goes besides the database."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from command_center.bootstrap.doctor.facts import Facts
from command_center.bootstrap.doctor.findings import Finding, attention, broken, named, ok
from command_center.connectors.deliver.rules import Rules
from command_center.domain.room import RoomKind
from command_center.video.relay.asking import RelayAnswer

RENEW = timedelta(days=21)
FRESH = timedelta(days=7)
"""Signatures of updates are made anew every month."""
# A stick that is not plugged in, a server that is away: neither stops anybody's work.
_PASSING = frozenset({"update_folder_missing", "update_source_silent"})
_RELAY = {
    RelayAnswer.SILENT: ("relay_silent", "start_relay"),
    RelayAnswer.REFUSED: ("relay_refused", "give_token"),
    RelayAnswer.STRANGE: ("relay_strange", "correct_relay"),
    RelayAnswer.UNTRUSTED: ("relay_untrusted", "trust_relay"),
}


def gateway(facts: Facts) -> Finding:
    served = facts.gateway
    if served is None:
        return ok("gateway", "gateway_none")
    if served.fault is not None:
        return broken("gateway", "gateway_fault", "correct_gateway", cause=served.fault)
    if served.until is None:
        return ok("gateway", "gateway_here", listen=served.listen)
    day = _day(served.until, facts)
    if served.until <= facts.now:
        return broken("gateway", "gateway_ended", "renew", day=day)
    if served.until - facts.now < RENEW:
        return attention("gateway", "gateway_ends", "renew", day=day)
    return ok("gateway", "gateway_ok", listen=served.listen, day=day)


def relay(facts: Facts) -> Finding:
    asked = facts.relay
    if asked is None:
        return ok("relay", "relay_none")
    if asked.answer is None:
        return broken("relay", "relay_unnamed", "give_token", address=asked.address)
    if asked.answer is RelayAnswer.GOOD:
        return ok("relay", "relay_good", address=asked.address)
    return broken("relay", *_RELAY[asked.answer], address=asked.address)


def directories(facts: Facts) -> Finding:
    """None is asked: an owner counts the questions."""
    if facts.directories.fault is not None:
        fault = facts.directories.fault
        return broken("directories", "directories_fault", "correct_directories", cause=fault)
    grants = facts.directories.grants
    if not grants:
        return ok("directories", "directories_none")
    if keyless := [grant.name for grant in grants if not grant.key]:
        return broken("directories", "directories_key", "give_key", names=named(keyless))
    if untrusted := [grant.name for grant in grants if not grant.certificates]:
        return broken("directories", "directories_ca", "give_ca", names=named(untrusted))
    if lost := [grant.name for grant in grants if not grant.found]:
        return attention("directories", "directories_lost", "ask_owner", names=named(lost))
    return ok("directories", "directories_ok", count=len(grants))


def replies(facts: Facts) -> Finding:
    hosts = facts.reply_hosts
    rules = Rules(RoomKind.LIVE.value, frozenset(hosts))
    sources = facts.room.sources if facts.room is not None else ()
    asking = [one for one in sources if one.enabled and one.reply_url]
    if unheard := [one.id for one in asking if rules.against(one.reply_url) is not None]:
        return broken("replies", "replies_refused", "correct_replies", names=named(unheard))
    if lost := [host for host, found in hosts.items() if not found]:
        return attention("replies", "replies_lost", "look_at_names", names=named(lost))
    return ok("replies", "replies_ok" if hosts else "replies_any", count=len(hosts))


def updates(facts: Facts) -> Finding:
    found = facts.updates
    if not found.source and not found.installed:
        return ok("updates", "updates_unneeded")
    if found.fault is not None:
        passes = found.fault.code in _PASSING or not found.source
        say = attention if passes else broken
        return say("updates", "updates_fault", "check_updates", cause=found.fault)
    if not found.source:
        return attention("updates", "updates_none", "set_updates")
    if found.until is None:
        return ok("updates", "updates_ok", source=found.source)
    day = _day(found.until, facts)
    if found.until - facts.now < FRESH:
        return attention("updates", "updates_end", "fresh_copy", source=found.source, day=day)
    return ok("updates", "updates_until", source=found.source, day=day)


def _day(at: datetime, facts: Facts) -> str:
    """Of the clock on this machine's wall."""
    return at.astimezone(timezone(facts.offset)).date().isoformat()
