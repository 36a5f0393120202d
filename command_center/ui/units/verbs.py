"""What an operator may say on behalf of a unit, by key or menu, and how it is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt

from command_center.commands.dispatch import AcknowledgeOrder, ReleaseUnit, SetUnitStatus
from command_center.commands.undo import Undo
from command_center.domain.permissions import Permission
from command_center.domain.unit import UnitStatus
from command_center.ports import Outcome
from command_center.situation.board import BoardRow
from command_center.ui.seat import Seat
from command_center.ui.units.words import status_text

translate = QCoreApplication.translate
Key = Qt.Key


@dataclass(frozen=True, slots=True)
class UnitVerb:
    """`status` None: the verb is about the order the unit has. `needs` says whether it fits."""

    key: Key
    shown_key: str
    permission: Permission
    status: UnitStatus | None
    source_text: str
    make: Callable[[str], Any]
    needs: Callable[[BoardRow], bool]

    def text(self) -> str:
        if self.status is not None:
            return status_text(self.status)
        return translate("Units", self.source_text)


def _says(
    key: Key, status: UnitStatus, needs: Callable[[BoardRow], bool] = lambda row: True
) -> UnitVerb:
    return UnitVerb(
        key=key,
        shown_key=key.name.removeprefix("Key_"),
        permission=Permission.SET_UNIT_STATUS,
        status=status,
        source_text="",
        make=lambda unit_id: SetUnitStatus(unit_id, status),
        needs=lambda row: row.status is not status and needs(row),
    )


def _on_incident(row: BoardRow) -> bool:
    return row.incident_id is not None


VERBS: tuple[UnitVerb, ...] = (
    UnitVerb(
        key=Key.Key_T,
        shown_key="T",
        permission=Permission.SET_UNIT_STATUS,
        status=None,
        source_text=str(QT_TRANSLATE_NOOP("Units", "Perintah diterima")),
        make=AcknowledgeOrder,
        needs=lambda row: row.unanswered,
    ),
    _says(Key.Key_M, UnitStatus.EN_ROUTE, _on_incident),
    _says(Key.Key_D, UnitStatus.ON_SCENE, _on_incident),
    _says(Key.Key_P, UnitStatus.STAGED),
    _says(Key.Key_K, UnitStatus.RETURNING),
    _says(Key.Key_S, UnitStatus.AVAILABLE),
    _says(Key.Key_I, UnitStatus.BREAK),
    _says(Key.Key_X, UnitStatus.UNAVAILABLE),
    _says(Key.Key_L, UnitStatus.OFF_DUTY),
    UnitVerb(
        key=Key.Key_Delete,
        shown_key="Del",
        permission=Permission.DISPATCH,
        status=None,
        source_text=str(QT_TRANSLATE_NOOP("Units", "Bebaskan dari kejadian")),
        make=ReleaseUnit,
        needs=_on_incident,
    ),
)
BY_KEY = {verb.key: verb for verb in VERBS}


def fits(verb: UnitVerb, rows: Iterable[BoardRow], seat: Seat) -> bool:
    """Whether this person may do it to at least one of the units."""
    return seat.may(verb.permission) and any(verb.needs(row) for row in rows)


def run(verb: UnitVerb, rows: Iterable[BoardRow], seat: Seat) -> None:
    """Submit one command for every unit the verb fits; each answers with a notice and its undo."""
    if not seat.may(verb.permission):
        return
    for row in rows:
        if verb.needs(row):
            seat.submit(verb.make(row.id), _done(row, seat), seat.notices.failed)


def _done(row: BoardRow, seat: Seat) -> Callable[[Outcome], None]:
    """The undo names what the command touched last: the order it ended or answered, else the
    unit, so that it is refused once somebody moved on."""
    held = seat.situation.active_assignment(row.id)

    def say(outcome: Outcome) -> None:
        about = ("unit", row.id)
        if outcome.kind != "unit.status" and held is not None:
            about = ("assignment", held.id)
        undo = Undo(*about, outcome.op_id)
        seat.notices.done(outcome.kind, undo=undo, unit=row.call_sign)

    return say
