"""Who lives here: partners of the neighbourhoods, their night watch, how vulnerable they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from command_center.commands.radio import call_sign_of
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.partner import NightWatch, Partner, PartnerKind, Rating, RatingLevel
from command_center.domain.permissions import Permission
from command_center.ports import UnitOfWork

NAME_LENGTH, RW_LENGTH, TOPIC_LENGTH, NOTE_LENGTH = 200, 20, 60, 4000
MOST_AT_ONCE, MOST_WATCHERS = 5_000, 500
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class RegisterPartner:
    """A partner of a kelurahan (`area`, name or code) and its RW ("" = all of it). Known by
    `partner_id`, else by kind and call sign, else by kind, name and neighbourhood. `reach`: the id
    of the source that brings messages to them, or a telephone number."""

    kind: PartnerKind
    name: str
    call_sign: str = ""
    area: str = ""
    rw: str = ""
    reach: str = ""
    partner_id: str = ""


@dataclass(frozen=True, slots=True)
class PartnerLeaves:
    partner_id: str


@dataclass(frozen=True, slots=True)
class ImportPartners:
    """All or nothing, one entry of the log."""

    partners: tuple[RegisterPartner, ...]


@dataclass(frozen=True, slots=True)
class SetNightWatch:
    """A line of the ronda roster: local times HH:MM, `weekday` 0 = Monday. Known by `watch_id`,
    else by neighbourhood, weekday and start."""

    area: str
    rw: str
    weekday: int
    starts: str
    ends: str
    people: int = 0
    contact: str = ""
    watch_id: str = ""


@dataclass(frozen=True, slots=True)
class EndNightWatch:
    watch_id: str


@dataclass(frozen=True, slots=True)
class ImportNightWatch:
    """All or nothing, one entry of the log."""

    lines: tuple[SetNightWatch, ...]


@dataclass(frozen=True, slots=True)
class RateArea:
    """How vulnerable a kelurahan, an RW of it or a place is to `topic`. Known by all of these and
    its source; an older judgement never replaces a newer one."""

    topic: str
    level: RatingLevel
    area: str = ""
    place: str = ""
    rw: str = ""
    note: str = ""
    author: str = ""
    source_id: str = ""
    digest: str = ""


def area_coded(area: str, ctx: Context) -> str | None:
    """The code of the area that was named, None where none was; OperatorError for an unknown."""
    if not area.strip():
        return None
    code = ctx.city.area_named(area.strip())
    if code is None:
        raise OperatorError("unknown_area", area=area.strip()[:NAME_LENGTH])
    return code


def rw_of(text: str) -> str:
    """ "RW 5", "5" and "005" are all "05"."""
    word = re.sub(r"^\s*rw[\s.]*", "", text, flags=re.IGNORECASE).strip()
    return word.lstrip("0").zfill(2) if word.isascii() and word.isdigit() else word[:RW_LENGTH]


@verb(RegisterPartner, "partner.registered", Permission.KEEP_PARTNERS)
def register_partner(work: UnitOfWork, command: RegisterPartner, ctx: Context) -> Result:
    return {"partner_id": _register(work, command, ctx), "name": command.name.strip()}


@verb(ImportPartners, "partners.imported", Permission.KEEP_PARTNERS)
def import_partners(work: UnitOfWork, command: ImportPartners, ctx: Context) -> Result:
    return {"count": _each(work, command.partners, _register, ctx)}


@verb(PartnerLeaves, "partner.left", Permission.KEEP_PARTNERS)
def partner_leaves(work: UnitOfWork, command: PartnerLeaves, ctx: Context) -> Result:
    partner = work.get(Partner, command.partner_id)
    if partner.left_at is None:
        work.change(partner, left_at=ctx.now)
    return {"partner_id": partner.id}


def _each(
    work: UnitOfWork,
    commands: tuple[Any, ...],
    do: Callable[[UnitOfWork, Any, Context], str],
    ctx: Context,
) -> int:
    if len(commands) > MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    for one in commands:
        do(work, one, ctx)
    return len(commands)


def _register(work: UnitOfWork, command: RegisterPartner, ctx: Context) -> str:
    facts = _facts(command, ctx)
    standing = _known(work, command.partner_id, facts)
    taken = facts["call_sign"] and work.find(Partner, call_sign=facts["call_sign"], left_at=None)
    if taken and (standing is None or taken[0].id != standing.id):
        raise OperatorError("call_sign_taken", call_sign=facts["call_sign"], name=taken[0].name)
    if standing is not None:
        work.change(standing, **facts)
        return standing.id
    partner = Partner(id=ctx.new_id(), version=1, left_at=None, **facts)
    work.add(partner)
    return partner.id


def _facts(command: RegisterPartner, ctx: Context) -> dict[str, Any]:
    name = " ".join(command.name.split())[:NAME_LENGTH]
    if not name:
        raise OperatorError("partner_needs_name")
    return {
        "kind": command.kind,
        "name": name,
        "call_sign": call_sign_of(command.call_sign),
        "area_code": area_coded(command.area, ctx),
        "rw": rw_of(command.rw),
        "reach": command.reach.strip()[:NAME_LENGTH],
    }


def _known(work: UnitOfWork, partner_id: str, facts: dict[str, Any]) -> Partner | None:
    if partner_id:
        return work.get(Partner, partner_id)
    by_sign, by_place = ("kind", "call_sign"), ("kind", "name", "area_code", "rw")
    for names in (by_sign, by_place) if facts["call_sign"] else (by_place,):
        found = work.find(Partner, left_at=None, **{name: facts[name] for name in names})
        if found:
            return found[0]
    return None


@verb(SetNightWatch, "night_watch.set", Permission.KEEP_PARTNERS)
def set_night_watch(work: UnitOfWork, command: SetNightWatch, ctx: Context) -> Result:
    return {"watch_id": _set_watch(work, command, ctx)}


@verb(ImportNightWatch, "night_watch.imported", Permission.KEEP_PARTNERS)
def import_night_watch(work: UnitOfWork, command: ImportNightWatch, ctx: Context) -> Result:
    return {"count": _each(work, command.lines, _set_watch, ctx)}


@verb(EndNightWatch, "night_watch.ended", Permission.KEEP_PARTNERS)
def end_night_watch(work: UnitOfWork, command: EndNightWatch, ctx: Context) -> Result:
    line = work.get(NightWatch, command.watch_id)
    if line.left_at is None:
        work.change(line, left_at=ctx.now)
    return {"watch_id": line.id}


def _set_watch(work: UnitOfWork, command: SetNightWatch, ctx: Context) -> str:
    if not (_CLOCK.fullmatch(command.starts) and _CLOCK.fullmatch(command.ends)):
        raise OperatorError("night_watch_times")
    if not (0 <= command.weekday <= 6 and 0 <= command.people <= MOST_WATCHERS):
        raise OperatorError("night_watch_numbers", most=MOST_WATCHERS)
    place = {"area_code": area_coded(command.area, ctx), "rw": rw_of(command.rw)}
    when = {"weekday": command.weekday, "starts": command.starts}
    rest = {
        "ends": command.ends,
        "people": command.people,
        "contact": command.contact.strip()[:NAME_LENGTH],
    }
    made: dict[str, Any] = {**place, **when, **rest}
    standing = work.find(NightWatch, left_at=None, **place, **when)
    if command.watch_id or standing:
        known = work.get(NightWatch, command.watch_id) if command.watch_id else standing[0]
        work.change(known, **made)
        return known.id
    line = NightWatch(id=ctx.new_id(), version=1, left_at=None, **made)
    work.add(line)
    return line.id


@verb(RateArea, "area.rated", Permission.TAKE_REPORTS)
def rate_area(work: UnitOfWork, command: RateArea, ctx: Context) -> Result:
    topic = " ".join(command.topic.split())[:TOPIC_LENGTH]
    if not topic:
        raise OperatorError("rating_needs_topic")
    known: dict[str, Any] = {
        "area_code": area_coded(command.area, ctx),
        "place": command.place.strip()[:NAME_LENGTH],
        "rw": rw_of(command.rw),
        "topic": topic,
        "source_id": command.source_id or None,
    }
    if known["area_code"] is None and not known["place"]:
        raise OperatorError("rating_needs_place")
    said: dict[str, Any] = {
        "level": command.level,
        "note": command.note[:NOTE_LENGTH],
        "author": (command.author or ctx.act.actor)[:NAME_LENGTH],
        "rated_at": min(ctx.at, ctx.now),
    }
    standing = work.find(Rating, **known)
    if not standing:
        rating = Rating(id=ctx.new_id(), version=1, **known, **said)
        work.add(rating)
        return {"rating_id": rating.id}
    if said["rated_at"] >= standing[0].rated_at:
        work.change(standing[0], **said)
    return {"rating_id": standing[0].id}
