"""Tones made from their notes: mono WAV of 16 bits, written by nobody but this program."""

from __future__ import annotations

import io
import tomllib
import wave
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from command_center.domain.room import AlarmType
from command_center.runtime.paths import resources_dir

RATE = 22_050
_ATTACK_S, _RELEASE_S = 0.006, 0.02
_LOUDEST = 0.85
# (multiple of the note, how loud, how fast it fades away in 1/s)
_PARTIALS: Mapping[str, tuple[tuple[float, float, float], ...]] = {
    "pure": ((1.0, 1.0, 0.0), (2.0, 0.12, 0.0)),
    "bell": ((1.0, 1.0, 5.0), (2.76, 0.45, 9.0), (5.4, 0.2, 14.0)),
    "reed": ((1.0, 1.0, 0.0), (3.0, 0.45, 0.0), (5.0, 0.25, 0.0), (7.0, 0.12, 0.0)),
}
Sound = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tone:
    """`notes` = (hertz, seconds) one after the other; 0 hertz is silence."""

    timbre: str
    notes: tuple[tuple[float, float], ...]


@cache
def tones(folder: Path | None = None) -> Mapping[AlarmType, Tone]:
    """The tone of every kind of alarm; KeyError if one has none."""
    path = (folder or resources_dir() / "tones") / "tones.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {kind: _tone(table[kind.value]) for kind in AlarmType}


def _tone(row: Mapping[str, object]) -> Tone:
    notes = row["notes"]
    assert isinstance(notes, list)
    pairs = (str(note).split(":", 1) for note in notes)
    return Tone(str(row["timbre"]), tuple((float(hz), float(ms) / 1000) for hz, ms in pairs))


def sound(tone: Tone) -> Sound:
    """Between -1 and 1, RATE a second."""
    return np.concatenate([_note(hertz, seconds, tone.timbre) for hertz, seconds in tone.notes])


def _note(hertz: float, seconds: float, timbre: str) -> Sound:
    at = np.arange(round(seconds * RATE)) / RATE
    if not hertz:
        return np.zeros_like(at)
    out = np.zeros_like(at)
    for multiple, loud, fade in _PARTIALS[timbre]:
        if hertz * multiple < RATE / 2:
            out += loud * np.exp(-fade * at) * np.sin(2 * np.pi * hertz * multiple * at)
    edges = np.minimum(at / _ATTACK_S, (seconds - at) / _RELEASE_S)
    edged: Sound = out * np.clip(edges, 0.0, 1.0) / sum(loud for _, loud, _ in _PARTIALS[timbre])
    return edged


@cache
def wav(kind: AlarmType, volume: int) -> bytes:
    """A WAV file of the kind's tone at 1 to 100 percent."""
    return _wav(sound(tones()[kind]) * volume / 100)


@cache
def silence() -> bytes:
    """What is played to hear whether anything can be."""
    return _wav(np.zeros(RATE // 20))


def _wav(made: Sound) -> bytes:
    whole = np.clip(made * _LOUDEST, -1.0, 1.0) * 32767
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(whole.astype("<i2").tobytes())
    return held.getvalue()
