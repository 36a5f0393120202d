"""Under the heading: what was merged into the incident, folded, or which one it went into."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from command_center.domain.incident import Incident, IncidentStatus
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.incident import unmerge
from command_center.ui.detail.names import shown_title
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import number_sign
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

MOST_ROWS = 5
_FORGOTTEN = ("",)


def _named(incident: Incident) -> tuple[str, str]:
    title = shown_title(incident.title, incident.category)
    return number_sign(incident.number, incident.alias), title


def _words(seat: Seat, parent: QWidget) -> PlainLabel:
    label = PlainLabel(seat.theme, "text2", parent=parent)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class MergedRow(QWidget):
    """One incident that was merged into this one, with the way back."""

    def __init__(self, seat: Seat, loser: Incident, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.loser_id = loser.id
        self.words = _words(seat, self)
        self.words.setText(fill(translate("Detail", "Gabungan %1 %2"), *_named(loser)))
        self.back = KeyButton(seat, translate("Detail", "Pisahkan"), parent=self)
        self.back.clicked.connect(lambda: unmerge(seat, loser.id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.back)


class IntoRow(QWidget):
    """Where the incident is worked on now; pressed, that one is selected."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._winner_id = ""
        self.words = _words(seat, self)
        self.words.tint("warn")
        self.go = KeyButton(seat, "", parent=self)
        self.go.clicked.connect(self._select)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.go)
        self.hide()

    def _select(self) -> None:
        self._seat.selection.select_incident(self._winner_id)

    def show_incident(self, incident: Incident) -> None:
        winner = self._seat.situation.incident(incident.merged_into or "")
        merged = winner is not None and incident.status is IncidentStatus.MERGED
        if winner is not None and merged:
            self._winner_id = winner.id
            number, title = _named(winner)
            self.go.relabel(fill(translate("Detail", "Lihat %1"), number))
            said = translate("Detail", "Digabung ke %1 %2: tindakan berikutnya di sana")
            self.words.show_text(fill(said, number, title))
        self.setVisible(merged)


class Merged(QWidget):
    """One row stands open; more of them are folded under how many they are, for the timeline needs
    the room."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._shown: tuple[str, ...] = ()
        self.rows: list[MergedRow] = []
        self.into = IntoRow(seat, self)
        self.fold = KeyButton(seat, "", parent=self)
        self.fold.setCheckable(True)
        self.fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fold.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.fold.toggled.connect(self._unfold)
        self._folded = QWidget(self)
        self._inside = QVBoxLayout(self._folded)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._more = _words(seat, self._folded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for part in (self.into, self.fold, self._folded):
            layout.addWidget(part)

    def forget(self) -> None:
        """Write everything anew the next time: the language has changed."""
        self._shown = _FORGOTTEN

    def show_incident(self, incident: Incident) -> None:
        self.into.show_incident(incident)
        merged = self._seat.situation.merged_into(incident.id)
        shown = (incident.id, *(loser.id for loser in merged))
        if shown != self._shown:
            if shown[:1] != self._shown[:1] and self._shown != _FORGOTTEN:
                self.fold.setChecked(False)
            self._write(merged, anew=self._shown == _FORGOTTEN)
            self._shown = shown
        self.setVisible(bool(merged) or not self.into.isHidden())

    def _write(self, merged: list[Incident], *, anew: bool) -> None:
        standing = {} if anew else {row.loser_id: row for row in self.rows}
        kept = [
            standing.get(one.id) or MergedRow(self._seat, one, self._folded)
            for one in merged[-MOST_ROWS:]
        ]
        for row in self.rows:
            if row not in kept:
                row.hide()
                row.deleteLater()
        self.rows = kept
        for part in (*kept, self._more):
            self._inside.addWidget(part)
        rest = len(merged) - len(kept)
        self._more.show_text(fill(translate("Detail", "dan %1 gabungan lain"), str(rest)))
        self._more.setVisible(rest > 0)
        self.fold.relabel(fill(translate("Detail", "%1 kejadian digabung"), str(len(merged))))
        self.fold.setVisible(len(merged) > 1)
        self._unfold(self.fold.isChecked())

    def _unfold(self, wanted: bool) -> None:
        self._folded.setVisible(len(self.rows) == 1 or (wanted and bool(self.rows)))
