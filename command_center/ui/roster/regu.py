"""A regu is made, gets another name, or is disbanded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit

from command_center.commands.personnel import DisbandRegu, KeepRegu
from command_center.commands.undo import UndoRoster
from command_center.domain.errors import OperatorError
from command_center.ports import Outcome
from command_center.situation.roster import regu_list
from command_center.ui.actions.action import submit
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.roster.words import named, translate
from command_center.ui.seat import Seat

Keeping = Callable[[], tuple[Callable[[], None], Callable[[OperatorError], None]]]
"""What is to be called when a form was kept, and when it was not."""


def _undo(outcome: Outcome) -> UndoRoster:
    return UndoRoster("regu", str(outcome.result["regu_id"]), outcome.op_id)


def ask_new(seat: Seat, question: QuestionBar) -> None:
    def keep() -> None:
        name = _typed(question)
        submit(seat, KeepRegu(name), _undo, name=name)

    yes = Answer(translate("Roster", "Simpan"), "Return", keep)
    question.ask(translate("Roster", "Nama regu baru?"), [yes], typed="")


def rename_form(seat: Seat, keeping: Keeping) -> FieldsForm | None:
    """None where the room has no regu. What is kept is kept over the name that was seen."""
    every = regu_list(seat.situation)
    if not every:
        return None
    form = FieldsForm(seat, ("regu", "name"), {"regu": [one.id for one in every]})
    words = {
        "regu": translate("Roster", "Regu"),
        "name": translate("Roster", "Nama baru"),
    }
    form.rename(words, {"regu": [one.name for one in every]})
    seen = {one.id: one.version for one in every}
    form.kept.connect(partial(_rename, seat, keeping, seen))
    return form


def name_follows(form: FieldsForm, seat: Seat) -> None:
    """The name that stands is what is changed."""
    regu, name = form.inside["regu"], form.inside["name"]
    assert isinstance(regu, QComboBox), "regu is a choice"
    assert isinstance(name, QLineEdit), "its name is typed"

    def follow() -> None:
        name.setText(named(seat.situation, "regu", str(regu.currentData())))
        name.selectAll()

    regu.currentIndexChanged.connect(follow)
    follow()


def _rename(
    seat: Seat, keeping: Keeping, seen: Mapping[str, int], values: Mapping[str, Any]
) -> None:
    close, failed = keeping()

    def done(outcome: Outcome) -> None:
        close()
        undo = _undo(outcome) if outcome.seq is not None else None
        seat.notices.done(outcome.kind, undo, name=outcome.result["name"])

    id = str(values["regu"])
    name = " ".join(str(values["name"]).split())
    seat.submit(KeepRegu(name, id, seen[id]), done, failed)


def ask_disband(seat: Seat, question: QuestionBar) -> None:
    yes = Answer(translate("Roster", "Bubarkan"), "Return", partial(_disband, seat, question))
    title = translate("Roster", "Regu mana yang dibubarkan? Tulis namanya.")
    question.ask(title, [yes], typed="")


def _disband(seat: Seat, question: QuestionBar) -> None:
    typed = " ".join(_typed(question).split())
    found = [
        one for one in regu_list(seat.situation) if one.name.casefold() == typed.casefold()
    ]  # fmt: skip
    if not found:
        seat.notices.failed(OperatorError("unknown_regu", regu=typed[:60]))
        return
    submit(seat, DisbandRegu(found[0].id), name=found[0].name)


def _typed(question: QuestionBar) -> str:
    """The question is left."""
    text = question.field.text().strip() if question.field is not None else ""
    question.leave()
    return text
