"""Copies on this machine of files that another workstation keeps: from the same address, and only
byte for byte what the room has logged."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from command_center.connectors.address import FetchFault
from command_center.connectors.attachments.fetch import Limits, Lines, fetch
from command_center.connectors.attachments.folder import Folder
from command_center.connectors.attachments.guard import Fence
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Attachment

WHOLE_S = 30.0


class Copies:
    """Somebody looks and waits: one file at a time, tried once."""

    def __init__(self, folder: Folder, limits: Limits | None = None) -> None:
        self._folder = folder
        self._limits = limits or Limits(whole_s=WHOLE_S)
        self._lines = Lines()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="attachment-copy")

    def bring(self, row: Attachment, fence: Fence) -> Future[None]:
        """Never waits. What was fetched is in the folder then; else the future fails with
        OperatorError."""
        return self._pool.submit(self._bring, row, fence)

    def close(self) -> None:
        self._lines.end()
        self._pool.shutdown(cancel_futures=True)

    def _bring(self, row: Attachment, fence: Fence) -> None:
        try:
            self._fetch(row, fence)
        except FetchFault as fault:
            raise OperatorError(fault.code) from fault
        except OSError as error:
            raise OperatorError("attachment_no_room") from error

    def _fetch(self, row: Attachment, fence: Fence) -> None:
        self._folder.make()
        self._folder.demand_room(row.size)
        limits = replace(self._limits, most_bytes=row.size)
        with self._folder.draft() as draft:
            fetch(row.reference, draft, fence, limits, self._lines)
            if draft.sha256 != row.sha256:
                raise FetchFault("attachment_differs")
            self._folder.keep(draft)
