"""What of a camera's usual outlives the program, as named arrays."""

from __future__ import annotations

import hashlib

import numpy as np

from command_center.video.eyes.crowd import Crowd
from command_center.video.eyes.plane import U8, PlaneMaker
from command_center.video.eyes.reference import Reference
from command_center.video.eyes.store import Arrays
from command_center.video.eyes.surge import HourOfWeek
from command_center.video.eyes.usual import Usual
from command_center.video.model import CameraSpec, SightingKind

__all__ = ["Arrays", "arrays", "restore"]

_LIGHTS = (SightingKind.DAY, SightingKind.NIGHT)


def arrays(spec: CameraSpec, usual: Usual, crowd: Crowd) -> Arrays:
    """Copies: what is learnt next does not change them."""
    found: Arrays = {
        "masks": _mask_mark(spec),
        "bright": np.array(usual.bright, np.float32),
        "flow": crowd.flow.hours.table.copy(),
        "density": crowd.density.hours.table.copy(),
    }
    for light, reference in usual.references.items():
        picture = np.clip(reference.picture, 0, 255).astype(np.uint8)
        found[f"picture_{light.value}"] = picture
        found[f"busy_{light.value}"] = reference.busy.copy()
        found[f"crisp_{light.value}"] = np.array(reference.crisp, np.float32)
    return found


def restore(found: Arrays | None, spec: CameraSpec, usual: Usual, crowd: Crowd) -> None:
    """Take up what was saved. Under other masks the pictures are learnt anew."""
    if found is None:
        return
    for watch, name in ((crowd.flow, "flow"), (crowd.density, "density")):
        if name in found:
            watch.hours = HourOfWeek(np.array(found[name], np.float32))
    if not np.array_equal(found.get("masks", ()), _mask_mark(spec)):
        return
    visible = PlaneMaker(spec.masks).visible()
    for light in _LIGHTS:
        names = [f"{part}_{light.value}" for part in ("picture", "busy", "crisp")]
        if all(name in found for name in names):
            picture, busy, crisp = (np.array(found[name], np.float32) for name in names)
            usual.references[light] = Reference(picture, visible, busy, float(crisp))
    usual.bright = float(np.asarray(found.get("bright", 0.0), np.float32))
    if usual.light not in usual.references and usual.references:
        usual.light = next(iter(usual.references))


def _mask_mark(spec: CameraSpec) -> U8:
    """Which masks a picture was learnt under, (32,) uint8."""
    return np.frombuffer(hashlib.sha256(repr(spec.masks).encode()).digest(), np.uint8)
