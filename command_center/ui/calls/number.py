"""The number of a caller in the clear: on this screen only, for a minute, and the log says who read
it and why. The room keeps numbers sealed, so this is the one way to see one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from command_center.commands.sealed import OpenSealed
from command_center.domain.errors import OperatorError
from command_center.domain.partner import PhoneCall
from command_center.domain.permissions import Permission
from command_center.ports import Outcome
from command_center.storage.sealed import Opened, SealedVault
from command_center.ui.calls.words import translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

SHOWN_MS = 60_000
PHONE = "phone"
REASON = "telepon balik"


class ShownNumber(PlainLabel):
    """Hidden while nothing is shown."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat.theme, "text", 22, bold=True, tabular=True, parent=parent)
        self._seat = seat
        self._subject_id: str | None = None
        self._soon = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._soon.timeout.connect(self.forget)
        seat.person.changed.connect(self.forget)
        self.hide()

    def may(self, call: PhoneCall) -> bool:
        kept = call.subject_id is not None and self._seat.vault is not None
        return kept and self._seat.may(Permission.OPEN_SEALED)

    def open(self, call: PhoneCall) -> None:
        """Asked of the room; shown once the log has it."""
        vault, subject_id = self._seat.vault, call.subject_id
        self.forget()
        if vault is None or subject_id is None:
            self._seat.notices.failed(OperatorError("number_not_kept"))
            return
        self._subject_id = subject_id
        logged = partial(self._hand_out, vault, subject_id)
        self._seat.submit(OpenSealed(subject_id, REASON), logged, self._seat.notices.failed)

    def _hand_out(self, vault: SealedVault, subject_id: str, outcome: Outcome) -> None:
        opened = partial(self._opened, subject_id)
        failed = self._seat.notices.failed
        self._seat.tasks.run(partial(vault.open, outcome.op_id), opened, failed)

    def _opened(self, subject_id: str, items: Sequence[Opened]) -> None:
        """Unless another call was chosen meanwhile."""
        if subject_id != self._subject_id:
            return
        number = next((item.text for item in items if item.what == PHONE), "")
        if not number:
            self._seat.notices.failed(OperatorError("number_not_kept"))
            return
        self.show_text(number)
        self.setAccessibleName(translate("Calls", "Nomor penelepon"))
        self.show()
        self._soon.start()

    def forget(self) -> None:
        self._soon.stop()
        self._subject_id = None
        self.clear()
        self.hide()
