"""The log of decisions: what was ordered, by whom, who heard it, and what was taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.levels import HearDecision, RevokeDecision, StrikeHearing
from command_center.domain.operation import Decision, Hearing
from command_center.domain.permissions import Permission
from command_center.situation.operations import decisions, hearings, revocations
from command_center.ui.actions.action import submit, undo_of
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.list_page import Keys
from command_center.ui.operations.forms import hearing_form
from command_center.ui.operations.page import OperationPage
from command_center.ui.operations.rows import LevelRow
from command_center.ui.operations.scope import OperationScope
from command_center.ui.operations.words import (
    decision_title,
    heard_text,
    ordered_text,
    time_text,
    translate,
)
from command_center.ui.places.card import Part
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "heard": ("D", Qt.Key.Key_D),
    "unheard": ("Del", Qt.Key.Key_Delete),
    "revoke": ("C", Qt.Key.Key_C),
}


class LogPage(OperationPage):
    needs = {  # noqa: RUF012
        "heard": Permission.RUN_OPERATIONS,
        "unheard": Permission.RUN_OPERATIONS,
        "revoke": Permission.COMMAND_OPERATIONS,
    }
    of_a_row = dict.fromkeys(needs, "select_decision")

    def __init__(self, seat: Seat, scope: OperationScope) -> None:
        self._worded: dict[str, tuple[object, LevelRow]] = {}
        super().__init__(seat, scope, _KEYS, "heard")
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        rows = decisions(self._seat.situation, self._scope.operation_id)
        heard, back = hearings(self._seat.situation), revocations(rows)
        now = self._seat.live.now()
        made = [self._row(row, heard.get(row.id, []), row.id in back, now) for row in rows]
        told = translate("Operations", "%1 keputusan, %2 belum tercatat didengar")
        silent = sum(1 for row in made if row.alert)
        self.say(self.standing, fill(told, count(len(rows)), count(silent)) if rows else "")
        return list(made)

    def _row(
        self, row: Decision, heard: list[Hearing], taken_back: bool, now: datetime
    ) -> LevelRow:
        """Worded once: a line is never changed, and there may be very many of them."""
        zone = self._seat.zone
        said = tuple(one.id for one in heard), taken_back, now.astimezone(zone).date()
        kept = self._worded.get(row.id)
        if kept is not None and kept[0] == said:
            return kept[1]
        struck = translate("Operations", "dicabut · ") if taken_back else ""
        told = heard_text(heard, zone) if row.revokes is None else ""
        below = " · ".join(p for p in (ordered_text(row), row.reason, row.text, told) if p)
        title, at = struck + decision_title(row), time_text(row.at, now, zone)
        unheard = not (heard or taken_back or row.revokes)
        made = LevelRow(row.id, title, at, below, row.level, unheard)
        self._worded[row.id] = said, made
        return made

    def tick(self) -> None:
        """Nothing of it grows old."""

    def nothing(self) -> str:
        return translate("Operations", "Belum ada keputusan. Situasi diubah pada halaman Situasi.")

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        row = self._decision(id)
        if row is None:
            return "", ()
        seat, names = self._seat, Names(self._seat.situation)
        at = time_text(row.at, seat.live.now(), seat.zone)
        entered = fill(translate("Operations", "%1, dicatat %2"), at, names.person(row.entered_by))
        unusual = translate("Operations", "di luar urutan atau wewenang biasa")
        reason = f"{row.reason} ({unusual})" if row.unusual else row.reason
        heard = heard_text(hearings(seat.situation).get(id, []), seat.zone)
        back = self._taken_back(id, names)
        return decision_title(row), (
            Part(translate("Operations", "PERINTAH"), f"{ordered_text(row)}\n{entered}".strip()),
            Part(translate("Operations", "ISI"), row.text),
            Part(translate("Operations", "ALASAN"), reason, "warn" if row.unusual else "text"),
            Part(translate("Operations", "DIDENGAR"), "" if row.revokes else heard, "text2"),
            Part(translate("Operations", "DICABUT"), back, "warn"),
        )

    def _taken_back(self, id: str, names: Names) -> str:
        rows = decisions(self._seat.situation, self._scope.operation_id)
        back = revocations(rows).get(id)
        if back is None:
            return ""
        at = time_text(back.at, self._seat.live.now(), self._seat.zone)
        said = translate("Operations", "%1 oleh %2: %3")
        return fill(said, at, names.person(back.entered_by), back.reason)

    def _decision(self, id: str) -> Decision | None:
        found = self._seat.situation.get("decision", id)
        return found if isinstance(found, Decision) else None

    # --- what is asked -------------------------------------------------------------------------

    def answer(self, asked: str) -> None:
        row = self._decision(self.marked)
        if row is None:
            return
        if asked == "heard":
            self._open_heard(row)
        elif asked == "unheard":
            self._ask_unheard(row)
        else:
            self._ask_revoke(row)

    def _open_heard(self, row: Decision) -> None:
        form = hearing_form(self._seat)
        form.kept.connect(partial(self._keep_heard, row.id))
        self.open_about(form, decision_title(row), {"how": translate("Operations", "radio")})

    def _keep_heard(self, id: str, values: Mapping[str, Any]) -> None:
        command = HearDecision(id, str(values["who"]), str(values["how"]))
        self.keep(command, "hearing", "hearing_id")

    def _ask_unheard(self, row: Decision) -> None:
        heard = hearings(self._seat.situation).get(row.id, [])[:9]
        if not heard:
            return
        title = translate("Operations", "Catatan dengar siapa yang dicoret?")
        answers = [
            Answer(one.who, str(at), partial(self._strike, one.id, one.who))
            for at, one in enumerate(heard, 1)
        ]
        self.question.ask(title, answers)

    def _strike(self, id: str, who: str) -> None:
        self.question.leave()
        submit(self._seat, StrikeHearing(id), undo_of("hearing", id), who=who)

    def _ask_revoke(self, row: Decision) -> None:
        title = fill(translate("Operations", "Cabut “%1”? Tulis alasannya."), decision_title(row))
        yes = Answer(translate("Operations", "Cabut"), "Return", partial(self._revoke, row))
        self.question.ask(title, [yes], typed="")

    def _revoke(self, row: Decision) -> None:
        submit(self._seat, RevokeDecision(row.id, self.typed()), place=row.place)

    # --- appearance ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        self._worded.clear()
        self.view.setAccessibleName(translate("Operations", "Log keputusan"))
        self.buttons["heard"].relabel(translate("Operations", "Catat yang mendengar"))
        self.buttons["unheard"].relabel(translate("Operations", "Coret yang mendengar"))
        self.buttons["revoke"].relabel(translate("Operations", "Cabut perintah"))
        super().retranslate()
