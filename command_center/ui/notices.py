"""Short sentences for this seat: what was done (with its undo) and what could not be done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from command_center.commands.undo import Undo
from command_center.domain.errors import OperatorError

UNDO_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Notice:
    """`code` and `params` name the sentence (ui.sentences); `undo` is offered for 5 s, and what is
    taken back `also` with it."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)
    error: bool = False
    undo: Undo | None = None
    also: tuple[Undo, ...] = ()


class Notices(QObject):
    """Emits each notice once; the window shows them in one line, never in a dialog. `lost` carries
    a Loss beside the notice of it: whoever shows it offers what can be done about it."""

    said = Signal(object)
    lost = Signal(object)

    def done(
        self, code: str, undo: Undo | None = None, also: tuple[Undo, ...] = (), **params: object
    ) -> None:
        self.said.emit(Notice(code, dict(params), undo=undo, also=also))

    def failed(self, error: OperatorError) -> None:
        self.said.emit(Notice(error.code, dict(error.params), error=True))
