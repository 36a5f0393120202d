"""The exercise room: a simulated city on loopback, told as a shift that is under way."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from urllib.parse import quote

from command_center.bootstrap.exercise_cameras import ExerciseCameras
from command_center.bootstrap.exercise_director import Director
from command_center.bootstrap.exercise_files import new_database
from command_center.bootstrap.exercise_levels import OfficersOrders
from command_center.bootstrap.exercise_record import ExerciseRecord
from command_center.bootstrap.exercise_stage import CityStage, DirectorsDesk
from command_center.bootstrap.exercise_systems import ExerciseSystems
from command_center.bootstrap.exercise_truth import TruthWatch
from command_center.bootstrap.room import LANE_S, OpenedRoom, RoomPlan, open_room
from command_center.commands.cameras import ImportCameras
from command_center.commands.exercise import RecordPace
from command_center.commands.operations import StartOperation
from command_center.commands.room import ConnectSource
from command_center.connectors.orders_out import OrderSender, check_loopback
from command_center.connectors.pull import PullConnector, PullSource
from command_center.domain.errors import OperatorError
from command_center.domain.ids import new_id
from command_center.domain.room import Camera, Operation, RoomKind
from command_center.exercise.cameras.farm import CameraFarm
from command_center.exercise.city.habits import PROMPT, Habits
from command_center.exercise.city.handle import CityProcess
from command_center.exercise.city.process import CityFiles, Where
from command_center.exercise.city.scenario import Scenario, find_scenario, load_scenario
from command_center.exercise.injects.player import InjectPlayer
from command_center.exercise.instructor import Instructor, command_of
from command_center.exercise.plugs import Plug, PluggedStorage, PlugKind, Plugs
from command_center.exercise.tutor import Tutor
from command_center.runtime.clock import StagedClock
from command_center.runtime.paths import resources_dir
from command_center.storage.database import Database
from command_center.storage.engine import open_engine
from command_center.storage.link import Link

POLL_S = 0.7
_OPEN_P1 = (
    "SELECT count(*) FROM incident WHERE priority = 'P1'"
    " AND status IN ('baru', 'terverifikasi', 'ditangani')"
)


@dataclass(slots=True)
class Exercise:
    """A running exercise. `close` ends the room, the city and the cameras."""

    room: OpenedRoom
    scenario: Scenario
    cameras: tuple[Camera, ...]
    plugs: Plugs
    tutor: Tutor
    city: CityProcess
    farm: CameraFarm | None
    systems: ExerciseSystems | None
    truth: TruthWatch
    player: InjectPlayer
    desk: DirectorsDesk
    ending: ExitStack

    def close(self) -> None:
        self.ending.close()


def start_exercise(
    scenario: str,
    seed: int,
    url: str | None,
    *,
    password: str | None = None,
    speed: float = 1.0,
    cameras: bool = True,
    systems: bool = False,
    habits: Habits = PROMPT,
) -> Exercise:
    """Open the room mid-shift and let its clock run. Without `url` it gets a new file; a database
    that is named must be empty. `speed` times as fast as real time; `cameras` False: none;
    `systems`: those of the city, too; `habits` of the crews."""
    folder = resources_dir() / "exercise"
    plan = load_scenario(find_scenario(folder / "scenarios", scenario))
    with ExitStack() as stack:
        farm = ExerciseCameras(plan.starts, seed, stack) if cameras else None
        stage = _Stage(plan, seed, url or new_database(), stack, habits, password)
        stage.preroll()
        others = ExerciseSystems(stage.room, seed) if systems else None
        exercise = stage.run(speed, farm, others)
        exercise.ending = stack.pop_all()
        return exercise


class _Stage:
    """Everything of an exercise while it is being set up. What it starts, `stack` ends."""

    def __init__(
        self,
        plan: Scenario,
        seed: int,
        url: str,
        stack: ExitStack,
        habits: Habits = PROMPT,
        password: str | None = None,
    ) -> None:
        self._plan = plan
        self._stack = stack
        self._clock = StagedClock(plan.opens)
        self._city = CityProcess(
            CityFiles(
                plan.file,
                plan.units,
                resources_dir() / "packs" / plan.pack,
                habits,
            ),
            seed,
        )
        stack.callback(self._city.stop)
        self._city.start()
        self._room = self._open(url, password)
        self._where: Where = self._city.where()
        telemetry = self._room.database.telemetry
        self._tutor = Tutor(self._room.act.actor)
        self._sender = OrderSender(self._where.orders, telemetry, self._clock)
        history = self._room.database.history
        self._director = Director(history, self._clock, self._sender, self._tutor, self._city.ask)

    def _open(self, url: str, password: str | None) -> OpenedRoom:
        seat = self._plan.seat
        kind, pack = RoomKind.EXERCISE, self._plan.pack
        plan = RoomPlan(kind, pack, **{**seat})
        room = open_room(
            url,
            self._clock,
            plan,
            password=password,
            follow=self._clock.advance,
            storage=self._plugged,
        )
        self._stack.callback(room.close)
        if next(room.database.history.entries(1), None) is not None:
            raise OperatorError("exercise_not_empty", database=url)
        return room

    def _plugged(self, database: Database) -> PluggedStorage:
        self._storage = PluggedStorage(database.storage, database.telemetry, self._clock)
        return self._storage

    # --- the shift so far ----------------------------------------------------------------------

    def preroll(self) -> None:
        """Fill the log up to the scenario's start, each thing at its own time."""
        self._connect()
        operation = self._plan.operation
        self._operation_id = new_id(self._clock.now())
        self._do(
            StartOperation(
                Operation(
                    self._operation_id,
                    1,
                    operation["name"],
                    self._clock.now(),
                    None,
                    operation.get("target_day"),
                    dict(operation.get("levels", {})),
                )
            )
        )
        for step in self._plan.desk:
            self._play(step.at)
            command = command_of(step, self._director.board)
            if command is None:
                raise OperatorError("scenario_step_impossible", report=step.report)
            act = replace(self._room.act, occurred_at=step.at)
            self._room.lane.submit(command, act=act).result(LANE_S)
            self._look()
        self._play(self._plan.starts)
        self._clock.advance(self._plan.starts)

    def _connect(self) -> None:
        for name, label in self._plan.sources.items():
            url = self._where.sources[name]
            check_loopback(url)
            self._do(ConnectSource(name, label, url))
            room, database = self._room, self._room.database
            room.connectors[name] = PullConnector(
                source=PullSource(name, url, "", poll_s=POLL_S),
                executor=room.lane,
                telemetry=database.telemetry,
                clock=self._clock,
                act=room.system,
                unit_id_of=database.history.unit_id,
                sealer=room.sealer(),
            )

    def _do(self, command: object) -> None:
        self._room.lane.submit(command, act=self._room.console).result(LANE_S)

    def _play(self, until: datetime) -> None:
        """The city goes on to `until`; its records are read in the order they came to be."""
        source = ""
        while (moment := self._city.step(until)) is not None:
            if source and moment[1] != source:
                self._room.connectors[source].poll_once()
            source = moment[1]
        if source:
            self._room.connectors[source].poll_once()
        self._look()

    def _look(self) -> None:
        """What was logged becomes known, and orders in it are heard."""
        self._director.catch_up(taught=False)
        self._sender.send_waiting()

    # --- from here on --------------------------------------------------------------------------

    @property
    def room(self) -> OpenedRoom:
        return self._room

    def run(
        self, speed: float, cameras: ExerciseCameras | None, systems: ExerciseSystems | None
    ) -> Exercise:
        rows = cameras.rows() if cameras else ()
        farm = cameras.farm if cameras else None
        if rows:
            self._do(ImportCameras(rows))
        self._city.run(speed)
        self._clock.run(speed)
        self._room.lane.submit(RecordPace(speed), act=self._room.system).result(LANE_S)
        for connector in self._room.connectors.values():
            connector.start()
        self._sender.start()
        self._stack.callback(self._sender.stop)
        plan, room = self._plan, self._room
        record = ExerciseRecord(room)
        orders = OfficersOrders(room, self._operation_id)
        player = InjectPlayer(plan.injects, CityStage(record, orders, self._city, farm))
        instructor = Instructor(plan.cues, plan.scenes, room.lane, room.system, farm)
        self._director.start(instructor, player, orders, record)
        self._stack.callback(self._director.stop)
        if systems is not None:
            self._stack.callback(systems.stop)
            systems.start()
        plugs = Plugs([*self._plugs(farm), *(systems.plugs() if systems else ())])
        truth = TruthWatch(self._city)
        truth.start()
        self._stack.callback(truth.stop)
        desk = DirectorsDesk(room, plan, self._clock, self._city, player, record, speed, farm)
        ending, city = ExitStack(), self._city
        return Exercise(
            room, plan, rows, plugs, self._tutor, city, farm, systems, truth, player, desk, ending
        )

    def _plugs(self, farm: CameraFarm | None) -> list[Plug]:
        store, city = self._storage, self._city
        plugs = [Plug("database", PlugKind.DATABASE, "", store.pull_plug, store.restore_plug)]
        for name, label in self._plan.sources.items():
            pull = partial(city.plug, name, connected=False)
            plugs.append(
                Plug(name, PlugKind.SOURCE, label, pull, partial(city.plug, name, connected=True))
            )
        if farm is not None:
            plugs.append(Plug("cameras", PlugKind.CAMERAS, "", farm.pull_plug, farm.restore_plug))
        return plugs


def live_open_p1(url: str, password: str | None = None) -> int | None:
    """How many P1 incidents stand open in the live room, read only; None if that cannot be told.

    A SQLite file is opened so that nothing can be written to it, and never made.
    """
    if url.startswith("sqlite:///"):
        path = Path(url.removeprefix("sqlite:///"))
        if not path.is_file():
            return None
        url = f"sqlite:///file:{quote(str(path.resolve()))}?mode=ro&uri=true"
    try:
        link = Link(open_engine(url, password))
        try:
            with link.transaction(link.dialect.begin_read):
                return int(link.one(_OPEN_P1)[0])
        finally:
            link.close()
    except OperatorError:
        return None
