"""Tells the room which version stands at this workstation, with a window or without."""

from __future__ import annotations

import logging
import time
from dataclasses import replace

from command_center.bootstrap.room import OpenedRoom
from command_center.domain.errors import OperatorError
from command_center.ports import Health
from command_center.storage import programs
from command_center.storage.migrate import HEAD
from command_center.updates.installation import running
from command_center.updates.other_version import Instead, stands_in
from command_center.updates.staging import staged

log = logging.getLogger(__name__)
EVERY_S = 600.0
SHORT = 40


class VersionTeller:
    """Tells the room now and then what is installed here: `look` from any one thread."""

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room
        self._due_s = 0.0

    def look(self) -> None:
        if time.monotonic() < self._due_s:
            return
        self._due_s = time.monotonic() + EVERY_S
        try:
            self._room.database.telemetry.put_health(self._told())
        except OperatorError as error:
            log.info("the version was not told: %s", error.code)

    def _told(self) -> Health:
        instead = stands_in()
        schema = max(HEAD, instead.schema) if instead is not None else HEAD
        told = programs.told(self._room.act.workstation, schema, self._room.clock.now())
        code, more = _what_waits(instead)
        state = "ok" if instead is None else "degraded"
        return replace(told, state=state, code=code, params={**told.params, **more})


def _what_waits(instead: Instead | None) -> tuple[str, dict[str, str]]:
    if instead is not None:
        return f"program_instead_{instead.why}", {"instead": instead.version[:SHORT]}
    found = running()
    if found is None:
        return "program_version", {}
    installation, version = found
    current, ready = installation.current(), staged(installation)
    if ready is not None:
        fell = ready in installation.fallen()
        return "program_fell" if fell else "program_staged", {"staged": ready}
    return ("program_version", {}) if current == version else ("program_next", {"staged": current})
