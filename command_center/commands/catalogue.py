"""Imports every module of verbs, so that the registry is whole."""

from command_center.commands import (
    alarms,
    attachments,
    call_rules,
    calls,
    cameras,
    dispatch,
    evidence,
    follow,
    intake,
    kentongan,
    notes,
    offline,
    partners,
    people,
    pranks,
    ptz,
    radio,
    referral,
    reported,
    restore,
    room,
    sealed,
    takeover,
    tell,
    triage,
    undo,
    visit,
    workstation,
)
from command_center.commands.registry import VERBS, Verb

MODULES = (
    alarms,
    attachments,
    call_rules,
    calls,
    cameras,
    dispatch,
    evidence,
    follow,
    intake,
    kentongan,
    notes,
    offline,
    partners,
    people,
    pranks,
    ptz,
    radio,
    referral,
    reported,
    restore,
    room,
    sealed,
    takeover,
    tell,
    triage,
    undo,
    visit,
    workstation,
)


def verbs() -> dict[type, Verb]:
    """Every command the room knows, by its type."""
    return dict(VERBS)
