"""Fetches the files that came with reports: a part of the intake (bootstrap.gateway)."""

from __future__ import annotations

from threading import Lock

from command_center.bootstrap.attachments import homes_of
from command_center.bootstrap.room import OpenedRoom
from command_center.connectors.attachments.fetch import Limits
from command_center.connectors.attachments.folder import Folder
from command_center.connectors.attachments.guard import Fence, origin_of
from command_center.connectors.attachments.keeper import Desk, Keeper
from command_center.connectors.attachments.wanted import Wanted
from command_center.domain.incident import Attachment, AttachmentState
from command_center.domain.room import RoomKind
from command_center.runtime.attachments import attachments_dir
from command_center.situation.situation import Situation


class AttachmentPart:
    """An exercise fetches from this machine only, and a live room from within walls only what its
    source has there itself."""

    entities = frozenset({"attachment", "source"})

    def __init__(self, room: OpenedRoom, limits: Limits | None = None) -> None:
        self._loopback = room.room.kind is not RoomKind.LIVE
        desk = Desk(room.lane, room.database.telemetry, room.clock, room.system)
        self._keeper = Keeper(desk, Folder(attachments_dir(room.room.id)), limits)
        self._lock = Lock()
        self._ended = False

    def start(self) -> None:
        self._keeper.start()

    def stop(self) -> None:
        with self._lock:
            self._ended = True
        self._keeper.stop()

    def follow(self, situation: Situation) -> None:
        with self._lock:
            if not self._ended:
                wanted = {
                    row.id: self._wanted(situation, row)
                    for row in situation.all("attachment")
                    if row.state is AttachmentState.REQUESTED
                }
                self._keeper.wanted.become(wanted)

    def _wanted(self, situation: Situation, row: Attachment) -> Wanted:
        fence = fence_of(situation, row, loopback=self._loopback)
        return Wanted(row.id, row.reference, row.asked_at, fence)


def fence_of(situation: Situation, row: Attachment, *, loopback: bool) -> Fence | None:
    """None: nobody knows any more which source it belongs to."""
    homes = homes_of(situation, row)
    return None if homes is None else fence_around(homes, loopback=loopback)


def fence_around(homes: tuple[str, ...], *, loopback: bool) -> Fence:
    found = map(origin_of, homes)
    return Fence(frozenset(origin for origin in found if origin is not None), loopback=loopback)
