"""The whole table. An id or a key stands for one action only."""

from __future__ import annotations

from collections.abc import Mapping

from command_center.ui.actions.action import Action, Group
from command_center.ui.actions.alarm import ALARM_ACTIONS
from command_center.ui.actions.board import BOARD_ACTIONS
from command_center.ui.actions.calls import CALL_ACTIONS
from command_center.ui.actions.duplicates import DUPLICATE_ACTIONS
from command_center.ui.actions.early import EARLY_ACTIONS
from command_center.ui.actions.election import ELECTION_ACTIONS
from command_center.ui.actions.evidence import EVIDENCE_ACTIONS
from command_center.ui.actions.exercise import EXERCISE_ACTIONS
from command_center.ui.actions.handbook import HANDBOOK_ACTIONS
from command_center.ui.actions.handover import HANDOVER_ACTIONS
from command_center.ui.actions.hospitals import HOSPITAL_ACTIONS
from command_center.ui.actions.incident import INCIDENT_ACTIONS
from command_center.ui.actions.instructions import INSTRUCTION_ACTIONS
from command_center.ui.actions.levels import LEVEL_ACTIONS
from command_center.ui.actions.notes import NOTE_ACTIONS
from command_center.ui.actions.observer import OBSERVER_ACTIONS
from command_center.ui.actions.offline import OFFLINE_ACTIONS
from command_center.ui.actions.operations import OPERATION_ACTIONS
from command_center.ui.actions.orders import ORDER_ACTIONS
from command_center.ui.actions.places import PLACE_ACTIONS
from command_center.ui.actions.planned import PLANNED_ACTIONS
from command_center.ui.actions.playback import PLAYBACK_ACTIONS
from command_center.ui.actions.radio import RADIO_ACTIONS
from command_center.ui.actions.raising import RAISING_ACTIONS
from command_center.ui.actions.reasons import REASON_ACTIONS
from command_center.ui.actions.referrals import REFERRAL_ACTIONS
from command_center.ui.actions.replies import REPLY_ACTIONS
from command_center.ui.actions.reports import REPORT_ACTIONS
from command_center.ui.actions.restored import RESTORED_ACTIONS
from command_center.ui.actions.roads import ROAD_ACTIONS
from command_center.ui.actions.roster import ROSTER_ACTIONS
from command_center.ui.actions.run_cards import RUN_CARD_ACTIONS
from command_center.ui.actions.session import SESSION_ACTIONS
from command_center.ui.actions.settings import SETTING_ACTIONS
from command_center.ui.actions.start import START_ACTIONS
from command_center.ui.actions.unit import UNIT_ACTIONS
from command_center.ui.actions.view import VIEW_ACTIONS
from command_center.ui.actions.wall import WALL_ACTIONS
from command_center.ui.actions.welfare import WELFARE_ACTIONS

ACTIONS: Mapping[str, Action] = {
    action.id: action
    for action in (
        *INCIDENT_ACTIONS,
        *DUPLICATE_ACTIONS,
        *REASON_ACTIONS,
        *RAISING_ACTIONS,
        *NOTE_ACTIONS,
        *PLANNED_ACTIONS,
        *LEVEL_ACTIONS,
        *REFERRAL_ACTIONS,
        *HOSPITAL_ACTIONS,
        *REPLY_ACTIONS,
        *CALL_ACTIONS,
        *UNIT_ACTIONS,
        *WELFARE_ACTIONS,
        *BOARD_ACTIONS,
        *ORDER_ACTIONS,
        *ALARM_ACTIONS,
        *RESTORED_ACTIONS,
        *SESSION_ACTIONS,
        *SETTING_ACTIONS,
        *OFFLINE_ACTIONS,
        *VIEW_ACTIONS,
        *HANDBOOK_ACTIONS,
        *RADIO_ACTIONS,
        *ROAD_ACTIONS,
        *ROSTER_ACTIONS,
        *RUN_CARD_ACTIONS,
        *START_ACTIONS,
        *PLACE_ACTIONS,
        *REPORT_ACTIONS,
        *EARLY_ACTIONS,
        *OPERATION_ACTIONS,
        *INSTRUCTION_ACTIONS,
        *OBSERVER_ACTIONS,
        *ELECTION_ACTIONS,
        *HANDOVER_ACTIONS,
        *PLAYBACK_ACTIONS,
        *EXERCISE_ACTIONS,
        *WALL_ACTIONS,
        *EVIDENCE_ACTIONS,
    )
}


def in_group(group: Group) -> tuple[Action, ...]:
    """In the order of the table."""
    return tuple(action for action in ACTIONS.values() if action.group is group)
