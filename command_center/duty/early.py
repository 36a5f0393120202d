"""What is due about early warnings: which findings become an episode, grow one, or are as usual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from command_center.advice.early_warning.plan import Plan
from command_center.advice.early_warning.watch import Finding, strength
from command_center.advice.early_warning.worth import Judged, real_a_day
from command_center.commands.early import (
    CloseEpisode,
    Evidence,
    GrowEpisode,
    RaiseEpisode,
    same_episode,
)
from command_center.domain.early import QUIET_AFTER, USUAL_FOR, Episode, Method, Verdict
from command_center.domain.room import AlarmType
from command_center.duty.due import Due
from command_center.situation.early import open_episodes
from command_center.situation.situation import Situation

Step = RaiseEpisode | GrowEpisode
STRONGER = 1.0
"""e times rarer: worth a line in the log although nothing else has changed."""


def steps(
    findings: Iterable[Finding],
    episodes: Iterable[Episode],
    plan: Plan,
    judged: Judged,
    *,
    learning: bool,
    now: datetime,
) -> list[Step]:
    """What the findings mean, given every episode that is known. The strongest finding speaks where
    several streams see the same incidents, of kelurahan and of the whole city one each; what a
    person called usual stays quiet for a day."""
    known = list(episodes)
    standing = [episode for episode in known if episode.closed_at is None]
    found: list[Step] = []
    taken: list[Finding] = []
    for one in sorted(findings, key=lambda finding: (finding.rate_a_day, finding.stream)):
        told = evidence_of(one, plan, judged, learning=learning)
        usual = any(_usual(episode, one, now) for episode in known)
        if usual or any(_of_the_same(other, one) for other in taken):
            continue
        taken.append(one)
        home = next((e for e in standing if _same(e, one)), None)
        if home is None:
            found.append(RaiseEpisode(told))
        elif _says_more(home, one):
            found.append(GrowEpisode(home.id, told))
    return found


def evidence_of(one: Finding, plan: Plan, judged: Judged, *, learning: bool) -> Evidence:
    """As the room keeps it."""
    return Evidence(
        stream=one.stream,
        method=one.method,
        areas=one.areas,
        since=_at(one.since_s),
        seen_at=_at(one.at_s),
        window_s=one.window_s,
        count=one.count,
        expected=one.expected,
        rate_a_day=one.rate_a_day,
        power=one.power,
        real_a_day=real_a_day(plan, judged),
        learning=learning,
        members=one.members,
    )


def over(situation: Situation, now: datetime) -> list[CloseEpisode]:
    """Those after which nothing has come."""
    return [
        CloseEpisode(episode.id)
        for episode in open_episodes(situation)
        if now - max(episode.seen_at, episode.judged_at or episode.seen_at) >= QUIET_AFTER
    ]


def early_warnings(situation: Situation, now: datetime) -> Iterator[Due]:
    """Rings for those of which enough are expected to be real, until a person has judged them."""
    for episode in open_episodes(situation):
        if episode.rings and episode.waits(now):
            params = {
                "stream": episode.stream,
                "areas": " ".join(episode.areas),
                "count": str(episode.count),
                "minutes": str(round(episode.window_s / 60)),
                "days": str(round(episode.every_days)),
            }
            yield Due(AlarmType.EARLY_WARNING, "early_episode", episode.id, params)


def _at(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _usual(episode: Episode, one: Finding, now: datetime) -> bool:
    judged = episode.judged_at
    if episode.verdict is not Verdict.USUAL or judged is None or now - judged >= USUAL_FOR:
        return False
    return _same(episode, one)


def _same(episode: Episode, one: Finding) -> bool:
    """Of its stream and area, or of the same incidents seen by another stream."""
    if episode.stream == one.stream and same_episode(episode, one.method, one.areas):
        return True
    return _of_the_same(episode, one)


def _of_the_same(known: Episode | Finding, one: Finding) -> bool:
    """Whether half of either is the same incidents. What is said of the whole city and what is said
    of a kelurahan in it are two things, whatever they are made of."""
    if (known.method is Method.CHART) != (one.method is Method.CHART):
        return False
    members, others = set(one.members), set(known.members)
    return 2 * len(members & others) >= min(len(members), len(others)) > 0


def _says_more(episode: Episode, one: Finding) -> bool:
    new = set(one.members) - set(episode.members)
    wider = set(one.areas) - set(episode.areas)
    return bool(new or wider) or strength(one.rate_a_day) >= STRONGER + strength(episode.rate_a_day)
