"""Orders sent against what had been painted: somebody's hands on the real window while advice,
units and addresses change underneath and alarms come.

The clock of what was seen is turned by the bench, so that hours of it pass in minutes; the paints
are real ones, noted by a witness that knows nothing of the rule: it writes down what each card and
the words of the order said each time they were painted. What an order key has to send is worked
out from these notes alone.

usage of the measured process: python -m tests.benchmarks.dispatch_painted ACTS SEED
"""

from __future__ import annotations

import dataclasses
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from command_center.bootstrap.panels import PANELS
from command_center.commands.dispatch import OrderUnits
from command_center.domain.room import AlarmType
from command_center.domain.unit import UnitStatus
from command_center.situation.advising.advice import Advice
from command_center.situation.advising.copied import RoomCopy
from command_center.situation.advising.recommender import Recommender
from command_center.ui.application import application
from command_center.ui.detail.cards import UnitCard
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.i18n import Language
from command_center.ui.window import Window
from tests.benchmarks.dispatch_board import position, units
from tests.benchmarks.figure import Figure
from tests.benchmarks.room_lag import environment
from tests.ui.scene import NOW, alarm, incident_rows, room_rows
from tests.ui.seats import Desk, make_desk

ACTS, UNITS, SEED, TIMEOUT_S = 10_000, 40, 20, 1_800
RULE_MS = 400.0
"""What was painted for less had not been seen; written down here apart from the program's own."""
EVERY_MS = 400.0
"""Between two changes underneath, on average."""
LOOKED_BACK = 400
CLOCKED = (
    "command_center.ui.detail.cards.now_ms",
    "command_center.ui.detail.panel.now_ms",
    "command_center.ui.detail.card_button.now_ms",
    "command_center.ui.alarms.banner.now_ms",
)
SHOWN = ("queue", "detail", "alarms")
"""Panels of the window: what an order is given in, and what changes beside it."""
PLACES = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
STREETS = ("Jl. Ijen 25", "Jl. Kawi 3", "Jl. Veteran 8", "Jl. Bandung 1")
BUSY = (UnitStatus.BREAK, UnitStatus.RETURNING, UnitStatus.UNAVAILABLE)


@dataclass(slots=True)
class Hand:
    """Milliseconds that pass when told."""

    ms: float = 100_000.0

    def __call__(self) -> float:
        return self.ms


class Shaken(Recommender):
    """The real advice, in an order that is another one each time, as if everybody drove."""

    dice = random.Random(0)

    def advise(self, copy: RoomCopy, incident_id: str, most: int, now: datetime) -> Advice | None:
        advice = super().advise(copy, incident_id, most, now)
        if advice is None:
            return None
        offers = list(advice.offers)
        if self.dice.random() < 0.7:
            self.dice.shuffle(offers)
        if offers and self.dice.random() < 0.2:
            offers.pop()
        return dataclasses.replace(advice, offers=tuple(offers))


@dataclass(frozen=True, slots=True)
class Screen:
    """What stood on it from `at_ms` on: the cards from the first to the last, those that were
    marked, the words of the order."""

    at_ms: float
    cards: tuple[str, ...]
    marked: frozenset[str]
    words: str


class Witness(QObject):
    """Looks at nothing but paints."""

    def __init__(self, detail: DetailPanel, hand: Hand) -> None:
        super().__init__()
        self._detail, self._hand = detail, hand
        self._cards = detail.strip.findChildren(UnitCard)
        self._painted: dict[QObject, tuple[str, bool]] = {}
        self._words = ""
        self.screens: list[Screen] = []
        for card in self._cards:
            card.installEventFilter(self)
        detail.box.words.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Paint:
            if isinstance(watched, UnitCard) and watched.offer is not None:
                self._painted[watched] = watched.offer.unit_id, watched.isChecked()
            elif not isinstance(watched, UnitCard):
                self._words = self._detail.box.words.toPlainText()
        if kind in (QEvent.Type.Paint, QEvent.Type.Hide):
            self._note()
        return False

    def _note(self) -> None:
        shown = [card for card in self._cards if card.isVisible()]
        said = [self._painted[card] for card in shown if card in self._painted]
        marked = frozenset(id for id, on in said if on)
        screen = Screen(self._hand.ms, tuple(id for id, _ in said), marked, self._words)
        last = self.screens[-1] if self.screens else None
        if last is not None and last.at_ms == screen.at_ms:
            self.screens.pop()
        self.screens = [*self.screens[-LOOKED_BACK:], screen]

    def seen(self, at_ms: float) -> Screen:
        """What stood there long enough before."""
        found = [one for one in self.screens if one.at_ms <= at_ms - RULE_MS]
        return found[-1] if found else Screen(0.0, (), frozenset(), "")

    def forget(self) -> None:
        """Another incident: what stood there was about the one before."""
        self.screens = []


