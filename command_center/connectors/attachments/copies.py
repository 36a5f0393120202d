"""Copies on this machine of files that another workstation keeps: from the same address, and only
byte for byte what the room has logged."""

from __future__ import annotations

from dataclasses import replace

from command_center.connectors.address import FetchFault
from command_center.connectors.attachments.fetch import Limits, Lines, fetch
from command_center.connectors.attachments.folder import Folder
from command_center.connectors.attachments.guard import Fence
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Attachment

WHOLE_S = 30.0
# not cleared away by who begins to fetch for the room here meanwhile
COPY = ".copy-"


class Copies:
    """Somebody looks and waits: each is tried once."""

    def __init__(self, folder: Folder, limits: Limits | None = None) -> None:
        self._folder = folder
        self._limits = limits or Limits(whole_s=WHOLE_S)
        self._lines = Lines()

    def bring(self, row: Attachment, fence: Fence) -> None:
        """Into the folder, if it is not there meanwhile; waits. OperatorError: why it is not."""
        try:
            if not self._folder.holds(row.file):
                self._fetch(row, fence)
        except FetchFault as fault:
            raise OperatorError(fault.code) from fault
        except OSError as error:
            raise OperatorError("attachment_no_room") from error

    def end(self) -> None:
        """Cut what is coming, from any thread."""
        self._lines.end()

    def _fetch(self, row: Attachment, fence: Fence) -> None:
        self._folder.make()
        self._folder.demand_room(row.size)
        limits = replace(self._limits, most_bytes=row.size)
        with self._folder.draft(COPY) as draft:
            fetch(row.reference, draft, fence, limits, self._lines)
            if draft.sha256 != row.sha256:
                raise FetchFault("attachment_differs")
            self._folder.keep(draft)
