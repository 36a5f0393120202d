"""By which pattern of shifts the room works, and its hours: a question in place, a line typed."""

from __future__ import annotations

from functools import partial

from command_center.advice.shift_patterns import shift_patterns
from command_center.commands.shift_pattern import SetShiftPattern, own_hours
from command_center.commands.undo import UndoRoster
from command_center.domain.errors import OperatorError
from command_center.domain.shift_pattern import PATTERN_SETTING, ShiftPattern
from command_center.ports import Outcome
from command_center.situation.shift_pattern import shift_pattern
from command_center.ui.actions.action import submit
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill
from command_center.ui.roster.words import translate
from command_center.ui.seat import Seat


def pattern_text(pattern: ShiftPattern) -> str:
    """ "8 jam (05.00, 13.00, 21.00)"."""
    return f"{pattern.name} ({_hours(pattern)})"


def _hours(pattern: ShiftPattern) -> str:
    return ", ".join(start.strftime("%H.%M") for start in pattern.starts)


def ask_pattern(seat: Seat, question: QuestionBar) -> None:
    """One of those that are shipped, or the hours of the one that is in force."""
    shipped = shift_patterns()
    answers = [
        Answer(pattern_text(pattern), str(at), partial(_choose, seat, question, pattern))
        for at, pattern in enumerate(shipped, 1)
    ]
    hours = fill(translate("Roster", "Ubah jam pola %1"), shift_pattern(seat.situation).name)
    answers.append(Answer(hours, str(len(shipped) + 1), partial(_ask_hours, seat, question)))
    title = translate("Roster", "Ruang bekerja menurut pola mana? Jadwal yang ada tetap.")
    question.ask(title, answers)


def _choose(seat: Seat, question: QuestionBar, pattern: ShiftPattern) -> None:
    question.leave()
    _set(seat, pattern, (), _version(seat))


def _ask_hours(seat: Seat, question: QuestionBar) -> None:
    pattern, seen = shift_pattern(seat.situation), _version(seat)

    def keep() -> None:
        typed = question.field.text() if question.field is not None else ""
        starts = tuple(said.strip() for said in typed.split(",") if said.strip())
        try:
            wanted = own_hours(pattern, starts or ("",))
        except OperatorError as error:  # what was typed stays, to be put right
            seat.notices.failed(error)
            return
        question.leave()
        _set(seat, wanted, starts, seen)

    title = fill(
        translate("Roster", "Jam mulai dinas pola %1, dipisah koma. Jadwal yang ada tetap."),
        pattern.name,
    )
    question.ask(title, [Answer(translate("Roster", "Simpan"), "Return", keep)], _hours(pattern))


def _version(seat: Seat) -> int:
    kept = seat.situation.get("room_setting", PATTERN_SETTING)
    return kept.version if kept is not None else 0


def _set(seat: Seat, pattern: ShiftPattern, starts: tuple[str, ...], seen: int) -> None:
    command = SetShiftPattern(pattern.id, seen, starts)
    submit(seat, command, _undo, pattern=pattern_text(pattern))


def _undo(outcome: Outcome) -> UndoRoster:
    return UndoRoster("room_setting", PATTERN_SETTING, outcome.op_id)
