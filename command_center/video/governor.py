"""Shares out a processor budget among the cameras, by what they really cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from command_center.video.model import Attention, Level, LevelReason

LADDER = (Level.STILL, Level.KEY, Level.HALF, Level.FULL)
SHARE = {Level.STILL: 0.01, Level.KEY: 0.08, Level.HALF: 0.8, Level.FULL: 1.0}
GUESS_CORES = 0.04  # a camera at FULL before anything is known
SMOOTHING = 0.3
FILL = 0.85  # of the budget is given away; the rest is slack, so that nothing flaps
WARM_S = 10.0  # a hidden camera stays ready to be shown so long
HOLD_S = 4.0  # nothing is given back so soon after something had to be taken
HOLD_MAX_S = 60.0
RELAPSE_S = 15.0  # taken again so soon after giving back: hold twice as long
LATE_MS = 20.0  # the window is late
PRESSURE_MIN = 0.2
PRESSURE_CUT = 0.8
PRESSURE_GAIN = 1.05
DRIFTING = 0.2  # of the cameras that are fully decoded come late: the machine is too slow
SLOW_LOOKS = 3  # in a row: less is a moment that the cameras make up for by themselves

Assigned = tuple[Level, LevelReason]


@dataclass(frozen=True)
class Load:
    """What a camera has cost since the last look: `cores` at the `level` it really was at."""

    level: Level
    cores: float
    drifting: bool = False


@dataclass
class _Known:
    """What is remembered of a camera between two looks."""

    attention: Attention
    hidden_s: float
    risen_s: float
    full_cores: float | None = None
    key_cores: float | None = None
    level: Level = Level.KEY


class Governor:
    """Assigns a level to every camera, the highest attention first.

    Fed with numbers only; call `plan` when the attention changes and twice a second. Learns
    what each camera costs; one that has not been seen at FULL is taken for a middling one.
    """

    def __init__(self, budget_cores: float) -> None:
        """`budget_cores`: what the engine's process may use when it is busy, in cores."""
        self.budget_cores = budget_cores
        self._known: dict[str, _Known] = {}
        self._lowest_first: list[str] = []
        self._overhead = 1.0
        self._pressure = 1.0
        self._window_presses = False
        self._slow_looks = 0
        self._hold_until_s = float("-inf")
        self._hold_s = HOLD_S
        self._gave_s = self._took_s = float("-inf")

    def observe(
        self, now_s: float, loads: Mapping[str, Load], process_cores: float, late_ms: float
    ) -> None:
        """Learn from the time since the last call: every camera's load, what the whole process
        used, and how late the window was at worst."""
        for camera, load in loads.items():
            known = self._known.get(camera)
            if known is not None:
                _learn(known, load)
        threads = sum(load.cores for load in loads.values())
        if threads > 0.02:
            ratio = min(3.0, max(1.0, process_cores / threads))
            self._overhead += SMOOTHING * (ratio - self._overhead)
        decoded = [load for load in loads.values() if load.level in (Level.HALF, Level.FULL)]
        drifting = sum(load.drifting for load in loads.values())
        slow = drifting > DRIFTING * max(1, len(decoded) + drifting)
        self._slow_looks = self._slow_looks + 1 if slow else 0
        late = late_ms > LATE_MS
        if late or self._slow_looks >= SLOW_LOOKS:
            self._window_presses = late
            self._pressure = max(PRESSURE_MIN, self._pressure * PRESSURE_CUT)
            self._took(now_s)
        elif now_s >= self._hold_until_s:
            self._pressure = min(1.0, self._pressure * PRESSURE_GAIN)

    def plan(
        self, now_s: float, cameras: Sequence[str], ranks: Mapping[str, Attention]
    ) -> dict[str, Assigned]:
        """Level and reason of every camera, in the order they are shown in; cameras without a
        rank are hidden."""
        self._meet(now_s, cameras, ranks)
        wanted = {camera: self._wanted(camera, now_s) for camera in cameras}
        self._lowest_first = list(reversed(cameras))  # of equal attention the last shown
        self._lowest_first.sort(key=lambda camera: self._known[camera].attention)
        levels = {}
        for camera in cameras:
            levels[camera] = min(self._known[camera].level, wanted[camera], key=LADDER.index)
            # What nobody looks at costs next to nothing and is not worth an argument.
            if LADDER.index(wanted[camera]) <= LADDER.index(Level.KEY):
                levels[camera] = wanted[camera]
            elif levels[camera] is Level.STILL:
                levels[camera] = Level.KEY
        self._take(now_s, levels)
        self._give(now_s, levels, wanted)
        for camera, level in levels.items():
            self._known[camera].level = level
        return {camera: (levels[camera], self._reason(camera, levels, wanted)) for camera in levels}

    def _meet(self, now_s: float, cameras: Sequence[str], ranks: Mapping[str, Attention]) -> None:
        known = {}
        for camera in cameras:
            attention = ranks.get(camera, Attention.HIDDEN)
            entry = self._known.get(camera) or _Known(attention, now_s, now_s)
            if attention is Attention.HIDDEN and entry.attention is not Attention.HIDDEN:
                entry.hidden_s = now_s
            if attention > entry.attention:
                entry.risen_s = now_s
            entry.attention = attention
            known[camera] = entry
        self._known = known

    def _wanted(self, camera: str, now_s: float) -> Level:
        known = self._known[camera]
        if known.attention is Attention.HIDDEN:
            return Level.KEY if now_s - known.hidden_s < WARM_S else Level.STILL
        return Level.KEY if known.attention is Attention.NEXT_PAGE else Level.FULL

    def _take(self, now_s: float, levels: dict[str, Level]) -> None:
        """Lower the lowest until all fits in."""
        allowed = self._allowed(levels)
        total = self._total(levels)
        for camera in self._lowest_first:
            for level in (Level.HALF, Level.KEY):
                if total <= allowed:
                    return
                if LADDER.index(levels[camera]) > LADDER.index(level):
                    total -= self._cost(camera, levels[camera]) - self._cost(camera, level)
                    levels[camera] = level
                    self._took(now_s)

    def _give(self, now_s: float, levels: dict[str, Level], wanted: Mapping[str, Level]) -> None:
        """Raise the highest while there is room, or while a lower one has something to give.

        What had to be taken is held back for a while; who is looked at anew need not wait.
        """
        allowed = FILL * self._allowed(levels)
        total = self._total(levels)
        for camera in reversed(self._lowest_first):
            held = now_s < self._hold_until_s and self._known[camera].risen_s <= self._took_s
            while levels[camera] is not wanted[camera]:
                higher = LADDER[LADDER.index(levels[camera]) + 1]
                more = self._cost(camera, higher) - self._cost(camera, levels[camera])
                freed = self._yield_to(camera, levels, total + more - allowed)
                total -= freed
                if total + more > allowed or (not freed and held):
                    break
                total += more
                levels[camera] = higher
                self._gave_s = now_s

    def _yield_to(self, camera: str, levels: dict[str, Level], need: float) -> float:
        """Cores that cameras of less attention give up, all that is needed or nothing."""
        least = self._known[camera].attention
        given: list[str] = []
        freed = 0.0
        for other in self._lowest_first:
            if freed >= need or self._known[other].attention >= least:
                break
            if LADDER.index(levels[other]) > LADDER.index(Level.KEY):
                freed += self._cost(other, levels[other]) - self._cost(other, Level.KEY)
                given.append(other)
        if need <= 0 or freed < need:
            return 0.0
        for other in given:
            levels[other] = Level.KEY
        return freed

    def _reason(
        self, camera: str, levels: Mapping[str, Level], wanted: Mapping[str, Level]
    ) -> LevelReason:
        if self._known[camera].attention is Attention.HIDDEN:
            return LevelReason.HIDDEN
        if levels[camera] is wanted[camera]:
            return LevelReason.WANTED
        pressed = self._window_presses and self._pressure < 1.0
        if not pressed:
            return LevelReason.BUDGET
        higher = LADDER[LADDER.index(levels[camera]) + 1]
        more = self._cost(camera, higher) - self._cost(camera, levels[camera])
        fits = self._total(levels) + more <= FILL * self.budget_cores
        return LevelReason.WINDOW if fits else LevelReason.BUDGET

    def _took(self, now_s: float) -> None:
        self._took_s = now_s
        relapse = now_s - self._gave_s < RELAPSE_S
        if now_s >= self._hold_until_s:
            self._hold_s = min(HOLD_MAX_S, 2 * self._hold_s) if relapse else HOLD_S
        self._hold_until_s = now_s + self._hold_s

    def _allowed(self, levels: Mapping[str, Level]) -> float:
        """Cores to share out: pressure takes from what is more than the least, so that even then
        something is left for the highest."""
        least = sum(
            self._cost(camera, min(level, Level.KEY, key=LADDER.index))
            for camera, level in levels.items()
        )
        more = max(0.0, self.budget_cores - least)
        return self.budget_cores - more * (1.0 - self._pressure)

    def _total(self, levels: Mapping[str, Level]) -> float:
        return sum(self._cost(camera, level) for camera, level in levels.items())

    def _cost(self, camera: str, level: Level) -> float:
        known = self._known[camera]
        full = self._guess() if known.full_cores is None else known.full_cores
        cores = full * SHARE[level]
        if level is Level.KEY and known.key_cores is not None:
            cores = min(full, known.key_cores)
        return cores * self._overhead

    def _guess(self) -> float:
        known = sorted(k.full_cores for k in self._known.values() if k.full_cores is not None)
        return known[len(known) // 2] if known else GUESS_CORES


def _learn(known: _Known, load: Load) -> None:
    if load.cores <= 0 or load.level is Level.STILL or load.drifting:
        return
    if load.level is Level.KEY:
        known.key_cores = _smooth(known.key_cores, load.cores)
    else:
        known.full_cores = _smooth(known.full_cores, load.cores / SHARE[load.level])


def _smooth(known: float | None, new: float) -> float:
    return new if known is None else known + SMOOTHING * (new - known)
