"""What a reporter wants kept apart: sealed at intake, opened or destroyed with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from command_center.commands.sealed import DestroySealed, OpenSealed, SealPersonal, destroying
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.ports import Outcome
from command_center.storage.sealed import Opened, Sealed, SealedVault
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

KEEP = timedelta(days=90)
SHOWN_MS = 60_000
LONGEST = 200
WHAT = {
    "name": QT_TRANSLATE_NOOP("Sealed", "Nama pelapor"),
    "phone": QT_TRANSLATE_NOOP("Sealed", "Telepon pelapor"),
    "address": QT_TRANSLATE_NOOP("Sealed", "Alamat pelapor"),
}


def _named(what: str) -> str:
    return translate("Sealed", WHAT[what]) if what in WHAT else what


class SealedCard(QFrame):
    """Hidden where nothing can be sealed. What was opened stays in sight for a minute, and not
    while somebody else sits here; it is on this screen only."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._incident_id: str | None = None
        self._kept: Sealed | None = None
        self.told = PlainLabel(seat.theme, "text2", 11, parent=self)
        self.clear_text = PlainLabel(seat.theme, parent=self)
        for label in (self.told, self.clear_text):
            label.setWordWrap(True)
        self.clear_text.hide()
        self.fields = {what: self._field(self._seal) for what in WHAT}
        self.reason = self._field(self._open)
        self.last_reason = self._field(self._destroy)
        self.seal_button, self.open_button = QPushButton(self), QPushButton(self)
        self.destroy_button = QPushButton(self)
        self.seal_button.clicked.connect(partial(self._ask, *self.fields.values()))
        self.open_button.clicked.connect(partial(self._ask, self.reason))
        self.destroy_button.clicked.connect(partial(self._ask, self.last_reason))
        self._hide_soon = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._hide_soon.timeout.connect(self._forget)
        self._arrange()
        self.relabel()
        self.setVisible(seat.vault is not None)
        seat.selection.incident_changed.connect(self.follow)
        seat.person.changed.connect(self._somebody_else)
        self.follow(seat.selection.incident_id)

    def _field(self, entered: Callable[[], None]) -> QLineEdit:
        field = QLineEdit(self)
        field.setMaxLength(LONGEST)
        field.returnPressed.connect(entered)
        field.hide()
        return field

    def _arrange(self) -> None:
        buttons = QWidget(self)
        flow = FlowLayout(buttons)
        for button in (self.open_button, self.seal_button, self.destroy_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            flow.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for part in (self.told, self.clear_text, *self._typed(), buttons):
            rows.addWidget(part)

    def _typed(self) -> tuple[QLineEdit, ...]:
        return (*self.fields.values(), self.reason, self.last_reason)

    # --- which ---------------------------------------------------------------------------------

    def follow(self, incident_id: str | None) -> None:
        """Another incident, or somebody else at the seat: what was open is not any more."""
        self._forget()
        self._leave()
        self._incident_id, self._kept = incident_id, None
        self._show([])
        vault = self._seat.vault
        if vault is not None and incident_id is not None:
            found = partial(self._found, incident_id)
            self._seat.tasks.run(partial(vault.about, incident_id), found, self._quietly)

    def _somebody_else(self) -> None:
        self.follow(self._seat.selection.incident_id)

    def _found(self, incident_id: str, kept: Sequence[Sealed]) -> None:
        if incident_id == self._incident_id:
            self._show([one for one in kept if one.destroyed_at is None])

    def _quietly(self, _error: OperatorError) -> None:
        """Out of reach: the bar above says so already."""

    def _show(self, kept: Sequence[Sealed]) -> None:
        self._kept = kept[-1] if kept else None
        for button in (self.open_button, self.destroy_button):
            button.setVisible(self._kept is not None)
            button.setEnabled(self._seat.may(Permission.OPEN_SEALED))
        self.seal_button.setEnabled(self._seat.may(Permission.TAKE_REPORTS))
        self.told.setVisible(self._kept is not None)
        if self._kept is not None:
            what = ", ".join(map(_named, self._kept.what))
            until = self._kept.expires_at.astimezone(self._seat.zone).strftime("%d-%m-%Y")
            text = translate("Sealed", "Tersegel sampai %1: %2")
            self.told.show_text(fill(text, until, what))

    # --- sealing, opening and destroying -------------------------------------------------------

    def _ask(self, *fields: QLineEdit) -> None:
        self._leave()
        for field in fields:
            field.show()
        fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _seal(self) -> None:
        seat, vault, incident_id = self._seat, self._seat.vault, self._incident_id
        texts = {what: field.text().strip() for what, field in self.fields.items()}
        texts = {what: text for what, text in texts.items() if text}
        if vault is None or incident_id is None or not texts:
            return
        expires_at = seat.live.now() + KEEP
        work = partial(vault.seal, texts, incident_id, expires_at)
        seat.tasks.run(work, partial(self._say_sealed, incident_id), seat.notices.failed)
        self._leave()

    def _say_sealed(self, incident_id: str, kept: Sealed) -> None:
        seat = self._seat
        command = SealPersonal(kept.subject_id, kept.what, incident_id, kept.expires_at)

        def done(outcome: Outcome) -> None:
            seat.notices.done(outcome.kind)
            if self._incident_id == incident_id:
                self._show([kept])

        seat.submit(command, done, seat.notices.failed)

    def _open(self) -> None:
        seat, vault, kept = self._seat, self._seat.vault, self._kept
        reason = self.reason.text().strip()
        if vault is None or kept is None or not reason:
            return

        def logged(outcome: Outcome) -> None:
            self._hand_out(vault, kept, outcome)

        seat.submit(OpenSealed(kept.subject_id, reason), logged, seat.notices.failed)
        self._leave()

    def _hand_out(self, vault: SealedVault, kept: Sealed, outcome: Outcome) -> None:
        """Only now: the log has it."""
        self._seat.notices.done(outcome.kind)

        def opened(items: Sequence[Opened]) -> None:
            if self._kept is kept:
                lines = "\n".join(f"{_named(item.what)}: {item.text}" for item in items)
                self.clear_text.show_text(lines)
                self.clear_text.show()
                self._hide_soon.start()

        self._seat.tasks.run(partial(vault.open, outcome.op_id), opened, self._seat.notices.failed)

    def _destroy(self) -> None:
        """The log first: if this seat ends before the key does, whoever looks after keys goes on
        from there."""
        seat, vault, kept = self._seat, self._seat.vault, self._kept
        reason = self.last_reason.text().strip()
        if vault is None or kept is None or not reason:
            return
        op_id = destroying(kept.subject_id, expired=False)

        def logged(outcome: Outcome) -> None:
            said = partial(self._say_destroyed, outcome.kind)
            seat.tasks.run(partial(vault.destroy, outcome.op_id), said, seat.notices.failed)

        seat.submit(
            DestroySealed(kept.subject_id, reason), logged, seat.notices.failed, op_id=op_id
        )
        self._leave()

    def _say_destroyed(self, kind: str, _gone: bool) -> None:
        self._seat.notices.done(kind)
        self.follow(self._incident_id)

    def _leave(self) -> None:
        for field in self._typed():
            field.clear()
            field.hide()

    def _forget(self) -> None:
        self._hide_soon.stop()
        self.clear_text.clear()
        self.clear_text.hide()

    # --- appearance ----------------------------------------------------------------------------

    def relabel(self) -> None:
        """In the language of the screen."""
        self.setAccessibleName(translate("Sealed", "Data pelapor"))
        self.seal_button.setText(translate("Sealed", "Segel data pelapor…"))
        self.open_button.setText(translate("Sealed", "Buka segel…"))
        self.destroy_button.setText(translate("Sealed", "Musnahkan…"))
        for what, field in self.fields.items():
            field.setPlaceholderText(translate("Sealed", WHAT[what]))
            field.setAccessibleName(translate("Sealed", WHAT[what]))
        self.reason.setPlaceholderText(translate("Sealed", "Alasan membuka (dicatat)"))
        self.reason.setAccessibleName(translate("Sealed", "Alasan membuka (dicatat)"))
        last = translate("Sealed", "Alasan memusnahkan selamanya (dicatat)")
        self.last_reason.setPlaceholderText(last)
        self.last_reason.setAccessibleName(last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.relabel()
        super().changeEvent(event)
