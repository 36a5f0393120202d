"""What a rule says: an alarm that should stand now."""

from __future__ import annotations

from dataclasses import dataclass, field

from command_center.domain.room import AlarmType


@dataclass(frozen=True, slots=True)
class Due:
    """An alarm that should stand: what about, and the values its sentence needs."""

    type: AlarmType
    subject_kind: str
    subject_id: str
    params: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        return self.type.value, self.subject_id
