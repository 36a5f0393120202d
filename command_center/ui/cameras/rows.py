"""A camera as a line of the list, with all that is looked for when somebody types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from command_center.domain.room import Camera
from command_center.ui.commandline.matching import folded

Key = tuple[str, str]


Word = tuple[str, str]
"""As it was typed, and as labels are compared: "cam-014" is cam14."""


@dataclass(frozen=True, slots=True)
class CameraRow:
    """`area` is the kelurahan's name, "" outside the city; all texts are from outside: plain."""

    camera: Camera
    area: str
    searched: str
    label: str

    @property
    def id(self) -> str:
        return self.camera.id

    @property
    def key(self) -> Key:
        """By label; labels repeat, ids do not."""
        return self.camera.label, self.camera.id


def camera_row(camera: Camera, area: str) -> CameraRow:
    parts = (camera.label, camera.name, camera.alias, camera.note, area, camera.owner)
    text = "\n".join(part for part in parts if part).casefold()
    return CameraRow(camera, area, text, folded(camera.label))


def wanted(text: str) -> tuple[Word, ...]:
    """The words of what was typed."""
    return tuple((word, folded(word)) for word in text.casefold().split())


def narrows(new: Sequence[Word], old: Sequence[Word]) -> bool:
    """Whether nothing can fit the new words that did not fit the old ones."""
    pairs = zip(new, old, strict=False)
    return len(new) >= len(old) and all(
        word.startswith(word_was) and short.startswith(short_was)
        for (word, short), (word_was, short_was) in pairs
    )


def fits(row: CameraRow, words: Sequence[Word]) -> bool:
    """Whether every word stands somewhere in it."""
    return all(word in row.searched or (short and short in row.label) for word, short in words)
