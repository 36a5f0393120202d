"""That there is more at the incident's place: one line, and a question that leads there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from command_center.domain.incident import Incident
from command_center.situation.situation import Touched
from command_center.situation.together import beside
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.notes import HERE
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.names import shown_title
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import count, number_sign
from command_center.ui.seat import Seat

MOST_OFFERED = 9


class HereRow(KeyButton):
    """Hidden while the incident is alone. Others are looked for at most once a second, and it comes
    and goes only when the incident does or while the pointer is elsewhere: nothing moves from under
    it."""

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(seat, "", ACTIONS[HERE].key, parent=parent)
        self._seat = seat
        self._shown: str | None = None
        self._stale = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: ACTIONS[HERE].perform(seat))
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        self.hide()

    def show_incident(self, incident: Incident) -> None:
        """Of another one at once, of the same one with the next second."""
        if incident.id != self._shown:
            self._shown = incident.id
            self._look(incident)
        else:
            self._stale = True

    def _changed(self, touched: Touched) -> None:
        self._stale |= touched.everything or bool(touched.incidents)

    def _ticked(self, _: object) -> None:
        incident = self._seat.situation.incident(self._shown or "")
        panel = self.parentWidget()
        if self._stale and incident is not None and not (panel and panel.underMouse()):
            self._look(incident)

    def _look(self, incident: Incident) -> None:
        self._stale = False
        others = beside(self._seat.situation, incident) if incident.is_open else []
        text = translate("Detail", "%1 kejadian lain di tempat ini")
        self.relabel(fill(text, count(len(others))))
        self.setVisible(bool(others))


def ask_which(seat: Seat, bar: QuestionBar, incident: Incident) -> None:
    """Of the others, oldest first; the one that is chosen is in front then."""

    def choose(id: str) -> None:
        bar.leave()
        seat.selection.select_incident(id)

    others = beside(seat.situation, incident)[:MOST_OFFERED]
    answers = [
        Answer(place_text(other), str(place), partial(choose, other.id))
        for place, other in enumerate(others, 1)
    ]
    title = translate("Detail", "Di tempat %1 juga ada")
    bar.ask(fill(title, number_sign(incident.number, incident.alias)), answers)


def place_text(other: Incident) -> str:
    """ "#0148 Pohon tumbang · P2"."""
    title = shown_title(other.title, other.category)
    return f"{number_sign(other.number, other.alias)} {title} · {other.priority.value}"
