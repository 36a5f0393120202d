"""How many of such warnings are expected to be real, at the rate the room has real ones."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.advice.early_warning.plan import Plan


@dataclass(frozen=True, slots=True)
class Judged:
    """What people have made of earlier episodes: so many followed up in so many days."""

    followed: int = 0
    days: float = 0.0


def real_a_day(plan: Plan, judged: Judged) -> float:
    """Real clusters a day: what the plan assumes, giving way to what the room has judged."""
    weight = plan.real_weight_days
    return (plan.real_a_day * weight + judged.followed) / (weight + max(judged.days, 0.0))


def rings(plan: Plan, share: float, *, learning: bool) -> bool:
    """Whoever hears of chance too often stops listening."""
    return not learning and share >= plan.ring_share


def true_share(real: float, power: float, false: float) -> float:
    """Of the episodes at least this strong, the share that is real: `real` clusters a day, of which
    `power` are seen, beside `false` ones a day."""
    seen = real * power
    return seen / (seen + false) if seen + false > 0 else 0.0
