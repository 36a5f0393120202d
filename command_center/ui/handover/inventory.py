"""The lines of inventory before the freeze: typed by whoever sits here, or of a handover of this
shift that was called off."""

from __future__ import annotations

from command_center.domain.handover import Handover, Item, ItemKind, Standing
from command_center.situation.handover import last_called_off
from command_center.ui.seat import Seat


class Inventory:
    """Nobody hands over what another has typed."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._lines: list[str] = []
        self._actor = seat.act.actor
        self._taken = ""

    def lines(self) -> list[str]:
        if self._seat.act.actor != self._actor:
            self._actor, self._taken = self._seat.act.actor, ""
            self._lines.clear()
        called_off = last_called_off(self._seat.situation)
        if called_off is not None and called_off.id != self._taken:
            self._taken = called_off.id
            self._lines[:0] = [text for text in self._of(called_off) if text not in self._lines]
        return self._lines

    def items(self) -> list[Item]:
        lines = enumerate(self.lines(), 1)
        return [Item(ItemKind.INVENTORY, str(at), text) for at, text in lines]

    def add(self, text: str) -> None:
        self.lines().append(text)

    def remove(self, one: Standing) -> None:
        del self._lines[int(one.key[1]) - 1]

    def clear(self) -> None:
        """They are frozen."""
        self._lines.clear()

    def _of(self, handover: Handover) -> list[str]:
        rows = self._seat.situation.all("handover_item")
        mine = [row for row in rows if row.handover_id == handover.id]
        lines = [row for row in mine if row.kind == ItemKind.INVENTORY]
        return [
            row.title
            for row in sorted(lines, key=lambda row: (len(row.subject_id), row.subject_id))
        ]


def is_typed(one: Standing | None) -> bool:
    """Whether it is a line that can still be removed."""
    return one is not None and one.row is None and one.key[0] == ItemKind.INVENTORY
