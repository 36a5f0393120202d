"""What can be asked of the clocks: which one, of when, in which slice, as which percentile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from command_center.domain.clocks import Clock, goals
from command_center.duty.calls import call_rules
from command_center.situation.clock_history import Answer, Bucket, Question, Slice
from command_center.situation.figures import SHARES
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.figures.words import Period, group_name, period_name, slice_name, span
from command_center.ui.seat import Seat
from command_center.ui.strip.words import clock_name, share_name

translate = QCoreApplication.translate
Kind = TypeVar("Kind", bound=StrEnum)


class Choices(QWidget):
    """`asked` when another question is to be answered, `reshown` when only another percentile of
    the same answer is wanted. The groups to choose from are those of the last answer."""

    asked = Signal()
    reshown = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.clock, self.period, self.share = QComboBox(), QComboBox(), QComboBox()
        self.by, self.group, self.bucket = QComboBox(), QComboBox(), QComboBox()
        self.boxes = (self.clock, self.share, self.period, self.bucket, self.by, self.group)
        self.flow = FlowLayout(gap=8)
        self.setLayout(self.flow)
        for box in self.boxes:
            self.flow.addWidget(box)
        self._groups: tuple[str, ...] = ()
        self.retranslate()
        self.clock.setCurrentIndex(list(Clock).index(Clock.RESPONSE))
        self.share.setCurrentIndex(SHARES.index(0.9))
        self.period.setCurrentIndex(list(Period).index(Period.WEEK))
        for box in (self.clock, self.period, self.bucket, self.group):
            box.currentIndexChanged.connect(self._ask)
        self.by.currentIndexChanged.connect(self._sliced)
        self.share.currentIndexChanged.connect(lambda _: self.reshown.emit())

    def chosen_share(self) -> float:
        return SHARES[max(0, self.share.currentIndex())]

    def question(self, now: datetime) -> Question:
        clock = Clock(self.clock.currentData())
        since, until = span(Period(self.period.currentData()), now, self._seat)
        goal = goals(self._seat.targets, call_rules(self._seat.situation)).get(clock)
        return Question(
            clock=clock,
            since=since,
            until=until,
            by=Slice(self.by.currentData()),
            only=self.group.currentData(),
            bucket=Bucket(self.bucket.currentData()),
            goal_s=goal.seconds if goal else None,
        )

    def open(self, clock: str, share: float | None = None) -> None:
        """That clock, of today, by the hour."""
        with QSignalBlocker(self.clock), QSignalBlocker(self.period), QSignalBlocker(self.bucket):
            if clock in set(Clock):
                self.clock.setCurrentIndex(list(Clock).index(Clock(clock)))
            self.period.setCurrentIndex(list(Period).index(Period.TODAY))
            self.bucket.setCurrentIndex(list(Bucket).index(Bucket.HOUR))
        if share is not None:
            with QSignalBlocker(self.share):
                self.share.setCurrentIndex(SHARES.index(share))
        self._ask()

    def offer_groups(self, answer: Answer) -> None:
        """Those of the answer; the one chosen stays chosen."""
        self._groups = tuple(group for group, _ in answer.groups)
        self._fill_groups(answer.question.only)

    def _fill_groups(self, chosen: str | None) -> None:
        by = Slice(self.by.currentData())
        with QSignalBlocker(self.group):
            self.group.clear()
            self.group.addItem(translate("Clocks", "Semua"), None)
            for group in self._groups:
                self.group.addItem(group_name(by, group, self._seat), group)
            at = self._groups.index(chosen) + 1 if chosen in self._groups else 0
            self.group.setCurrentIndex(at)

    def _sliced(self) -> None:
        """Groups of another slice are other groups."""
        self._groups = ()
        self._fill_groups(None)
        self._ask()

    def _ask(self) -> None:
        self.asked.emit()

    def retranslate(self) -> None:
        _refill(self.clock, Clock, clock_name)
        _refill(self.period, Period, period_name)
        _refill(self.by, Slice, slice_name)
        _refill(self.bucket, Bucket, _bucket_name)
        at = max(0, self.share.currentIndex())
        with QSignalBlocker(self.share):
            self.share.clear()
            self.share.addItems([share_name(share) for share in SHARES])
            self.share.setCurrentIndex(at)
        self._fill_groups(self.group.currentData())
        names = (
            translate("Clocks", "Jam yang diukur"),
            translate("Clocks", "Persentil"),
            translate("Clocks", "Kurun waktu"),
            translate("Clocks", "Titik grafik"),
            translate("Clocks", "Irisan"),
            translate("Clocks", "Kelompok"),
        )
        for box, name in zip(self.boxes, names, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(name)

    def restyle(self) -> None:
        for box in self.boxes:
            box.setFont(self._seat.theme.font(13))


def _bucket_name(bucket: Bucket) -> str:
    if bucket is Bucket.HOUR:
        return translate("Clocks", "per jam")
    return translate("Clocks", "per hari")


def _refill(box: QComboBox, kinds: Iterable[Kind], name: Callable[[Kind], str]) -> None:
    """In the language of now, with the choice that was."""
    at = max(0, box.currentIndex())
    with QSignalBlocker(box):
        box.clear()
        for kind in kinds:
            box.addItem(name(kind), kind.value)
        box.setCurrentIndex(at)
