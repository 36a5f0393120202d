"""Opens the exercise room in the window. Apart from the others, because the simulated city and its
cameras take as long to load as the room itself."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from command_center.bootstrap.desk import Desk, open_desk, run
from command_center.bootstrap.exercise import Exercise, live_open_p1, start_exercise
from command_center.bootstrap.exercise_join import join_exercise
from command_center.bootstrap.exercise_systems import ExerciseSystems
from command_center.bootstrap.panels import PANELS, with_routes
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.playback_opener import PlaybackOpener
from command_center.bootstrap.real_p1 import RealP1Watch
from command_center.domain.errors import OperatorError
from command_center.exercise.city.habits import TRAINING
from command_center.runtime.logs import begin_log
from command_center.runtime.paths import default_url
from command_center.runtime.secrets import database_password
from command_center.runtime.settings import load_settings
from command_center.situation.situation import Touched
from command_center.ui.actions.exercise import DIRECTOR
from command_center.ui.application import application
from command_center.ui.exercise.director import DirectorPanel
from command_center.ui.exercise.plugs import PlugsPanel
from command_center.ui.exercise.truth import TruthPanel
from command_center.ui.exercise.tutor import TutorPanel
from command_center.ui.window import Makers


def show_exercise(scenario: str, seed: int, url: str | None, picture: Picture) -> int:
    """Returns the exit status."""
    vitals = begin_log("exercise")
    application()
    password = database_password(url) if url else None
    exercise = start_exercise(scenario, seed, url, password=password, systems=True, habits=TRAINING)
    makers = with_routes(exercise_panels(exercise), exercise.room)
    desk = open_desk(exercise.room, "exercise", picture, makers, with_duty=True)
    _beside(desk)
    if exercise.systems is not None:
        _follow(desk, exercise.systems)
    return run(desk, picture, exercise.close, vitals)


def show_joined(url: str, seat: str, picture: Picture) -> int:
    """Another seat at an exercise that runs elsewhere. Returns the exit status."""
    vitals = begin_log("exercise")
    application()
    joined = join_exercise(url, seat, database_password(url))
    desk = open_desk(
        joined.room, "exercise", picture, with_routes(PANELS, joined.room), with_duty=True
    )
    _beside(desk)

    def asked(action_id: str, _: object) -> None:
        if action_id == DIRECTOR:
            desk.seat.notices.failed(OperatorError("director_elsewhere"))

    desk.seat.asking.asked.connect(asked)
    return run(desk, picture, joined.close, vitals)


def _beside(desk: Desk) -> None:
    """The real room on the frame, and the exercise's own past."""
    url = load_settings("live").database or default_url()
    watch = RealP1Watch(url, desk.seat.real, partial(live_open_p1, password=database_password(url)))
    watch.start()
    desk.closers.append(watch.stop)
    PlaybackOpener(desk.seat, str(desk.room.database.engine.url))


def _follow(desk: Desk, systems: ExerciseSystems) -> None:
    situation = desk.seat.situation

    def changed(touched: Touched) -> None:
        systems.follow(situation, touched)

    def tick(_now: datetime) -> None:
        systems.follow(situation)

    desk.seat.live.changed.connect(changed)
    desk.seat.live.ticked.connect(tick)


def exercise_panels(exercise: Exercise) -> Makers:
    """The window's panels and those that only an exercise has."""
    return {
        **PANELS,
        "tutor": lambda seat: TutorPanel(seat, exercise.tutor),
        "plugs": lambda seat: PlugsPanel(seat, exercise.plugs),
        "director": lambda seat: DirectorPanel(seat, exercise.desk),
        "truth": lambda seat: TruthPanel(seat, exercise.truth.latest),
    }