@dataclass(slots=True)
class Tally:
    """`keys` = order keys; `sent` without a question, `confirmed` after one; `fresh` = the key did
    nothing but ask, as the screen had just changed, `needless` = though it had not; `nobody` =
    there was nobody to send; `differ` = orders that went to others, or in other words, than had
    been painted; `reordered` of the `changes` brought other cards."""

    acts: int = 0
    keys: int = 0
    sent: int = 0
    confirmed: int = 0
    fresh: int = 0
    needless: int = 0
    nobody: int = 0
    differ: int = 0
    changes: int = 0
    reordered: int = 0


class Hands:
    """Acts on the window at random moments and judges every order that comes of it."""

    def __init__(self, desk: Desk, window: Window, hand: Hand, seed: int) -> None:
        self.tally = Tally()
        self._desk, self._window, self._hand = desk, window, hand
        self._dice = random.Random(seed)
        panel = window.docks["detail"].panel
        assert isinstance(panel, DetailPanel)
        self.detail = panel
        self.witness = Witness(panel, hand)
        self._due = hand.ms + EVERY_MS
        self._chosen: set[str] = set()
        self._chose_ms = 0.0
        self._number = 0

    def play(self, acts: int) -> Tally:
        self._select()
        while self.tally.acts < acts:
            self._wait(self._gap())
            self.tally.acts += 1
            self._act()
            self._paint()
        return self.tally

    def _paint(self) -> None:
        """What was told is folded, advised on and painted at once: the window's own pauses between
        changes are for people's eyes."""
        QCoreApplication.processEvents()
        self._desk.seat.live.hurry()
        for _ in range(2):
            QCoreApplication.processEvents()

    def _gap(self) -> float:
        """Hands that are quick, steady or slow."""
        low, high = self._dice.choice(((5, 150), (150, 600), (600, 1_500)))
        return self._dice.uniform(low, high)

    # --- underneath ----------------------------------------------------------------------------

    def _wait(self, gap_ms: float) -> None:
        """Let it pass, with whatever comes in between."""
        until = self._hand.ms + gap_ms
        while self._due <= until:
            self._hand.ms = self._due
            self._due += self._dice.expovariate(1 / EVERY_MS)
            before = self.detail.set.cards
            self._change()
            self._paint()
            self.tally.changes += 1
            self.tally.reordered += self.detail.set.cards != before
        self._hand.ms = until
        self._desk.clock.forward(gap_ms / 1000)

    def _change(self) -> None:
        draw = self._dice.random()
        if draw < 0.45:
            self.detail._advised_at = None  # as if the last advice were old
            self._desk.tick(0)
        elif draw < 0.75:
            self._unit_says()
        elif draw < 0.85:
            incident = self._desk.row("incident", self._incident)
            self._desk.change(incident, address=self._dice.choice(STREETS))
        else:
            self._alarm()

    def _unit_says(self) -> None:
        ids = [row.id for row in self._desk.seat.situation.all("unit")]
        for id in self._dice.sample(ids, 2):
            unit = self._desk.row("unit", id)
            free = unit.status is UnitStatus.AVAILABLE and self._dice.random() < 0.4
            to = self._dice.choice(BUSY) if free else UnitStatus.AVAILABLE
            self._desk.change(unit, status=to, status_since=self._desk.clock.now())
            self._desk.telemetry.at[id] = dataclasses.replace(
                position(id, self._dice), at=self._desk.clock.now()
            )

    def _alarm(self) -> None:
        self._number += 1
        last = f"ring-{self._number - 3}"
        self._desk.add(alarm(f"ring-{self._number}", AlarmType.COVERAGE_EMPTY, 2, 0, area="Sukun",
                             subject_kind="place", subject_id="35.73.04"))  # fmt: skip
        if ("alarm", last) in self._desk.feed.rows:
            self._desk.change(self._desk.row("alarm", last), cleared_at=self._desk.clock.now())

    # --- the hands -----------------------------------------------------------------------------

    @property
    def _incident(self) -> str:
        return str(self._desk.seat.selection.incident_id)

    def _act(self) -> None:
        draw = self._dice.random()
        if self.detail.bar.isVisible():
            self._answer(Qt.Key.Key_Return if draw < 0.8 else Qt.Key.Key_Escape)
        elif draw < 0.68:
            self._order()
        elif draw < 0.92:
            self._choose(self._dice.randrange(len(PLACES)))
        else:
            self._select()

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._window, key)
        QCoreApplication.processEvents()

    def _select(self) -> None:
        open_now = [row.id for row in self._desk.seat.situation.open_incidents() if row.lat]
        others = sorted(set(open_now) - {self._incident})
        self._chosen.clear()
        self.witness.forget()
        self._desk.seat.selection.select_incident(self._dice.choice(others))

    def _choose(self, place: int) -> None:
        seen = self.witness.seen(self._hand.ms).cards or self._now.cards
        QTest.keyClick(self._window, PLACES[place], Qt.KeyboardModifier.ControlModifier)
        if place < len(seen):
            unit = seen[place]
            self._chosen ^= {unit}
            self._chose_ms = self._hand.ms

    @property
    def _now(self) -> Screen:
        last = self.witness.screens
        return last[-1] if last else Screen(0.0, (), frozenset(), "")

    def _meant(self, cards: tuple[str, ...]) -> frozenset[str]:
        """Of these cards those that were chosen, else the first."""
        chosen = frozenset(id for id in cards if id in self._chosen)
        return chosen or frozenset(cards[:1])

    def _order(self) -> None:
        self.tally.keys += 1
        seen = self.witness.seen(self._hand.ms)
        before, now = len(self._desk.commands), self._now
        self._press(Qt.Key.Key_Return)
        sent = self._orders(before)
        if sent:
            self.tally.sent += 1
            self._judge(sent[0], seen)
        elif self.detail.bar.isVisible():
            self.tally.fresh += 1
            self.tally.needless += now.at_ms <= self._hand.ms - RULE_MS
        else:
            self.tally.nobody += 1

    def _answer(self, key: Qt.Key) -> None:
        seen = self.witness.seen(self._hand.ms)
        before = len(self._desk.commands)
        self._press(key)
        for order in self._orders(before):
            self.tally.confirmed += 1
            self._judge(order, seen)

    def _orders(self, before: int) -> list[OrderUnits]:
        return [one for one in self._desk.commands[before:] if isinstance(one, OrderUnits)]

    def _judge(self, order: OrderUnits, seen: Screen) -> None:
        """Against what stood there; a choice of one's own counts at once, with its words."""
        lately = self._chose_ms > self._hand.ms - RULE_MS
        units = frozenset(order.unit_ids)
        same = units == self._meant(seen.cards) and order.incident_id == self._incident
        if not lately:
            same = same and units == seen.marked and order.text == seen.words
        same = same and order.address is not None and order.address in order.text
        self.tally.differ += not same
        self._chosen.clear()
        for id in order.unit_ids:
            row = self._desk.row("unit", id)
            if self._dice.random() < 0.7:
                now = self._desk.clock.now()
                self._desk.change(row, status=UnitStatus.ORDERED, status_since=now)


