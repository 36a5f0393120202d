"""What is in the way of a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """`code` names the sentence, `params` fill it. `final`: the other side will never take this
    message, so it is not told again. `retry_s` is how long it asked to be left alone."""

    code: str
    final: bool = False
    params: Mapping[str, str] = field(default_factory=dict)
    retry_s: float = 0.0
