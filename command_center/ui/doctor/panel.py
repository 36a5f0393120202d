"""Whether this machine is set up as it should be, and one file for whoever helps from afar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from command_center.domain.errors import OperatorError
from command_center.ui.detail.words import fill
from command_center.ui.doctor.job import SupportJob
from command_center.ui.doctor.model import Answer, Doctor
from command_center.ui.doctor.words import count_text, rows_of, step_text, translate, whole_text
from command_center.ui.list_page import Keys, ListPage
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "look": ("Return", Qt.Key.Key_Return),
    "keep": ("Ins", Qt.Key.Key_Insert),
    "stop": ("Esc", Qt.Key.Key_Escape),
}


class DoctorPanel(ListPage):
    """Nothing here changes anything but the file that is asked for. Everybody may: who cannot sign
    in needs help most."""

    def __init__(self, seat: Seat, doctor: Doctor, parent: QWidget | None = None) -> None:
        super().__init__(seat, _KEYS, "look", parent=parent)
        self._doctor = doctor
        self._answers: Sequence[Answer] = ()
        self._looks = False
        self._file = ""
        self.job = SupportJob(seat, doctor, self)
        self.job.told.connect(self._told)
        self.job.ended.connect(self._ended)
        seat.tasks.bug.connect(self._broke)
        self.restyle()
        self.retranslate()

    def rows(self) -> list[TextRow]:
        return list(rows_of(self._answers))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._answers and self.reason("look") is None:
            self._look()

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        if asked == "stop":
            return None if self.job.running else "support_nothing_runs"
        return "support_busy" if self._looks or self.job.running else None

    def answer(self, asked: str) -> None:
        if asked == "look":
            self._look()
        elif asked == "keep":
            self.job.start()
        else:
            self.job.stop()
        self.follow()

    def ask(self, asked: str, *args: object) -> None:
        if asked != "stop" or self.job.running:  # Esc leaves many things here
            super().ask(asked, *args)

    def _look(self) -> None:
        self._looks = True
        self.say(self.standing, step_text("doctor"))
        self._seat.tasks.run(self._doctor.look, self._seen, self._failed)

    def _seen(self, answers: Sequence[Answer]) -> None:
        self._looks, self._answers = False, answers
        self.refresh()
        if self.view.current() is None:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def _failed(self, error: OperatorError) -> None:
        self._looks = False
        self._seat.notices.failed(error)
        self.refresh()

    def _broke(self, _: object) -> None:
        """Whose bug it was is not known; it was said by whoever hears of all of them."""
        if self._looks:
            self._looks = False
            self.refresh()

    def _told(self, step: str) -> None:
        self.say(self.standing, step_text(step))

    def _ended(self, file: str) -> None:
        self._file = file or self._file
        self.refresh()

    # --- what it shows -------------------------------------------------------------------------

    def follow(self, *args: object) -> None:
        """The whole of the row that is marked stands below the list."""
        super().follow(*args)
        self.buttons["stop"].setVisible(self.job.running)
        self.buttons["keep"].setVisible(not self.job.running)
        row = self.view.current()
        marked = [one for one in self._answers if row is not None and one.check == row.id]
        self.say(self.outlook, whole_text(marked[0]) if marked else "")
        if self.reason("look") is None:
            self.say(self.standing, self._standing_text())

    def _standing_text(self) -> str:
        kept = fill(translate("Doctor", "Berkas bantuan: %1"), self._file) if self._file else ""
        counted = count_text(self._answers) if self._answers else ""
        return f"{counted} {kept}".strip()

    def retranslate(self) -> None:
        self.title.show_text(translate("Doctor", "PERIKSA KOMPUTER INI"))
        self.setAccessibleName(translate("Doctor", "Periksa komputer ini"))
        self.view.setAccessibleName(translate("Doctor", "Yang diperiksa"))
        self.view.empty = translate("Doctor", "Belum diperiksa.")
        self.filter.setPlaceholderText(translate("Doctor", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("Doctor", "Saring menurut kata"))
        names = {
            "look": translate("Doctor", "Periksa lagi"),
            "keep": translate("Doctor", "Simpan berkas bantuan"),
            "stop": translate("Doctor", "Hentikan"),
        }
        for name, text in names.items():
            self.buttons[name].relabel(text)
        self.refresh()
