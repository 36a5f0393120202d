"""One line of `make bench`: a number, what it stands beside, and whether it is good enough."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

Better = Literal["lower", "higher"]


@dataclass(frozen=True, slots=True)
class Figure:
    """`target` judges the value, or with `by_ratio` the value divided by the baseline of the same
    run; None = nothing is promised. `n` = how many samples, `seconds` = how long measured."""

    bench: str
    figure: str
    value: float
    unit: str
    better: Better
    n: int
    seconds: float
    baseline: float | None = None
    target: float | None = None
    by_ratio: bool = False

    @property
    def ratio(self) -> float | None:
        return self.value / self.baseline if self.baseline else None

    @property
    def met(self) -> bool | None:
        judged = self.ratio if self.by_ratio else self.value
        if self.target is None or judged is None:
            return None
        return judged <= self.target if self.better == "lower" else judged >= self.target

    def line(self) -> str:
        """The JSON object, on one line, figures to four places."""
        return json.dumps(
            {
                "bench": self.bench,
                "figure": self.figure,
                "value": _short(self.value),
                "unit": self.unit,
                "better": self.better,
                "baseline": _short(self.baseline),
                "ratio": _short(self.ratio),
                "target": self.target,
                "met": self.met,
                "n": self.n,
                "seconds": round(self.seconds, 1),
            }
        )


def _short(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.4g}")
