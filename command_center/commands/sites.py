"""The places that a room watches over: put on the list one by one or by the file, and taken off."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from command_center.commands.conflicts import lost_to
from command_center.commands.partners import area_coded
from command_center.commands.place_words import (
    ADDRESS,
    PARAGRAPH,
    line,
    located,
    needed,
    point,
)
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.place import LocatedBy
from command_center.domain.site import PollingStation, Site, SiteKind
from command_center.ports import Among, UnitOfWork

CODE_LENGTH, SHORT_LENGTH, MOST_CONTACTS, MOST_AT_ONCE = 60, 40, 12, 500


@dataclass(frozen=True, slots=True)
class KeepSite:
    """A place with `site_id` "" is a new one, unless its `code` is known. `area` is a kelurahan by
    name or code; a point says better than it where the place is. `before`: the version that was
    edited, 0 = whatever stands: Conflict if it has moved on. `untold`: the facts by their names
    here that a list does not speak of, which stay as they are known ("lat": the point)."""

    kind: SiteKind
    name: str
    code: str = ""
    short: str = ""
    address: str = ""
    holder: str = ""
    contacts: tuple[str, ...] = ()
    area: str = ""
    lat: float | None = None
    lon: float | None = None
    located: LocatedBy = LocatedBy.TYPED
    source: str = ""
    site_id: str = ""
    before: int = 0
    untold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportSites:
    """One entry of the log; known by their codes, so that the same file again changes nothing."""

    sites: tuple[KeepSite, ...]


@dataclass(frozen=True, slots=True)
class CloseSite:
    """It leaves the list and keeps its history; kept again, it is back on the list."""

    site_id: str


@verb(KeepSite, "site.kept", Permission.KEEP_PLACES)
def keep_site(work: UnitOfWork, command: KeepSite, ctx: Context) -> Result:
    code = line(command.code, CODE_LENGTH)
    known = _coded(work, [code]).get(code)
    if command.site_id:
        if known is not None and known.id != command.site_id:
            raise OperatorError("site_code_taken", name=known.name)
        known = work.get(Site, command.site_id)
    if known is not None and command.before and known.version != command.before:
        raise lost_to(work, "site", known.id)
    facts = _facts(completed(command, known), ctx)
    return {"site_id": _store(work, facts, known, ctx)[0], "name": facts["name"]}


@verb(ImportSites, "sites.imported", Permission.KEEP_PLACES)
def import_sites(work: UnitOfWork, command: ImportSites, ctx: Context) -> Result:
    if len(command.sites) > MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    coded = [(line(one.code, CODE_LENGTH), one) for one in command.sites]
    known = _coded(work, (code for code, _ in coded))
    added = changed = 0
    for code, one in coded:
        standing = known.pop(code, None)
        row = _facts(completed(one, standing), ctx)
        if not code:
            raise OperatorError("site_needs_code", name=row["name"])
        _, differs = _store(work, row, standing, ctx)
        added += standing is None
        changed += standing is not None and differs
    return {"added": added, "changed": changed, "count": len(coded)}


def completed(row: KeepSite, known: Site | None) -> KeepSite:
    """With what is known of the place where the list does not speak of it."""
    if known is None or not row.untold:
        return row
    standing: dict[str, Any] = {
        "short": known.short,
        "address": known.address,
        "holder": known.holder,
        "contacts": known.contacts,
        "area": known.area_code or "",
        "source": known.source,
    }
    told = {name: fact for name, fact in standing.items() if name in row.untold}
    if "lat" in row.untold:
        told |= {"lat": known.lat, "lon": known.lon, "located": known.located}
    return replace(row, **told)


@verb(CloseSite, "site.closed", Permission.KEEP_PLACES)
def close_site(work: UnitOfWork, command: CloseSite, ctx: Context) -> Result:
    site = work.get(Site, command.site_id)
    if site.closed_at is None:
        work.change(site, closed_at=max(ctx.now, site.listed_at))
    return {"site_id": site.id, "name": site.name}


def _coded(work: UnitOfWork, codes: Iterable[str]) -> dict[str, Site]:
    wanted = {code for code in codes if code}
    found = work.find(Site, code=Among(wanted)) if wanted else []
    return {site.code: site for site in found}


def _store(
    work: UnitOfWork, facts: dict[str, Any], known: Site | None, ctx: Context
) -> tuple[str, bool]:
    """Its id, and whether anything is different. What is put on the list again is on it."""
    if known is not None:
        facts = {**facts, "located": still_located(facts, known)}
        made = work.change(known, **facts, closed_at=None)
        return known.id, made.version != known.version
    site = Site(id=ctx.new_id(), version=1, listed_at=ctx.now, closed_at=None, **facts)
    work.add(site)
    return site.id, True


def still_located(facts: Mapping[str, Any], known: Site | PollingStation) -> LocatedBy:
    """How the point of `facts` was found: as it is known where it is the same point, for lists do
    not tell."""
    same = facts["lat"] is not None and (facts["lat"], facts["lon"]) == (known.lat, known.lon)
    how: LocatedBy = known.located if same else facts["located"]
    return how


def _facts(command: KeepSite, ctx: Context) -> dict[str, Any]:
    name = needed(command.name, "site_needs_name")
    lat, lon = point(command.lat, command.lon)
    area = area_coded(command.area, ctx)
    if lat is not None and lon is not None:
        area = ctx.city.area_at(lat, lon) or area
    contacts = tuple(words for one in command.contacts if (words := line(one)))
    if len(contacts) > MOST_CONTACTS:
        raise OperatorError("site_many_contacts", limit=MOST_CONTACTS)
    if len(json.dumps(contacts, ensure_ascii=False)) > PARAGRAPH:  # as they are kept
        raise OperatorError("text_too_long", limit=PARAGRAPH)
    return {
        "code": line(command.code, CODE_LENGTH),
        "kind": command.kind,
        "name": name,
        "short": line(command.short, SHORT_LENGTH),
        "address": line(command.address, ADDRESS),
        "holder": line(command.holder),
        "contacts": contacts,
        "area_code": area,
        "lat": lat,
        "lon": lon,
        "located": located(lat, area, command.located),
        "source": line(command.source, ADDRESS),
    }
