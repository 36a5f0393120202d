"""Notes of expected friction: sealed before anybody is told of them, and opened for an entry of the
log only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from command_center.commands.dialogues import KeepFriction, demand_nobody, friction_words
from command_center.commands.place_words import ADDRESS, needed
from command_center.commands.sealed import OpenSealed
from command_center.domain.errors import OperatorError
from command_center.domain.site import FrictionNote
from command_center.ports import Outcome
from command_center.storage.sealed import Opened, Sealed
from command_center.ui.seat import Seat

KEPT = timedelta(days=180)
"""As long as the preparation of an election; after it the words are destroyed."""
WHAT = "friction"
Shown = Callable[[str], None]


def keep_note(
    seat: Seat,
    area: str,
    text: str,
    source: str,
    done: Callable[[], None],
    failed: Callable[[OperatorError], None],
) -> None:
    """Looked through for persons, sealed, and then said that it is there."""
    try:
        words = friction_words(text)
        demand_nobody(needed(source, "friction_needs_source", ADDRESS))
        if seat.vault is None:
            raise OperatorError("friction_not_here")
    except OperatorError as error:
        failed(error)
        return
    expires_at = seat.live.now() + KEPT

    def told(outcome: Outcome) -> None:
        seat.notices.done(outcome.kind)
        done()

    def sealed(kept: Sealed) -> None:
        command = KeepFriction(area, kept.subject_id, source, kept.expires_at)
        seat.submit(command, told, failed)

    work = partial(seat.vault.seal, {WHAT: words}, None, expires_at)
    seat.tasks.run(work, sealed, failed)


def open_note(seat: Seat, note: FrictionNote, area: str, reason: str, shown: Shown) -> None:
    """`area` and `reason` are what the log says of it."""
    vault = seat.vault
    if vault is None or not reason.strip():
        code = "friction_not_here" if vault is None else "friction_needs_reason"
        seat.notices.failed(OperatorError(code))
        return

    def opened(items: Sequence[Opened]) -> None:
        shown("\n".join(item.text for item in items))

    def logged(outcome: Outcome) -> None:
        seat.notices.done(outcome.kind)
        seat.tasks.run(partial(vault.open, outcome.op_id), opened, seat.notices.failed)

    command = OpenSealed(note.subject_id, f"potensi gesekan {area}: {reason.strip()}")
    seat.submit(command, logged, seat.notices.failed)
