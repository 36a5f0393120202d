"""The files that came with reports: fetched by the intake, copied by who looks at them elsewhere.

The client of the web is a tenth of a second that a window need not wait for when it starts.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from command_center.bootstrap.room import OpenedRoom
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Attachment
from command_center.domain.room import RoomKind
from command_center.runtime.attachments import attachments_dir
from command_center.situation.situation import Situation

if TYPE_CHECKING:
    from command_center.bootstrap.attachment_part import AttachmentPart
    from command_center.connectors.attachments.copies import Copies


def make_attachments(room: OpenedRoom) -> AttachmentPart:
    """A part of the intake (bootstrap.gateway)."""
    from command_center.bootstrap.attachment_part import AttachmentPart

    return AttachmentPart(room)


class AttachmentCopies:
    """What a window asks for when a file is kept on another machine. On the GUI thread."""

    def __init__(self, room: OpenedRoom, situation: Situation) -> None:
        self._room = room.room
        self._situation = situation
        self._copies: Copies | None = None

    def bring(self, row: Attachment) -> Future[None]:
        """Never waits; the future fails with OperatorError."""
        from command_center.bootstrap.attachment_part import fence_of

        fence = fence_of(self._situation, row, loopback=self._room.kind is not RoomKind.LIVE)
        if fence is None:
            gone: Future[None] = Future()
            gone.set_exception(OperatorError("attachment_source_gone"))
            return gone
        return self._opened().bring(row, fence)

    def close(self) -> None:
        if self._copies is not None:
            self._copies.close()

    def _opened(self) -> Copies:
        from command_center.connectors.attachments.copies import Copies
        from command_center.connectors.attachments.folder import Folder

        if self._copies is None:
            self._copies = Copies(Folder(attachments_dir(self._room.id)))
        return self._copies
