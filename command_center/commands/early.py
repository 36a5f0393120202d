"""Early warnings: raised and grown by the clockwork, judged by a person, over when all is quiet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from command_center.advice.early_warning.plan import shipped_plan
from command_center.advice.early_warning.scan import LEAST
from command_center.advice.early_warning.watch import MOST_MEMBERS
from command_center.advice.early_warning.worth import rings, true_share
from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.early import Episode, Method, Verdict
from command_center.domain.entities import iso
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.incident import Incident, IncidentStatus
from command_center.domain.permissions import Permission
from command_center.domain.room import Role, RoomSetting
from command_center.ports import Among, UnitOfWork

CALIBRATION_SETTING = "early_warning"
REASON_LONGEST = 400
_NO_INCIDENT = frozenset({IncidentStatus.MERGED, IncidentStatus.CANCELLED})


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a warning was decided on: fields as in domain.early.Episode."""

    stream: str
    method: Method
    areas: tuple[str, ...]
    since: datetime
    seen_at: datetime
    window_s: float
    count: int
    expected: float
    rate_a_day: float
    power: float
    real_a_day: float
    learning: bool
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RaiseEpisode:
    """The clockwork's. One that stands already for the same stream and area grows instead, and
    nothing is raised for incidents that were merged away meanwhile."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class GrowEpisode:
    """The clockwork's: the same goes on, with this evidence now."""

    episode_id: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class JudgeEpisode:
    """A person says what it is. `USUAL` needs a reason, ends it, and the same zone of the same
    stream is left alone for a day. `seen`: when it had been judged, as its person saw it, None =
    not yet; Conflict if another has judged it since. That it has grown is none."""

    episode_id: str
    verdict: Verdict
    reason: str = ""
    seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class CloseEpisode:
    """The clockwork's: nothing has followed."""

    episode_id: str


@dataclass(frozen=True, slots=True)
class KeepCalibration:
    """The clockwork's: what the nightly replay that was due at `due` found."""

    due: datetime
    value: Mapping[str, Any]


@verb(RaiseEpisode, "early.raised", Permission.RUN_CLOCKWORK)
def raise_episode(work: UnitOfWork, command: RaiseEpisode, ctx: Context) -> Result:
    told = _still_so(work, command.evidence)
    if told is None:
        return {}
    for standing in work.find(Episode, stream=told.stream, closed_at=None):
        if same_episode(standing, told.method, told.areas):
            return _grow(work, standing, told)
    share = _share(told, told.rate_a_day)
    row = Episode(
        id=ctx.new_id(),
        version=1,
        stream=told.stream,
        method=told.method,
        areas=told.areas,
        since=told.since,
        raised_at=ctx.now,
        seen_at=told.seen_at,
        window_s=told.window_s,
        count=told.count,
        expected=round(told.expected, 3),
        rate_a_day=told.rate_a_day,
        power=told.power,
        real_a_day=told.real_a_day,
        true_share=share,
        rings=rings(shipped_plan(), share, learning=told.learning),
        learning=told.learning,
        members=told.members,
        verdict=None,
        reason="",
        judged_at=None,
        judged_by=None,
        closed_at=None,
    )
    work.add(row)
    return {"episode_id": row.id}


@verb(GrowEpisode, "early.grown", Permission.RUN_CLOCKWORK)
def grow_episode(work: UnitOfWork, command: GrowEpisode, ctx: Context) -> Result:
    standing, told = work.get(Episode, command.episode_id), _still_so(work, command.evidence)
    if told is None or standing.closed_at is not None:
        return {"episode_id": standing.id}
    return _grow(work, standing, told)


@verb(JudgeEpisode, "early.judged", Permission.TRIAGE)
def judge_episode(work: UnitOfWork, command: JudgeEpisode, ctx: Context) -> Result:
    row, reason = work.get(Episode, command.episode_id), " ".join(command.reason.split())
    if command.verdict is Verdict.USUAL and not reason:
        raise OperatorError("early_needs_reason")
    if row.closed_at is not None:
        raise OperatorError("early_is_over")
    if row.judged_at is not None and row.judged_at != command.seen:
        raise lost_to(work, "early_episode", row.id, "verdict")
    work.change(
        row,
        verdict=command.verdict,
        reason=reason[:REASON_LONGEST],
        judged_at=ctx.now,
        judged_by=ctx.act.actor,
        closed_at=ctx.now if command.verdict is Verdict.USUAL else None,
    )
    return {"episode_id": row.id}


@verb(CloseEpisode, "early.closed", Permission.RUN_CLOCKWORK)
def close_episode(work: UnitOfWork, command: CloseEpisode, ctx: Context) -> Result:
    row = work.get(Episode, command.episode_id)
    if row.closed_at is None:
        work.change(row, closed_at=ctx.now)
    return {"episode_id": row.id}


@verb(KeepCalibration, "early.calibrated", Permission.TAKE_REPORTS)
def keep_calibration(work: UnitOfWork, command: KeepCalibration, ctx: Context) -> Result:
    """Once a night, whichever workstations were on duty."""
    if Role(ctx.act.role) is not Role.SYSTEM:
        role, wanted = str(ctx.act.role), Permission.RUN_CLOCKWORK.value
        raise NotAllowed("not_allowed", role=role, permission=wanted)
    at = iso(command.due)
    value = {**command.value, "at": at}
    standing = work.find(RoomSetting, id=CALIBRATION_SETTING)
    if not standing:
        work.add(RoomSetting(CALIBRATION_SETTING, 1, value))
    elif str(standing[0].value.get("at", "")) < at:
        work.change(standing[0], value=value)
    return {"at": at}


def same_episode(standing: Episode, method: Method, areas: Iterable[str]) -> bool:
    """Of one stream: they share a kelurahan, or both are about the whole city."""
    if Method.CHART in (standing.method, method):
        return standing.method is method
    return not set(standing.areas).isdisjoint(areas)


def _still_so(work: UnitOfWork, told: Evidence) -> Evidence | None:
    """None where too little is left of it: merged or cancelled since it was reckoned."""
    rows = work.find(Incident, id=Among(set(told.members)))
    left = sum(row.status not in _NO_INCIDENT for row in rows)
    return told if left >= min(LEAST, told.count) else None


def _grow(work: UnitOfWork, row: Episode, told: Evidence) -> Result:
    """The rarest it ever was is what it is worth; its kelurahan and incidents only gather."""
    members = tuple(dict.fromkeys((*row.members, *told.members)))[-MOST_MEMBERS:]
    fields: dict[str, Any] = {
        "areas": tuple(sorted({*row.areas, *told.areas})),
        "since": min(row.since, told.since),
        "seen_at": max(row.seen_at, told.seen_at),
        "members": members,
    }
    if told.rate_a_day <= row.rate_a_day:
        share = _share(told, told.rate_a_day)
        fields |= {
            "method": told.method,
            "window_s": told.window_s,
            "count": told.count,
            "expected": round(told.expected, 3),
            "rate_a_day": told.rate_a_day,
            "power": told.power,
            "real_a_day": told.real_a_day,
            "true_share": share,
            "learning": told.learning,
            "rings": row.rings or rings(shipped_plan(), share, learning=told.learning),
        }
    work.change(row, **fields)
    return {"episode_id": row.id}


def _share(told: Evidence, rate: float) -> float:
    return round(true_share(told.real_a_day, told.power, rate), 4)
