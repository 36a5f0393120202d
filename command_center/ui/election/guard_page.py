"""Who guards which polling stations: the plan that stands, and the one that advice would make."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.advice.allocation.plan import Plan
from command_center.commands.guarding import AdoptPlan, Repost
from command_center.commands.undo import UndoPlan
from command_center.domain.election import PLAN_SETTING, StationGroup
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.geo.distance import DETOUR_FACTOR, distance_m
from command_center.ports import Outcome
from command_center.situation.guarding import basis, groups, pattern_of, pools
from command_center.ui.actions.action import TOLD, submit
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.election.offer import (
    Board,
    Offer,
    Pools,
    caveats,
    cost_text,
    overdrawn,
    pool_text,
    sent_of,
    stands,
)
from command_center.ui.election.page import ElectionPage
from command_center.ui.election.patterns import (
    pattern_faults,
    pattern_form,
    pattern_line,
    pattern_values,
    patterns_of,
)
from command_center.ui.election.posting_file import export_posting
from command_center.ui.election.words import force_text, translate
from command_center.ui.format import count
from command_center.ui.list_page import Keys
from command_center.ui.places.scope import Scope
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "patterns": ("P", Qt.Key.Key_P),
    "reckon": ("H", Qt.Key.Key_H),
    "adopt": ("T", Qt.Key.Key_T),
    "short": ("K", Qt.Key.Key_K),
    "change": ("Return", Qt.Key.Key_Return),
    "export": ("E", Qt.Key.Key_E),
    "back": ("Esc", Qt.Key.Key_Escape),
}


_OF_AN_OFFER = ("adopt", "back")


class GuardPage(ElectionPage):
    permission = Permission.REASSIGN
    of_a_row = ("change",)
    looking = ("short", "back", "reckon", "export")

    def __init__(self, seat: Seat, scope: Scope) -> None:
        super().__init__(seat, scope, _KEYS)
        self.offer: Offer | None = None
        self._board = Board(seat.city)
        self.only_short = self.running = False
        scope.changed.connect(self._leave_offer)
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        return [row for row, lack in self._shown if lack or not self.only_short]

    def _pools(self) -> Pools:
        """Those that were withdrawn since, too."""
        return {row.id: row for row in self._seat.situation.all("force_pool")}

    def refresh(self, *args: object) -> None:
        situation, election = self._seat.situation, self._scope.election_id
        row = pattern_of(situation, election)
        rows = self.offer.rows if self.offer is not None else groups(situation, election)
        self._shown = self._board.show(rows, self._pools(), self._scope.criteria)
        self.pending.tint("warn" if row is None else "text2")
        self.say(self.pending, pattern_line(row, self._scope.criteria) if election else "")
        super().refresh(*args)
        self.say(self.standing, self._summary())
        self.say(self.outlook, "\n".join(self._caveats()))

    def _summary(self) -> str:
        if self.offer is not None:
            return cost_text(self.offer.plan)
        rows = groups(self._seat.situation, self._scope.election_id)
        if not rows:
            return ""
        lacking = [lack for _, lack in self._shown if lack]
        said = translate("Election", "Ploting berlaku: %1 kelompok, %2 orang; kurang %3 di %4")
        known = self._pools()
        people = sum(many for id, many in sent_of(rows).items() if stands(known.get(id)))
        return fill(said, *map(count, (len(rows), people, sum(lacking), len(lacking))))

    def _caveats(self) -> list[str]:
        if self.running:
            return [translate("Election", "Menghitung ploting …")]
        if self.offer is not None:
            known = self._seat.situation.get("operation", self.offer.basis.operation_id)
            return caveats(self.offer, self._scope.criteria, known.name if known else "")
        rows = groups(self._seat.situation, self._scope.election_id)
        return overdrawn(sent_of(rows), self._pools())

    def follow(self, *args: object) -> None:
        super().follow(*args)
        for name in _OF_AN_OFFER:
            self.buttons[name].setVisible(self.offer is not None)

    # --- what is asked -------------------------------------------------------------------------

    def ask(self, asked: str, *args: object) -> None:
        """Esc goes back from an offer only."""
        if asked != "back" or self.offer is not None:
            super().ask(asked, *args)

    def reason(self, asked: str) -> str | None:
        why = super().reason(asked)
        if why is not None:
            return "select_group" if why == "select_place" else why
        situation, election = self._seat.situation, self._scope.election_id
        if asked == "reckon":
            return self._cannot_reckon(election)
        if asked in ("change", "export") and self.offer is not None:
            return "plan_not_adopted"
        none = asked == "adopt" and self.offer is None
        if none or (asked == "export" and not groups(situation, election)):
            return "plan_none"
        if asked == "change" and situation.get("station_group", self.marked) is None:
            return "select_group"
        return None

    def _cannot_reckon(self, election: str) -> str | None:
        situation = self._seat.situation
        if self.running:
            return "plan_running"
        if pattern_of(situation, election) is None:
            return "plan_needs_pattern"
        if not pools(situation, election):
            return "plan_needs_pools"
        return None if self._scope.stations else "plan_needs_stations"

    def answer(self, asked: str) -> None:
        asks = {
            "patterns": self._open_patterns,
            "reckon": self._ask_reckon,
            "adopt": self._ask_adopt,
            "short": self._turn_short,
            "change": self._open_post,
            "export": self._ask_export,
            "back": self._leave_offer,
        }
        asks[asked]()

    def _ask_export(self) -> None:
        title = translate("Election", "Tulis papan ploting sebagai apa?")
        answers = [
            Answer(translate("Election", "CSV"), "1", partial(self._export, ".csv")),
            Answer(translate("Election", "Buku kerja XLSX"), "2", partial(self._export, ".xlsx")),
        ]
        self.question.ask(title, answers)

    def _export(self, ending: str) -> None:
        self.question.leave()
        rows = groups(self._seat.situation, self._scope.election_id)
        export_posting(self._seat, rows, self._scope.criteria, ending)

    def _turn_short(self) -> None:
        self.only_short = not self.only_short
        self._relabel()
        self.refresh()

    def _leave_offer(self) -> None:
        if self.offer is not None:
            self.offer = None
            self.refresh()

    def _open_patterns(self) -> None:
        table = self._scope.criteria
        row = pattern_of(self._seat.situation, self._scope.election_id)
        form = pattern_form(self._seat, table)
        election = self._scope.election_id

        def keep(values: Mapping[str, Any]) -> None:
            wrong = pattern_faults(table, values)
            self.say(self.faults, "\n".join(wrong))
            if not wrong:
                self.keep(patterns_of(election, row, table, values))

        form.kept.connect(keep)
        self.show_form(form, pattern_values(row))

    def _ask_reckon(self) -> None:
        title = translate("Election", "Bila polisi kurang, apakah TNI mengisi posnya?")
        answers = [
            Answer(translate("Election", "Tidak"), "1", partial(self._reckon, stands_in=False)),
            Answer(translate("Election", "Ya"), "2", partial(self._reckon, stands_in=True)),
        ]
        self.question.ask(title, answers)

    def _reckon(self, *, stands_in: bool) -> None:
        """On another thread; what changes meanwhile is noticed when it is adopted."""
        self.question.leave()
        seat, scope = self._seat, self._scope
        made = basis(seat.situation, scope.election_id, scope.operation_id, self._point_of)
        self.running, self.offer = True, None

        def done(plan: Plan) -> None:
            self.running = False
            asked = made.election_id, made.operation_id
            if (scope.election_id, scope.operation_id) == asked:
                self.offer = Offer.of(made, plan)
            self.refresh()

        def failed(error: OperatorError) -> None:
            self.running = False
            seat.notices.failed(error)
            self.refresh()

        seat.tasks.run(partial(made.plan, military_stands_in=stands_in), done, failed)
        self.refresh()

    def close_form(self) -> None:
        super().close_form()
        self.say(self.faults, "")

    def _point_of(self, code: str) -> tuple[float, float] | None:
        gazetteer = self._seat.city.gazetteer
        place = gazetteer.by_code(code)
        point = gazetteer.point_of(place) if place is not None else None
        return (point.lat, point.lon) if point is not None else None

    def _ask_adopt(self) -> None:
        offer = self.offer
        if offer is None:
            return
        said = translate("Election", "Tetapkan? %1. Ploting yang berlaku diganti seluruhnya.")
        yes = Answer(translate("Election", "Tetapkan"), "Return", partial(self._adopt, offer))
        self.question.ask(fill(said, cost_text(offer.plan)), [yes])

    def _adopt(self, offer: Offer) -> None:
        self.question.leave()
        found = offer.basis
        command = AdoptPlan(
            found.election_id,
            offer.rows,
            found.pattern_version,
            found.pool_versions,
            found.plan_version,
        )
        self.offer = None
        election = self._seat.situation.get("election", found.election_id)
        name = election.name if election is not None else ""
        back = partial(_undo_of, PLAN_SETTING + found.election_id)
        submit(self._seat, command, back, name=name, people=TOLD, groups=TOLD, short=TOLD)
        self.refresh()

    def _open_post(self) -> None:
        """By hand: one pool at the marked group; of one that was withdrawn nobody can be left."""
        row = self._seat.situation.get("station_group", self.marked)
        if row is None:
            return
        every = self._pools()
        gone = [every[id] for id, _, _ in row.posted if id in every and not stands(every[id])]
        known = [*gone, *pools(self._seat.situation, self._scope.election_id)]
        if not known:
            return
        ids = [pool.id for pool in known]
        form = FieldsForm(self._seat, ("people", "pool"), {"pool": ids})
        names = {
            "people": translate("Election", "Orang (0 = tarik)"),
            "pool": translate("Election", "Satuan"),
        }
        form.rename(names, {"pool": [f"{pool_text(p)} ({force_text(p.force)})" for p in known]})
        form.kept.connect(partial(self._repost, row))
        left = dict.fromkeys((pool.id for pool in gone), 0)
        now = left or {id: people for id, people, _ in row.posted} or {ids[0]: 0}
        first, people = next(iter(now.items()))
        self.show_form(form, {"pool": first, "people": people})

    def _repost(self, row: StationGroup, values: Mapping[str, Any]) -> None:
        typed = str(values["people"]).strip()
        if not (typed.isascii() and typed.isdigit() and len(typed) <= 6):
            error = OperatorError("people_not_number", found=typed[:20])
            self._seat.notices.failed(error)
            return
        pool = self._seat.situation.get("force_pool", str(values["pool"]))
        there = self._point_of(row.area_code)
        way_m = 0
        if pool is not None and there is not None:
            way_m = round(distance_m(pool.lat, pool.lon, *there) * DETOUR_FACTOR)
        self.keep(Repost(row.id, str(values["pool"]), int(typed), way_m, row.version))

    # --- appearance ----------------------------------------------------------------------------

    def nothing(self) -> str:
        if self.only_short:
            return translate("Election", "Tidak ada kelompok yang kekurangan.")
        return translate("Election", "Belum ada ploting. Isi pola (P), lalu hitung (H).")

    def _relabel(self) -> None:
        every = translate("Election", "Semua kelompok")
        self.relabel(
            {
                "patterns": translate("Election", "Pola"),
                "reckon": translate("Election", "Hitung"),
                "adopt": translate("Election", "Tetapkan"),
                "short": every if self.only_short else translate("Election", "Hanya kekurangan"),
                "change": translate("Election", "Ubah ploting"),
                "export": translate("Election", "Ekspor"),
                "back": translate("Election", "Buang usulan"),
            }
        )

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Election", "Papan ploting"))
        self._relabel()
        self._board.forget()
        super().retranslate()


def _undo_of(setting_id: str, outcome: Outcome) -> UndoPlan:
    """By the setting that says which plan stands: whatever has changed that plan moved it on."""
    return UndoPlan("room_setting", setting_id, outcome.op_id)
