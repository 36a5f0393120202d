"""The fetching of files that came with reports, as the intake takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from command_center.bootstrap.room import OpenedRoom

if TYPE_CHECKING:
    from command_center.bootstrap.attachment_part import AttachmentPart


def make_attachments(room: OpenedRoom) -> AttachmentPart:
    """A part of the intake (bootstrap.gateway)."""
    # the client of the web is a tenth of a second that only who does the intake need wait for
    from command_center.bootstrap.attachment_part import AttachmentPart  # noqa: PLC0415

    return AttachmentPart(room)
