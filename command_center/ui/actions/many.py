"""Several commands of one key: an entry of the log for each, one notice and one undo for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from command_center.commands.undo import Undo
from command_center.domain.errors import OperatorError
from command_center.ports import Outcome
from command_center.ui.actions.action import UndoOf
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

Job = tuple[Any, UndoOf]
"""A command, and what takes it back."""


@dataclass(slots=True)
class _Tally:
    """What has come back of them."""

    left: int
    done: int = 0
    undos: list[Undo] = field(default_factory=list)
    errors: list[OperatorError] = field(default_factory=list)


def submit_many(seat: Seat, jobs: Sequence[Job], code: str) -> None:
    """`code` is the sentence of {count} done; if some were refused, `code`_partly also says how
    many, {failed}, and {why} of the first."""
    tally = _Tally(len(jobs))
    for command, undo in jobs:
        done = partial(_done, seat, tally, code, undo)
        seat.submit(command, done, partial(_refused, seat, tally, code))


def _done(seat: Seat, tally: _Tally, code: str, undo: UndoOf, outcome: Outcome) -> None:
    tally.done += 1
    taken_back = undo(outcome) if outcome.seq is not None else None
    if taken_back is not None:
        tally.undos.append(taken_back)
    _say_at_last(seat, tally, code)


def _refused(seat: Seat, tally: _Tally, code: str, error: OperatorError) -> None:
    tally.errors.append(error)
    _say_at_last(seat, tally, code)


def _say_at_last(seat: Seat, tally: _Tally, code: str) -> None:
    tally.left -= 1
    if tally.left:
        return
    if not tally.done:
        seat.notices.failed(tally.errors[0])
        return
    first = tally.undos[0] if tally.undos else None
    told: dict[str, object] = {"count": tally.done}
    if tally.errors:
        why = sentence(tally.errors[0].code, tally.errors[0].params, seat.situation)
        code, told = f"{code}_partly", {**told, "failed": len(tally.errors), "why": why}
    seat.notices.done(code, first, tuple(tally.undos[1:]), **told)
