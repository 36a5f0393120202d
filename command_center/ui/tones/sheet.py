"""How loud alarms are and which kinds are mute at this seat. Over the window, away by Esc."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from command_center.commands.alarms import RANKS
from command_center.domain.errors import OperatorError
from command_center.domain.room import AlarmType
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.alarms.kinds import kind_name
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.tones.badge import SHEET
from command_center.ui.tones.choice import FLOOR, LOUDEST, STEP, ToneChoice
from command_center.ui.tones.ringer import Ringer

translate = QCoreApplication.translate
_KIND = Qt.ItemDataRole.UserRole


class ToneSheet(QFrame):
    """A tick = it is heard. The most urgent cannot be unticked."""

    def __init__(self, seat: Seat, choice: ToneChoice, ringer: Ringer, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat, self._choice, self._ringer = seat, choice, ringer
        self.title = PlainLabel(seat.theme, "text", 15, bold=True)
        self.fault = PlainLabel(seat.theme, "warn", 13)
        self.fault.setWordWrap(True)
        self.loud = PlainLabel(seat.theme, "text2", 13, tabular=True)
        self.volume = QSlider(Qt.Orientation.Horizontal)
        self.volume.setRange(STEP, LOUDEST)
        self.volume.setSingleStep(STEP)
        self.volume.setPageStep(STEP)
        self.kinds = QListWidget()
        self.hear = KeyButton(seat, "", "T")
        self.leave = KeyButton(seat, "", "Esc")
        self._lay_out()
        self.hide()
        self.volume.valueChanged.connect(choice.set_volume)
        self.kinds.itemChanged.connect(self._ticked)
        self.kinds.itemActivated.connect(lambda _: self._play())
        self.hear.clicked.connect(self._play)
        self.leave.clicked.connect(self.hide)
        choice.changed.connect(self._refresh)
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._restyle)
        self._retranslate()
        self._restyle()

    def _lay_out(self) -> None:
        body, loud, buttons = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        loud.addWidget(self.volume, 1)
        loud.addWidget(self.loud)
        buttons.addStretch(1)
        buttons.addWidget(self.hear)
        buttons.addWidget(self.leave)
        body.addWidget(self.title)
        body.addWidget(self.fault)
        body.addLayout(loud)
        body.addWidget(self.kinds, 1)
        body.addLayout(buttons)

    def _asked(self, action_id: str, _: object) -> None:
        parent = self.parentWidget()
        if action_id != SHEET or parent is None:
            return
        self._refresh()
        over = parent.window()
        self.setParent(over)
        theme = self._seat.theme
        self.resize(min(theme.px(460), over.width()), min(theme.px(560), over.height()))
        self.move((over.width() - self.width()) // 2, (over.height() - self.height()) // 3)
        self.show()
        self.raise_()
        self.kinds.setFocus()

    def _kind(self) -> AlarmType | None:
        index = self.kinds.currentIndex()
        return AlarmType(index.data(_KIND)) if index.isValid() else None

    def _play(self) -> None:
        kind = self._kind()
        if kind is not None:
            self._ringer.sound(kind)

    def _ticked(self, item: QListWidgetItem) -> None:
        try:
            mute = item.checkState() is not Qt.CheckState.Checked
            self._choice.mute(AlarmType(item.data(_KIND)), mute)
        except OperatorError as error:
            self._seat.notices.failed(error)
            self._refresh()

    def _refresh(self) -> None:
        fault = self._ringer.fault
        self.fault.show_text(sentence(fault, {}) if fault else "")
        self.fault.setVisible(bool(fault))
        with QSignalBlocker(self.volume), QSignalBlocker(self.kinds):
            self.volume.setValue(self._choice.volume)
            for row in range(self.kinds.count()):
                item = self.kinds.item(row)
                mute = AlarmType(item.data(_KIND)) in self._choice.muted
                item.setCheckState(Qt.CheckState.Unchecked if mute else Qt.CheckState.Checked)
        text = translate("Tones", "%1 %, paling mendesak tidak di bawah %2 %")
        text = text.replace("%1", str(self._choice.volume)).replace("%2", str(FLOOR))
        self.loud.show_text(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() == Qt.Key.Key_T:
            self._play()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        at = self.kinds.currentRow()
        with QSignalBlocker(self.kinds):
            self.kinds.clear()
            for kind in sorted(AlarmType, key=lambda kind: (RANKS[kind], kind_name(kind))):
                item = QListWidgetItem(f"{RANKS[kind]} · {kind_name(kind)}")
                item.setData(_KIND, kind.value)
                self.kinds.addItem(item)
            self.kinds.setCurrentRow(max(0, at))
        self.title.setText(translate("Tones", "Nada alarm di meja ini"))
        self.volume.setAccessibleName(translate("Tones", "Volume"))
        self.kinds.setAccessibleName(translate("Tones", "Jenis alarm yang terdengar"))
        self.hear.relabel(translate("Tones", "Dengarkan"))
        self.leave.relabel(translate("Tones", "Tutup"))
        self.setAccessibleName(translate("Tones", "Nada alarm di meja ini"))
        self._refresh()

    def _restyle(self) -> None:
        theme = self._seat.theme
        self.kinds.setFont(theme.font(13))
        space = theme.px(8)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(space)
            layout.setContentsMargins(space, space, space, space)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
