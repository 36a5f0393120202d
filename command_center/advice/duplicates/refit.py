"""Weights learnt from what a room's operators answered, and what that would change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from command_center.advice.duplicates.book import FEATURES, LARGEST, Weights

FloatArray = NDArray[np.float64]
LEAST, LEAST_EACH = 100, 20
PULL = 0.5
"""How strongly each weight is held where it was, in points² per answer's worth of evidence."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person was shown, and said."""

    features: Mapping[str, float]
    same: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """Of the answers: `precision` of what the bar would file; `recall` of what is the same that
    would be filed or asked; `asked` share of all; `hidden` share of what is not the same that would
    be filed. None where there is nothing to measure it on."""

    precision: float | None
    recall: float | None
    asked: float
    hidden: float | None


@dataclass(frozen=True, slots=True)
class Refit:
    """`after` is measured on answers each fit had not seen."""

    answers: int
    same: int
    weights: Weights
    before: Measured
    after: Measured


class TooFewAnswers(ValueError):
    """`answers` usable ones, of which `fewer` of the rarer kind."""

    def __init__(self, answers: int, fewer: int) -> None:
        super().__init__(f"{answers} answers, {fewer} of the rarer kind")
        self.answers, self.fewer = answers, fewer


def refit(answers: Sequence[Answer], old: Weights) -> Refit:
    """Logistic regression drawn towards the weights that stand; bars stay. TooFewAnswers."""
    seen = [answer for answer in answers if answer.features]
    same = sum(1 for answer in seen if answer.same)
    if len(seen) < LEAST or min(same, len(seen) - same) < LEAST_EACH:
        raise TooFewAnswers(len(seen), min(same, len(seen) - same))
    rows = np.array([[a.features.get(name, 0.0) for name in FEATURES] for a in seen])
    labels = np.array([float(a.same) for a in seen])
    return Refit(
        answers=len(seen),
        same=same,
        weights=_weights(_fit(rows, labels, _vector(old)), old),
        before=measure(_points(rows, _vector(old)), labels, old),
        after=measure(_held_out(rows, labels, old), labels, old),
    )


def _held_out(rows: FloatArray, labels: FloatArray, old: Weights) -> FloatArray:
    """Points of each answer by a fit on the folds it is not in."""
    points = np.zeros(len(labels))
    fold = np.arange(len(labels)) % FOLDS
    for number in range(FOLDS):
        fitted = _fit(rows[fold != number], labels[fold != number], _vector(old))
        points[fold == number] = _points(rows[fold == number], fitted)
    return points


def _fit(rows: FloatArray, labels: FloatArray, start: FloatArray) -> FloatArray:
    columns = np.column_stack((rows, np.ones(len(rows))))

    def loss(weights: FloatArray) -> tuple[float, FloatArray]:
        points = columns @ weights
        chance = 1.0 / (1.0 + np.exp(-points))
        moved = weights - start
        value = np.logaddexp(0.0, points).sum() - labels @ points + PULL * (moved @ moved)
        slope: FloatArray = columns.T @ (chance - labels) + 2.0 * PULL * moved
        return float(value), slope

    found: FloatArray = minimize(loss, start.copy(), jac=True, method="L-BFGS-B").x
    return np.clip(np.round(found, 2), -LARGEST, LARGEST)


def _vector(weights: Weights) -> FloatArray:
    return np.array([*(weights.points[name] for name in FEATURES), weights.bias])


def _points(rows: FloatArray, weights: FloatArray) -> FloatArray:
    points: FloatArray = rows @ weights[:-1] + weights[-1]
    return points


def _weights(vector: FloatArray, old: Weights) -> Weights:
    points = dict(zip(FEATURES, (float(value) for value in vector), strict=False))
    return Weights(points, float(vector[-1]), old.attach, old.attach_grave, old.ask)


def measure(points: FloatArray, labels: FloatArray, bars: Weights) -> Measured:
    """`points` and `labels` (1.0 the same) of shape (n,), n > 0."""
    filed, asked = points >= bars.attach, (points >= bars.ask) & (points < bars.attach)
    same = labels > 0.5
    return Measured(
        precision=_share(filed & same, filed),
        recall=_share((filed | asked) & same, same),
        asked=float(asked.mean()),
        hidden=_share(filed & ~same, ~same),
    )


def _share(part: NDArray[np.bool_], whole: NDArray[np.bool_]) -> float | None:
    return float(part.sum() / whole.sum()) if whole.any() else None
