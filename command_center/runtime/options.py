"""What an option of this machine is: declared once, everything else derives from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import Field, dataclass, field
from enum import StrEnum
from typing import Any

from command_center.runtime.option_forms import Wrong, is_whole, one_line

Value = bool | int | str
Form = Callable[[str], Wrong | None]
_DECLARED = "option"
_WHOLE = re.compile(r"\s*-?[0-9]{1,9}\s*")
_TRUE, _FALSE = frozenset({"true", "yes", "on", "1", "ya"}), frozenset({"false", "no", "off", "0"})


class Kind(StrEnum):
    """How it is filled in."""

    SWITCH = "switch"
    NUMBER = "number"
    TEXT = "text"
    FILE = "file"
    FOLDER = "folder"
    CHOICE = "choice"
    SECRET = "secret"  # noqa: S105 - its name, none of ours


class Subject(StrEnum):
    """Under which heading it stands."""

    ROOM = "room"
    DESK = "desk"
    CAMERAS = "cameras"
    OBSERVERS = "observers"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Option:
    """`meaning` is English, for documents and the terminal; ui.settings has the words of the
    screen. `low` and `high` bound a number, `unit` is what it counts. `form` looks at a text that
    is not empty and at nothing else; `choices` looks at the disk. `suffixes` are those of its
    files. `refuse`: where what is said of it cannot be used the program does not start, because
    what would count instead does harm; the others go on with what the next lower layer says.
    `founding`: it counts when a room is founded, not when the program starts again."""

    name: str
    default: Value
    kind: Kind
    subject: Subject
    meaning: str
    low: int = 0
    high: int = 0
    unit: str = ""
    form: Form = one_line
    choices: Callable[[], Sequence[str]] | None = None
    suffixes: tuple[str, ...] = ()
    refuse: bool = False
    founding: bool = False

    @property
    def secret(self) -> bool:
        return self.kind is Kind.SECRET

    def wrong(self, value: object) -> Wrong | None:
        """Why it cannot have that value, by its form alone; None: it can."""
        if type(value) is not type(self.default):
            return self._other_type()
        if isinstance(value, bool):
            return None
        if isinstance(value, int):
            return is_whole(value, self.low, self.high)
        return one_line(str(value)) or (self.form(str(value)) if value else None)

    def _other_type(self) -> Wrong:
        if self.kind is Kind.NUMBER:
            return Wrong("setting_not_whole", {"low": self.low, "high": self.high})
        return Wrong("setting_not_switch" if self.kind is Kind.SWITCH else "setting_not_text")

    def read(self, text: str) -> Value | Wrong:
        """What was typed, or stands in the environment, as a value of its type."""
        value: Value | None = text
        if self.kind is Kind.SWITCH:
            word = text.strip().lower()
            value = True if word in _TRUE else False if word in _FALSE else None
        elif self.kind is Kind.NUMBER:
            value = int(text) if _WHOLE.fullmatch(text) else None
        if value is None:
            return self._other_type()
        return self.wrong(value) or value


def declared(
    default: Value, kind: Kind, subject: Subject, meaning: str, **more: Any
) -> Any:  # a field of the dataclass that holds the options
    """An option as a field; its name is the field's."""
    said = {"kind": kind, "subject": subject, "meaning": meaning, **more}
    return field(default=default, repr=kind is not Kind.SECRET, metadata={_DECLARED: said})


def option_of(one: Field[Any]) -> Option:
    """The option that a field declares."""
    default: Any = one.default
    return Option(name=one.name, default=default, **one.metadata[_DECLARED])
