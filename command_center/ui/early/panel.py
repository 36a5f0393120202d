"""Early warnings as a panel: what stands, why it stands out, and the incidents it is made of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from command_center.advice.early_warning.plan import shipped_plan
from command_center.commands.early import JudgeEpisode
from command_center.domain.early import Episode, Verdict
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.permissions import Permission
from command_center.situation.early import calibrated_at, learning_days, recent_episodes
from command_center.situation.situation import Touched
from command_center.ui.actions.action import submit, undo_of
from command_center.ui.actions.early import EARLY
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.early.words import (
    areas_text,
    count_text,
    evidence_text,
    often_text,
    place_text,
    ring_text,
    share_text,
    short_often,
    standing_text,
    stream_text,
    translate,
    verdict_text,
)
from command_center.ui.format import clock, decimal, moment, number_sign
from command_center.ui.list_page import Keys, ListPage, ListView
from command_center.ui.places.card import Part, PlaceCard
from command_center.ui.queue.words import area_line
from command_center.ui.radio.lines import ROW_PX, TextRow, TextRowModel
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "open": ("Return", Qt.Key.Key_Return),
    "follow": ("T", Qt.Key.Key_T),
    "watch": ("A", Qt.Key.Key_A),
    "usual": ("W", Qt.Key.Key_W),
}
_EVIDENCE_KEYS: Keys = {"open": ("Return", Qt.Key.Key_Return), "leave": ("Esc", Qt.Key.Key_Escape)}
_VERDICTS = {"follow": Verdict.FOLLOW, "watch": Verdict.WATCH}
_FOLLOWED = frozenset({"early_episode", "room_setting"})
EVERY_S = 30.0
PLAN_DAYS = shipped_plan().baseline_days


class EarlyPanel(ListPage):
    """The rarest first, those that are over below. Enter goes to the evidence of the current one,
    Enter there to an incident; Esc comes back."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, _KEYS, "open", parent=parent)
        self._episodes: dict[str, Episode] = {}
        self._looked: datetime | None = None
        self._insists = False
        self.card = PlaceCard(seat)
        self.evidence_model = TextRowModel(self)
        self.evidence = ListView(seat.theme, self.evidence_model, _EVIDENCE_KEYS)
        rows = self.layout()
        assert rows is not None
        for at, part in enumerate((self.card, self.evidence)):
            rows.insertWidget(2 + at, part, 3)  # type: ignore[attr-defined]
        rows.setStretch(1, 2)  # type: ignore[attr-defined]
        self.evidence.asked.connect(self._of_evidence)
        self.evidence.doubleClicked.connect(partial(self._of_evidence, "open"))
        self.filter.hide()
        seat.asking.asked.connect(self._asked)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        seat, now = self._seat, self._seat.live.now()
        found = recent_episodes(seat.situation)
        self._episodes = {episode.id: episode for episode in found}
        return [self._row(episode, now) for episode in found]

    def _row(self, episode: Episode, now: datetime) -> TextRow:
        where = place_text(episode, self._seat)
        first = " · ".join((where, stream_text(episode.stream)))
        parts = (standing_text(episode, now, self._seat), count_text(episode))
        return TextRow(episode.id, first, short_often(episode), " · ".join(parts))

    def refresh(self, *args: object) -> None:
        self._looked = self._seat.live.now()
        self.say(self.standing, self._standing())
        super().refresh(*args)
        if self.view.current() is None and self.model.rows:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def _standing(self) -> str:
        """Since when the room knows what is usual, or that it does not yet."""
        situation = self._seat.situation
        days, at = learning_days(situation), calibrated_at(situation)
        if days is None or at is None:
            return translate(
                "Early", "Masa belajar: riwayat ruang ini belum dihitung; belum ada yang berbunyi."
            )
        when = moment(at.isoformat(), self._seat.zone)
        if days < PLAN_DAYS:
            text = translate(
                "Early", "Masa belajar: %1 dari %2 hari dikenal (%3); belum ada yang berbunyi."
            )
            return fill(text, decimal(days), str(PLAN_DAYS), when)
        return fill(
            translate("Early", "Ambang dihitung dari %1 hari terakhir, %2."), decimal(days), when
        )

    def follow(self, *args: object) -> None:
        super().follow(*args)
        episode = self._current()
        self.card.setVisible(episode is not None)
        self.evidence.setVisible(episode is not None)
        if episode is None:
            return
        self.card.show_parts(place_text(episode, self._seat), self._parts(episode))
        self.evidence_model.show_rows([self._evidence_row(id) for id in episode.members[::-1]])

    def _parts(self, episode: Episode) -> list[Part]:
        since = clock(episode.since, self._seat.zone, False)
        ink = "warn" if episode.rings else "text2"
        return [
            Part(
                translate("Early", "Apa"), f"{stream_text(episode.stream)} · {count_text(episode)}"
            ),
            Part(
                translate("Early", "Di mana, sejak"),
                f"{areas_text(episode, self._seat)} · {since}",
            ),
            Part(translate("Early", "Karena kebetulan saja"), often_text(episode)),
            Part(translate("Early", "Diperkirakan nyata"), share_text(episode)),
            Part(translate("Early", "Alarm"), ring_text(episode), ink),
            Part(translate("Early", "Bukti"), evidence_text(episode)),
        ]

    def _evidence_row(self, incident_id: str) -> TextRow:
        row = self._seat.situation.incident(incident_id)
        if row is None:
            gone = translate("Early", "tidak lagi di jendela ini")
            return TextRow(incident_id, gone, "", "")
        first = f"{number_sign(row.number, row.alias)} {row.title}"
        where = (row.address, area_line(self._seat.city, row.area_code))
        second = " · ".join(part for part in where if part)
        return TextRow(row.id, first, clock(row.opened_at, self._seat.zone, False), second)

    def _current(self) -> Episode | None:
        row = self.view.current()
        return self._episodes.get(row.id) if row is not None else None

    def _asked(self, action_id: str, subject: object) -> None:
        """With the id of an episode: that one."""
        if action_id != EARLY or not isinstance(subject, str):
            return
        self.refresh()
        at = self.model.place_of(subject)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at, 0))

    def _changed(self, touched: Touched) -> None:
        if self.isVisible() and (touched.everything or touched.entities & _FOLLOWED):
            self.refresh()

    def _ticked(self, now: datetime) -> None:
        """What was watched may wait again."""
        old = self._looked is None or (now - self._looked).total_seconds() >= EVERY_S
        if self.isVisible() and self._episodes and old:
            self.refresh()

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        episode = self._current()
        if asked != "open" and not self._seat.may(Permission.TRIAGE):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if episode is None:
            return "select_early"
        return "early_is_over" if asked != "open" and episode.closed_at is not None else None

    def answer(self, asked: str) -> None:
        episode = self._current()
        if episode is None:
            return
        if asked == "open":
            self.evidence.setCurrentIndex(self.evidence_model.index(0, 0))
            self.evidence.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif asked == "usual":
            self._ask_why(episode)
        else:
            self._judge(episode, _VERDICTS[asked])

    def _ask_why(self, episode: Episode) -> None:
        title = translate(
            "Early", "Mengapa %1 wajar? Wilayah dan jenis ini tidak diperingatkan lagi 24 jam."
        )
        yes = Answer(translate("Early", "Wajar"), "Return", partial(self._usual, episode))
        self._insists = False
        hint = translate("Early", "mis. karnaval, pasar malam")
        self.question.ask(fill(title, place_text(episode, self._seat)), [yes], typed="", hint=hint)

    def _usual(self, episode: Episode) -> None:
        """Asked, with what was typed, until it is stored; a second Enter sends nothing more. Who
        was told that another judged first, and presses again, means it."""
        field = self.question.field
        if field is None or field.isReadOnly():
            return
        if not field.text().strip():
            self._seat.notices.failed(OperatorError("early_needs_reason"))
            return
        field.setReadOnly(True)

        def stored() -> None:
            if self.question.field is field:
                self.question.leave()

        def failed(error: OperatorError) -> None:
            if self.question.field is field:
                field.setReadOnly(False)
                self._insists = isinstance(error, Conflict)

        if self._insists:
            episode = self._seat.situation.get("early_episode", episode.id) or episode
        self._judge(episode, Verdict.USUAL, field.text(), stored, failed)

    def _judge(
        self,
        episode: Episode,
        verdict: Verdict,
        reason: str = "",
        stored: Callable[[], None] | None = None,
        failed: Callable[[OperatorError], None] | None = None,
    ) -> None:
        """Taken back for 5 s."""
        submit(
            self._seat,
            JudgeEpisode(episode.id, verdict, reason, episode.judged_at),
            undo_of("early_episode", episode.id),
            failed,
            stored,
            what=place_text(episode, self._seat),
            verdict=verdict_text(verdict),
        )

    def _of_evidence(self, asked: str, *_: object) -> None:
        if asked == "leave":
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        row = self.evidence.current()
        if row is None:
            return
        if self._seat.situation.incident(row.id) is None:
            self._seat.notices.failed(OperatorError("early_evidence_gone"))
        else:
            self._seat.selection.select_incident(row.id)

    # --- appearance ----------------------------------------------------------------------------

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "evidence"):
            self.evidence.verticalHeader().setDefaultSectionSize(self._seat.theme.px(ROW_PX))

    def retranslate(self) -> None:
        self.title.show_text(translate("Early", "PERINGATAN DINI"))
        self.setAccessibleName(translate("Early", "Peringatan dini"))
        self.view.setAccessibleName(translate("Early", "Peringatan"))
        self.evidence.setAccessibleName(translate("Early", "Kejadian yang menjadi bukti"))
        self.view.empty = translate(
            "Early", "Tidak ada yang menonjol. Yang kecil pun dihitung sejak masuk."
        )
        names = {
            "open": translate("Early", "Bukti"),
            "follow": translate("Early", "Tindak lanjuti"),
            "watch": translate("Early", "Amati 4 jam"),
            "usual": translate("Early", "Wajar …"),
        }
        for name, text in names.items():
            self.buttons[name].relabel(text)
        self.refresh()
