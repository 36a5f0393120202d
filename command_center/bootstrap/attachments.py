"""The files that came with reports: fetched by the intake, copied by who looks at them elsewhere.

The client of the web is a tenth of a second that a window need not wait for when it starts.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
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

HOSTS = "attachment_hosts"
"""The source's option: "host:port, host:port", where it keeps its files if not with itself."""


def make_attachments(room: OpenedRoom) -> AttachmentPart:
    """A part of the intake (bootstrap.gateway)."""
    from command_center.bootstrap.attachment_part import AttachmentPart

    return AttachmentPart(room)


def homes_of(situation: Situation, row: Attachment) -> tuple[str, ...] | None:
    """Addresses at which its source is; None: nobody knows any more which that is."""
    report = situation.get("report", row.report_id)
    source = situation.source(report.source_id) if report is not None else None
    if source is None:
        return None
    named = [f"http://{each.strip()}" for each in source.options.get(HOSTS, "").split(",")]
    return tuple(url for url in (source.url, source.reply_url, *named) if url)


class AttachmentCopies:
    """What a window asks for when a file is kept on another machine. On the GUI thread."""

    def __init__(self, room: OpenedRoom, situation: Situation) -> None:
        self._room = room.room
        self._situation = situation
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="attachment-copy")
        self._copies: Copies | None = None

    def bring(self, row: Attachment) -> Future[None]:
        """Never waits; the future fails with OperatorError, and may be cancelled until its turn."""
        homes = homes_of(self._situation, row)
        if homes is None:
            gone: Future[None] = Future()
            gone.set_exception(OperatorError("attachment_source_gone"))
            return gone
        return self._pool.submit(self._bring, row, homes)

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self._copies is not None:
            self._copies.end()
        self._pool.shutdown()

    def _bring(self, row: Attachment, homes: tuple[str, ...]) -> None:
        """On the thread of the copies, where the client of the web is loaded, too."""
        from command_center.bootstrap.attachment_part import fence_around
        from command_center.connectors.attachments.copies import Copies
        from command_center.connectors.attachments.folder import Folder

        if self._copies is None:
            self._copies = Copies(Folder(attachments_dir(self._room.id)))
        self._copies.bring(row, fence_around(homes, loopback=self._room.kind is not RoomKind.LIVE))
