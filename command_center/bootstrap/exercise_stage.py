"""The director's hands: into the simulated city, on its clock, and onto the exercise's record."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from zoneinfo import ZoneInfo

from command_center.bootstrap.exercise_files import exercise_folder
from command_center.bootstrap.exercise_levels import OfficersOrders
from command_center.bootstrap.exercise_record import ExerciseRecord
from command_center.bootstrap.room import LANE_S, OpenedRoom
from command_center.commands.exercise import AddEvaluatorNote
from command_center.domain.errors import OperatorError, is_environment
from command_center.exercise.cameras.farm import CameraFarm
from command_center.exercise.city.handle import CityProcess
from command_center.exercise.city.scenario import Scenario
from command_center.exercise.injects.model import Inject, InjectKind
from command_center.exercise.injects.player import InjectPlayer, Progress
from command_center.exercise.instructor import FAULTS
from command_center.runtime.clock import StagedClock

CALLS, RUMOURS = "cc110", "media"
"""Where what the director adds comes from, in scenarios that have these sources."""


class CityStage:
    """`injects.player.Stage` over the city's process, the farm of cameras and the record."""

    def __init__(
        self,
        record: ExerciseRecord,
        orders: OfficersOrders,
        city: CityProcess,
        farm: CameraFarm | None,
    ) -> None:
        self._record = record
        self._orders = orders
        self._city = city
        self._farm = farm

    def say(self, source: str, record: dict[str, Any]) -> None:
        self._city.say(source, record)

    def show(self, camera: str, shows: str, intensity: float) -> bool:
        farm = self._farm
        if farm is None:
            return False
        try:
            if shows in FAULTS:
                farm.fail(camera, shows)  # type: ignore[arg-type]
            else:
                farm.situation(camera, shows, intensity)
        except OperatorError:  # they do not come back, and what comes after must not wait for them
            return False
        return True

    def fail(self, call_sign: str, why: str) -> None:
        self._city.fail(call_sign, why)

    def restore(self, call_sign: str) -> None:
        self._city.restore(call_sign)

    def order(self, inject: Inject) -> None:
        self._orders.give(inject)

    def ordered(self, inject: Inject) -> bool | None:
        return self._orders.became(inject.id)

    def tell(self, inject: Inject, state: str) -> None:
        self._record.inject(inject, state)


class DirectorsDesk:
    """What the panel of the director does. Calls may take a moment; OperatorError where the city
    is gone. From any thread."""

    def __init__(
        self,
        room: OpenedRoom,
        plan: Scenario,
        clock: StagedClock,
        city: CityProcess,
        player: InjectPlayer,
        record: ExerciseRecord,
        speed: float,
        farm: CameraFarm | None = None,
    ) -> None:
        self.speed = speed
        self._added = 0
        self._plan = plan
        self._room = room
        self._clock = clock
        self._city = city
        self._player = player
        self._record = record
        self._farm = farm
        self._tell_cameras()

    def _tell_cameras(self) -> None:
        """The time burnt into their pictures is the exercise's; those that died need none."""
        if self._farm is None:
            return
        with suppress(OperatorError):
            self._farm.set_clock(self._clock.now(), self.speed)

    def progress(self) -> tuple[Progress, ...]:
        return self._player.progress()

    def run_at(self, speed: float) -> None:
        """Everything of the exercise, so many times as fast as the clock on the wall; 0: stands.
        That goes for a database that is away, too, and is recorded when it is back."""
        self._city.run(speed)
        self._clock.steer(speed)
        self.speed = speed
        self._tell_cameras()
        try:
            self._record.pace(speed).result(LANE_S)
        except OperatorError as error:
            if not is_environment(error):
                raise

    def put_in(self, id: str) -> None:
        self._player.put_in_now(id)

    def skip(self, id: str) -> None:
        self._player.skip(id)

    def add(self, kind: InjectKind, text: str) -> None:
        """Something the director thought of, put in at once."""
        source = CALLS if kind is InjectKind.REPORT else RUMOURS
        sources = self._plan.sources
        found = source if source in sources else next(iter(sources))
        self._added += 1
        inject = Inject(
            id=f"added-{self._added}",
            kind=kind,
            title=text[:60],
            at=self._room.clock.now(),
            source=found,
            record={"type": "report", "category": "lainnya", "text": text},
            text=text,
        )
        self._player.add(inject)

    def report(self) -> list[str]:
        """Write the after-action report as of now; its files."""
        # Qt paints it, and an exercise may run without a window.
        from command_center.bootstrap.exercise_report import (  # noqa: PLC0415
            tell,
            write_after_action,
        )

        told = tell(self._room, self._plan)
        zone, now = ZoneInfo(self._room.city.time_zone), self._room.clock.now()
        return [str(file) for file in write_after_action(told, zone, now, exercise_folder())]

    def note(self, text: str, incident_id: str = "") -> None:
        """Of an evaluator, in the name of whoever sits here."""
        note = AddEvaluatorNote(text, incident_id)
        self._room.lane.submit(note, act=self._room.act).result(LANE_S)
