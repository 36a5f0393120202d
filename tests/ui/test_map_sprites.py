"""What the map paints once: it holds pixels, and not what they were painted with."""

from __future__ import annotations

import ctypes
import gc

import pytest
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from command_center.domain.incident import Priority
from command_center.ui.map.sprites import NAMES_KEPT, Sprites
from command_center.ui.theme import Theme

MANY = 100
PIXEL, BESIDE = 4, 4096
"""Bytes of a pixel, and what a picture may take beside all of its own: Qt's record, its key."""


class _Heap(ctypes.Structure):
    """What glibc tells of its own, bytes."""

    _fields_ = [(f"other_{number}", ctypes.c_size_t) for number in range(4)] + [
        ("mapped", ctypes.c_size_t),
        ("never", ctypes.c_size_t),
        ("quick", ctypes.c_size_t),
        ("in_use", ctypes.c_size_t),
        ("free", ctypes.c_size_t),
        ("to_give_back", ctypes.c_size_t),
    ]


def in_use() -> int:
    gc.collect()
    library = ctypes.CDLL(None)
    if not hasattr(library, "mallinfo2"):
        pytest.skip("this C library does not tell how much of its heap is in use")
    library.mallinfo2.restype = _Heap
    told = library.mallinfo2()
    return int(told.in_use + told.mapped)


def size_of(picture: QPixmap) -> int:
    return picture.width() * picture.height() * PIXEL


def test_a_name_is_held_without_what_it_was_painted_with(qtbot: QtBot) -> None:
    sprites = Sprites(Theme())
    names = [sprites.name(f"Kecamatan {number}", "text", bold=True) for number in range(MANY)]
    pixels = sum(map(size_of, names))
    names.clear()
    before = in_use()
    sprites.forget()
    assert pixels <= before - in_use() < pixels + MANY * BESIDE


def test_a_kept_picture_fits_the_screen_it_was_painted_for(qtbot: QtBot) -> None:
    sprites = Sprites(Theme())
    sprites.use_ratio(2.0)
    fine = sprites.name("Klojen", "text", bold=True)
    assert fine.devicePixelRatio() == 2.0
    assert sprites.name("Klojen", "text", bold=True).cacheKey() == fine.cacheKey()


def keys_of(sprites: Sprites, names: list[str]) -> list[int]:
    return [sprites.name(name, "text", bold=True).cacheKey() for name in names]


def test_names_that_are_still_written_outlive_those_of_the_day(qtbot: QtBot) -> None:
    """A room that runs for days writes new numbers all the time, and the same streets."""
    sprites = Sprites(Theme())
    streets = [f"Kelurahan {number}" for number in range(MANY)]
    shape = sprites.incident(Priority.P1, verified=True).cacheKey()
    before = keys_of(sprites, streets)
    gone = keys_of(sprites, ["#0001"])
    for number in range(2, NAMES_KEPT + 2):
        keys_of(sprites, [f"#{number:04}"])
        if number % MANY == 0:
            assert keys_of(sprites, streets) == before
    assert keys_of(sprites, ["#0001"]) != gone
    assert sprites.incident(Priority.P1, verified=True).cacheKey() == shape
