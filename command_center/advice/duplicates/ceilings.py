"""The most points each open incident can get from its category and age, ready made for every way
that reports are called: one row for each, corrected where an incident changes."""

from __future__ import annotations

import numpy as np

from command_center.advice.duplicates.limits import FloatArray, Limits

AGE_S = 7_200.0
SLACK = 1e-6
"""For what is lost where large seconds are added and taken away again."""
Called = tuple[int, int]
"""Codes of a category: what the source calls it and what its words say, twice the same if one."""


class Ceilings:
    """Rows of shape (ways of calling, cards); of one set of weights."""

    def __init__(self, limits: Limits, capacity: int) -> None:
        self._same, self._kin = limits.weights["same"], limits.weights["kin"]
        self._by_s = min(limits.weights["age"], 0.0) / AGE_S
        self._at: dict[Called, int] = {}
        self._given = np.zeros(0, np.intp)
        self._said = np.zeros(0, np.intp)
        self._rows: FloatArray = np.zeros((0, capacity))

    def row(
        self, called: Called, share: FloatArray, relate: FloatArray, first: FloatArray
    ) -> FloatArray:
        """Of the cards with these shares (codes, n) and first reports (n,); not to be changed."""
        at = self._at.get(called)
        if at is None:
            at = self._at[called] = len(self._at)
            self._given = np.append(self._given, called[0])
            self._said = np.append(self._said, called[1])
            self._rows = np.concatenate((self._rows, np.zeros((1, self._rows.shape[1]))))
            given, said = called
            self._rows[at, : len(first)] = self._most(
                share[given], share[said], relate[given], relate[said], first
            )
        return self._rows[at, : len(first)]

    def bar(self, least: float, at_s: float) -> float:
        """What a row has to reach where `least` points are wanted of a report of that time."""
        return least - at_s * self._by_s - SLACK

    def write(self, slot: int, share: FloatArray, relate: FloatArray, first_s: float) -> None:
        """One card has changed: its shares (codes,)."""
        given, said = self._given, self._said
        self._rows[:, slot] = self._most(
            share[given], share[said], relate[given], relate[said], first_s
        )

    def move(self, slot: int, last: int) -> None:
        self._rows[:, slot] = self._rows[:, last]

    def grow(self) -> None:
        self._rows = np.concatenate((self._rows, np.zeros_like(self._rows)), axis=1)

    def _most(
        self,
        given: FloatArray,
        said: FloatArray,
        near_given: FloatArray,
        near_said: FloatArray,
        first_s: FloatArray | float,
    ) -> FloatArray:
        same = np.maximum(given, said)
        kin = np.minimum(np.maximum(near_given, near_said), 1.0 - same)
        most: FloatArray = same * self._same + kin * self._kin - first_s * self._by_s
        return most
