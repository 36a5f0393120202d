"""Which panels a window is made of."""

from __future__ import annotations

from command_center.bootstrap.exercise import Exercise
from command_center.ui.alarms.log import AlarmLog
from command_center.ui.call.form import CallForm
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.exercise.plugs import PlugsPanel
from command_center.ui.exercise.tutor import TutorPanel
from command_center.ui.health.panel import HealthPanel
from command_center.ui.map.panel import MapPanel
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.start.checklist import StartChecklist
from command_center.ui.strip.chart import ChartPanel
from command_center.ui.strip.figures import FiguresPanel
from command_center.ui.units.panel import BoardPanel
from command_center.ui.wall.panel import WallPanel
from command_center.ui.window import Makers

PANELS: Makers = {
    "queue": QueuePanel,
    "detail": DetailPanel,
    "call": CallForm,
    "wall": WallPanel,
    "map": MapPanel,
    "units": BoardPanel,
    "figures": FiguresPanel,
    "chart": ChartPanel,
    "alarms": AlarmLog,
    "health": HealthPanel,
    "start": StartChecklist,
}


def exercise_panels(exercise: Exercise) -> Makers:
    """The window's panels and those that only an exercise has."""
    return {
        **PANELS,
        "tutor": lambda seat: TutorPanel(seat, exercise.tutor),
        "plugs": lambda seat: PlugsPanel(seat, exercise.plugs),
    }
