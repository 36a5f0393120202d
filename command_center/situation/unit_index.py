"""What belongs to a unit, found without looking through whole tables."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from command_center.domain.unit import OrderTask, Unit, UnitStatus, WelfareCheck, WelfareOutcome
from command_center.situation.fold import Index, Tables


class UnitIndex:
    """Over the rows of `tables`, told of every change of them by `move`."""

    def __init__(self, tables: Tables) -> None:
        self._rows = tables.rows
        self._below = Index()
        self._status = Index()
        self._unheard = Index()
        self._sought = Index()
        self._hurt = Index()
        self._found: dict[str, datetime] = {}
        self._given_up: dict[str, datetime] = {}
        self._began: dict[str, datetime] = {}

    def move(self, entity: str, id: str, old: Any | None, new: Any | None) -> None:
        """A row was `old` and is `new` now, None: it is not there."""
        if entity == "unit":
            self._below.move(id, old and old.parent_id, new and new.parent_id)
            self._status.move(id, old and old.status, new and new.status)
            if new is not None and (old is None or old.status is not new.status):
                self._began[id] = new.status_since
        elif entity == "order_task":
            now = None if new is None or new.heard_at else self._unit_of(new)
            was = None if old is None or old.heard_at else self._unit_of(old)
            self._unheard.move(id, was, now)
            if old is not None and new is not None and new.heard_at is not None:
                self._spoke(self._unit_of(new), new.heard_at)
        elif entity == "welfare_check":
            now = None if new is None or new.ended_at else new.unit_id
            was = None if old is None or old.ended_at else old.unit_id
            self._sought.move(id, was, now)
            self._hurt.move(id, _hurt(old), _hurt(new))
            if new is None or new.ended_at is None:
                return
            if new.outcome is WelfareOutcome.GIVEN_UP:
                before = self._given_up.get(new.unit_id, new.ended_at)
                self._given_up[new.unit_id] = max(before, new.ended_at)
            else:
                self._spoke(new.unit_id, new.ended_at)

    def _spoke(self, unit_id: str | None, at: datetime) -> None:
        if unit_id is not None:
            self._found[unit_id] = max(self._found.get(unit_id, at), at)

    def _unit_of(self, task: OrderTask) -> str | None:
        assignment = self._rows["assignment"].get(task.assignment_id)
        return assignment.unit_id if assignment is not None else None

    def below(self, unit_id: str) -> tuple[str, ...]:
        """Ids of the units it directly contains."""
        return self._below.get(unit_id)

    def having(self, status: UnitStatus) -> list[Unit]:
        """Units of that status, in the order they came to it."""
        rows = self._rows["unit"]
        return [rows[id] for id in self._status.get(status)]

    def began(self, unit: Unit) -> datetime:
        """Since when it has been in its status, however often it has said so since; as far back as
        this situation has followed it."""
        return min(self._began.get(unit.id, unit.status_since), unit.status_since)

    def unheard(self, unit_id: str) -> list[OrderTask]:
        """What was said to the unit about its orders and it has not said "heard" to."""
        rows = self._rows["order_task"]
        return [rows[id] for id in self._unheard.get(unit_id)]

    def sought(self, unit_id: str) -> WelfareCheck | None:
        """The search for a sign of life of the unit that goes on, else the one that found it hurt
        while nobody has said that it was helped."""
        rows = self._rows["welfare_check"]
        ids = (*self._sought.get(unit_id), *self._hurt.get(unit_id))
        return next((rows[id] for id in ids), None)

    def all_unheard(self) -> list[OrderTask]:
        """What any unit has not said "heard" to."""
        return [task for unit_id in self._unheard.known() for task in self.unheard(unit_id)]

    def all_sought(self) -> list[WelfareCheck]:
        """Every search for a unit that goes on."""
        rows = self._rows["welfare_check"]
        return [rows[id] for unit_id in self._sought.known() for id in self._sought.get(unit_id)]

    def all_hurt(self) -> list[WelfareCheck]:
        """Searches that found a unit hurt of which nobody has said that it was helped."""
        rows = self._rows["welfare_check"]
        return [rows[id] for unit_id in self._hurt.known() for id in self._hurt.get(unit_id)]

    def given_up_at(self, unit_id: str) -> datetime | None:
        """When a person last decided to look no further for the unit."""
        return self._given_up.get(unit_id)

    def found_at(self, unit_id: str) -> datetime | None:
        """When a search for it last ended with news of it, or it said "heard" to something."""
        return self._found.get(unit_id)


def _hurt(check: WelfareCheck | None) -> str | None:
    """Id of the unit, if it was found hurt."""
    hurt = check is not None and check.outcome is WelfareOutcome.HURT
    return check.unit_id if check is not None and hurt else None
