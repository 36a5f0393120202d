"""What the room has set of its handovers, and how a shift lead sets it: a line typed in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from command_center.commands.handover_rules import SetHandoverRules
from command_center.documents.book import columns
from command_center.domain.errors import OperatorError
from command_center.domain.handover import MOST_OPENS_MIN, SETTING, HandoverRules, rules_of
from command_center.ui.actions.action import submit
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill
from command_center.ui.handover.words import translate
from command_center.ui.seat import Seat


def rules(seat: Seat) -> HandoverRules:
    kept = seat.situation.get("room_setting", SETTING)
    return rules_of(kept.value if kept is not None else None)


def ask_minutes(seat: Seat, question: QuestionBar) -> None:
    """How long before the end of a shift its handover opens."""
    text = fill(
        translate("Handover", "Serah terima dibuka berapa menit sebelum jaga berakhir (0–%1)"),
        str(MOST_OPENS_MIN),
    )
    _ask(seat, question, text, str(rules(seat).opens_min), _minutes)


def ask_columns(seat: Seat, question: QuestionBar) -> None:
    """Which columns the book has, in their order."""
    known = ", ".join(column.id for column in columns())
    text = fill(translate("Handover", "Kolom buku mutasi, dipisah koma: %1"), known)
    chosen = rules(seat).columns or tuple(column.id for column in columns())
    _ask(seat, question, text, ", ".join(chosen), _columns)


def _minutes(standing: HandoverRules, typed: str) -> HandoverRules:
    if not typed.isdecimal() or int(typed[:6]) > MOST_OPENS_MIN:
        raise OperatorError("handover_minutes", most=MOST_OPENS_MIN)
    return replace(standing, opens_min=int(typed))


def _columns(standing: HandoverRules, typed: str) -> HandoverRules:
    known = {column.id for column in columns()}
    names = tuple(dict.fromkeys(name.strip() for name in typed.split(",") if name.strip()))
    for name in names:
        if name not in known:
            raise OperatorError("book_column_unknown", name=name[:40])
    return replace(standing, columns=names)


def _ask(
    seat: Seat,
    question: QuestionBar,
    text: str,
    standing: str,
    read: Callable[[HandoverRules, str], HandoverRules],
) -> None:
    def keep() -> None:
        typed = question.field.text().strip() if question.field is not None else ""
        kept = seat.situation.get("room_setting", SETTING)
        try:
            wanted = read(rules(seat), typed)
        except OperatorError as error:  # what was typed stays, to be put right
            seat.notices.failed(error)
            return
        question.leave()
        submit(seat, SetHandoverRules(wanted, kept.version if kept is not None else 0))

    question.ask(text, [Answer(translate("Handover", "Simpan"), "Return", keep)], standing)
