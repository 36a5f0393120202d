"""The first page of a live room: what to connect, in which order, and what is done already."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from command_center.domain.permissions import Permission
from command_center.domain.room import SourceKind
from command_center.situation.situation import Situation, Touched
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to connect: `id` names its words, `how` is the line an administrator types."""

    id: str
    done: bool
    how: str


def steps(situation: Situation) -> tuple[Step, ...]:
    """Sources first, because units come from them too."""
    pulled = any(s.kind is SourceKind.PULL for s in situation.all("source"))
    cameras = any(True for _ in situation.all("camera"))
    units = any(True for _ in situation.all("unit"))
    return (
        Step("source", pulled, "command-center source add jmp https://…"),
        Step("unit", units, ""),
        Step("camera", cameras, "command-center import cameras …"),
    )


def is_ready(situation: Situation) -> bool:
    return all(step.done for step in steps(situation))


def step_text(id: str) -> str:
    """What the step is, in the language of the screen."""
    if id == "source":
        return translate("Start", "Sambungkan sumber laporan")
    if id == "unit":
        return translate("Start", "Daftarkan unit: sumbernya mengirim catatan unit")
    return translate("Start", "Masukkan direktori kamera")


class StartChecklist(QWidget):
    """Three lines and their commands; follows the room and hides itself once all is connected."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        theme = seat.theme
        self._head = PlainLabel(theme, "text", 15, bold=True)
        self._hint = PlainLabel(theme, "text2", 13)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        layout.setSpacing(theme.px(4))
        layout.addWidget(self._head)
        self._lines: dict[str, tuple[PlainLabel, PlainLabel]] = {}
        for step in steps(seat.situation):
            line, how = PlainLabel(theme, "text", 13), PlainLabel(theme, "text3", 11)
            how.setIndent(theme.px(20))
            how.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines[step.id] = (line, how)
            layout.addSpacing(theme.px(6))
            layout.addWidget(line)
            layout.addWidget(how)
        layout.addSpacing(theme.px(10))
        layout.addWidget(self._hint)
        layout.addStretch(1)
        for label in (
            self._head,
            self._hint,
            *(label for pair in self._lines.values() for label in pair),
        ):
            label.setWordWrap(True)
        seat.live.changed.connect(self._changed)
        seat.person.changed.connect(self._say)
        self._say()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & {"source", "unit", "camera"}:
            self._say()

    def _say(self) -> None:
        self.setVisible(not is_ready(self._seat.situation))
        self._head.show_text(translate("Start", "Yang perlu disambungkan"))
        for step in steps(self._seat.situation):
            line, how = self._lines[step.id]
            mark = "✓" if step.done else "–"
            line.show_text(f"{mark}  {step_text(step.id)}")
            line.tint("text3" if step.done else "text")
            how.show_text("" if step.done else step.how)
            how.setVisible(bool(step.how) and not step.done)
        self._hint.show_text(self._offered())

    def _offered(self) -> str:
        """What can be done before anything is connected; a call only by who may take one."""
        lines = [translate("Start", "Untuk mencoba tanpa sambungan: command-center exercise")]
        if self._seat.may(Permission.TAKE_REPORTS):
            lines.insert(0, translate("Start", "Telepon 110 dapat dicatat sekarang juga (F3)."))
        return " ".join(lines)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
