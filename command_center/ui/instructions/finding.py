"""Finding instructions, tasks and notes by their words, for the command line."""

from __future__ import annotations

from command_center.situation.instructions import instructions, shift_notes
from command_center.ui.instructions.words import translate
from command_center.ui.seat import Seat

SHORTEST = 3


def told_like(seat: Seat, text: str, limit: int) -> list[tuple[str, str, str]]:
    """(id, words, what it is) of those that hold every word typed, the newest first; struck and
    withdrawn ones too: what was said is found."""
    words = text.casefold().split()
    if not words or len(text.strip()) < SHORTEST:
        return []
    situation = seat.situation
    rows = [
        *(
            (one.instruction.id, one.instruction.text, translate("Instructions", "Perintah"))
            for one in instructions(situation)
        ),
        *(
            (task.id, f"{task.title} {task.text}".strip(), translate("Instructions", "Tugas"))
            for task in situation.all("room_task")
        ),
        *(
            (note.id, note.text, translate("Instructions", "Catatan regu"))
            for note in shift_notes(situation)
        ),
    ]
    return [row for row in rows if all(word in row[1].casefold() for word in words)][:limit]
