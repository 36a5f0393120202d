"""An exercise from start to end with nobody at the desks but scripted operators, and its report."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from command_center.bootstrap.exercise import start_exercise
from command_center.bootstrap.exercise_operators import ScriptedOperator
from command_center.bootstrap.exercise_report import tell, write_after_action
from command_center.exercise.injects.player import State
from command_center.ui.application import application

USUAL = timedelta(hours=1)
LOOK_S = 0.25


@dataclass(frozen=True, slots=True)
class Ran:
    """How many injects there were and what became of them (`lost`: those that the room refused,
    too; `untriggered`: their condition never held), what the desks did, seconds by the clock on
    the wall, the report's files."""

    injects: int
    there: int
    lost: int
    unstaged: int
    untriggered: int
    missed: int
    incidents: int
    done: int
    refused: int
    entries: int
    seconds: float
    report_s: float
    files: list[str]

    def as_row(self) -> dict[str, Any]:
        return asdict(self)


def run_unattended(
    scenario: str,
    seed: int,
    url: str,
    folder: Path,
    *,
    password: str | None = None,
    speed: float = 20.0,
    desks: int = 4,
    cameras: bool = False,
) -> Ran:
    """OperatorError; ScenarioFaults before anything is begun."""
    application()  # what paints the report
    begun = time.monotonic()
    exercise = start_exercise(scenario, seed, url, password=password, speed=speed, cameras=cameras)
    operators: list[ScriptedOperator] = []
    try:
        plan, clock = exercise.scenario, exercise.room.clock
        for number in range(desks):
            operators.append(ScriptedOperator(url, clock, number, desks, password))
        for operator in operators:
            operator.start()
        ends = plan.ends or plan.starts + USUAL
        while clock.now() < ends:
            time.sleep(LOOK_S)
        exercise.desk.run_at(0)
        for operator in operators:
            operator.stop()
        closing = time.monotonic()
        told = tell(exercise.room, plan)
        zone = ZoneInfo(exercise.room.city.time_zone)
        files = write_after_action(told, zone, clock.now(), folder)
        under_way = sum(one.state is State.SENT for one in exercise.player.progress())
        states = Counter(one.state for one in told.injects)
        return Ran(
            injects=len(told.injects),
            there=states[State.THERE],
            lost=told.lost + under_way,
            unstaged=states[State.UNSTAGED],
            untriggered=states[""],
            missed=told.missed,
            incidents=len(list(told.situation.all("incident"))),
            done=sum(operator.done for operator in operators),
            refused=sum(operator.refused for operator in operators),
            entries=told.entries,
            seconds=round(time.monotonic() - begun, 1),
            report_s=round(time.monotonic() - closing, 2),
            files=[str(file) for file in files],
        )
    finally:
        for operator in operators:
            operator.stop()
        exercise.close()
