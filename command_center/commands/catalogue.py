"""Imports every module of verbs, so that the registry is whole."""

from command_center.commands import (
    alarms,
    attachments,
    cameras,
    dispatch,
    evidence,
    follow,
    intake,
    notes,
    offline,
    people,
    ptz,
    reported,
    restore,
    room,
    sealed,
    takeover,
    triage,
    undo,
    workstation,
)
from command_center.commands.registry import VERBS, Verb

MODULES = (
    alarms,
    attachments,
    cameras,
    dispatch,
    evidence,
    follow,
    intake,
    notes,
    offline,
    people,
    ptz,
    reported,
    restore,
    room,
    sealed,
    takeover,
    triage,
    undo,
    workstation,
)


def verbs() -> dict[type, Verb]:
    """Every command the room knows, by its type."""
    return dict(VERBS)
