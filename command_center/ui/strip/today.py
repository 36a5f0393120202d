"""Today's figures as the strip shows them: each with its n, its age and what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from command_center.domain.clocks import Clock, Goal, goals
from command_center.duty.calls import call_rules
from command_center.situation.figures import Spread, figures
from command_center.situation.readiness import ReadyUnits
from command_center.ui.format import age, count, short_stopwatch
from command_center.ui.seat import Seat
from command_center.ui.strip.words import about, clock_name, seconds_text, share_name

translate = QCoreApplication.translate
OPENS = "view.clocks"
FIRST = ((Clock.RESPONSE, 0.5), (Clock.ORDER, 0.9))
THEN = (
    (Clock.ANSWER, 0.9),
    (Clock.VERIFY, 0.9),
    (Clock.ACCEPT, 0.9),
    (Clock.TURNOUT, 0.9),
    (Clock.TRAVEL, 0.9),
    (Clock.DEPART, 0.9),
    (Clock.SCENE, 0.5),
    (Clock.CALLBACK, 0.9),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """`small` stands under the value: n and how old; `about` explains in a tooltip what went in
    and what was left out; `opens` is (action, subject) of where more of it is. `missed`: over its
    target, which `small` says in words."""

    name: str
    value: str
    small: str = ""
    about: str = ""
    opens: tuple[str, str | None] = (OPENS, None)
    missed: bool = False


def room_figures(seat: Seat, now: datetime, ready: ReadyUnits) -> list[Figure]:
    """What the panel shows, from rows the other panels show too."""
    situation = seat.situation
    here = now.astimezone(seat.zone)
    midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
    found = figures(situation, here.date().isoformat(), midnight)
    wanted = goals(seat.targets, call_rules(situation))

    def measured(pairs: tuple[tuple[Clock, float], ...]) -> list[Figure]:
        return [_measured(c, share, found.of(c), wanted.get(c), now) for c, share in pairs]

    units = count(len(situation.tables.rows["unit"]))
    ready_text = f"{count(ready.count(now))}/{units}"
    return [
        *measured(FIRST),
        Figure(translate("Strip", "Aktif"), count(found.active), opens=("view.queue", None)),
        Figure(translate("Strip", "Hari ini"), count(found.today)),
        Figure(translate("Strip", "Unit siap"), ready_text, opens=("view.units", None)),
        *measured(THEN),
    ]


def _measured(
    clock: Clock, share: float, spread: Spread, goal: Goal | None, now: datetime
) -> Figure:
    name = f"{share_name(share)} {clock_name(clock)}"
    seconds = spread.at(share)
    missed = goal is not None and seconds is not None and seconds > goal.seconds
    return Figure(
        name=name,
        value=seconds_text(seconds),
        small=_small(spread, goal if missed else None, now),
        about=about(name, spread),
        opens=(OPENS, clock.value),
        missed=missed,
    )


def _small(spread: Spread, missed: Goal | None, now: datetime) -> str:
    """ "n 12 · 4 m", and the target where it was missed. A small n is marked."""
    if not spread.used:
        return ""
    parts = [f"n {count(spread.used)}{'!' if spread.few else ''}"]
    if spread.newest is not None:
        parts.append(age((now - spread.newest).total_seconds()))
    if missed is not None:
        over = translate("Strip", "lewat %1")
        parts.insert(0, over.replace("%1", short_stopwatch(missed.seconds)))
    return " · ".join(parts)
