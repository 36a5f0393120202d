"""Brings what is only kept at this workstation to the live picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from command_center.storage.outbox import Item
from command_center.ui.live import Live


@dataclass(frozen=True, slots=True)
class Damage:
    """The file of what was kept here was damaged: `file` was put aside, `rescued` of its items
    were still whole."""

    file: str
    rescued: int


class Kept(QObject):
    """`poke` may be called from any thread. `dealt_with` tells the outbox, and waits for the disk:
    not for the GUI thread."""

    damage_changed = Signal()
    _poked = Signal()

    def __init__(
        self,
        live: Live,
        items: Callable[[], Sequence[Item]],
        dealt_with: Callable[[str], None],
        damage: Damage | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._items = items
        self.dealt_with = dealt_with
        self.damage = damage
        self._poked.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def poke(self) -> None:
        self._poked.emit()

    def forget_damage(self) -> None:
        """Somebody has read of it; the file stays where it was put."""
        self.damage = None
        self.damage_changed.emit()

    def _take(self) -> None:
        self._live.keep(self._items())
