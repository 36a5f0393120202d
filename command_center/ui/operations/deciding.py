"""A list of places with the forms of what is decided about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from command_center.commands.levels import RecordForce, SetSituationLevel, TransferControl
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.levels import MOVES
from command_center.domain.room import SituationLevel
from command_center.ports import Outcome
from command_center.ui.actions.action import TOLD
from command_center.ui.detail.words import fill
from command_center.ui.losses import Loss
from command_center.ui.operations.forms import (
    control_form,
    control_of,
    force_form,
    force_of,
    level_form,
    level_of,
)
from command_center.ui.operations.page import OperationPage
from command_center.ui.operations.words import kind_text, level_word, translate
from command_center.ui.radio.fields import FieldsForm


class DecidingPage(OperationPage):
    """Its rows are places, known by their names."""

    def open_level(self, level: SituationLevel) -> None:
        place = self._scope.place(self.marked)
        if place is None:
            return
        move = MOVES.get((place.level, level))
        if move is None:
            self._seat.notices.failed(OperatorError("level_stands", level=level_word(level)))
            return
        form = level_form(self._seat)
        make = partial(level_of, self._scope.operation_id, place.name, level, place.level)
        form.kept.connect(partial(self._keep, make))
        words = place.name, level_word(place.level), level_word(level)
        about = fill(translate("Operations", "%1: %2 → %3"), *words)
        skipped = translate("Operations", "melompati kuning, alasan wajib")
        kind = skipped if move.skips else kind_text(move.kind).casefold()
        self.open_about(form, f"{about} ({kind})", {})

    def open_control(self) -> None:
        about = fill(translate("Operations", "%1: alih kendali"), self.marked)
        self._open(control_form(self._seat), control_of, about)

    def open_force(self) -> None:
        about = fill(
            translate("Operations", "%1: catat tahap kekuatan yang diperintahkan"), self.marked
        )
        self._open(force_form(self._seat), force_of, about)

    def _open(
        self,
        form: FieldsForm,
        make: Callable[[str, str, Mapping[str, Any]], TransferControl | RecordForce],
        about: str,
    ) -> None:
        bound = partial(make, self._scope.operation_id, self.marked)
        form.kept.connect(partial(self._keep, bound))
        self.open_about(form, about, {})

    def _keep(
        self,
        make: Callable[[Mapping[str, Any]], SetSituationLevel | TransferControl | RecordForce],
        values: Mapping[str, Any],
    ) -> None:
        """Who was second is told what the other has set, and may insist."""
        command = make(values)
        close, failed = self.being_kept()

        def done(outcome: Outcome) -> None:
            close()
            self._seat.notices.done(outcome.kind, **outcome.result)

        def refused(error: OperatorError) -> None:
            failed(error)
            if isinstance(error, Conflict):
                close()  # what it was opened over is no more
                told = dict.fromkeys(("place", "was", "level"), TOLD)
                self._seat.notices.lost.emit(Loss(command, error, None, told))

        self._seat.submit(command, done, refused)
