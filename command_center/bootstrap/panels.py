"""Which panels a window is made of."""

from __future__ import annotations

from command_center.ui.alarms.log import AlarmLog
from command_center.ui.call.form import CallForm
from command_center.ui.detail.panel import DetailPanel
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