@contextmanager
def at_the_window(seed: int) -> Iterator[Hands]:
    """The window with its queue, detail, board and alarms, and hands on it."""
    app = application()
    hand, dice = Hand(), random.Random(seed)
    rows = [*room_rows(), *incident_rows(), *units(UNITS, dice)]
    with tempfile.TemporaryDirectory(prefix="bench-painted-") as name, ExitStack() as stack:
        for clocked in CLOCKED:
            stack.enter_context(patch(clocked, hand))
        desk = make_desk(rows, NOW, Path(name))
        real = desk.seat.recommender
        Shaken.dice = random.Random(seed + 1)
        real.__class__ = Shaken
        for unit_id in [row.id for row in desk.seat.situation.all("unit")]:
            put = dataclasses.replace(position(unit_id, dice), at=NOW)
            desk.telemetry.at[unit_id] = put
        makers = {panel: PANELS[panel] for panel in SHOWN}
        window = Window(desk.seat, makers, Language(parent=app), Path(name))
        window.start()
        window.resize(1600, 900)
        assert QTest.qWaitForWindowActive(window)
        try:
            yield Hands(desk, window, hand, seed + 2)
        finally:
            window.close()
            desk.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def played(acts: int, seed: int = SEED) -> Tally:
    with at_the_window(seed) as hands:
        return hands.play(acts)


def run(acts: int) -> tuple[Counter[str], float]:
    """Half of them in each of two processes, side by side; with the seconds it took."""
    total: Counter[str] = Counter()
    began_s = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bench-") as name, ExitStack() as stack:
        hands = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "tests.benchmarks.dispatch_painted", str(n), str(seed)],
                    stdout=subprocess.PIPE,
                    text=True,
                    env=environment(Path(name)),
                )
            )
            for n, seed in ((acts // 2, SEED), (acts - acts // 2, SEED + 10))
        ]
        for process in hands:
            said, _ = process.communicate(timeout=TIMEOUT_S)
            assert process.returncode == 0, "the hands came to grief"
            total.update(json.loads(said.splitlines()[-1]))
    return total, time.monotonic() - began_s


def dispatch_painted(acts: int = ACTS) -> Iterator[Figure]:
    """Baseline of the orders: how many keys met a screen that had just changed, and would have sent
    what nobody had read."""
    told, took = run(acts)
    orders = told["sent"] + told["confirmed"]
    yield Figure("dispatch", "orders_sent_not_painted", told["differ"], "count", "lower",
                 orders, took, baseline=told["fresh"], target=0.0)  # fmt: skip
    yield Figure("dispatch", "order_keys_refused_as_too_fresh", told["fresh"], "count", "lower",
                 told["keys"], took)  # fmt: skip
    yield Figure("dispatch", "order_keys_refused_needlessly", told["needless"], "count", "lower",
                 told["keys"], took, target=0.0)  # fmt: skip
    yield Figure("dispatch", "advice_reordered_underneath", told["reordered"], "count", "higher",
                 told["changes"], took)  # fmt: skip


if __name__ == "__main__":
    print(json.dumps(dataclasses.asdict(played(int(sys.argv[1]), int(sys.argv[2])))), flush=True)
