"""What this seat wanted and somebody else was first with: kept until the person says what now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict
from command_center.ports import Outcome


@dataclass(frozen=True, slots=True)
class Loss:
    """A command that was refused with `conflict`, and how it would have been told and undone."""

    command: Any
    conflict: Conflict
    undo: Callable[[Outcome], Undo | None] | None
    params: Mapping[str, object]

    @property
    def by(self) -> str | None:
        by = self.conflict.params.get("by")
        return str(by) if by else None

    @property
    def at(self) -> datetime | None:
        at = self.conflict.params.get("at")
        return at if isinstance(at, datetime) else None

    @property
    def theirs(self) -> Mapping[str, Any]:
        theirs = self.conflict.params.get("theirs")
        return theirs if isinstance(theirs, dict) else {}

    @property
    def subject(self) -> tuple[str, str]:
        """(entity, id) of what was changed."""
        params = self.conflict.params
        return str(params["entity"]), str(params["id"])

    def replaces(self, other: Loss) -> bool:
        """The same wish, lost once more."""
        return type(self.command) is type(other.command) and self.subject == other.subject
