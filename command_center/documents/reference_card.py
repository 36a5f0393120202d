"""The quick-reference card: what stands on it, as data of the handbook. Keys, shapes and commands
are not written here: they come from the program when it is printed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do when `head`. `{id}` in `text` stands for an action with its key."""

    head: str
    text: str


@dataclass(frozen=True, slots=True)
class KeyList:
    """Ids of actions, in the order in which a hand needs them."""

    title: str
    actions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CardText:
    """The words of the card in one language. `titles` by the name of the part."""

    titles: dict[str, str]
    keys: tuple[KeyList, ...]
    signs: tuple[Advice, ...]
    advice: tuple[Advice, ...]


def read_card(file: Path, language: str) -> CardText:
    """KeyError where the language is not there."""
    words = tomllib.loads(file.read_text(encoding="utf-8"))[language]
    return CardText(
        dict(words["titles"]),
        tuple(KeyList(one["title"], tuple(one["actions"])) for one in words["keys"]),
        tuple(Advice(one["head"], one["text"]) for one in words["signs"]),
        tuple(Advice(one["head"], one["text"]) for one in words["advice"]),
    )
