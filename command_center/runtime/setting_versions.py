"""What became of the file of settings from version to version; each step is one function."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import tomlkit
from tomlkit.items import Item

VERSION = "version"
RETIRED = ("language", "theme", "font_percent")
_GREW: tuple[dict[str, object], ...] = (
    {"database": ""},
    {"pack": ""},
    {"detector_model": "", "detector_sha256": ""},
    {"relay": "", "relay_token": "", "camera_certificates": "", "cameras_on_demand": ""},
    {"witness": ""},
    {"lock_after_min": 15},
    {"reply_hosts": ""},
    {"gateway": "", "gateway_certificate": "", "gateway_key": "", "gateway_secret": ""},
    {"public_feed": False},
    {"map_tiles": ""},
    {"observer_distance_m": 4, "observer_diagonal_in": 0, "observer_seconds": 20},
)
"""How the options grew up to version 1, with the defaults of then."""


def version_of(table: Mapping[str, object]) -> int:
    """Before version 2 a file did not say it. ValueError: what it says is no version."""
    said = table.get(VERSION)
    if said is None:
        return 0 if any(name in table for name in RETIRED) else 1
    if not isinstance(said, int) or isinstance(said, bool) or said < 0:
        raise ValueError(VERSION)
    return int(said)


def retire_look(document: tomlkit.TOMLDocument) -> None:
    """Language, theme and size are kept per person since version 1. What was set stays readable as
    a comment."""
    for name in RETIRED:
        if name in document:
            said = tomlkit.item(document.unwrap()[name]).as_string()
            del document[name]
            document.add(tomlkit.comment(f"{name} = {said}"))


def forget_defaults(document: tomlkit.TOMLDocument) -> None:
    """Up to version 1 the program wrote every option it had. What nobody had set would now go
    before what an administrator lays for all accounts; a line with a comment was somebody's."""
    for name, default in _whole_shape(set(document)).items():
        said = document.item(name)
        if said.unwrap() == default and isinstance(said, Item) and not said.trivia.comment:
            del document[name]


def _whole_shape(names: set[str]) -> dict[str, object]:
    """The defaults of the program that had just those options, {} for none."""
    shape: dict[str, object] = {}
    for more in _GREW:
        shape |= more
        if set(shape) == names:
            return shape
    return {}


UPGRADES: tuple[Callable[[tomlkit.TOMLDocument], None], ...] = (retire_look, forget_defaults)
"""The one at n makes version n + 1 of version n."""
NEWEST = len(UPGRADES)


def upgrade(document: tomlkit.TOMLDocument, version: int) -> None:
    """From an earlier version to the newest, in place."""
    for step in UPGRADES[version:]:
        step(document)
