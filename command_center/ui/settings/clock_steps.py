"""What one desk asks of the room's clocks: one thing at a time, each upon the setting as the one
before left it. What came of it can be taken back for as long as nobody else was at the clock."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from command_center.domain.targets import CLOCKS, fits


@dataclass(frozen=True, slots=True)
class _Deed:
    """On its way since the setting had the version `before`; `steps` lead back from it, the last
    one first."""

    name: str
    seconds: int
    before: int
    steps: list[int]
    stored: bool = False


@dataclass(frozen=True, slots=True)
class _Wish:
    """Waits for what is on its way; `back`: along the steps."""

    seconds: int
    back: bool = False


class ClockSteps:
    """`send` is given a clock and its seconds; `stored` or `failed` is to be told of each."""

    def __init__(self, send: Callable[[str, int], None]) -> None:
        self._send = send
        self._version = 0
        self._now: Mapping[str, object] = {}
        self._kept: dict[str, int] = {}
        self._steps: dict[str, list[int]] = {}
        self._deed: _Deed | None = None
        self._wishes: dict[str, _Wish] = {}

    def see(self, version: int, now: Mapping[str, object]) -> None:
        """What the room's setting says by now of each clock, and which version of it that is."""
        if version > self._version + 1:  # of what was in between nothing is known here
            self._forget_steps()
        self._version, self._now = version, now
        for name, kept in self._kept.items():
            asked = self._deed is not None and self._deed.name == name
            if now[name] != kept and not asked:
                self._steps.pop(name, None)
        self._look_for_deed()

    def forget(self) -> None:
        """Somebody else sits here: neither theirs to take back nor to ask for."""
        self._forget_steps()
        self._wishes.clear()

    def _forget_steps(self) -> None:
        self._steps.clear()
        if self._deed is not None:
            self._deed = replace(self._deed, steps=[])

    # --- reading -------------------------------------------------------------------------------

    def is_ours(self, name: str) -> bool:
        """What somebody else did, here or elsewhere, is not taken back from here."""
        return bool(self._steps.get(name)) and not self.is_asked(name)

    def is_asked(self, name: str) -> bool:
        """Whether something is on its way for it, or waits."""
        return name in self._wishes or (self._deed is not None and self._deed.name == name)

    # --- asking --------------------------------------------------------------------------------

    def ask(self, name: str, seconds: int) -> None:
        """Nothing is asked for that counts, or will count by what was asked already."""
        self._wishes.pop(name, None)
        if seconds != self._coming(name):
            self._wish(name, _Wish(seconds))

    def take_back(self, name: str) -> None:
        if self.is_ours(name):
            self._wish(name, _Wish(self._steps[name][-1], back=True))

    def stored(self) -> None:
        if self._deed is not None:
            self._deed = replace(self._deed, stored=True)
            self._look_for_deed()

    def failed(self) -> None:
        self._deed = None
        self._next()

    # --- inside --------------------------------------------------------------------------------

    def _coming(self, name: str) -> object:
        deed = self._deed
        return deed.seconds if deed is not None and deed.name == name else self._now.get(name)

    def _wish(self, name: str, wish: _Wish) -> None:
        self._wishes[name] = wish
        if self._deed is None:
            self._next()

    def _next(self) -> None:
        while self._wishes and self._deed is None:
            name = next(iter(self._wishes))
            wish, now = self._wishes.pop(name), self._now.get(name)
            steps = self._steps.get(name, [])
            if wish.seconds == now or (wish.back and not steps):
                continue
            known = [now] if isinstance(now, int) and fits(CLOCKS[name], now) else []
            steps = steps[:-1] if wish.back else [*steps, *known]
            self._deed = _Deed(name, wish.seconds, self._version, steps)
            self._send(name, wish.seconds)

    def _look_for_deed(self) -> None:
        """Kept, and seen here: the next may be asked for upon it."""
        deed = self._deed
        if deed is None or not deed.stored or self._version <= deed.before:
            return
        self._deed = None
        self._kept[deed.name], self._steps[deed.name] = deed.seconds, deed.steps
        if self._now[deed.name] != deed.seconds:
            del self._steps[deed.name]
        self._next()
