"""Which panels a window is made of."""

from __future__ import annotations

from command_center.bootstrap.doctor.window import MachineDoctor
from command_center.bootstrap.order_trial import RouteTrial
from command_center.bootstrap.room import OpenedRoom
from command_center.bootstrap.versions import MachineUpdates
from command_center.ui.alarms.desk import AlarmDesk
from command_center.ui.alarms.log import AlarmLog
from command_center.ui.answers.panel import AnswersPanel
from command_center.ui.call.form import CallForm
from command_center.ui.calls.panel import CallsPanel
from command_center.ui.cameras.panel import CamerasPanel
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.doctor.panel import DoctorPanel
from command_center.ui.early.panel import EarlyPanel
from command_center.ui.election.panel import ElectionPanel
from command_center.ui.figures.panel import ClocksPanel
from command_center.ui.handbook.panel import HandbookPanel
from command_center.ui.handover.panel import HandoverPanel
from command_center.ui.health.panel import HealthPanel
from command_center.ui.history.panel import HistoryPanel
from command_center.ui.hospitals.panel import HospitalsPanel
from command_center.ui.instructions.panel import InstructionsPanel
from command_center.ui.map.panel import MapPanel
from command_center.ui.operations.panel import OperationsPanel
from command_center.ui.order_routes.panel import OrderRoutesPanel
from command_center.ui.people.panel import PeoplePanel
from command_center.ui.places.panel import PlacesPanel
from command_center.ui.planned.panel import PlannedPanel
from command_center.ui.procedures.panel import ProceduresPanel
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.radio.panel import RadioPanel
from command_center.ui.radio.partners_panel import PartnersPanel
from command_center.ui.referrals.panel import ReferralsPanel
from command_center.ui.replies.notices import NoticesPanel
from command_center.ui.reports.panel import ReportsPanel
from command_center.ui.roads.panel import RoadsPanel
from command_center.ui.roster.panel import RosterPanel
from command_center.ui.run_cards.panel import RunCardsPanel
from command_center.ui.seat import Seat
from command_center.ui.settings.panel import SettingsPanel
from command_center.ui.start.checklist import StartChecklist
from command_center.ui.strip.chart import ChartPanel
from command_center.ui.strip.figures import FiguresPanel
from command_center.ui.triage_table.panel import TriagePanel
from command_center.ui.units.panel import BoardPanel
from command_center.ui.updates.panel import UpdatesPanel
from command_center.ui.wall.panel import WallPanel
from command_center.ui.window import Makers
from command_center.video.directory.service import Directories


def cameras_panel(seat: Seat) -> CamerasPanel:
    """With the directories of the room's city."""
    return CamerasPanel(seat, Directories(seat.room_kind, seat.city))


PANELS: Makers = {
    "queue": QueuePanel,
    "detail": DetailPanel,
    "call": CallForm,
    "calls": CallsPanel,
    "wall": WallPanel,
    "cameras": cameras_panel,
    "history": HistoryPanel,
    "map": MapPanel,
    "units": BoardPanel,
    "figures": FiguresPanel,
    "chart": ChartPanel,
    "clocks": ClocksPanel,
    "alarms": AlarmLog,
    "alarmdesk": AlarmDesk,
    "health": HealthPanel,
    "referrals": ReferralsPanel,
    "hospitals": HospitalsPanel,
    "notices": NoticesPanel,
    "radio": RadioPanel,
    "partners": PartnersPanel,
    "triage": TriagePanel,
    "procedures": ProceduresPanel,
    "planned": PlannedPanel,
    "answers": AnswersPanel,
    "cards": RunCardsPanel,
    "roads": RoadsPanel,
    "roster": RosterPanel,
    "places": PlacesPanel,
    "reports": ReportsPanel,
    "settings": SettingsPanel,
    "early": EarlyPanel,
    "operations": OperationsPanel,
    "election": ElectionPanel,
    "handover": HandoverPanel,
    "instructions": InstructionsPanel,
    "handbook": HandbookPanel,
    "start": StartChecklist,
}


def with_machine(panels: Makers, url: str) -> Makers:
    """And the pages of this machine: its versions, and whether it is set up as it should be."""
    return {
        **panels,
        "updates": lambda seat: UpdatesPanel(seat, MachineUpdates(url)),
        "doctor": lambda seat: DoctorPanel(seat, MachineDoctor(url)),
    }


def with_routes(panels: Makers, room: OpenedRoom) -> Makers:
    """And the page of the ways of orders, which tries them from this machine."""
    trial = RouteTrial(room)
    return {**panels, "routes": lambda seat: OrderRoutesPanel(seat, trial)}


LIVE_PANELS: Makers = {**PANELS, "people": PeoplePanel}
"""Of a room whose people sign in."""
