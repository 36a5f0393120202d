"""Log entries, a board and a write lane as a test writes them by hand."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from command_center.domain.log import Act, Change, LogEntry, StoredEntry
from command_center.domain.room import Role
from command_center.ports import Outcome

NOW = datetime(2024, 11, 21, 7, 5, tzinfo=UTC)
ME, OTHER = "staff:me", "staff:other"
ACT = Act(OTHER, "desk", "shift", Role.SYSTEM.value)


def entry(
    kind: str, changes: Sequence[Change] = (), actor: str = ME, op_id: str = "op"
) -> StoredEntry:
    made = LogEntry(
        kind=kind,
        v=1,
        op_id=op_id,
        actor=actor,
        workstation="desk",
        shift="shift",
        occurred_at=NOW.isoformat(),
        recorded_at=NOW.isoformat(),
        reason="",
        changes=tuple(changes),
    )
    return StoredEntry(1, bytes(32), made)


def assignment(id: str, version: int = 1, **fields: Any) -> Change:
    return Change("assignment", id, version, fields, {})


@dataclass
class HandLane:
    """Answers every command with `error`, or with nothing done."""

    commands: list[Any] = field(default_factory=list)
    op_ids: list[str | None] = field(default_factory=list)
    acts: list[Act | None] = field(default_factory=list)
    error: Exception | None = None

    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        self.commands.append(command)
        self.op_ids.append(op_id)
        self.acts.append(act)
        future: Future[Outcome] = Future()
        if self.error is None:
            future.set_result(Outcome(op_id or "", 1, "test"))
        else:
            future.set_exception(self.error)
        return future
